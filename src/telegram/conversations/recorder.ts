import type { ApiClientOptions } from 'grammy'

/** A call a form wants to make; it leaves the process only after the step is committed. */
export interface Effect {
  readonly method: string
  readonly payload: Readonly<Record<string, unknown>>
}

/**
 * Returns what the engine's own API client needs to write its calls down instead of making them.
 * The answers it gets are placeholders: a form must not read message ids from them.
 */
export function recordEffects(into: Effect[]): ApiClientOptions {
  const record = async (url: string, init: { readonly body?: unknown }) => {
    if (typeof init.body !== 'string') throw new Error('forms send no files')
    const method = url.slice(url.lastIndexOf('/') + 1)
    into.push({ method, payload: JSON.parse(init.body) as Record<string, unknown> })
    return {
      json: async () => ({
        ok: true,
        result: method.startsWith('send')
          ? { message_id: 0, date: 0, chat: { id: 0, type: 'private' } }
          : true,
      }),
    }
  }
  return { fetch: record as unknown as NonNullable<ApiClientOptions['fetch']> }
}
