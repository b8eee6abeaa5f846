import type { Context } from 'grammy'
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
import { showView } from './show.ts'

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

/**
 * The one conversation of all forms: it asks one section of at most 8 questions, always from the draft, then goes on to the next
 * with a fresh log. Resuming, another version and a bad log are therefore one path: enter it again.
 */
export const sectionForm = (deps: SectionDeps): ChatForm<SectionArgs> => ({
  name: SECTION,
  version: 4,
  async build(conversation, ctx, step, args) {
    const { form } = deps.library.form(args.session.form)
    const t = deps.texts.for(step.person.locale)
    const planned = plannedOf(deps.library, args.session)
    const { said: saidBefore, ...rest } = args
    let { session } = args
    let said = saidBefore
    let at: number | undefined = args.at
    let latest = ctx
    const section = planned[at]?.section.id

    while (at !== undefined) {
      const question = planned[at]
      if (question === undefined) break
      if (question.section.id !== section)
        return new Go(SECTION, { ...rest, session, at, ...(said !== undefined && { said }) })
      const dialogue = new Dialogue(conversation, latest, at)
      const outcome = await askQuestion(dialogue, {
        deps,
        t,
        form,
        session,
        planned: question,
        at,
        total: planned.length,
        said,
      })
      latest = dialogue.ctx
      if (outcome.kind === 'many') {
        const { understood } = outcome.pasted
        await store(conversation, step, session, understood)
        const answers = Object.assign({}, session.answers, ...understood.map(({ values }) => values))
        await showMany(latest, { t, library: deps.library, session: { ...session, answers } }, outcome.pasted)
        return undefined
      }
      if (outcome.kind === 'back') return new Go(SECTION, { ...rest, session, at: Math.max(0, at - 1) })
      if (outcome.kind === 'answered') {
        const givenAt = await store(conversation, step, session, [outcome])
        session = afterAnswer(session, outcome.values, givenAt)
        said = outcome.said
      } else {
        said = t('forms:said.later')
      }
      at = args.onlyThis ? undefined : following(planned, session.answers, at)
    }
    await showView(latest, cardView({ t, library: deps.library, session }))
    return undefined
  },
})

async function showMany(
  ctx: Context,
  parts: CardParts,
  { understood, refused }: PastedAnswers,
): Promise<void> {
  const views = importedViews(parts, { stored: understood.length, refused, isOlder: false })
  for (const view of views) await showView(ctx, view)
}

/** Passed-over questions do not come round again by themselves: the card shows them open. */
const following = (planned: readonly PlannedQuestion[], answers: AnswerMap, at: number): number | undefined =>
  nextOpen(planned, answers, at + 1)

const afterAnswer = (session: FormSession, values: AnswerMap, givenAt: string): FormSession => ({
  ...session,
  answers: { ...session.answers, ...values },
  seenAt: {
    ...session.seenAt,
    ...Object.fromEntries(Object.keys(values).map((element) => [element, givenAt])),
  },
})

/** Inside `external`, so that a replay does not write again; returns when the answers were given, ISO. */
function store(
  conversation: FormConversation,
  step: Step,
  { seenAt }: FormSession,
  answered: readonly { readonly values: AnswerMap; readonly reason?: string }[],
): Promise<string> {
  return conversation.external(() => {
    for (const { values, reason } of answered) {
      for (const [element, value] of Object.entries(values) as [string, Value][]) {
        const why = reason !== undefined && value.kind !== 'missing' ? { reason } : {}
        step.write({ element, value, by: step.person.id, at: step.now, ...why }, seenAt[element])
      }
    }
    return step.now.toISOString()
  })
}
