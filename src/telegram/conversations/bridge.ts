import type { ContextBaseData, Conversation, ConversationState } from '@grammyjs/conversations'
import { enterConversation, resumeConversation } from '@grammyjs/conversations'
import type { Context as FormContext } from 'grammy'
import type { Actor } from '../../domain/access.ts'
import type { SubmissionId } from '../../domain/brand.ts'
import type { DraftAnswer } from '../../domain/submission.ts'
import type { ConversationRow, ConversationStore, Person, StepWrite } from '../../usecases/ports.ts'
import type { BotContext } from '../context.ts'
import { type Effect, Shown } from './effect.ts'
import { createRepetitions, wordsOf } from './repetitions.ts'

export type { Effect } from './effect.ts'
export type FormConversation = Conversation<FormContext, FormContext>

/** What one update may do inside a form; collected while playing, applied together afterwards. */
export interface Step {
  readonly person: Person
  readonly actor: Actor
  readonly now: Date
  /** Answers to store; call only inside `conversation.external`, which a replay skips. */
  readonly write: (answer: DraftAnswer, seenAt: number | undefined) => void
  /** Shows something once the step is committed. */
  readonly show: Shown['show']
  readonly heard: Shown['heard']
}

/** Returned by a form to go on in another with a fresh, short log. */
export class Go<A extends FormArgs = FormArgs> {
  readonly form: string
  readonly args: A
  constructor(form: string, args: A) {
    this.form = form
    this.args = args
  }
}

/** Survives in the engine's state as JSON. */
export interface FormArgs {
  readonly submission?: SubmissionId
  /** Its answers are results added to a form handed in. */
  readonly isAddition?: boolean
  readonly formVersion: number
}

/** A form of the chat. `version` rises when the order of its questions, replies or externals changes. */
export interface ChatForm<A extends FormArgs = FormArgs> {
  readonly name: string
  readonly version: number
  build(conversation: FormConversation, ctx: FormContext, step: Step, args: A): Promise<Go | undefined>
  /** Both or none: what is kept of the args between two steps, where that can be shorter than they are. */
  keep?(args: A): object
  recall?(kept: object): FormArgs
}

/** again: nothing is wrong with the state, but its question may not have been seen. */
export type Gone = 'version' | 'replay' | 'closed' | 'changed' | 'again'

export interface BridgeOptions {
  readonly forms: readonly ChatForm<never>[]
  readonly store: ConversationStore
  readonly instance: string
  readonly now: () => Date
  /** Makes the recorded calls, in order, after the commit; returns the id of the last message, undefined where it comes later. */
  readonly flush: (ctx: BotContext, effects: readonly Effect[]) => Promise<number | undefined>
  /** The stored state cannot go on: another version, a bad log, or the submission closed meanwhile. Nothing typed is lost: drafts are rows. */
  readonly onGone: (ctx: BotContext, why: Gone, submission: SubmissionId | undefined) => Promise<void>
  readonly stepTimeoutMs?: number
}

/** What is kept of a form between two steps. */
interface StoredState {
  /** As `keep` of its form leaves them. */
  readonly args: object
  readonly engine: ConversationState
  /** What the last step was played with. */
  readonly words?: string
}

interface Played {
  readonly effects: readonly Effect[]
  readonly answers: readonly DraftAnswer[]
  readonly seen: StepWrite['seen']
  /** Absent: the form ended. */
  readonly next?: { readonly form: ChatForm; readonly state: ConversationState; readonly args: FormArgs }
}

/**
 * Drives the conversations engine under Telegraf: read → play in memory → one commit with compare and swap → replies.
 * A loser of the race, or a redelivered update, has sent nothing.
 */
export function createBridge(options: BridgeOptions) {
  const forms = new Map(options.forms.map((form) => [form.name, form as unknown as ChatForm]))
  const repetitions = createRepetitions()

  /** Undefined: the form did not want the update. */
  async function play(
    ctx: BotContext,
    form: ChatForm,
    args: FormArgs,
    state?: ConversationState,
  ): Promise<Played | undefined> {
    const shown = new Shown()
    const answers: DraftAnswer[] = []
    const seen: Record<string, number | null> = {}
    const step: Step = {
      person: ctx.state.person,
      actor: ctx.state.actor,
      now: options.now(),
      ...{ show: shown.show, heard: shown.heard },
      write: (answer, seenAt) => {
        answers.push(answer)
        seen[answer.element] ??= seenAt ?? null
      },
    }
    let jump: Go | undefined
    const build = async (conversation: FormConversation, formCtx: FormContext) => {
      jump = await form.build(conversation, formCtx, step, args)
    }
    const base = baseOf(ctx)
    const run = state ? resumeConversation(build, base, state) : enterConversation(build, base)
    const result = await within(run, options.stepTimeoutMs ?? 15_000, form.name)
    if (result.status === 'error') throw result.error
    if (result.status === 'skipped') return undefined
    if (result.status === 'handled')
      return {
        effects: shown.effects,
        answers,
        seen,
        next: { form, args, state: { replay: result.replay, interrupts: result.interrupts } },
      }
    if (!jump) return { effects: shown.effects, answers, seen }
    const onward = await play(ctx, formNamed(jump.form), jump.args)
    return (
      onward && {
        ...onward,
        effects: [...shown.effects, ...onward.effects],
        answers: [...answers, ...onward.answers],
        seen: { ...onward.seen, ...seen },
      }
    )
  }

  function formNamed(name: string): ChatForm {
    const form = forms.get(name)
    if (!form) throw new Error(`no chat form is called ${name}`)
    return form
  }

  async function commit(ctx: BotContext, played: Played, args: FormArgs): Promise<void> {
    const { key, expectedRevision } = ctx.state.conversationKey
    const submission = played.next?.args.submission ?? args.submission
    const outcome = await options.store.commitStep(
      {
        key,
        updateId: ctx.update.update_id,
        expectedRevision,
        formVersion: args.formVersion,
        answers: played.answers,
        seen: played.seen,
        isShownAgain: ctx.state.isToShowAgain,
        isAddition: args.isAddition ?? false,
        ...(submission && { submission }),
        ...(played.next && {
          conversation: {
            form: played.next.form.name,
            version: played.next.form.version,
            state: {
              args: played.next.form.keep?.(played.next.args) ?? played.next.args,
              engine: played.next.state,
              words: wordsOf(ctx),
            },
            ...(submission && { submission }),
          },
        }),
      },
      options.instance,
      options.now(),
    )
    if (outcome === 'committed') await reply(ctx, played.effects)
    if (outcome === 'superseded') await passOver(ctx)
    if (outcome === 'closed' || outcome === 'changed') await gone(ctx, outcome, submission)
  }

  /** Done with, so that it is not taken for the answer to a later question when it comes again. */
  const passOver = ({ update }: BotContext) => options.store.markProcessed(update.update_id, options.now())

  async function reply(ctx: BotContext, effects: readonly Effect[]): Promise<void> {
    repetitions.note(ctx, undefined)
    repetitions.note(ctx, await options.flush(ctx, effects))
  }

  async function gone(ctx: BotContext, why: Gone, submission: SubmissionId | undefined): Promise<void> {
    await options.store.end(ctx.state.conversationKey.key, options.now())
    await options.onGone(ctx, why, submission)
  }

  return {
    /** Starts a form in this chat, replacing whatever was open. */
    async enter<A extends FormArgs>(ctx: BotContext, form: ChatForm<A>, args: A): Promise<void> {
      const played = await play(ctx, form as unknown as ChatForm, args)
      if (played) await commit(ctx, played, args)
    },

    /** Plays the update in the open form; false when there is none or it did not want the update. */
    async resume(ctx: BotContext, row: ConversationRow): Promise<boolean> {
      const form = forms.get(row.form)
      const stored = row.state as StoredState
      const repetition = row.submission && repetitions.find(ctx, stored.words)
      if (repetition === 'unanswered') await options.onGone(ctx, 'again', row.submission)
      if (repetition === 'applied') await passOver(ctx)
      if (repetition) return true
      if (!form || form.version !== row.version) {
        await gone(ctx, 'version', row.submission)
        return true
      }
      const args = form.recall?.(stored.args) ?? (stored.args as FormArgs)
      let played: Played | undefined
      try {
        played = await play(ctx, form, args, stored.engine)
      } catch (error) {
        if (!(error instanceof Error && error.message.startsWith('Bad replay'))) throw error
        await gone(ctx, 'replay', row.submission)
        return true
      }
      if (!played) return false
      await commit(ctx, played, args)
      return true
    },
  }
}

export type Bridge = ReturnType<typeof createBridge>

/** The one cast at the boundary: the same JSON on the wire, but Telegraf's types are of Bot API 7.1. */
const baseOf = (ctx: BotContext): ContextBaseData =>
  ({
    update: ctx.update,
    me: ctx.botInfo,
    api: { token: '0:form', options: NO_CALLS },
  }) as unknown as ContextBaseData

/** A call made while playing would leave before the commit: forms show instead. */
const NO_CALLS = { fetch: () => Promise.reject(new Error('a form calls nothing itself: it shows')) }

/** Also the way out where a replay never settles. */
function within<R>(work: Promise<R>, ms: number, what: string): Promise<R> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`form ${what} took over ${ms} ms`)), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
