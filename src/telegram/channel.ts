import type { Logger } from 'pino'
import type { Channel, Clock, OutboxRow, SendOutcome } from '../usecases/ports.ts'
import { DRAWN_KINDS } from './notices/index.ts'
import type { NoticeRenderer, RenderedMessage } from './notices/notice.ts'
import { readRefusal } from './read-refusal.ts'
import { retryLater } from './retry-later.ts'
import { type CallOptions, type Spare, type Transport, TransportError } from './transport/transport.ts'

export interface ChannelDeps {
  readonly transport: Transport
  readonly render: NoticeRenderer
  readonly clock: Clock
  readonly log: Logger
}

/** One is drawn, and the next waits for nothing but that. */
const MOST_DRAWN_AHEAD = 2

/**
 * Telegram as the outbox's channel: renders the row when it is sent, and reads each answer for what it says of the message's fate.
 * What has to be drawn first gives its turn to others meanwhile, and leaves as an answer to a person would.
 */
export function createChannel(deps: ChannelDeps): Channel {
  const { transport } = deps
  let drawing = 0

  async function draw(row: OutboxRow): Promise<RenderedMessage | SendOutcome> {
    drawing++
    return render(deps, row).finally(() => drawing--)
  }

  async function send(row: OutboxRow, spare: Spare): Promise<SendOutcome> {
    const isDrawn = DRAWN_KINDS.includes(row.kind)
    if (isDrawn) transport.giveBack(spare)
    const message = await (isDrawn ? draw(row) : render(deps, row))
    if ('method' in message) return call(deps, row, message, isDrawn ? {} : { spare })
    if (!isDrawn) transport.giveBack(spare)
    return message
  }

  return {
    async turn(stopping) {
      const spare = await transport.spare(stopping)
      return (
        spare && {
          held: {
            chats: transport.busyChats().flatMap((chat) => (typeof chat === 'number' ? [chat] : [])),
            kinds: drawing < MOST_DRAWN_AHEAD ? [] : DRAWN_KINDS,
          },
          send: (row) => send(row, spare),
          pass: () => transport.giveBack(spare),
        }
      )
    },
  }
}

interface Sent {
  readonly message_id: number
  readonly chat?: { readonly username?: string }
}

async function call(
  deps: ChannelDeps,
  row: OutboxRow,
  message: RenderedMessage,
  options: CallOptions,
): Promise<SendOutcome> {
  const thread = row.threadId === undefined ? {} : { message_thread_id: row.threadId }
  const payload = { chat_id: row.chatId, ...thread, ...message.payload }
  const now = () => deps.clock.now()
  try {
    const answer = await deps.transport.call(message.method, payload, options)
    if (!answer.ok) return readRefusal(row, answer, now())
    const { message_id: messageId, chat } = answer.result as Sent
    const isPublic = row.chatId < 0 && chat?.username !== undefined
    return { kind: 'sent', messageId, ...(isPublic && { isPublic }) }
  } catch (error) {
    return readFault(row, error, now())
  }
}

async function render({ render, log }: ChannelDeps, row: OutboxRow): Promise<RenderedMessage | SendOutcome> {
  try {
    return (
      (await render(row)) ?? { kind: 'dropped', reason: 'nothing-to-say', error: 'nothing to say any more' }
    )
  } catch (error) {
    log.error({ err: error, outbox: row.id, kind: row.kind }, 'message could not be rendered')
    return {
      kind: 'failed',
      reason: 'not-rendered',
      error: error instanceof Error ? error.name : 'unknown',
    }
  }
}

/** Never connected: try again. Anything after the request had left, or that nobody foresaw: it may have arrived. */
function readFault(row: OutboxRow, error: unknown, now: Date): SendOutcome {
  if (error instanceof TransportError && !error.mayHaveArrived) return retryLater(row, error.message, now)
  return { kind: 'in-doubt', error: error instanceof Error ? error.message : 'unknown' }
}
