import type { Value } from '../../domain/data-element.ts'
import { type AnswerMap, nextOpen, type PlannedQuestion } from '../../domain/form-plan.ts'
import type { PastedAnswers } from '../../domain/pasted-answers.ts'
import { type FormSession, plannedOf } from '../../usecases/open-form.ts'
import { type CardParts, cardView } from '../views/card.ts'
import { importedViews } from '../views/imported.ts'
import { askQuestion } from './ask-question.ts'
import type { SectionDeps } from './asked.ts'
import { type ChatForm, type FormArgs, type FormConversation, Go, type Step } from './bridge.ts'
import { Dialogue } from './dialogue.ts'
import { type KeptSession, keepSession, recallSession } from './kept-session.ts'

export const SECTION = 'section'

export interface SectionArgs extends FormArgs {
  readonly session: FormSession
  /** Place of the question to ask, in the form as this unit meets it. */
  readonly at: number
  /** One row is corrected from the card, and the card follows. */
  readonly onlyThis: boolean
  /** Line above the first question: what was understood before. */
  readonly said?: string
}

type KeptArgs = Omit<SectionArgs, 'session'> & { readonly session: KeptSession }

const recallArgs = ({ session, ...rest }: KeptArgs): SectionArgs => ({
  ...rest,
  session: recallSession(session),
})

/**
 * The one conversation of all forms: it asks one question, always from the draft, then goes on to the next with a fresh log, so that the
 * eightieth costs what the first does. Resuming, another version and a bad log are therefore one path: enter it again.
 */
export const sectionForm = (deps: SectionDeps): ChatForm<SectionArgs> => ({
  name: SECTION,
  version: 7,
  keep: (args) => ({ ...args, session: keepSession(args.session) }),
  recall: (kept) => recallArgs(kept as KeptArgs),
  async build(conversation, ctx, step, { said, ...rest }) {
    const { session, at, onlyThis } = rest
    const t = deps.texts.for(step.person.locale)
    const planned = plannedOf(deps.library, session)
    const question = planned[at]
    if (question === undefined) throw new Error(`form ${session.form} has no question ${at}`)
    const dialogue = new Dialogue(conversation, ctx, step, at)
    const asked = { session, planned: question, at, total: planned.length, said }
    const outcome = await askQuestion(dialogue, {
      ...asked,
      deps,
      t,
      form: deps.library.form(session.form).form,
    })
    const parts = { t, library: deps.library }
    if (outcome.kind === 'back') return new Go(SECTION, { ...rest, at: Math.max(0, at - 1) })
    if (outcome.kind === 'many') {
      const { understood } = outcome.pasted
      await store(conversation, step, session, understood)
      const answers = Object.assign({}, session.answers, ...understood.map(({ values }) => values))
      showMany(dialogue, { ...parts, session: { ...session, answers } }, outcome.pasted)
      return undefined
    }
    const after =
      outcome.kind === 'answered'
        ? afterAnswer(session, outcome.values, await store(conversation, step, session, [outcome]))
        : session
    const next = onlyThis ? undefined : following(planned, after.answers, at)
    const heard = outcome.kind === 'answered' ? outcome.said : t('forms:said.later')
    if (next !== undefined) return new Go(SECTION, { ...rest, session: after, at: next, said: heard })
    dialogue.show(() => cardView({ ...parts, session: after }))
    return undefined
  },
})

function showMany(dialogue: Dialogue, parts: CardParts, { understood, refused }: PastedAnswers): void {
  const views = importedViews(parts, { stored: understood.length, refused, isOlder: false })
  for (const view of views) dialogue.show(view)
}

/** Passed-over questions do not come round again by themselves: the card shows them open. */
const following = (planned: readonly PlannedQuestion[], answers: AnswerMap, at: number): number | undefined =>
  nextOpen(planned, answers, at + 1)

const afterAnswer = (session: FormSession, values: AnswerMap, givenAt: number): FormSession => ({
  ...session,
  answers: { ...session.answers, ...values },
  seenAt: {
    ...session.seenAt,
    ...Object.fromEntries(Object.keys(values).map((element) => [element, givenAt])),
  },
})

/** Inside `external`, so that a replay does not write again; returns when the answers were given, in ms. */
function store(
  conversation: FormConversation,
  step: Step,
  { seenAt }: FormSession,
  answered: readonly { readonly values: AnswerMap; readonly reason?: string }[],
): Promise<number> {
  return conversation.external(() => {
    for (const { values, reason } of answered) {
      for (const [element, value] of Object.entries(values) as [string, Value][]) {
        const why = reason !== undefined && value.kind !== 'missing' ? { reason } : {}
        step.write({ element, value, by: step.person.id, at: step.now, ...why }, seenAt[element])
      }
    }
    return step.now.getTime()
  })
}
