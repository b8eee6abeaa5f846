import { describe, expect, it } from 'vitest'
import type { OutboxId } from '../../src/domain/brand.ts'
import { type ChannelDeps, createChannel } from '../../src/telegram/channel.ts'
import { type ApiAnswer, TransportError } from '../../src/telegram/transport/transport.ts'
import type { OutboxRow } from '../../src/usecases/ports.ts'

const NOW = new Date('2026-12-07T00:00:00Z')
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000)
const row = (rest: Partial<OutboxRow> = {}): OutboxRow => ({
  ...{
    id: 'o1' as OutboxId,
    chatId: 7,
    kind: 'accepted',
    params: {},
    locale: 'vi',
    priority: 1,
    notBefore: NOW,
  },
  ...{ attempts: 1, createdAt: NOW, dueAt: NOW, ...rest },
})

/** Sends a row to a Telegram that answers so; returns the outcome and what was called. */
async function send(
  answer: ApiAnswer | Error,
  of: OutboxRow = row(),
  render: ChannelDeps['render'] = async () => MESSAGE,
) {
  const payloads: object[] = []
  let passed = 0
  const transport = {
    spare: async () => ({}),
    busyChats: () => [3, '@public'],
    giveBack: () => void passed++,
    call: async (_method: string, payload: object) => {
      payloads.push(payload)
      if (answer instanceof Error) throw answer
      return answer
    },
  }
  const log = { error: () => undefined }
  const deps = { transport, render, clock: { now: () => NOW }, log } as unknown as ChannelDeps
  const turn = await createChannel(deps).turn(new AbortController().signal)
  const outcome = await turn?.send(of)
  return { outcome, payloads, held: turn?.held, isPassed: passed > 0 }
}

const MESSAGE = { method: 'sendMessage', payload: { text: 'Đã duyệt' } } as const
const refuse = (error_code: number, description: string, parameters?: object): ApiAnswer =>
  ({ ok: false, error_code, description, ...(parameters && { parameters }) }) as ApiAnswer

describe('what Telegram answers to a message of the outbox', () => {
  it('sent: with the number it got', async () => {
    const { outcome, payloads } = await send({ ok: true, result: { message_id: 42 } }, row({ threadId: 5 }))
    expect(outcome).toEqual({ kind: 'sent', messageId: 42 })
    expect(payloads).toEqual([{ chat_id: 7, message_thread_id: 5, text: 'Đã duyệt' }])
  })

  it.each([
    [
      '429 with its pause',
      refuse(429, 'Too Many Requests', { retry_after: 90 }),
      row(),
      { kind: 'retry', notBefore: later(90) },
    ],
    [
      '500: again after a growing pause',
      refuse(500, 'Internal'),
      row({ attempts: 3 }),
      { kind: 'retry', notBefore: later(8) },
    ],
    [
      '502: a pause of ten minutes at most',
      refuse(502, 'Bad Gateway'),
      row({ attempts: 30 }),
      { kind: 'retry', notBefore: later(600) },
    ],
    [
      '500 for more than a day: given up',
      refuse(500, 'Internal'),
      row({ dueAt: later(-90_000) }),
      { kind: 'dropped', reason: 'gave-up' },
    ],
    [
      '429 for more than a day: given up',
      refuse(429, 'Too Many Requests', { retry_after: 90 }),
      row({ dueAt: later(-90_000) }),
      { kind: 'dropped', reason: 'gave-up' },
    ],
    [
      '500, planned a day ago for now: tried again',
      refuse(500, 'Internal'),
      row({ createdAt: later(-90_000) }),
      { kind: 'retry' },
    ],
    ['401: the token, not the message', refuse(401, 'Unauthorized'), row(), { kind: 'retry' }],
    [
      '400: our fault, not repeated',
      refuse(400, 'Bad Request: message is too long'),
      row(),
      { kind: 'failed', reason: 'refused' },
    ],
    [
      'never connected: again',
      new TransportError('sendMessage', 'ECONNREFUSED', false),
      row(),
      { kind: 'retry', notBefore: later(2) },
    ],
    [
      'cut off after it had left: in doubt',
      new TransportError('sendMessage', 'ECONNRESET', true),
      row(),
      { kind: 'in-doubt' },
    ],
  ] as const)('%s', async (_name, answer, of, outcome) => {
    const result = await send(answer, of)
    expect(result.outcome).toMatchObject(outcome)
  })

  it.each([
    [7, 403, 'Forbidden: bot was blocked by the user', 'blocked'],
    [7, 403, 'Forbidden: user is deactivated', 'deactivated'],
    [7, 403, "Forbidden: bot can't initiate conversation with a user", 'not-started'],
    [7, 400, 'Bad Request: chat not found', 'not-started'],
    [-9, 403, 'Forbidden: bot was kicked from the supergroup chat', 'out-of-group'],
    [-9, 403, 'Forbidden: bot is not a member of the supergroup chat', 'out-of-group'],
    [-9, 403, 'Forbidden: the group chat was deleted', 'out-of-group'],
    [-9, 400, 'Bad Request: chat not found', 'out-of-group'],
    [-9, 400, 'Bad Request: not enough rights to send text messages to the chat', 'no-rights'],
    [-9, 400, 'Bad Request: CHAT_SEND_PHOTOS_FORBIDDEN', 'no-rights'],
    [-9, 400, 'Bad Request: TOPIC_CLOSED', 'no-rights'],
    [-9, 400, 'Bad Request: message caption is too long', 'refused'],
  ] as const)('to %i, %i «%s»: failed, %s', async (chatId, code, description, reason) => {
    const { outcome } = await send(refuse(code, description), row({ chatId }))
    expect(outcome).toEqual({ kind: 'failed', reason, error: description })
  })

  it('a group that became a supergroup: to be sent there', async () => {
    const answer = refuse(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: -1009 })
    const { outcome } = await send(answer, row({ chatId: -9 }))
    expect(outcome).toMatchObject({ kind: 'moved', chatId: -1009 })
  })

  it.each(['Bad Request: message thread not found', 'Bad Request: TOPIC_CLOSED'])(
    'a topic that is gone, «%s»: to be sent outside of it',
    async (description) => {
      const { outcome } = await send(refuse(400, description), row({ chatId: -9, threadId: 4 }))
      expect(outcome).toMatchObject({ kind: 'out-of-topic' })
    },
  )

  it('nothing to say any more: dropped, nothing was called, and the turn passed on', async () => {
    const { outcome, payloads, isPassed } = await send({ ok: true, result: {} }, row(), async () => undefined)
    expect(outcome).toMatchObject({ kind: 'dropped', reason: 'nothing-to-say' })
    expect([payloads, isPassed]).toEqual([[], true])
  })

  it('could not be rendered: failed, not in doubt', async () => {
    const { outcome, isPassed } = await send({ ok: true, result: {} }, row(), async () => {
      throw new Error('no such form')
    })
    expect(outcome).toEqual({ kind: 'failed', reason: 'not-rendered', error: 'Error' })
    expect(isPassed).toBe(true)
  })

  it('names the chats that have to wait by their number', async () => {
    expect((await send({ ok: true, result: { message_id: 1 } })).held).toEqual({ chats: [3], kinds: [] })
  })
})

describe('messages that have to be drawn', () => {
  it('give their place to others meanwhile, two at most, and need none kept for them afterwards', async () => {
    let draw = () => {}
    const drawn = new Promise<void>((resolve) => {
      draw = resolve
    })
    let places = 0
    const called: { readonly chat: number; readonly hasPlace: boolean }[] = []
    const transport = {
      spare: async () => ({ place: places++ }),
      busyChats: () => [],
      giveBack: () => void places--,
      call: async (_method: string, payload: { readonly chat_id: number }, options: { spare?: object }) => {
        called.push({ chat: payload.chat_id, hasPlace: options.spare !== undefined })
        return { ok: true, result: { message_id: 1 } }
      },
    }
    const render = async ({ kind }: OutboxRow) => {
      if (kind === 'digest') await drawn
      return MESSAGE
    }
    const channel = createChannel({ transport, render, clock: { now: () => NOW } } as unknown as ChannelDeps)
    const begin = async (chatId: number, kind: string) => {
      const turn = await channel.turn(new AbortController().signal)
      return { held: turn?.held.kinds, fate: turn?.send(row({ chatId, kind })) }
    }
    const digests = [await begin(-1, 'digest'), await begin(-2, 'digest')]
    const person = await begin(7, 'reminder')
    expect([...digests, person].map(({ held }) => held)).toEqual([[], [], ['digest']])
    expect(await person.fate).toMatchObject({ kind: 'sent' })
    expect([called, places]).toEqual([[{ chat: 7, hasPlace: true }], 1])
    draw()
    expect(await Promise.all(digests.map(({ fate }) => fate))).toMatchObject([
      { kind: 'sent' },
      { kind: 'sent' },
    ])
    expect(called.slice(1)).toEqual([-1, -2].map((chat) => ({ chat, hasPlace: false })))
    expect((await begin(8, 'reminder')).held).toEqual([])
  })
})
