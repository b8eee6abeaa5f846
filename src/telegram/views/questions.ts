import { type Actor, scopeFor } from '../../domain/access.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { renderDate } from '../../domain/render-value.ts'
import type { T } from '../../i18n/texts.ts'
import type { QuestionQueue } from '../../usecases/answer-question.ts'
import type { AskedQuestion } from '../../usecases/ports.ts'
import { type Button, lines, type View } from './view.ts'

const SHOWN = 8
const LONGEST_LABEL = 48

/** What waits for an answer first, then what waits for approval, then what is kept. */
export function questionListView(t: T, { open, proposed, kept }: QuestionQueue): View {
  const part = (key: 'open' | 'proposed' | 'kept', questions: readonly AskedQuestion[]) =>
    questions.length === 0 ? undefined : t(`ask:queue.${key}`, { count: questions.length })
  const text = lines(part('open', open), part('proposed', proposed), part('kept', kept))
  return {
    text: text === '' ? t('ask:queue.empty') : lines(t('ask:queue.title'), text),
    buttons: [...open, ...proposed, ...kept]
      .slice(0, SHOWN)
      .map((one) => [{ text: `${SIGNS[stageOf(one)]} ${shorten(one.text)}`, data: `cq:show:${one.id}` }]),
  }
}

/** One question with what may be done about it. Throws nothing: a button pressed too late is refused by its use case. */
export function questionView(t: T, actor: Actor, question: AskedQuestion): View {
  const { text, unitName, answer, keepUntil } = question
  const until = keepUntil && renderDate(keepUntil as LocalDate, t.locale)
  return {
    text: lines(
      t.html('ask:queue.question', { unit: unitName, question: text }),
      answer === undefined ? undefined : t.html('ask:queue.answer', { answer }),
      until === undefined ? undefined : t.html(`ask:queue.until.${untilOf(question)}`, { until }),
    ),
    buttons: [buttonsOf(t, actor, question), [{ text: t('ask:queue.back'), data: 'cq:list' }]],
  }
}

const SIGNS = { open: '❓', proposed: '📝', kept: '✅' } as const

type Stage = keyof typeof SIGNS

const stageOf = ({ state, keeping }: AskedQuestion): Stage =>
  state === 'open' ? 'open' : keeping === 'proposed' ? 'proposed' : 'kept'

const untilOf = ({ keeping }: AskedQuestion): 'proposed' | 'kept' | 'not' =>
  keeping === 'proposed' || keeping === 'kept' ? keeping : 'not'

function buttonsOf(t: T, actor: Actor, { id, state, keeping, answeredBy }: AskedQuestion): readonly Button[] {
  const may = (action: 'answer-question' | 'approve-answer'): boolean => {
    const { roots } = scopeFor(actor, action)
    return roots === 'everything' || roots.length > 0
  }
  if (state === 'open')
    return may('answer-question') ? [{ text: t('ask:queue.button.answer'), data: `cq:answer:${id}` }] : []
  if (!may('approve-answer')) return []
  if (keeping === 'kept') return [{ text: t('ask:queue.button.withdraw'), data: `cq:back:${id}` }]
  return keeping === 'proposed' && answeredBy !== actor.person ? decisionButtons(t, id) : []
}

/** Approve what was answered, or not. */
export const decisionButtons = (t: T, id: string): readonly Button[] => [
  { text: t('ask:queue.button.approve'), data: `cq:yes:${id}` },
  { text: t('ask:queue.button.refuse'), data: `cq:no:${id}` },
]

function shorten(text: string): string {
  const letters = [...text]
  return letters.length <= LONGEST_LABEL ? text : `${letters.slice(0, LONGEST_LABEL - 1).join('')}…`
}
