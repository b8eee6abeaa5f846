import { describe, expect, it } from 'vitest'
import type { PersonId, SubmissionId } from '../../../src/domain/brand.ts'
import type { BotContext } from '../../../src/telegram/context.ts'
import {
  type ChatForm,
  createBridge,
  type Effect,
  type FormArgs,
  Go,
  type Gone,
} from '../../../src/telegram/conversations/bridge.ts'
import { nextInput } from '../../../src/telegram/conversations/input.ts'
import type { ConversationRow, ConversationStore, StepWrite } from '../../../src/usecases/ports.ts'

const SUBMISSION = 's1' as SubmissionId
const PERSON = {
  id: 'p1' as PersonId,
  name: 'Nga',
  locale: 'vi',
  hasConsented: true,
  isSuspended: false,
  roles: [],
}
const NOW = new Date('2026-12-07T00:00:00Z')

interface Args extends FormArgs {
  readonly at: number
}
const ARGS: Args = { submission: SUBMISSION, formVersion: 1, at: 0 }

const saying = (text: string) => (): Effect => ({ method: 'sendMessage', payload: { text } })

/** Asks three figures, one after another, each by a message of its own. */
const threeFigures = (version = 1): ChatForm<Args> => ({
  name: 'figures',
  version,
  async build(conversation, _ctx, step, { at: first }) {
    for (let at = first; at < 3; at++) {
      step.show(saying(`question ${at}`))
      const { input } = await nextInput(conversation, step, at)
      const count = input.kind === 'text' ? Number(input.text) : -1
      await conversation.external(() =>
        step.write(
          { element: `e${at}`, value: { kind: 'count', count }, by: step.person.id, at: step.now },
          undefined,
        ),
      )
    }
    step.show(saying('card'))
    return undefined
  },
})

/** A chat with one open form at most; `outcome` is what the database makes of the next commits. */
function openChat(form: ChatForm<Args> = threeFigures()) {
  const state = {
    outcome: 'committed' as Awaited<ReturnType<ConversationStore['commitStep']>>,
    row: undefined as ConversationRow | undefined,
  }
  const steps: StepWrite[] = []
  const sent: string[] = []
  const gone: Gone[] = []
  let updateId = 0
  const store = {
    async markProcessed() {},
    async commitStep(step: StepWrite) {
      if (state.outcome !== 'committed') return state.outcome
      steps.push(step)
      const { conversation } = step
      state.row =
        conversation &&
        ({
          ...JSON.parse(JSON.stringify(conversation)),
          revision: step.expectedRevision + 1,
          lastUpdateId: step.updateId,
        } as ConversationRow)
      return state.outcome
    },
    async end() {
      state.row = undefined
    },
  } as unknown as ConversationStore
  const make = (of: ChatForm<Args>) =>
    createBridge({
      ...{ forms: [of], store, instance: 'i1', now: () => NOW },
      flush: async (_ctx: BotContext, effects: readonly Effect[]) => {
        sent.push(...effects.map(({ payload }) => String(payload.text)))
        return NOW.getTime() / 1000
      },
      onGone: async (_ctx: BotContext, why: Gone) => void gone.push(why),
    })
  let bridge = make(form)
  const contextOf = (content: object): BotContext => {
    const update = { update_id: ++updateId, ...content }
    const conversationKey = { key: '7:7', expectedRevision: state.row?.revision ?? 0 }
    const me = { id: 1, is_bot: true, first_name: 'bot', username: 'bot' }
    const { message } = content as { message?: object }
    return {
      update,
      message,
      botInfo: me,
      state: { person: PERSON, actor: {}, conversationKey, isToShowAgain: false },
    } as unknown as BotContext
  }
  const from = { id: 7, is_bot: false, first_name: 'Nga' }
  const chat = { id: 7, type: 'private', first_name: 'Nga' }
  const message = (text: string) => ({
    message: { message_id: 10 + updateId, date: NOW.getTime() / 1000 + updateId * 60, from, chat, text },
  })
  const tap = (data: string) => ({
    callback_query: { id: '1', from, chat_instance: '1', data, message: { message_id: 1, date: 1, chat } },
  })
  const resume = async (content: object) =>
    // The database gives a fresh one each time.
    state.row ? bridge.resume(contextOf(content), structuredClone(state.row)) : false
  return {
    ...{ state, steps, sent, gone },
    enter: (args = ARGS) => bridge.enter(contextOf(message('/nop')), form, args),
    say: (text: string) => resume(message(text)),
    tap: (data: string) => resume(tap(data)),
    releaseAs: (next: ChatForm<Args>) => {
      bridge = make(next)
    },
  }
}

describe('the bridge to the conversations engine', () => {
  it('asks, stores and goes on, each step in one commit', async () => {
    const chat = openChat()
    await chat.enter()
    expect(await chat.say('12')).toBe(true)
    expect(chat.sent).toEqual(['question 0', 'question 1'])
    expect(chat.steps.map(({ answers }) => answers.map(({ element, value }) => [element, value]))).toEqual([
      [],
      [['e0', { kind: 'count', count: 12 }]],
    ])
  })

  it('stores each answer once, however often the log is replayed', async () => {
    const chat = openChat()
    await chat.enter()
    for (const text of ['1', '2', '3']) await chat.say(text)
    expect(chat.steps.flatMap(({ answers }) => answers.map(({ element }) => element))).toEqual([
      'e0',
      'e1',
      'e2',
    ])
    expect(chat.sent.at(-1)).toBe('card')
    expect(chat.state.row).toBeUndefined()
  })

  it('sends nothing when another step was first', async () => {
    const chat = openChat()
    await chat.enter()
    chat.state.outcome = 'superseded'
    const before = [...chat.sent]
    expect(await chat.say('12')).toBe(true)
    expect(chat.sent).toEqual(before)
    expect(chat.gone).toEqual([])
  })

  it('ends and says so when the submission was handed in meanwhile', async () => {
    const chat = openChat()
    await chat.enter()
    chat.state.outcome = 'closed'
    await chat.say('12')
    expect(chat.gone).toEqual(['closed'])
    expect(chat.sent).toEqual(['question 0'])
    expect(chat.state.row).toBeUndefined()
  })

  it('resumes from the draft when the form has another version', async () => {
    const chat = openChat()
    await chat.enter()
    chat.releaseAs(threeFigures(2))
    expect(await chat.say('12')).toBe(true)
    expect(chat.gone).toEqual(['version'])
    expect(chat.sent).toEqual(['question 0'])
  })

  it('resumes from the draft when the log no longer fits the form', async () => {
    const chat = openChat()
    await chat.enter()
    await chat.say('12')
    const { build, ...rest } = threeFigures()
    chat.releaseAs({
      ...rest,
      async build(conversation, ctx, step, args) {
        await conversation.external(() => 'a step that was not there when the log was written')
        return build(conversation, ctx, step, args)
      },
    })
    expect(await chat.say('13')).toBe(true)
    expect(chat.gone).toEqual(['replay'])
  })

  it('leaves taps on older questions alone, and hands on taps that are not the form’s', async () => {
    const chat = openChat()
    await chat.enter()
    await chat.say('12')
    const before = chat.steps.length
    await chat.tap('f:0:yes')
    expect(await chat.tap('d:later')).toBe(false)
    expect(chat.steps).toHaveLength(before)
    await chat.say('13')
    expect(chat.steps.at(-1)?.answers[0]).toMatchObject({ element: 'e1', value: { count: 13 } })
  })

  it('goes on in another form with a fresh log, in the same commit', async () => {
    const form: ChatForm<Args> = {
      name: 'sections',
      version: 1,
      async build(conversation, _ctx, step, { at, ...args }) {
        step.show(saying(`section ${at}`))
        await nextInput(conversation, step, at)
        await conversation.external(() =>
          step.write(
            { element: `s${at}`, value: { kind: 'count', count: at }, by: step.person.id, at: step.now },
            undefined,
          ),
        )
        return at < 2 ? new Go('sections', { ...args, at: at + 1 } as Args) : undefined
      },
    }
    const chat = openChat(form)
    await chat.enter()
    const sizes: number[] = []
    for (const text of ['a', 'b']) {
      await chat.say(text)
      sizes.push(JSON.stringify(chat.steps.at(-1)?.conversation?.state).length)
    }
    expect(chat.sent).toEqual(['section 0', 'section 1', 'section 2'])
    expect(chat.steps.at(-1)?.answers).toHaveLength(1)
    expect(Math.abs((sizes[1] ?? 0) - (sizes[0] ?? 0))).toBeLessThan(40)
  })

  it('keeps the state as it was when a form fails, so that the answer can be sent again', async () => {
    const form = threeFigures()
    let isBroken = false
    const chat = openChat({
      ...form,
      async build(conversation, ctx, step, args) {
        const write: typeof step.write = (answer) => {
          if (isBroken) throw new Error('the disk is full')
          step.write(answer, undefined)
        }
        return form.build(conversation, ctx, { ...step, write }, args)
      },
    })
    await chat.enter()
    isBroken = true
    await expect(chat.say('12')).rejects.toThrow('the disk is full')
    isBroken = false
    expect(await chat.say('12')).toBe(true)
    expect(chat.sent).toEqual(['question 0', 'question 1'])
  })

  it('does not wait for ever for a form that never settles', async () => {
    const stuck: ChatForm<Args> = { name: 'stuck', version: 1, build: () => new Promise(() => undefined) }
    const bridge = createBridge({
      ...{
        forms: [stuck],
        store: {} as ConversationStore,
        instance: 'i1',
        now: () => NOW,
        stepTimeoutMs: 20,
      },
      ...{ flush: async () => 0, onGone: async () => undefined },
    })
    const ctx = {
      update: {
        update_id: 1,
        message: { message_id: 1, date: 1, chat: { id: 7, type: 'private' }, text: 'a' },
      },
      state: { person: PERSON },
    }
    await expect(bridge.enter(ctx as unknown as BotContext, stuck, ARGS)).rejects.toThrow('took over 20 ms')
  })
})
