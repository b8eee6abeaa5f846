import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pino, { type Logger } from 'pino'
import { inject } from 'vitest'
import { type App, type Surroundings, startApp } from '../../src/app.ts'
import { type BotConfig, type Config, readConfig } from '../../src/config.ts'
import { createSandboxServer, type SandboxServer } from '../../src/sandbox/main.ts'
import { type Limits, NO_LIMITS } from '../../src/telegram/transport/limits.ts'
import type { DemoWorld } from '../../src/usecases/demo-world.ts'
import { Chat } from './chat.ts'
import { copyStageTemplate, makeStageDatabase, openNewDatabase } from './stage-template.ts'

const WORLD = fileURLToPath(new URL('../../prisma/demo/world.json', import.meta.url))

/** The whole bot against the local Bot API, in this process: what people would see, and a hand on the clock. */
export interface Stage {
  readonly sandbox: SandboxServer
  readonly app: App
  readonly config: Config & { readonly bot: BotConfig }
  /** The sandbox's time, which the bot lives by. */
  readonly clock: Surroundings['clock']
  /** Folder of the embedded database; with a server only a name. */
  readonly dataDir: string
  /** A person's (or a group's) chat, as that person. */
  chat(personId: number, chatId?: number): Chat
  /** A control action of the sandbox, as its page would call it. */
  control(action: string, wish?: object): Promise<Record<string, unknown>>
  /** Moves the simulated clock and waits until what became due was queued. */
  moveTo(moment: string): Promise<void>
  /** Stops the bot and starts it again on the same database; `meanwhile` the bot is not there. */
  restart(meanwhile?: () => void | Promise<void>): Promise<void>
  close(): Promise<void>
}

export interface StageOptions {
  /** webhook: updates are pushed to the bot's own port. Default: polling. */
  readonly delivery?: 'polling' | 'webhook'
  readonly env?: Readonly<Record<string, string>>
  /** What the bot starts from. Default: the demo as it is shipped. */
  readonly world?: DemoWorld
  /** A real installation before its first start: nothing in the database, and nothing of the demo. */
  readonly isNew?: true
  /** Default: silent. */
  readonly log?: Logger
  /** Default: none, so that a test need not wait. */
  readonly limits?: Limits
}

/** Returns the demo district with the real bot over HTTP; on a PostgreSQL server when TEST_DATABASE_URL is set. */
export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const { delivery = 'polling', env = {}, world } = options
  const folder = await mkdtemp(join(tmpdir(), 'chi-tieu-'))
  const dataDir = join(folder, 'bot')
  const database = await (options.isNew
    ? openNewDatabase()
    : world
      ? makeStageDatabase(dataDir, world)
      : copyStageTemplate(inject('runFolder'), dataDir))
  let app: App | undefined
  const moves: Promise<void>[] = []
  const sandbox = await createSandboxServer({
    port: 0,
    dataDir: join(folder, 'telegram'),
    world: WORLD,
    webhookPauseMs: 50,
    onClock: () => moves.push(app?.clockMoved() ?? Promise.resolve()),
  })
  const port = delivery === 'webhook' ? await findPort() : 0
  const pushed = { WEBHOOK_URL: `http://127.0.0.1:${port}`, WEBHOOK_SECRET: 'only-the-stage-knows' }
  const config = configOf({
    BOT_TOKEN: sandbox.token,
    TELEGRAM_API_ROOT: sandbox.url,
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    PORT: String(port),
    LOG_LEVEL: 'silent',
    CHI_TIEU_SANDBOXED: options.isNew ? '' : '1',
    ...(delivery === 'webhook' && pushed),
    ...env,
  })
  const log = options.log ?? pino({ level: process.env.LOG_LEVEL ?? 'silent' })
  const clock = { now: () => new Date(sandbox.world.clock.now()) }
  const { limits = NO_LIMITS } = options
  const start = () => startApp(config, { clock, log, longPollS: 5, limits })
  const close = async () => {
    await app?.stop()
    await sandbox.close()
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  }
  app = await start().catch(async (error: unknown) => {
    await close()
    throw error
  })
  const control = (action: string, wish: object = {}) => postControl(sandbox, action, wish)
  return {
    ...{ sandbox, config, clock, dataDir, control, close },
    get app() {
      if (!app) throw new Error('the bot is not running')
      return app
    },
    chat: (personId, chatId = personId) => new Chat(sandbox, personId, chatId),
    async moveTo(moment) {
      await control('clock', { to: moment })
      await Promise.all(moves)
    },
    async restart(meanwhile = () => undefined) {
      await app?.stop()
      app = undefined
      await meanwhile()
      app = await start()
    },
  }
}

/** Throws what the sandbox refuses, in its words. */
export async function postControl(
  sandbox: SandboxServer,
  action: string,
  wish: object,
): Promise<Record<string, unknown>> {
  const response = await fetch(`${sandbox.url}/sandbox/${action}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wish),
  })
  const answer = (await response.json()) as Record<string, unknown>
  if (!response.ok) throw new Error(`${action}: ${String(answer.error)}`)
  return answer
}

function configOf(env: Readonly<Record<string, string | undefined>>): Stage['config'] {
  const config = readConfig(env)
  if (!config.bot) throw new Error('a stage has a bot')
  return { ...config, bot: config.bot }
}

/** A port that was free a moment ago: the webhook's address is told before the bot listens. */
export function findPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
