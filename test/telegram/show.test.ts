import { describe, expect, it } from 'vitest'
import type { BotContext } from '../../src/telegram/context.ts'
import { createScreen } from '../../src/telegram/show.ts'
import type { ApiAnswer } from '../../src/telegram/transport/api-answer.ts'
import type { Transport } from '../../src/telegram/transport/transport.ts'

const ctx = {} as BotContext
const asked = (text: string) => ({ method: 'sendMessage' as const, payload: { chat_id: 7, text } })
const TOO_MANY: ApiAnswer = {
  ok: false,
  error_code: 429,
  description: 'Too Many Requests: retry after 9',
  parameters: { retry_after: 9 },
}

/** A screen before a Telegram that gives these answers, one after the other. */
function openScreen(...answers: ApiAnswer[]) {
  const queued: unknown[] = []
  const screen = createScreen({
    transport: { call: async () => answers.shift() } as unknown as Transport,
    outbox: {
      async enqueue(message) {
        queued.push(message.params)
        return undefined
      },
    },
    clock: { now: () => new Date('2026-12-07T00:00:00Z') },
  })
  return { screen, queued }
}

describe('what a form shows', () => {
  it('is known by the last message it became', async () => {
    const { screen, queued } = openScreen(
      { ok: true, result: { message_id: 11 } },
      { ok: true, result: { message_id: 12 } },
    )
    expect(await screen.flush(ctx, [asked('một'), asked('hai')])).toBe(12)
    expect(queued).toEqual([])
  })

  it('is not yet seen where Telegram takes it only later', async () => {
    const { screen, queued } = openScreen({ ok: true, result: { message_id: 11 } }, TOO_MANY)
    expect(await screen.flush(ctx, [asked('một'), asked('hai')])).toBeUndefined()
    expect(queued).toEqual([{ method: 'sendMessage', payload: { text: 'hai' } }])
  })
})
