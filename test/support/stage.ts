import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pino from 'pino'
import { type App, startApp } from '../../src/app.ts'
import { type BotConfig, type Config, readConfig } from '../../src/config.ts'
import { createSandboxServer, type SandboxServer } from '../../src/sandbox/main.ts'
import { Chat } from './chat.ts'
import { createServerDatabase } from './server-database.ts'

const WORLD = fileURLToPath(new URL('../../prisma/demo/world.json', import.meta.url))

/** The whole bot against the local Bot API, in this process: what people would see, and a hand on the clock. */
export interface Stage {
  readonly sandbox: SandboxServer
  readonly app: App
  /** A person's (or a group's) chat, as that person. */
  chat(personId: number, chatId?: number): Chat
  /** Moves the simulated clock and waits until what became due was queued. */
  moveTo(moment: string): Promise<void>
  /** Stops the bot and starts it again on the same database. */
  restart(): Promise<void>
  close(): Promise<void>
}

/** Returns the demo district with the real bot over HTTP; on a PostgreSQL server when TEST_DATABASE_URL is set. */
export async function openStage(): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'chi-tieu-'))
  const server = await createServerDatabase()
  let app: App | undefined
  const moves: Promise<void>[] = []
  const sandbox = await createSandboxServer({
    port: 0,
    dataDir: join(dataDir, 'telegram'),
    world: WORLD,
    onClock: () => moves.push(app?.clockMoved() ?? Promise.resolve()),
  })
  const config = configOf(sandbox, join(dataDir, 'bot'), server?.url)
  const log = pino({ level: process.env.LOG_LEVEL ?? 'silent' })
  const start = () => startApp(config, { clock: { now: () => new Date(sandbox.world.clock.now()) }, log, longPollS: 5 })
  app = await start()
  return {
    sandbox,
    get app() {
      if (!app) throw new Error('the bot is not running')
      return app
    },
    chat: (personId, chatId = personId) => new Chat(sandbox, personId, chatId),
    async moveTo(moment) {
      const response = await fetch(`${sandbox.url}/sandbox/clock`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ to: moment }) })
      if (!response.ok) throw new Error(await response.text())
      await Promise.all(moves)
    },
    async restart() {
      await app?.stop()
      app = await start()
    },
    async close() {
      await app?.stop()
      await sandbox.close()
      await server?.drop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function configOf(sandbox: SandboxServer, dataDir: string, databaseUrl: string | undefined): Config & { readonly bot: BotConfig } {
  const config = readConfig({
    BOT_TOKEN: sandbox.token,
    TELEGRAM_API_ROOT: sandbox.url,
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    PORT: '0',
    LOG_LEVEL: 'silent',
    CHI_TIEU_SANDBOXED: '1',
  })
  if (!config.bot) throw new Error('a stage has a bot')
  return { ...config, bot: config.bot }
}
