import type { CellObject, SheetData } from 'write-excel-file/node'
import { findAnswerWord } from '../domain/answer-words.ts'
import type { DataElement } from '../domain/data-element.ts'
import { schoolYearOf } from '../domain/period.ts'
import { formatPeriod } from '../domain/period-text.ts'
import { referenceDate } from '../domain/reference-date.ts'
import { renderDate, renderValue, showValue } from '../domain/render-value.ts'
import type { T } from '../i18n/texts.ts'
import type { TemplateInput, TemplateQuestion } from '../usecases/ports.ts'
import { ANSWER_COLUMNS, REASON_COLUMN } from './form-template-layout.ts'
import { ANSWER_FILL, type SheetRules } from './xlsx/sheet-features.ts'

/** Returns a question's row: what is asked, locked, and the cells to fill, as text, so that «1.234» stays what was typed. */
export function questionRow(t: T, input: TemplateInput, question: TemplateQuestion, number: number) {
  const { elements, last } = question
  const { locale } = t
  const texts = [
    elements.map(({ label }) => label[locale]).join(' / '),
    scopeText(t, input, elements),
    elements[0]?.unit[locale] ?? '',
    elements
      .map((element, at) => (last?.[at] ? renderValue(last[at], element, locale) : ''))
      .filter(Boolean)
      .join(' / '),
  ]
  const cells: SheetData[number] = [
    { ...BORDERED, type: Number, value: number },
    ...texts.map(locked),
    unlocked,
    elements.length > 1 ? unlocked : locked(''),
    unlocked,
  ]
  return {
    cells,
    rules: [...answerRules(t, question), { column: REASON_COLUMN, prompt: t('forms:template.reason') }],
  }
}

const BORDERED = { type: String, wrap: true, alignVertical: 'top', borderStyle: 'thin' } as const
const locked = (value: string): CellObject => ({ ...BORDERED, value })
const unlocked: CellObject = { ...BORDERED, backgroundColor: ANSWER_FILL, format: '@' }

function scopeText(t: T, { form, period }: TemplateInput, [first]: readonly DataElement[]): string {
  if (!first) return ''
  const { locale } = t
  const reference =
    first.reference === 'at-date'
      ? t('forms:reference.at-date', { day: renderDate(referenceDate(form, period), locale) })
      : formatPeriod(schoolYearOf(period), locale)
  return t('forms:template.scope', {
    scope: first.scope[locale],
    reference,
    definition: first.definition[locale],
  })
}

type AnswerRule = Omit<SheetRules, 'row'>

/** A list where a choice is asked; everywhere an example of what is understood. */
function answerRules(t: T, { elements, last }: TemplateQuestion): readonly AnswerRule[] {
  return elements.map((element, at) => {
    const { options, isOpen } = choices(t, element)
    const asLast = last && options.length > 0 ? [t('forms:template.as-last')] : []
    return {
      column: ANSWER_COLUMNS[at] ?? ANSWER_COLUMNS[0],
      prompt:
        element.type.kind === 'recognition'
          ? t('forms:template.decision')
          : t('forms:template.example', { example: exampleOf(element) }),
      ...(options.length > 0 && { options: [...options, ...asLast], isOpen }),
    }
  })
}

/** The catalogue may write a part's example with its whole («398/412»). */
const exampleOf = ({ type, example }: DataElement): string =>
  type.kind === 'count' ? (example.split('/')[0] ?? example) : example

/** `isOpen`: something else may be typed too. */
function choices(
  t: T,
  { type }: DataElement,
): { readonly options: readonly string[]; readonly isOpen: boolean } {
  const yesNo = [t('forms:button.yes'), t('forms:button.no')]
  if (type.kind === 'yes-no') return { options: yesNo, isOpen: false }
  if (type.kind === 'level') {
    const levels = Array.from({ length: type.max - type.min + 1 }, (_, at) => type.min + at)
    return {
      options: levels.map((level) => showValue({ kind: 'level', level }, '', t.locale)),
      isOpen: false,
    }
  }
  if (type.kind !== 'recognition') return { options: [], isOpen: true }
  return { options: yesNo.filter((word) => findAnswerWord(word) !== 'yes'), isOpen: true }
}
