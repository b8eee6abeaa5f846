import { fileURLToPath } from 'node:url'
import { type App, startApp } from './app.ts'
import {
  type BotConfig,
  type Config,
  ConfigError,
  loadEnvFile,
  readConfig,
  sandboxedEnvironment,
} from './config.ts'

const SANDBOX_PORT = 3000
const SANDBOX_DIR = './data/sandbox'
const WORLD = fileURLToPath(new URL('../prisma/demo/world.json', import.meta.url))

/** Time that flows from wherever the sandbox set it. */
class MovableClock {
  #aheadMs = 0
  now(): Date {
    return new Date(Date.now() + this.#aheadMs)
  }
  set(now: string): void {
    this.#aheadMs = new Date(now).getTime() - Date.now()
  }
}

async function startBot(config: Config & { readonly bot: BotConfig }): Promise<void> {
  const clock = new MovableClock()
  let app: App | undefined
  const isChild = config.isSandboxed && process.send !== undefined
  if (isChild) {
    await new Promise<void>((resolve) => {
      process.on('message', (message: { readonly type?: string; readonly now?: string }) => {
        if (message.type !== 'clock' || message.now === undefined) return
        clock.set(message.now)
        resolve()
        void app?.clockMoved()
      })
    })
    process.on('disconnect', () => void stop())
  }
  app = await startApp(config, { clock })
  const stop = async () => {
    await app?.stop()
    process.exit(0)
  }
  process.once('SIGTERM', () => void stop())
  process.once('SIGINT', () => void stop())
  if (isChild) process.send?.({ type: 'ready' })
  else app.house.log.info({ port: app.port, mode: config.bot.delivery.kind }, 'ready')
}

async function openSandbox(config: Config): Promise<void> {
  const { startSandbox } = await import('./sandbox/main.ts')
  await startSandbox({
    port: config.port ?? SANDBOX_PORT,
    host: config.host,
    dataDir: config.dataDir ?? SANDBOX_DIR,
    worldFile: WORLD,
    bot: {
      command: process.execPath,
      args: ['--enable-source-maps', fileURLToPath(import.meta.url)],
      env: sandboxedEnvironment(config),
    },
    log: { info: (text) => console.log(text), error: (text) => console.error(text) },
  })
}

try {
  loadEnvFile()
  const config = readConfig()
  if (config.bot) await startBot({ ...config, bot: config.bot })
  else await openSandbox(config)
} catch (error) {
  console.error(error instanceof ConfigError || error instanceof Error ? error.message : error)
  process.exit(1)
}
