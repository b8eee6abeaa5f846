import type { ApiAnswer } from '../../src/telegram/transport/transport.ts'

export interface Called {
  readonly method: string
  readonly url: string
  readonly body: string | FormData
  readonly contentType: string | undefined
}

/** What Telegram would answer to a call: an answer, a connection that breaks (an Error), or text that is no JSON. */
export type Answering = (called: Called) => ApiAnswer | Error | string | Promise<ApiAnswer | Error | string>

/** A `fetch` that keeps what was called and answers as told. */
export function answerFetch(answering: Answering): {
  readonly fetch: typeof fetch
  readonly calls: Called[]
} {
  const calls: Called[] = []
  const answer = async (input: string | URL | Request, init: RequestInit = {}) => {
    const url = String(input)
    const headers = new Headers(init.headers)
    const body = init.body as string | FormData
    const called = {
      method: url.slice(url.lastIndexOf('/') + 1),
      url,
      body,
      contentType: headers.get('content-type') ?? undefined,
    }
    calls.push(called)
    const result = await answering(called)
    if (result instanceof Error) throw result
    return new Response(typeof result === 'string' ? result : JSON.stringify(result))
  }
  return { fetch: answer, calls }
}

/** As undici tells of a connection that failed: the reason is the cause of a TypeError. */
export const brokenConnection = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(`connect ${code}`), { code }) })
