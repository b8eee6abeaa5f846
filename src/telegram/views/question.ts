import type { DataElement } from '../../domain/data-element.ts'
import type { Form } from '../../domain/form.ts'
import type { PlannedQuestion } from '../../domain/form-plan.ts'
import { lateDueOn } from '../../domain/late-result.ts'
import { getPeriod, schoolYearOf } from '../../domain/period.ts'
import { formatPeriod } from '../../domain/period-text.ts'
import { questionExample } from '../../domain/question-example.ts'
import { referenceDate } from '../../domain/reference-date.ts'
import { renderDate } from '../../domain/render-value.ts'
import { escapeHtml } from '../../i18n/escape-html.ts'
import type { T } from '../../i18n/texts.ts'
import type { FormSession } from '../../usecases/open-form.ts'
import { answeredOf, renderAnswer } from './answer-text.ts'
import { type Button, lines, type View } from './view.ts'

export interface QuestionParts {
  readonly t: T
  readonly form: Form
  readonly session: FormSession
  readonly planned: PlannedQuestion
  readonly at: number
  readonly total: number
  /** Elements asked, in order. */
  readonly elements: readonly DataElement[]
  /** Line above: what was understood from the answer before, or why the last one was not. */
  readonly said: string | undefined
}

/** Data of a button inside a form: the question's place, so that a tap on an older question is recognised as such. */
export const formButton = (at: number, action: string): string => `f:${at}:${action}`

/** The question as people see it: scope, day, unit, definition, last value and example always beside it. */
export function questionView(parts: QuestionParts): View {
  const { t, planned, at, total, elements, said } = parts
  const [first] = elements
  if (!first) throw new Error(`question ${planned.question.id} asks nothing`)
  const locale = t.locale
  const last = lastText(parts)
  return {
    text: lines(
      said === undefined ? undefined : `${said}\n`,
      t.html('forms:question.place', { section: planned.section.title[locale], at: at + 1, total }),
      `<b>${escapeHtml(first.question[locale])}</b>`,
      ratioHint(parts),
      t.html('forms:question.about', { scope: first.scope[locale], reference: referenceText(parts, first) }),
      unitLine(parts, first),
      `<i>${escapeHtml(first.definition[locale])}</i>`,
      planned.question.isLate ? lateLine(parts) : undefined,
      last === undefined ? undefined : t.html('forms:question.last', last),
      nowText(parts),
      t.html('forms:question.example', { example: questionExample(elements) }),
    ),
    buttons: buttonsOf(parts, first, last !== undefined),
  }
}

const ratioHint = ({ t, elements }: QuestionParts): string | undefined => {
  const [numerator, denominator] = elements
  return (
    numerator &&
    denominator &&
    t.html('forms:question.ratio', {
      numerator: numerator.label[t.locale],
      denominator: denominator.label[t.locale],
    })
  )
}

const unitLine = ({ t }: QuestionParts, element: DataElement): string | undefined =>
  element.unit[t.locale] === '' ? undefined : t.html('forms:question.unit', { unit: element.unit[t.locale] })

function referenceText({ t, form, session }: QuestionParts, element: DataElement): string {
  const period = getPeriod(session.period)
  return element.reference === 'at-date'
    ? t('forms:reference.at-date', { day: renderDate(referenceDate(form, period), t.locale) })
    : formatPeriod(schoolYearOf(period), t.locale)
}

function lateLine({ t, form, session, planned }: QuestionParts): string {
  const dueOn = lateDueOn(form, planned.question, getPeriod(session.period))
  return dueOn === undefined
    ? t('forms:question.late')
    : t('forms:question.late-by', { date: renderDate(dueOn, t.locale) })
}

function lastText({ t, session, elements }: QuestionParts): { value: string; period: string } | undefined {
  const known = answeredOf(elements, session.last).filter(([, value]) => value.kind !== 'missing')
  if (known.length < elements.length || session.lastPeriod === undefined) return undefined
  return {
    value: renderAnswer(known, t.locale),
    period: formatPeriod(getPeriod(session.lastPeriod), t.locale),
  }
}

/** What the draft holds already: someone correcting a row, or going back, sees what they would change. */
function nowText({ t, session, elements }: QuestionParts): string | undefined {
  const known = answeredOf(elements, session.answers)
  return known.length < elements.length
    ? undefined
    : t.html('forms:question.now', { value: renderAnswer(known, t.locale) })
}

function buttonsOf(
  {
    t,
    at,
    planned: {
      question: { isLate },
    },
  }: QuestionParts,
  element: DataElement,
  hasLast: boolean,
): readonly (readonly Button[])[] {
  const button = (action: string, text: string): Button => ({ text, data: formButton(at, action) })
  const isYesNo = element.type.kind === 'yes-no' || element.type.kind === 'recognition'
  return [
    isYesNo ? [button('yes', t('forms:button.yes')), button('no', t('forms:button.no'))] : [],
    hasLast
      ? [
          button(
            'last',
            t(element.type.kind === 'recognition' ? 'forms:button.still-valid' : 'forms:button.as-last'),
          ),
        ]
      : [],
    [button('none', t('forms:button.not-available'))],
    [
      ...(at > 0 ? [button('back', t('forms:button.back'))] : []),
      button('later', t(isLate ? 'forms:button.late' : 'forms:button.later')),
    ],
  ]
}
