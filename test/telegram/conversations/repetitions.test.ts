import { describe, expect, it } from 'vitest'
import type { BotContext } from '../../../src/telegram/context.ts'
import { createRepetitions } from '../../../src/telegram/conversations/repetitions.ts'

const said = (id: number, text: string, isPlayedByDead = false): BotContext =>
  ({
    message: { message_id: id, text },
    state: {
      conversationKey: { key: '1:1', expectedRevision: 1 },
      lastStep: { updateId: 1, isPlayedByDead },
    },
  }) as unknown as BotContext

describe('words said again', () => {
  it('are no answer to a question that was not there yet', () => {
    const repetitions = createRepetitions()
    repetitions.note(said(10, '18/21'), 12)
    expect(repetitions.find(said(11, '18/21'), '18/21')).toBe('applied')
  })

  it('are an answer once the question stands there', () => {
    const repetitions = createRepetitions()
    repetitions.note(said(10, '18/21'), 12)
    expect(repetitions.find(said(13, '18/21'), '18/21')).toBeUndefined()
  })

  it('are an answer when they are other words', () => {
    const repetitions = createRepetitions()
    repetitions.note(said(10, '18/21'), 12)
    expect(repetitions.find(said(11, '20/21'), '18/21')).toBeUndefined()
  })

  it('show the question again where the process that applied them is gone', () => {
    expect(createRepetitions().find(said(11, '18/21', true), '18/21')).toBe('unanswered')
    expect(createRepetitions().find(said(11, '20/21', true), '18/21')).toBeUndefined()
    expect(createRepetitions().find(said(11, '18/21', false), '18/21')).toBeUndefined()
  })

  it('show the question again, whatever they are, where its reply could not be delivered', () => {
    const repetitions = createRepetitions()
    repetitions.note(said(10, '18/21'), undefined)
    expect(repetitions.find(said(11, '20/21'), '18/21')).toBe('unanswered')
  })
})
