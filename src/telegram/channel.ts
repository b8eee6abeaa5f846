import type { Logger } from 'pino'
import type { Channel, Clock, Database, OutboxRow, SendOutcome } from '../usecases/ports.ts'
import type { NoticeRenderer } from './notices/notice.ts'
import { type ApiAnswer, type Transport, TransportError } from './transport/transport.ts'

export interface ChannelDeps {
  readonly transport: Transport
  readonly database: Database
  readonly render: NoticeRenderer
  readonly clock: Clock
  readonly log: Logger
}

const GIVE_UP_MS = 24 * 3600_000
const LONGEST_PAUSE_MS = 10 * 60_000

/** Telegram as the outbox's channel: renders the row when it is sent, and reads each answer for what it says of the message's fate. */
export function createChannel(deps: ChannelDeps): Channel {
  return {
    async send(row) {
      try {
        const message = await deps.render(row)
        if (!message) return { kind: 'dropped', error: 'nothing to say any more' }
        const thread = row.threadId === undefined ? {} : { message_thread_id: row.threadId }
        const answer = await deps.transport.call(message.method, {
          chat_id: row.chatId,
          ...thread,
          ...message.payload,
        })
        return await outcomeOf(deps, row, answer)
      } catch (error) {
        return fault(deps, row, error)
      }
    },
  }
}

async function outcomeOf(
  { database, clock }: ChannelDeps,
  row: OutboxRow,
  answer: ApiAnswer,
): Promise<SendOutcome> {
  if (answer.ok)
    return { kind: 'sent', messageId: (answer.result as { readonly message_id: number }).message_id }
  const { error_code: code, description: error, parameters } = answer
  const now = clock.now()
  if (code === 429)
    return {
      kind: 'retry',
      error,
      notBefore: new Date(now.getTime() + (parameters?.retry_after ?? 1) * 1000),
    }
  if (code >= 500) return retryLater(row, error, now)
  if (parameters?.migrate_to_chat_id !== undefined) {
    await database.groups.migrate(row.chatId, parameters.migrate_to_chat_id)
    return { kind: 'retry', error, notBefore: now }
  }
  if (code === 403)
    await (row.chatId > 0 ? database.people.setBlocked(row.chatId, now) : database.groups.leave(row.chatId))
  return { kind: 'failed', error: `${code} ${error}` }
}

/** Never connected: try again. Anything after the request had left: it may have arrived. A fault before that is ours. */
function fault({ clock, log }: ChannelDeps, row: OutboxRow, error: unknown): SendOutcome {
  if (error instanceof TransportError) {
    return error.mayHaveArrived
      ? { kind: 'in-doubt', error: error.message }
      : retryLater(row, error.message, clock.now())
  }
  log.error({ err: error, outbox: row.id, kind: row.kind }, 'message could not be rendered')
  return { kind: 'failed', error: error instanceof Error ? error.name : 'unknown' }
}

function retryLater(row: OutboxRow, error: string, now: Date): SendOutcome {
  if (now.getTime() - row.createdAt.getTime() > GIVE_UP_MS)
    return { kind: 'dropped', error: `given up after a day: ${error}` }
  const pause = Math.min(1000 * 2 ** row.attempts, LONGEST_PAUSE_MS)
  return { kind: 'retry', error, notBefore: new Date(now.getTime() + pause) }
}
