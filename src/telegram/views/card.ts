import { quotient } from '../../domain/figures.ts'
import { type AnswerMap, isAnswered, openRequired, type PlannedQuestion } from '../../domain/form-plan.ts'
import { getPeriod } from '../../domain/period.ts'
import { formatPeriod } from '../../domain/period-text.ts'
import type { PlanLibrary } from '../../domain/plan.ts'
import { renderPercent } from '../../domain/render-value.ts'
import { type AnswerCheck, checkSubmission } from '../../domain/rules-check.ts'
import { escapeHtml } from '../../i18n/escape-html.ts'
import type { T } from '../../i18n/texts.ts'
import { type FormSession, plannedOf } from '../../usecases/open-form.ts'
import type { SubmissionRow } from '../../usecases/ports.ts'
import { answeredOf, renderAnswer } from './answer-text.ts'
import { lateText } from './late.ts'
import { ruleParams } from './rule-params.ts'
import { type Button, inRows, lines, type View } from './view.ts'

/** Most numbers in a row of buttons; rows are evened out. */
const WIDEST_ROW = 6
/** Rules told on the card; the reviewer sees all of them. */
const RULES_SHOWN = 6

export interface CardParts {
  readonly t: T
  readonly library: PlanLibrary
  readonly session: FormSession
  readonly row?: SubmissionRow
  /** Ids of the questions a form handed in leaves to come. */
  readonly toCome?: readonly string[]
}

/** Every figure as understood and the indicators computed from them; no target here: the card must not invite correcting the truth. */
export function cardView(parts: CardParts): View {
  const { t, library, session } = parts
  const planned = plannedOf(library, session)
  const open = openOf(session, planned)
  const touched = touchedBy(library, session)
  const buttons = cardButtons(session)
  return {
    text: lines(
      titleOf(parts),
      t.html('forms:card.unit', { unit: session.unitName }),
      '',
      ...cardRows(parts, planned),
      ...indicatorRows(parts),
      ...ruleRows(parts, touched),
      '',
      wayOn(parts, open, touched),
    ),
    buttons: [
      ...onwardButton(parts, open, touched),
      [{ text: t('forms:button.edit'), data: buttons.edit }],
      [
        ...(session.late ? [] : [{ text: t('forms:button.template'), data: `x:${session.submission}` }]),
        { text: t('forms:button.later'), data: 'd:later' },
      ],
    ],
  }
}

function wayOn({ t, session }: CardParts, open: number, { hard }: AnswerCheck): string {
  if (hard.length > 0) return t('forms:card.to-correct')
  if (open > 0) return t('forms:card.open', { count: open })
  return t(session.late ? 'forms:card.complete-late' : 'forms:card.complete')
}

/** The one next thing to do; nothing is handed in that a rule forbids. */
function onwardButton({ t, session }: CardParts, open: number, { hard }: AnswerCheck): readonly Button[][] {
  const buttons = cardButtons(session)
  if (open > 0) return [[{ text: t('forms:button.go-on'), data: buttons.go }]]
  if (session.sections)
    return [[{ text: t('teamwork:part.done-button'), data: `d:done:${session.submission}` }]]
  if (hard.length > 0) return []
  return [[{ text: t(session.late ? 'forms:button.add-late' : 'forms:button.submit'), data: buttons.submit }]]
}

/** Questions that hold up handing in; of results that come later one at least must be there. */
const openOf = ({ answers, late }: FormSession, planned: readonly PlannedQuestion[]): number => {
  if (late === undefined) return openRequired(planned, answers).length
  return planned.some((each) => isAnswered(each, answers)) ? 0 : planned.length
}

/** The same card serves a draft and the results added to a form handed in. */
const cardButtons = ({ submission, late }: FormSession) =>
  late === undefined
    ? {
        go: `d:go:${submission}`,
        submit: `d:submit:${submission}`,
        edit: `d:edit:${submission}`,
        card: `d:card:${submission}`,
        row: (at: number) => `d:row:${at}:${submission}`,
      }
    : {
        go: `d:late:${submission}`,
        submit: `d:add:${submission}`,
        edit: `d:late-edit:${submission}`,
        card: `d:late-card:${submission}`,
        row: (at: number) => `d:late-row:${at}:${submission}`,
      }

/** Numbered rows of the card, for choosing which one to correct. */
export function editChoiceView(parts: CardParts): View {
  const { t, library, session } = parts
  const planned = plannedOf(library, session)
  const button = cardButtons(session)
  const numbers: Button[] = planned.map((_, index) => ({ text: `${index + 1}`, data: button.row(index) }))
  return {
    text: lines(t('forms:card.choose-row'), '', ...cardRows(parts, planned)),
    buttons: [
      ...inRows(numbers, Math.ceil(numbers.length / Math.ceil(numbers.length / WIDEST_ROW))),
      [{ text: t('forms:button.back'), data: button.card }],
    ],
  }
}

/** A submission as handed in: its state, receipt and figures; nothing to press but what its state allows. */
export function submittedCardView(parts: CardParts): View {
  const { t, library, session, row, toCome = [] } = parts
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
    buttons: [
      row?.state === 'returned' ? [{ text: t('forms:button.correct-now'), data: `d:reopen:${row.id}` }] : [],
      toCome.length > 0
        ? [{ text: t('forms:button.add-late-now'), data: `d:late:${session.submission}` }]
        : [],
    ],
  }
}

const titleOf = ({ t, library, session }: CardParts): string =>
  t.html('forms:card.title', {
    form: library.form(session.form).form.title[t.locale],
    period: formatPeriod(getPeriod(session.period), t.locale),
  })

/** Rows of a submission's figures: number, label, value. */
export function cardRows(parts: CardParts, planned: readonly PlannedQuestion[]): readonly string[] {
  const { t, library } = parts
  return planned.map((question, index) => {
    const label = library.element(question.asks[0] ?? '').label[t.locale]
    return `${index + 1}. ${escapeHtml(label)}: ${answerText(parts, question)}`
  })
}

function answerText({ t, library, session, toCome = [] }: CardParts, planned: PlannedQuestion): string {
  const { question, asks } = planned
  if (!isAnswered(planned, session.answers))
    return `<i>${question.isLate ? lateText(t, library.form(session.form).form, question, session.period) : t('forms:card.unanswered')}</i>`
  const elements = asks.map((code) => library.element(code))
  const text = `<b>${escapeHtml(renderAnswer(answeredOf(elements, session.answers), t.locale))}</b>`
  return toCome.includes(question.id) ? `${text} <i>(${t('forms:card.not-sent')})</i>` : text
}

/** The rules the figures touch all together, those that stop first. */
function touchedBy(library: PlanLibrary, { form, answers, last }: FormSession): AnswerCheck {
  const elements = new Map(Object.keys(answers).map((code) => [code, library.element(code)] as const))
  return checkSubmission({
    ...{ form: library.form(form).form, elements },
    ...{ answers: new Map(Object.entries(answers)), last: new Map(Object.entries(last)) },
  })
}

function ruleRows({ t, library }: CardParts, { hard, soft }: AnswerCheck): readonly string[] {
  const rows = [...hard, ...soft].slice(0, RULES_SHOWN).map(({ element, rule, params }) =>
    t.html('forms:card.rule', {
      element: library.element(element).label[t.locale],
      rule: t(`review:rule.${rule}`, ruleParams(t, library, params)),
    }),
  )
  return rows.length === 0 ? [] : ['', t('review:card.rules'), ...rows]
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
