import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { NO_LIMITS } from '../../../src/telegram/transport/limits.ts'
import {
  createTransport,
  TransportError,
  type TransportOptions,
} from '../../../src/telegram/transport/transport.ts'
import { type Answering, answerFetch, brokenConnection } from '../../support/bot-api.ts'

const TOKEN = '4200001:never-to-be-seen-anywhere'
const DONE = { ok: true, result: true } as const
const tooMany = (retryAfter: number) =>
  ({
    ok: false,
    error_code: 429,
    description: 'Too Many Requests',
    parameters: { retry_after: retryAfter },
  }) as const

function open(answering: Answering, options: Pick<TransportOptions, 'limits' | 'longestWaitMs'> = {}) {
  const { fetch, calls } = answerFetch(answering)
  const transport = createTransport({
    token: TOKEN,
    apiRoot: 'http://telegram',
    fetch,
    now: () => performance.now(),
    ...options,
  })
  return { transport, calls }
}

describe('the way out to Telegram', () => {
  it('makes the calls of one chat in order, those of others beside them', async () => {
    const done: string[] = []
    const { transport } = open(async ({ body }) => {
      const { text, wait } = JSON.parse(String(body))
      await sleep(wait)
      done.push(text)
      return DONE
    })
    await Promise.all([
      transport.call('sendMessage', { chat_id: 1, text: 'first', wait: 40 }),
      transport.call('sendMessage', { chat_id: 1, text: 'second', wait: 0 }),
      transport.call('sendMessage', { chat_id: 2, text: 'other', wait: 0 }),
    ])
    expect(done).toEqual(['other', 'first', 'second'])
  })

  it('waits out a short «too many requests» and repeats the call', async () => {
    const answers = [tooMany(0.02), tooMany(0.02), DONE]
    const { transport, calls } = open(() => answers.shift() ?? DONE)
    expect(await transport.call('sendMessage', { chat_id: 1, text: 'a' })).toEqual(DONE)
    expect(calls).toHaveLength(3)
  })

  it('gives a long «too many requests» back to the caller', async () => {
    const { transport, calls } = open(() => tooMany(30))
    expect(await transport.call('sendMessage', { chat_id: 1, text: 'a' })).toEqual(tooMany(30))
    expect(calls).toHaveLength(1)
  })

  it('does not send to a chat that was refused for long, and says so; other chats go on', async () => {
    const answers = [tooMany(30)]
    const { transport, calls } = open(() => answers.shift() ?? DONE)
    await transport.call('sendMessage', { chat_id: 1, text: 'a' })
    expect(await transport.call('sendMessage', { chat_id: 1, text: 'b' })).toMatchObject({
      error_code: 429,
      parameters: { retry_after: 30 },
    })
    expect(await transport.call('sendMessage', { chat_id: 2, text: 'c' })).toEqual(DONE)
    expect(calls).toHaveLength(2)
    expect(transport.busyChats()).toEqual([1])
  })

  it('answers a tap at once, whatever waits', async () => {
    const { transport } = open(() => DONE, { limits: { ...NO_LIMITS, perSecond: 1 } })
    await transport.call('sendMessage', { chat_id: 1, text: 'a' })
    const waiting = transport.call('sendMessage', { chat_id: 1, text: 'b' })
    const started = performance.now()
    await transport.call('answerCallbackQuery', { callback_query_id: '1' })
    expect(performance.now() - started).toBeLessThan(200)
    await waiting
  })

  it('sends in a place taken before, or says at once that the chat has to wait', async () => {
    const answers = [DONE, tooMany(9)]
    const { transport, calls } = open(() => answers.shift() ?? DONE)
    const { signal } = new AbortController()
    for (const wanted of [DONE, tooMany(9), { error_code: 429, parameters: { retry_after: 9 } }]) {
      const spare = await transport.spare(signal)
      const answer = await transport.call('sendMessage', { chat_id: 1, text: 'a' }, spare && { spare })
      expect(answer).toMatchObject(wanted)
    }
    expect(calls).toHaveLength(2)
  })

  it('keeps below its rate over all chats', async () => {
    const { transport } = open(() => DONE, { limits: { ...NO_LIMITS, perSecond: 100 } })
    const started = performance.now()
    await Promise.all(
      Array.from({ length: 130 }, (_, chat) => transport.call('sendMessage', { chat_id: chat, text: 'a' })),
    )
    expect(performance.now() - started).toBeGreaterThan(900)
  })

  it('returns refusals as values', async () => {
    const refusal = { ok: false, error_code: 400, description: 'Bad Request: chat not found' } as const
    const { transport } = open(() => refusal)
    expect(await transport.call('sendMessage', { chat_id: 1, text: 'a' })).toEqual(refusal)
  })

  it('leaves out what is not given, and writes JSON', async () => {
    const { transport, calls } = open(() => DONE)
    await transport.call('sendMessage', { chat_id: 1, text: 'tiến độ', message_thread_id: undefined })
    expect(calls[0]?.contentType).toBe('application/json')
    expect(JSON.parse(String(calls[0]?.body))).toEqual({ chat_id: 1, text: 'tiến độ' })
  })

  it('sends a file as a form, its keyboard as JSON within', async () => {
    const { transport, calls } = open(() => DONE)
    const photo = { bytes: new Uint8Array([1, 2, 3]), filename: 'ban-tin.png' }
    await transport.call('sendPhoto', {
      chat_id: 1,
      photo,
      caption: 'Tuần 50',
      reply_markup: { inline_keyboard: [] },
    })
    const body = calls[0]?.body as FormData
    const file = body.get('photo') as File
    expect([file.name, file.size]).toEqual(['ban-tin.png', 3])
    expect(body.get('caption')).toBe('Tuần 50')
    expect(body.get('reply_markup')).toBe('{"inline_keyboard":[]}')
  })

  it.each([
    ['ECONNREFUSED', false],
    ['ENOTFOUND', false],
    ['UND_ERR_CONNECT_TIMEOUT', false],
    ['ECONNRESET', true],
    ['UND_ERR_SOCKET', true],
    ['UND_ERR_HEADERS_TIMEOUT', true],
  ])('says of %s whether the call may have arrived: %s', async (code, mayHaveArrived) => {
    const { transport } = open(() => brokenConnection(code))
    await expect(transport.call('sendMessage', { chat_id: 1 })).rejects.toMatchObject({ mayHaveArrived })
  })

  it('takes an answer that is no JSON for one that never came', async () => {
    const { transport } = open(() => '<html>502 Bad Gateway</html>')
    await expect(transport.call('sendMessage', { chat_id: 1 })).rejects.toMatchObject({
      mayHaveArrived: true,
    })
  })

  it('gives up a call that takes too long, and one the caller ends', async () => {
    const { fetch } = answerFetch(() => DONE)
    const hanging: typeof globalThis.fetch = (_url, init) =>
      new Promise((_resolve, reject) =>
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)),
      )
    const transport = createTransport({
      token: TOKEN,
      apiRoot: 'http://telegram',
      fetch: hanging,
      now: Date.now,
      timeoutMs: 20,
    })
    await expect(transport.call('sendMessage', { chat_id: 1 })).rejects.toBeInstanceOf(TransportError)
    const stopping = new AbortController()
    const polled = transport.call('getUpdates', {}, { signal: stopping.signal, timeoutMs: 10_000 })
    stopping.abort()
    await expect(polled).rejects.toBeInstanceOf(TransportError)
    expect(fetch).toBeDefined()
  })

  it('goes on with a chat after one of its calls failed', async () => {
    const answers = [brokenConnection('ECONNRESET'), DONE]
    const { transport } = open(() => answers.shift() ?? DONE)
    const first = transport.call('sendMessage', { chat_id: 1 })
    const second = transport.call('sendMessage', { chat_id: 1 })
    await expect(first).rejects.toBeInstanceOf(TransportError)
    expect(await second).toEqual(DONE)
  })

  it('tells nobody the token, whatever breaks', async () => {
    const leaking = new TypeError(`fetch failed: http://telegram/bot${TOKEN}/sendMessage`)
    const { transport } = open(() => leaking)
    const error = await transport.call('sendMessage', { chat_id: 1 }).catch((caught: Error) => caught)
    expect(error).toBeInstanceOf(TransportError)
    expect(`${(error as Error).stack}${JSON.stringify(error)}`).not.toContain(TOKEN)
  })
})
