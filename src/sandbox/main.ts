import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type BotCommandLine, BotProcess } from './bot-process.ts'
import type { SandboxLog } from './sandbox-log.ts'
import { createSandboxServer, type SandboxServer } from './server.ts'

export { createSandboxServer, type SandboxServer, type SandboxServerOptions } from './server.ts'
export type { WorldFile } from './world-file.ts'

export interface SandboxOptions {
  port: number
  host: string
  dataDir: string
  worldFile: string
  /** The command that starts the real bot; undefined when the caller runs it. */
  bot: BotCommandLine | undefined
  log: SandboxLog
}

/**
 * Starts the sandbox and the bot in it; returns once both listen or are starting.
 * The bot gets BOT_TOKEN, TELEGRAM_API_ROOT, PORT, HOST and DATA_DIR (`<dataDir>/bot` unless given) over its own
 * environment, and `{ type: 'clock', now }` over IPC; it answers `{ type: 'ready' }`. SIGTERM and SIGINT stop everything.
 * Throws: an Error with one line (host, port, world file).
 */
export async function startSandbox(options: SandboxOptions): Promise<SandboxServer> {
  const { port, host, dataDir, worldFile, log } = options
  const bot = options.bot
  const server = await createSandboxServer({
    port,
    host,
    dataDir,
    world: worldFile,
    ...(bot === undefined ? {} : { bot: (started) => buildBot(options, bot, started) }),
    onReset: async () => {
      await rm(botDataDir(options), { recursive: true, force: true })
    },
  })
  server.limits.isOn = true
  stopOnSignal(server, log)
  server.bot?.start()
  // Before the bot is ready: the page says that it is starting, and can be looked at meanwhile.
  log.info(`Sandbox: ${server.url}`)
  return server
}

const botDataDir = ({ bot, dataDir }: SandboxOptions): string => bot?.env.DATA_DIR ?? join(dataDir, 'bot')

function buildBot(
  options: SandboxOptions,
  bot: BotCommandLine,
  { url, token, world }: Pick<SandboxServer, 'url' | 'token' | 'world'>,
): BotProcess {
  const DATA_DIR = botDataDir(options)
  const env = { ...bot.env, DATA_DIR, BOT_TOKEN: token, TELEGRAM_API_ROOT: url, PORT: '0', HOST: '127.0.0.1' }
  return new BotProcess({
    ...bot,
    env,
    log: options.log,
    now: () => new Date(world.clock.now()),
    onStatus: (status) => world.record({ kind: 'bot', status }),
  })
}

function stopOnSignal(server: SandboxServer, log: SandboxLog): void {
  const stop = () => {
    process.off('SIGTERM', stop)
    process.off('SIGINT', stop)
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error(`The sandbox did not stop cleanly: ${String(error)}`)
        process.exit(1)
      },
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}
