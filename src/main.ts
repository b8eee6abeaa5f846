import { fileURLToPath } from 'node:url'
import { type Config, ConfigError, loadEnvFile, readConfig, sandboxedEnvironment } from './config.ts'

const SANDBOX_PORT = 3000
const SANDBOX_DIR = './data/sandbox'
const WORLD = fileURLToPath(new URL('../prisma/demo/world.json', import.meta.url))

async function openSandbox(config: Config): Promise<void> {
  const { startSandbox } = await import('./sandbox/main.ts')
  await startSandbox({
    port: config.port ?? SANDBOX_PORT,
    host: config.host,
    dataDir: config.dataDir ?? SANDBOX_DIR,
    worldFile: WORLD,
    bot: {
      command: process.execPath,
      args: [...process.execArgv, fileURLToPath(import.meta.url)],
      env: sandboxedEnvironment(config),
    },
    log: { info: (text) => console.log(text), error: (text) => console.error(text) },
  })
}

try {
  loadEnvFile()
  const config = readConfig()
  if (config.bot) await (await import('./run-bot.ts')).runBot({ ...config, bot: config.bot })
  else await openSandbox(config)
} catch (error) {
  console.error(error instanceof ConfigError || error instanceof Error ? error.message : error)
  process.exit(1)
}
