import type { ApiAnswer } from './api-answer.ts'
import { download } from './download.ts'
import { type ApiAddress, describe, post, TransportError, type Waiting } from './http.ts'
import { type ChatKey, type Limits, TELEGRAM_LIMITS } from './limits.ts'
import { Pace, type Spare } from './pace.ts'

export type { ApiAnswer } from './api-answer.ts'
export { TransportError, type Upload } from './http.ts'
export type { Spare } from './pace.ts'

export interface CallOptions {
  readonly signal?: AbortSignal
  readonly timeoutMs?: number
  /** The outbox's calls leave in a place taken beforehand, and never wait for their chat. */
  readonly spare?: Spare
}

export interface Transport {
  /**
   * Messages and edits are made in order per chat and as fast as Telegram takes them (see Pace), a short 429 waited out; one that
   * would have to wait longer comes back as a 429. Everything else is called at once. Throws TransportError.
   */
  call(method: string, payload: object, options?: CallOptions): Promise<ApiAnswer>
  /** Waits for a place that no answer to a person needs; undefined when stopped. For one caller at a time. */
  spare(signal: AbortSignal): Promise<Spare | undefined>
  giveBack(spare: Spare): void
  /** Chats that cannot be written to at once. */
  busyChats(): readonly ChatKey[]
  /** Returns the bytes of a file people sent; 'too-large' beyond the limit, of which no more is read. Throws TransportError. */
  download(fileId: string, limitBytes: number): Promise<Uint8Array | 'too-large'>
}

export interface TransportOptions extends ApiAddress {
  /** Absent: as Telegram has them; only a stand-in for it takes more. */
  readonly limits?: Limits
  /** Milliseconds of a clock that only runs forward. */
  readonly now: () => number
  readonly timeoutMs?: number
  /** A call that answers a person waits for no longer than this. */
  readonly longestWaitMs?: number
}

/** What is counted by Telegram, edits too. */
const PACED = /^(send(?!ChatAction)|edit|forward|copy)/
const TRIES = 4

/** Returns the only way out of the process to Telegram. */
export function createTransport(options: TransportOptions): Transport {
  const { now, limits = TELEGRAM_LIMITS, timeoutMs: usualTimeoutMs = 20_000 } = options
  const pace = new Pace(limits, now)
  const tails = new Map<ChatKey, Promise<unknown>>()

  async function paced(
    chat: ChatKey,
    until: number,
    spare: Spare | undefined,
    send: () => Promise<ApiAnswer>,
  ): Promise<ApiAnswer> {
    let refusal: ApiAnswer | undefined
    for (let attempt = 1; ; attempt++) {
      const departure = await pace.enter(chat, until - now(), spare)
      if (typeof departure === 'number') {
        if (spare) pace.giveBack(spare)
        return refusal ?? tooMany(departure)
      }
      const answer = await send().catch((error: TransportError) => {
        if (error.mayHaveArrived) departure.arrived()
        else departure.lost()
        throw error
      })
      const isRefused = !answer.ok && answer.error_code === 429
      if (!isRefused) departure.arrived()
      else departure.refused((answer.parameters?.retry_after ?? 1) * 1000)
      if (!isRefused || spare || attempt === TRIES) return answer
      refusal = answer
    }
  }

  /** Runs after what was begun before for the chat. */
  async function inTurn<R>(chat: ChatKey, work: () => Promise<R>): Promise<R> {
    const mine = (tails.get(chat) ?? Promise.resolve()).then(work, work)
    tails.set(chat, mine)
    try {
      return await mine
    } finally {
      if (tails.get(chat) === mine) tails.delete(chat)
    }
  }

  return {
    spare: (signal) => pace.spare(signal),
    giveBack: (spare) => pace.giveBack(spare),
    busyChats: () => pace.busyChats(),
    call(method, payload, { signal, timeoutMs = usualTimeoutMs, spare } = {}) {
      const waiting: Waiting = { timeoutMs, signal }
      const send = () => post(options, method, payload, waiting)
      const chat = chatOf(payload)
      if (chat === undefined || !PACED.test(method)) return send()
      const until = now() + (spare ? 0 : (options.longestWaitMs ?? 5000))
      return inTurn(chat, () => paced(chat, until, spare, send))
    },
    async download(fileId, limitBytes) {
      try {
        const file = await post(options, 'getFile', { file_id: fileId }, { timeoutMs: usualTimeoutMs })
        return await download(options, file, limitBytes)
      } catch (error) {
        throw error instanceof TransportError ? error : describe('download', error)
      }
    },
  }
}

const chatOf = (payload: object): ChatKey | undefined =>
  'chat_id' in payload && (typeof payload.chat_id === 'number' || typeof payload.chat_id === 'string')
    ? payload.chat_id
    : undefined

const tooMany = (waitMs: number): ApiAnswer => ({
  ok: false,
  error_code: 429,
  description: 'Too Many Requests: not sent, the chat has to wait',
  parameters: { retry_after: Math.ceil(waitMs / 1000) },
})
