import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SeededRandom } from '../../src/domain/seeded-random.ts'
import { createSandboxServer, type SandboxServer } from '../../src/sandbox/main.ts'
import { type OpenDatabase, openDatabase } from '../../src/store/database.ts'
import type { DemoWorld } from '../../src/usecases/demo-world.ts'
import type { Play } from './conversations-play.ts'
import { findFreePort } from './free-port.ts'
import { makeStageDatabase } from './stage-template.ts'
import { untilDelivered } from './stage-town.ts'

const WORLD = fileURLToPath(new URL('../../prisma/demo/world.json', import.meta.url))
const RUNNER = join(import.meta.dirname, 'run-ts.mjs')
const BOT = join(import.meta.dirname, 'bot-process.ts')
const SECRET = 'only-the-dispatcher-knows'
const PATH = '/telegram/updates'
/** How many updates come to two processes at once. */
const TO_BOTH = 0.1

/** Several bots, each a process of its own, on one PostgreSQL database; each update comes to any of them, or to two at once. */
export class Replicas {
  readonly sandbox: SandboxServer
  readonly database: OpenDatabase
  readonly #bots: readonly ChildProcess[]
  readonly #closing: (() => Promise<unknown>)[]
  readonly #ports: readonly number[]
  readonly #random: SeededRandom

  private constructor(parts: {
    sandbox: SandboxServer
    database: OpenDatabase
    bots: readonly ChildProcess[]
    ports: readonly number[]
    random: SeededRandom
    closing: (() => Promise<unknown>)[]
  }) {
    this.sandbox = parts.sandbox
    this.database = parts.database
    this.#bots = parts.bots
    this.#ports = parts.ports
    this.#random = parts.random
    this.#closing = parts.closing
  }

  static async open(count: number, world: DemoWorld, random: SeededRandom): Promise<Replicas> {
    const dir = await mkdtemp(join(tmpdir(), 'chi-tieu-replicas-'))
    const closing: (() => Promise<unknown>)[] = [() => rm(dir, { recursive: true, force: true })]
    const { url, drop } = await makeStageDatabase(dir, world)
    if (url === undefined) throw new Error('replicas share a PostgreSQL server: TEST_DATABASE_URL is not set')
    const sandbox = await createSandboxServer({
      port: 0,
      dataDir: join(dir, 'telegram'),
      world: WORLD,
      webhookPauseMs: 50,
    })
    const database = await openDatabase({ url, dataDir: dir, today: () => '2026-12-07' })
    closing.push(
      drop,
      () => sandbox.close(),
      () => database.close(),
    )
    const dispatcher = createServer()
    const [door, ...ports] = await Promise.all(Array.from({ length: count + 1 }, findFreePort))
    const bots: ChildProcess[] = []
    const replicas = new Replicas({ sandbox, database, bots, ports, random, closing })
    replicas.#dispatch(dispatcher)
    dispatcher.listen(door, '127.0.0.1')
    for (const port of ports)
      bots.push(await startBot(sandbox, { url, port, door: `http://127.0.0.1:${door}` }))
    closing.push(async () => void dispatcher.close())
    return replicas
  }

  get town(): Play['town'] {
    return {
      sandbox: this.sandbox,
      settled: (updateId) => untilDelivered(this, updateId),
      bringAgain: async (update) => {
        const status = await this.#post(JSON.stringify(update), this.#random.pick(this.#ports))
        if (status !== 200) throw new Error(`update ${update.update_id}: ${status}`)
      },
    }
  }

  async close(): Promise<void> {
    for (const bot of this.#bots) {
      const gone = once(bot, 'close')
      bot.kill('SIGTERM')
      await gone
    }
    for (const close of this.#closing.reverse()) await close()
  }

  #dispatch(dispatcher: Server): void {
    dispatcher.on('request', (request, response) => {
      this.#forward(request).then(
        (status) => response.writeHead(status).end(),
        () => response.writeHead(502).end(),
      )
    })
  }

  async #forward(request: IncomingMessage): Promise<number> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString('utf8')
    const [one = 0, other = one] =
      this.#random.next() < TO_BOTH ? this.#ports : [this.#random.pick(this.#ports)]
    const statuses = await Promise.all([...new Set([one, other])].map((port) => this.#post(body, port)))
    return Math.max(...statuses)
  }

  async #post(body: string, port: number): Promise<number> {
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': SECRET }
    const { status } = await fetch(`http://127.0.0.1:${port}${PATH}`, { method: 'POST', headers, body })
    return status
  }
}

async function startBot(
  sandbox: SandboxServer,
  { url, port, door }: { readonly url: string; readonly port: number; readonly door: string },
): Promise<ChildProcess> {
  const env = {
    PATH: process.env.PATH,
    BOT_TOKEN: sandbox.token,
    TELEGRAM_API_ROOT: sandbox.url,
    DATABASE_URL: url,
    PORT: String(port),
    WEBHOOK_URL: door,
    WEBHOOK_SECRET: SECRET,
    CHI_TIEU_SANDBOXED: '1',
    LOG_LEVEL: 'error',
  }
  const bot = spawn(process.execPath, [RUNNER, BOT], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  bot.send({ type: 'clock', now: new Date(sandbox.world.clock.now()).toISOString() })
  const gone = once(bot, 'close').then(() => Promise.reject(new Error('a bot ended before it was ready')))
  await Promise.race([once(bot, 'message'), gone])
  gone.catch(() => undefined)
  return bot
}
