import { quotient } from '../../domain/figures.ts'
import { type AnswerMap, isAnswered, openRequired, type PlannedQuestion } from '../../domain/form-plan.ts'
import { getPeriod } from '../../domain/period.ts'
import { formatPeriod } from '../../domain/period-text.ts'
import type { PlanLibrary } from '../../domain/plan.ts'
import { renderPercent } from '../../domain/render-value.ts'
import { escapeHtml } from '../../i18n/escape-html.ts'
import type { T } from '../../i18n/texts.ts'
import { type FormSession, plannedOf } from '../../usecases/open-form.ts'
import type { SubmissionRow } from '../../usecases/ports.ts'
import { answeredOf, renderAnswer } from './answer-text.ts'
import { type Button, inRows, lines, type View } from './view.ts'

/** Most numbers in a row of buttons; rows are evened out. */
const WIDEST_ROW = 6

export interface CardParts {
  readonly t: T
  readonly library: PlanLibrary
  readonly session: FormSession
  readonly row?: SubmissionRow
}

/** Every figure as understood and the indicators computed from them; no target here: the card must not invite correcting the truth. */
export function cardView(parts: CardParts): View {
  const { t, library, session } = parts
  const planned = plannedOf(library, session)
  const open = openRequired(planned, session.answers).length
  return {
    text: lines(
      titleOf(parts),
      t.html('forms:card.unit', { unit: session.unitName }),
      '',
      ...cardRows(parts, planned),
      ...indicatorRows(parts),
      '',
      open > 0 ? t('forms:card.open', { count: open }) : t('forms:card.complete'),
    ),
    buttons: [
      open > 0
        ? [{ text: t('forms:button.go-on'), data: `d:go:${session.submission}` }]
        : session.sections
          ? [{ text: t('teamwork:part.done-button'), data: `d:done:${session.submission}` }]
          : [{ text: t('forms:button.submit'), data: `d:submit:${session.submission}` }],
      [{ text: t('forms:button.edit'), data: `d:edit:${session.submission}` }],
      [
        { text: t('forms:button.template'), data: `x:${session.submission}` },
        { text: t('forms:button.later'), data: 'd:later' },
      ],
    ],
  }
}

/** Numbered rows of the card, for choosing which one to correct. */
export function editChoiceView(parts: CardParts): View {
  const { t, library, session } = parts
  const planned = plannedOf(library, session)
  const numbers: Button[] = planned.map((_, index) => ({
    text: `${index + 1}`,
    data: `d:row:${index}:${session.submission}`,
  }))
  return {
    text: lines(t('forms:card.choose-row'), '', ...cardRows(parts, planned)),
    buttons: [
      ...inRows(numbers, Math.ceil(numbers.length / Math.ceil(numbers.length / WIDEST_ROW))),
      [{ text: t('forms:button.back'), data: `d:card:${session.submission}` }],
    ],
  }
}

/** A submission as handed in: its state, receipt and figures; nothing to press but what its state allows. */
export function submittedCardView(parts: CardParts): View {
  const { t, library, session, row } = parts
  const planned = plannedOf(library, session)
  return {
    text: lines(
      titleOf(parts),
      t.html('forms:card.unit', { unit: session.unitName }),
      row && t.html('forms:card.state', { state: t(`common:state.${row.state}`) }),
      row?.receipt !== undefined ? t.html('forms:card.receipt', { receipt: row.receipt }) : undefined,
      row?.state === 'returned' && row.returnReason !== undefined
        ? t.html('forms:owed.return-reason', { reason: row.returnReason })
        : undefined,
      '',
      ...cardRows(parts, planned),
      ...indicatorRows(parts),
    ),
    buttons:
      row?.state === 'returned'
        ? [[{ text: t('forms:button.correct-now'), data: `d:reopen:${row.id}` }]]
        : [],
  }
}

const titleOf = ({ t, library, session }: CardParts): string =>
  t.html('forms:card.title', {
    form: library.form(session.form).form.title[t.locale],
    period: formatPeriod(getPeriod(session.period), t.locale),
  })

/** Rows of a submission's figures: number, label, value. */
export function cardRows(
  { t, library, session }: CardParts,
  planned: readonly PlannedQuestion[],
): readonly string[] {
  return planned.map((question, index) => {
    const elements = question.asks.map((code) => library.element(code))
    const label = elements[0]?.label[t.locale] ?? ''
    const value = isAnswered(question, session.answers)
      ? `<b>${escapeHtml(renderAnswer(answeredOf(elements, session.answers), t.locale))}</b>`
      : `<i>${t(question.question.isLate ? 'forms:card.later' : 'forms:card.unanswered')}</i>`
    return `${index + 1}. ${escapeHtml(label)}: ${value}`
  })
}

/** Ratios whose every element this submission answers. */
function indicatorRows({ t, library, session }: CardParts): readonly string[] {
  const rows = library.catalogue.indicators.flatMap(({ formula, label }) => {
    if (formula.kind !== 'ratio' || formula.factor !== 100) return []
    const value = quotient(
      sum(formula.numerator, session.answers),
      sum(formula.denominator, session.answers),
      formula.factor,
    )
    return value === null
      ? []
      : [t.html('forms:card.indicator', { label: label[t.locale], value: renderPercent(value, t.locale) })]
  })
  return rows.length === 0 ? [] : ['', t('forms:card.computed'), ...rows]
}

function sum(elements: readonly string[], answers: AnswerMap): string | null {
  let total = 0
  for (const element of elements) {
    const value = answers[element]
    if (value?.kind !== 'count') return null
    total += value.count
  }
  return String(total)
}
