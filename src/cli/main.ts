import { loadEnvFile, readConfig } from '../config.ts'
import { createTexts } from '../i18n/texts.ts'
import { openCli } from '../open-cli.ts'
import { startCli } from './start-cli.ts'

loadEnvFile()
const config = readConfig()
const texts = await createTexts()
const streams = { in: process.stdin, out: process.stdout, err: process.stderr, cwd: process.cwd() }
process.exitCode = await startCli(
  process.argv.slice(2),
  streams,
  texts,
  config.locale,
  openCli(config, texts),
)
