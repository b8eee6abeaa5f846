import { randomBytes } from 'node:crypto'
import fastify, { type FastifyError, type FastifyInstance } from 'fastify'
import { type BotApi, callMethod, registerBotApi } from './bot-api.ts'
import type { BotProcess } from './bot-process.ts'
import type { RealClock } from './clock.ts'
import { registerControl } from './control.ts'
import { isLoopbackHost } from './control-guard.ts'
import { Faults } from './faults.ts'
import { UPLOAD_LIMIT_BYTES } from './file-store.ts'
import { registerPage } from './page-files.ts'
import { Params } from './params.ts'
import { RateLimits } from './rate-limits.ts'
import { TelegramWorld } from './telegram-world.ts'
import { UpdateQueue } from './update-queue.ts'
import { WebhookDelivery } from './webhook-delivery.ts'
import { readWorldFile, type WorldFile } from './world-file.ts'

export interface SandboxServerOptions {
  /** 0 takes any free port. */
  port: number
  /** A loopback name; 127.0.0.1 when missing. */
  host?: string
  /** Keeps ledger.jsonl and files/; chats survive a restart by it. */
  dataDir: string
  /** The world, or the path of its file. */
  world: WorldFile | string
  /** The only token the Bot API answers to; a new one for each start when missing. */
  token?: string
  /** Milliseconds since the epoch; Date.now when missing. */
  realClock?: RealClock
  /** First pause after a failed webhook delivery; 1000 when missing. */
  webhookPauseMs?: number
  /** Told after each move of the simulated clock. */
  onClock?: (now: Date) => void
  /** Removes what the bot keeps, while it is stopped; "reset" calls it. */
  onReset?: () => Promise<void>
  /** Finds the child process that `POST /sandbox/bot` controls. */
  bot?: (server: { url: string; token: string; world: TelegramWorld }) => BotProcess
}

export interface SandboxServer {
  /** `http://127.0.0.1:<port>`, also the TELEGRAM_API_ROOT of the bot. */
  url: string
  port: number
  token: string
  world: TelegramWorld
  faults: Faults
  limits: RateLimits
  bot: BotProcess | undefined
  close: () => Promise<void>
}

/**
 * Returns a listening sandbox without a bot: Bot API, control routes and page on one port.
 * Throws: an Error with one line for a host beyond this machine, a taken port or a bad world file.
 */
export async function createSandboxServer(options: SandboxServerOptions): Promise<SandboxServer> {
  const host = options.host ?? '127.0.0.1'
  if (!isLoopbackHost(host)) throw new Error(`The sandbox listens on this machine only, not on ${host}.`)
  const parts = buildParts(options)
  const app = buildApp()
  const control: Parameters<typeof registerControl>[1] = {
    ...parts,
    bot: undefined,
    onClock: () => undefined,
    onReset: options.onReset ?? (async () => undefined),
  }
  registerBotApi(app, parts)
  // Views read these when asked, after the port (and so the bot's command line) is known.
  registerControl(app, control)
  registerPage(app)
  const port = await listen(app, options.port, host)
  const url = `http://${host === '::1' ? '[::1]' : '127.0.0.1'}:${port}`
  const { world, token, faults, limits, queue, webhook } = parts
  control.bot = options.bot?.({ url, token, world })
  control.onClock = (now) => {
    control.bot?.tellClock()
    options.onClock?.(now)
  }
  webhook.pump()
  const close = async () => {
    await control.bot?.stop()
    webhook.close()
    queue.close()
    await app.close()
    world.close()
  }
  return { url, port, token, world, faults, limits, bot: control.bot, close }
}

function buildParts(options: SandboxServerOptions): BotApi {
  const file = typeof options.world === 'string' ? readWorldFile(options.world) : options.world
  const clock = options.realClock === undefined ? {} : { realClock: options.realClock }
  const world = new TelegramWorld({ dataDir: options.dataDir, world: file, ...clock })
  const queue = new UpdateQueue(world)
  const token = options.token ?? `${file.bot.id}:${randomBytes(27).toString('base64url').slice(0, 35)}`
  const execute = async (method: string, parameters: Record<string, unknown>) => {
    await callMethod(api, method, new Params(parameters), new AbortController().signal)
  }
  const webhook = new WebhookDelivery({ world, queue, execute, pauseMs: options.webhookPauseMs ?? 1000 })
  const api: BotApi = { world, queue, webhook, token, faults: new Faults(), limits: new RateLimits() }
  return api
}

function buildApp(): FastifyInstance {
  const app = fastify({ logger: false, bodyLimit: UPLOAD_LIMIT_BYTES, forceCloseConnections: true })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  app.setNotFoundHandler(async (_request, reply) => {
    await reply.code(404).send({ ok: false, error_code: 404, description: 'Not Found' })
  })
  app.setErrorHandler(async (error: FastifyError, _request, reply) => {
    const code = error.statusCode ?? 500
    const description = code === 413 ? 'Request Entity Too Large' : error.message
    await reply.code(code).send({ ok: false, error_code: code, description })
  })
  return app
}

async function listen(app: FastifyInstance, port: number, host: string): Promise<number> {
  try {
    await app.listen({ port, host })
  } catch (error) {
    const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
    throw isTaken ? new Error(`Port ${port} is taken; choose another with PORT.`) : error
  }
  const address = app.server.address()
  return typeof address === 'object' && address !== null ? address.port : port
}
