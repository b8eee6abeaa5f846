import { ConfigError, loadEnvFile, readConfig } from '../config.ts'
import { createTexts } from '../i18n/texts.ts'
import { openCli } from '../open-cli.ts'
import { startCli } from './start-cli.ts'

/** Whoever reads the output may stop reading it (`| head`); that is no failure of the command. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1)
})

try {
  loadEnvFile()
  const config = readConfig()
  const streams = { in: process.stdin, out: process.stdout, err: process.stderr, cwd: process.cwd() }
  const line = process.argv.slice(2)
  process.exitCode = await startCli(line, streams, await createTexts(), config.locale, openCli(config))
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof Error)) throw error
  console.error(error.message)
  process.exitCode = 1
}
