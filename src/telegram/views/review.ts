import type { ElementCode, Value } from '../../domain/data-element.ts'
import { type AnswerMap, isAnswered, planForm } from '../../domain/form-plan.ts'
import { getPeriod } from '../../domain/period.ts'
import { formatPeriod } from '../../domain/period-text.ts'
import type { PlanLibrary } from '../../domain/plan.ts'
import { renderValue } from '../../domain/render-value.ts'
import { escapeHtml } from '../../i18n/escape-html.ts'
import type { T } from '../../i18n/texts.ts'
import type { ReviewItem } from '../../usecases/list-reviews.ts'
import type { SubmissionRow } from '../../usecases/ports.ts'
import { answeredOf, renderAnswer } from './answer-text.ts'
import { lateText } from './late.ts'
import { ruleParams } from './rule-params.ts'
import { type Button, lines, type View } from './view.ts'

const SHOWN = 8

/** The queue: counts, then the worst cases as buttons; all clean ones in one tap. */
export function reviewListView(t: T, library: PlanLibrary, items: readonly ReviewItem[]): View {
  if (items.length === 0) return { text: t('review:nothing') }
  const clean = items.filter((item) => item.isClean && item.decision === 'accept')
  return {
    text: lines(
      t('review:waiting', { count: items.length }),
      t('review:clean', { count: clean.length }),
      '',
      ...items.slice(0, SHOWN).map((item, index) =>
        t.html('review:row', {
          number: index + 1,
          unit: item.row.unitName,
          form: formText(t, library, item),
          mark: markOf(t, item),
        }),
      ),
      items.length > SHOWN ? t('review:more', { count: items.length - SHOWN }) : undefined,
    ),
    buttons: [
      ...items.slice(0, SHOWN).map((item, index): Button[] => [
        {
          text: t('review:button.open', { number: index + 1, unit: item.row.unitName }),
          data: `r:open:${item.row.id}`,
        },
      ]),
      clean.length > 1
        ? [
            {
              text: t('review:button.accept-clean', { count: clean.length }),
              data: `r:clean:${clean.length}`,
            },
          ]
        : [],
    ],
  }
}

/** One submission: every figure, what changed, which rules were touched and why. */
export function reviewCardView(t: T, library: PlanLibrary, item: ReviewItem, name: string): View {
  const { row, revision } = item
  const data = `${revision.number}:${row.id}`
  return {
    text: lines(
      t.html('review:card.title', { unit: row.unitName, form: formText(t, library, item) }),
      t.html('review:card.by', { name, number: revision.number }),
      '',
      ...figureRows(t, library, item),
      ...section(
        t('review:card.changed'),
        item.differences.map((difference) => differenceText(t, library, difference)),
      ),
      ...section(
        t('review:card.rules'),
        item.touched.map(({ element, rule, params, reason }) =>
          t.html('review:card.rule', {
            element: library.element(element).label[t.locale],
            rule: t(`review:rule.${rule}`, ruleParams(t, library, params)),
            reason: reason ?? t('review:card.no-reason'),
          }),
        ),
      ),
    ),
    buttons: [
      item.decision === 'accept'
        ? [
            { text: t('review:button.accept'), data: `r:accept:${data}` },
            { text: t('review:button.return'), data: `r:return:${data}` },
          ]
        : [
            { text: t('review:button.confirm'), data: `r:confirm:${data}` },
            { text: t('review:button.return'), data: `r:return:${data}` },
          ],
      ...evidenceButtons(t, item),
      [
        { text: t('review:button.history'), data: `h:show:${row.id}` },
        { text: t('review:button.list'), data: 'r:list' },
      ],
    ],
  }
}

/** A button for each photo or PDF that a recognition rests on. */
const evidenceButtons = (t: T, { row, values }: ReviewItem): readonly Button[][] =>
  evidencedIn(values).map((_, index) => [
    { text: t('review:button.evidence'), data: `r:evidence:${index}:${row.id}` },
  ])

/** Returns the recognitions that come with a photo or PDF, by element, in a fixed order. */
export const evidencedIn = (values: AnswerMap): readonly (readonly [ElementCode, Recognition])[] =>
  Object.entries(values).flatMap(([element, value]) =>
    value.kind === 'recognition' && value.evidence !== undefined ? [[element, value] as const] : [],
  )

type Recognition = Extract<Value, { kind: 'recognition' }>

/** The figures in the form's order, numerator and denominator in one row; why one is missing. */
const figureRows = (t: T, library: PlanLibrary, { row, values }: ReviewItem): readonly string[] => {
  const { form } = library.form(row.form)
  return planForm(form, row.unitLevels).flatMap((planned) => {
    const { asks, question } = planned
    if (question.isLate && !isAnswered(planned, values)) {
      const label = escapeHtml(library.element(asks[0] ?? '').label[t.locale])
      return [`• ${label}: <i>${lateText(t, form, question, row.period)}</i>`]
    }
    const known = answeredOf(
      asks.map((code) => library.element(code)),
      values,
    )
    const [first] = known
    if (first === undefined) return []
    const why = known.flatMap(([, value]) => (value.kind === 'missing' ? [value.reason] : []))[0]
    const text = `• ${escapeHtml(first[0].label[t.locale])}: <b>${escapeHtml(renderAnswer(known, t.locale))}</b>`
    return [why === undefined ? text : `${text} <i>(${escapeHtml(why)})</i>`]
  })
}

export const decidedView = (
  t: T,
  library: PlanLibrary,
  row: SubmissionRow,
  outcome: 'accepted' | 'confirmed' | 'undone',
): View => ({
  text: t.html(`review:done.${outcome}`, { unit: row.unitName, form: formText(t, library, { row }) }),
  buttons: [
    outcome === 'accepted'
      ? [{ text: t('review:button.undo'), data: `r:undo:${row.revision}:${row.id}` }]
      : [],
    [{ text: t('review:button.list'), data: 'r:list' }],
  ],
})

const formText = (t: T, library: PlanLibrary, { row }: Pick<ReviewItem, 'row'>): string =>
  `${library.form(row.form).form.title[t.locale]}, ${formatPeriod(getPeriod(row.period), t.locale)}`

const markOf = (t: T, { touched, missing, toCome }: ReviewItem): string => {
  const marks = [
    ...(touched.length > 0 ? [t('review:mark.touched', { count: touched.length })] : []),
    ...(missing.length > 0 ? [t('review:mark.missing', { count: missing.length })] : []),
  ]
  const found = marks.length === 0 ? [t('review:mark.clean')] : marks
  return [...found, ...(toCome > 0 ? [t('review:mark.to-come', { count: toCome })] : [])].join(', ')
}

const section = (title: string, rows: readonly string[]): readonly string[] =>
  rows.length === 0 ? [] : ['', title, ...rows.map((row) => `• ${row}`)]

function differenceText(
  t: T,
  library: PlanLibrary,
  { element, before, after }: ReviewItem['differences'][number],
): string {
  const about = library.element(element)
  return t.html('review:card.difference', {
    element: about.label[t.locale],
    before: before ? renderValue(before, about, t.locale) : t('common:missing'),
    after: renderValue(after, about, t.locale),
  })
}
