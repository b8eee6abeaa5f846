import type { FastifyInstance } from 'fastify'
import type { LedgerEntry } from './ledger.ts'
import type { TelegramWorld } from './telegram-world.ts'

const LONGEST_WAIT_MS = 60_000

interface FeedQuery {
  after?: string
  kind?: string
  chatId?: string
  fromBot?: string
  /** Only so many of the newest. */
  last?: string
  timeoutMs?: string
}

type Test = (entry: LedgerEntry) => boolean

/** Serves the ledger's newest entries: listed, waited for, and as server-sent events. */
export function registerFeed(app: FastifyInstance, world: TelegramWorld): void {
  app.get<{ Querystring: FeedQuery }>('/sandbox/ledger', async ({ query }) => ({
    revision: world.revision,
    entries: world.entries.filter(buildTest(world, query)).slice(-Number(query.last ?? Infinity)),
  }))
  app.get<{ Querystring: FeedQuery }>('/sandbox/wait', async ({ query }, reply) => {
    const gone = new AbortController()
    reply.raw.once('close', () => gone.abort())
    await waitFor(world, buildTest(world, query), Number(query.timeoutMs ?? 10_000), gone.signal)
    return { revision: world.revision, entries: world.entries.filter(buildTest(world, query)) }
  })
  app.get('/sandbox/events', (_request, reply) => {
    reply.hijack()
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    reply.raw.write(`retry: 1000\n\n`)
    const tell = (entry: LedgerEntry) =>
      reply.raw.write(`id: ${entry.seq}\ndata: ${JSON.stringify(entry)}\n\n`)
    world.changes.on('entry', tell)
    reply.raw.once('close', () => world.changes.off('entry', tell))
  })
}

function buildTest(world: TelegramWorld, query: FeedQuery): Test {
  const after = Number(query.after ?? 0)
  const kinds = query.kind?.split(',')
  const chatId = query.chatId === undefined ? undefined : Number(query.chatId)
  return (entry) => {
    if (entry.seq <= after) return false
    if (kinds !== undefined && !kinds.includes(entry.kind)) return false
    if (chatId !== undefined && chatIdOf(entry) !== chatId) return false
    return query.fromBot === undefined || authorOf(entry) === world.state.bot.id
  }
}

function chatIdOf(entry: LedgerEntry): number | undefined {
  if (entry.kind === 'message') return entry.message.chat.id
  if (entry.kind === 'call') return entry.call.chatId
  if (entry.kind === 'callback') return entry.callback.chatId
  return 'chatId' in entry ? entry.chatId : undefined
}

function authorOf(entry: LedgerEntry): number | undefined {
  return entry.kind === 'message' || entry.kind === 'edit' ? entry.message.from.id : undefined
}

async function waitFor(
  world: TelegramWorld,
  test: Test,
  timeoutMs: number,
  gone: AbortSignal,
): Promise<void> {
  if (world.entries.some(test)) return
  await new Promise<void>((resolve) => {
    const finish = () => {
      clearTimeout(timer)
      world.changes.off('entry', look)
      gone.removeEventListener('abort', finish)
      resolve()
    }
    const look = (entry: LedgerEntry) => {
      if (test(entry)) finish()
    }
    const timer = setTimeout(finish, Math.min(timeoutMs, LONGEST_WAIT_MS))
    world.changes.on('entry', look)
    gone.addEventListener('abort', finish)
  })
}
