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
  ...{ attempts: 1, createdAt: NOW, ...rest },
})

/** Sends a row to a Telegram that answers so; returns the outcome and what became of people and groups. */
async function send(
  answer: ApiAnswer | Error,
  of: OutboxRow = row(),
  render: ChannelDeps['render'] = async () => MESSAGE,
) {
  const effects: unknown[][] = []
  const note =
    (name: string) =>
    async (...args: unknown[]) =>
      void effects.push([name, ...args])
  const payloads: object[] = []
  const call = async (_method: string, payload: object) => {
    payloads.push(payload)
    if (answer instanceof Error) throw answer
    return answer
  }
  const database = {
    people: { setBlocked: note('blocked') },
    groups: { leave: note('left'), migrate: note('migrated') },
  }
  const log = { error: () => undefined }
  const deps = {
    transport: { call },
    database,
    render,
    clock: { now: () => NOW },
    log,
  } as unknown as ChannelDeps
  return { outcome: await createChannel(deps).send(of), effects, payloads }
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
      row({ createdAt: later(-90_000) }),
      { kind: 'dropped' },
    ],
    [
      '400: our fault, not repeated',
      refuse(400, 'Bad Request: message is too long'),
      row(),
      { kind: 'failed' },
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
    expect(result.effects).toEqual([])
  })

  it('403 in private: the person is known to have blocked the bot', async () => {
    const { outcome, effects } = await send(refuse(403, 'Forbidden: bot was blocked by the user'))
    expect(outcome.kind).toBe('failed')
    expect(effects).toEqual([['blocked', 7, NOW]])
  })

  it('403 in a group: the bot is known to be out of it', async () => {
    const { outcome, effects } = await send(refuse(403, 'Forbidden: bot was kicked'), row({ chatId: -9 }))
    expect(outcome.kind).toBe('failed')
    expect(effects).toEqual([['left', -9]])
  })

  it('a group that became a supergroup: relinked and sent again', async () => {
    const answer = refuse(400, 'Bad Request: group chat was upgraded', { migrate_to_chat_id: -1009 })
    const { outcome, effects } = await send(answer, row({ chatId: -9 }))
    expect(outcome).toMatchObject({ kind: 'retry', notBefore: NOW })
    expect(effects).toEqual([['migrated', -9, -1009]])
  })

  it('nothing to say any more: dropped, nothing was called', async () => {
    const { outcome, payloads } = await send({ ok: true, result: {} }, row(), async () => undefined)
    expect(outcome.kind).toBe('dropped')
    expect(payloads).toEqual([])
  })

  it('could not be rendered: failed, not in doubt', async () => {
    const { outcome } = await send({ ok: true, result: {} }, row(), async () => {
      throw new Error('no such form')
    })
    expect(outcome).toEqual({ kind: 'failed', error: 'Error' })
  })
})
