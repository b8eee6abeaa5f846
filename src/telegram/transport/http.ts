import { request } from 'undici'
import type { ApiAnswer } from './api-answer.ts'

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

export interface ApiAddress {
  readonly token: string
  readonly apiRoot: string
  readonly fetch?: typeof fetch
}

export interface Waiting {
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
}

/** A file to upload; such payloads go out as multipart. */
export interface Upload {
  readonly bytes: Uint8Array
  readonly filename: string
}

const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

/** Makes one call and returns what was answered. Throws TransportError. */
export async function post(
  address: ApiAddress,
  method: string,
  payload: object,
  { timeoutMs, signal }: Waiting,
): Promise<ApiAnswer> {
  const init = encode(payload)
  const url = `${address.apiRoot}/bot${address.token}/${method}`
  try {
    if (!address.fetch && typeof init.body === 'string')
      return await postJson(url, init.body, timeoutMs, signal)
    const limit = AbortSignal.timeout(timeoutMs)
    const response = await (address.fetch ?? fetch)(url, {
      method: 'POST',
      ...init,
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    })
    return (await response.json()) as ApiAnswer
  } catch (error) {
    throw describe(method, error)
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
export function describe(method: string, error: unknown): TransportError {
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
