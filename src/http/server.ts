import { timingSafeEqual } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Registry } from 'prom-client'

export interface HttpOptions {
  readonly host: string
  readonly port: number
  /** Absent: polling, no webhook route. */
  readonly webhook?: {
    readonly path: string
    readonly secret: string
    handle(update: unknown): Promise<void>
  }
  /** Resolves when the database answers. */
  readonly checkReady: () => Promise<void>
  readonly metrics: Registry
}

export interface HttpServer {
  readonly port: number
  close(): Promise<void>
}

/** Largest update Telegram sends is far below. */
const BODY_LIMIT = 1_048_576

/** Webhook, health and metrics. Throws when the port is taken, in one line. */
export async function startHttp(options: HttpOptions): Promise<HttpServer> {
  const server = Fastify({ bodyLimit: BODY_LIMIT, logger: false })
  server.get('/healthz', async () => 'ok')
  server.get('/readyz', async (_request, reply) => {
    await options.checkReady().then(
      () => reply.send('ready'),
      () => reply.code(503).send('database does not answer'),
    )
  })
  server.get('/metrics', async (_request, reply) =>
    reply.type(options.metrics.contentType).send(await options.metrics.metrics()),
  )
  if (options.webhook) addWebhook(server, options.webhook)
  await listen(server, options)
  const address = server.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : options.port,
    close: () => server.close(),
  }
}

/** 200 only when the update is applied: anything else and Telegram brings it again. */
function addWebhook(server: FastifyInstance, webhook: NonNullable<HttpOptions['webhook']>): void {
  server.post(webhook.path, async (request, reply) => {
    if (!isSecret(request.headers['x-telegram-bot-api-secret-token'], webhook.secret))
      return reply.code(401).send()
    await webhook.handle(request.body)
    return reply.code(200).send()
  })
}

function isSecret(given: unknown, secret: string): boolean {
  if (typeof given !== 'string') return false
  const [left, right] = [Buffer.from(given), Buffer.from(secret)]
  return left.length === right.length && timingSafeEqual(left, right)
}

async function listen(server: FastifyInstance, { host, port }: HttpOptions): Promise<void> {
  try {
    await server.listen({ host, port })
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
    throw isTaken ? new Error(`Port ${port} is taken: set PORT to another one`) : error
  }
}
