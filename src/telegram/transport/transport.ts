import { setTimeout as sleep } from 'node:timers/promises'
import { request } from 'undici'
import type { ApiAnswer } from './api-answer.ts'
import { download } from './download.ts'

export type { ApiAnswer } from './api-answer.ts'

/**
 * The request did not come back with an answer.
 * `mayHaveArrived`: false only when the connection was never made, so that repeating it can do no harm.
 */
export class TransportError extends Error {
  readonly mayHaveArrived: boolean
  constructor(method: string, cause: string, mayHaveArrived: boolean) {
    super(`${method}: ${cause}`)
    this.name = 'TransportError'
    this.mayHaveArrived = mayHaveArrived
  }
}

export interface Transport {
  /** Paced call: in order per chat, below the global rate, a short 429 waited out. Throws TransportError. */
  call(
    method: string,
    payload: object,
    options?: { readonly signal?: AbortSignal; readonly timeoutMs?: number },
  ): Promise<ApiAnswer>
  /** Returns the bytes of a file people sent; 'too-large' beyond the limit, of which no more is read. Throws TransportError. */
  download(fileId: string, limitBytes: number): Promise<Uint8Array | 'too-large'>
}

export interface TransportOptions {
  readonly token: string
  readonly apiRoot: string
  readonly fetch?: typeof fetch
  readonly now: () => number
  readonly perSecond?: number
  readonly timeoutMs?: number
  /** A 429 that asks for more than this is given back to the caller. */
  readonly longestWaitS?: number
}

/** A file to upload; such payloads go out as multipart. */
export interface Upload {
  readonly bytes: Uint8Array
  readonly filename: string
}

const UNPACED = new Set([
  'getMe',
  'getUpdates',
  'getFile',
  'getChat',
  'getChatMember',
  'getChatAdministrators',
  'answerCallbackQuery',
  'setWebhook',
  'deleteWebhook',
  'sendChatAction',
])
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

/** Returns the only way out of the process to Telegram. */
export function createTransport(options: TransportOptions): Transport {
  const tails = new Map<string, Promise<unknown>>()
  let slot = 0

  async function takeSlot(): Promise<void> {
    slot = Math.max(slot, options.now() - 1000) + 1000 / (options.perSecond ?? 28)
    const wait = slot - options.now()
    if (wait > 0) await sleep(wait)
  }

  async function send(
    method: string,
    payload: object,
    signal: AbortSignal | undefined,
    timeoutMs: number,
  ): Promise<ApiAnswer> {
    const init = encode(payload)
    const url = `${options.apiRoot}/bot${options.token}/${method}`
    try {
      if (!options.fetch && typeof init.body === 'string')
        return await postJson(url, init.body, timeoutMs, signal)
      const limit = AbortSignal.timeout(timeoutMs)
      const response = await (options.fetch ?? fetch)(url, {
        method: 'POST',
        ...init,
        signal: signal ? AbortSignal.any([signal, limit]) : limit,
      })
      return (await response.json()) as ApiAnswer
    } catch (error) {
      throw describe(method, error)
    }
  }

  async function paced(
    method: string,
    payload: object,
    signal: AbortSignal | undefined,
    timeoutMs: number,
  ): Promise<ApiAnswer> {
    for (let attempt = 1; ; attempt++) {
      await takeSlot()
      const answer = await send(method, payload, signal, timeoutMs)
      const wait = !answer.ok && answer.error_code === 429 ? (answer.parameters?.retry_after ?? 1) : undefined
      if (wait === undefined || attempt >= 4 || wait > (options.longestWaitS ?? 5)) return answer
      await sleep(wait * 1000)
    }
  }

  return {
    async call(method, payload, { signal, timeoutMs = options.timeoutMs ?? 20_000 } = {}) {
      if (UNPACED.has(method)) return send(method, payload, signal, timeoutMs)
      const chat = 'chat_id' in payload ? String(payload.chat_id) : ''
      const go = () => paced(method, payload, signal, timeoutMs)
      const mine = (tails.get(chat) ?? Promise.resolve()).then(go, go)
      tails.set(chat, mine)
      try {
        return await mine
      } finally {
        if (tails.get(chat) === mine) tails.delete(chat)
      }
    },
    async download(fileId, limitBytes) {
      try {
        const file = await send('getFile', { file_id: fileId }, undefined, options.timeoutMs ?? 20_000)
        return await download(options, file, limitBytes)
      } catch (error) {
        throw error instanceof TransportError ? error : describe('download', error)
      }
    },
  }
}

/** What nearly every call is: a fetch costs several times as much. */
async function postJson(
  url: string,
  body: string,
  timeoutMs: number,
  signal: AbortSignal | undefined,
): Promise<ApiAnswer> {
  const response = await request(url, {
    ...{ method: 'POST', headers: JSON_HEADERS, body, headersTimeout: timeoutMs, bodyTimeout: timeoutMs },
    ...(signal && { signal }),
  })
  return (await response.body.json()) as ApiAnswer
}

/** The message carries neither URL nor token. */
function describe(method: string, error: unknown): TransportError {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code =
    cause instanceof Error && 'code' in cause
      ? String(cause.code)
      : cause instanceof Error
        ? cause.name
        : 'unknown'
  return new TransportError(method, code, !NEVER_CONNECTED.has(code))
}

function encode(payload: object): { headers?: Record<string, string>; body: string | FormData } {
  const fields = Object.entries(payload).filter(([, value]) => value !== undefined && value !== null)
  if (!fields.some(([, value]) => isUpload(value))) {
    return {
      headers: JSON_HEADERS,
      body: JSON.stringify(Object.fromEntries(fields)),
    }
  }
  const body = new FormData()
  for (const [name, value] of fields) {
    if (isUpload(value)) body.append(name, new Blob([new Uint8Array(value.bytes)]), value.filename)
    else body.append(name, typeof value === 'object' ? JSON.stringify(value) : String(value))
  }
  return { body }
}

const JSON_HEADERS = { 'content-type': 'application/json' }

const isUpload = (value: unknown): value is Upload =>
  typeof value === 'object' && value !== null && 'bytes' in value && 'filename' in value
