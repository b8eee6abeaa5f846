import type { QuestionId } from '../../domain/brand.ts'
import { addDays, type LocalDate, localDateOf } from '../../domain/local-date.ts'
import { renderDate } from '../../domain/render-value.ts'
import { parseDate } from '../../domain/typed-date.ts'
import type { T, Texts } from '../../i18n/texts.ts'
import { answerQuestion, type QuestionDeps } from '../../usecases/answer-question.ts'
import { formButton } from '../views/question.ts'
import type { View } from '../views/view.ts'
import { refusalOf } from './attempt.ts'
import type { ChatForm, FormArgs } from './bridge.ts'
import { Dialogue } from './dialogue.ts'

export interface AnswerArgs extends FormArgs {
  readonly question: QuestionId
  readonly text: string
}

/** Longer than this an answer would not fit beside its question. */
const LONGEST_ANSWER = 1500
/** How long an answer may be kept as known, in days. */
const KEPT_DAYS = [30, 90, 365] as const

/** Asks an officer for the answer, and whether it is to be told to whoever asks the same. */
export const answerForm = (deps: QuestionDeps & { readonly texts: Texts }): ChatForm<AnswerArgs> => ({
  name: 'answer-question',
  version: 2,
  async build(conversation, ctx, step, { question, text }) {
    const t = deps.texts.for(step.person.locale)
    const first = new Dialogue(conversation, ctx, step, 0)
    const answer = await askAnswer(first, t, text)
    if (answer === undefined) {
      first.show({ text: t('ask:queue.left') })
      return undefined
    }
    const second = new Dialogue(conversation, first.ctx, step, 1)
    const kept = await askUntil(second, t, answer, localDateOf(step.now, deps.timeZone))
    if (kept === undefined) {
      second.show({ text: t('ask:queue.left') })
      return undefined
    }
    const given = { text: answer, ...(kept !== 'not' && { keepUntil: kept }) }
    const refusal = await conversation.external(() =>
      refusalOf(t, () => answerQuestion(deps, step.actor, question, given)),
    )
    second.show({ text: refusal ?? doneText(t, kept) })
    return undefined
  },
})

const doneText = (t: T, kept: LocalDate | 'not'): string =>
  kept === 'not' ? t('ask:queue.done') : t('ask:queue.done-proposed', { until: renderDate(kept, t.locale) })

/** The answer in words; undefined when the officer leaves it. */
async function askAnswer(dialogue: Dialogue, t: T, question: string): Promise<string | undefined> {
  const buttons = [[{ text: t('common:button.cancel'), data: formButton(0, 'cancel') }]]
  let view: View = { text: t.html('ask:queue.ask-answer', { question }), buttons }
  for (;;) {
    const input = await dialogue.ask(view)
    if (input.kind === 'button') return undefined
    const text = input.kind === 'text' ? input.text.normalize('NFC').trim() : ''
    if (text !== '' && [...text].length <= LONGEST_ANSWER) return text
    view = { text: t('ask:queue.unclear-answer', { longest: LONGEST_ANSWER }), buttons }
  }
}

/** The last day on which it is told to others, «not» for the asker alone; undefined when the officer leaves it. */
async function askUntil(
  dialogue: Dialogue,
  t: T,
  answer: string,
  today: LocalDate,
): Promise<LocalDate | 'not' | undefined> {
  const buttons = [
    [{ text: t('ask:queue.button.only-asker'), data: formButton(1, 'not') }],
    KEPT_DAYS.map((days) => ({
      text: renderDate(addDays(today, days), t.locale),
      data: formButton(1, String(days)),
    })),
    [{ text: t('common:button.cancel'), data: formButton(1, 'cancel') }],
  ]
  let view: View = { text: t.html('ask:queue.ask-until', { answer }), buttons }
  for (;;) {
    const input = await dialogue.ask(view)
    if (input.kind === 'button') {
      if (input.action === 'cancel') return undefined
      return input.action === 'not' ? 'not' : addDays(today, Number(input.action))
    }
    const parsed = parseDate(input.kind === 'text' ? input.text : '', today)
    if (parsed.kind === 'date' && parsed.date > today) return parsed.date
    view = { text: t('ask:queue.unclear-until'), buttons }
  }
}
