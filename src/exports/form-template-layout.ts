import type { TemplateInput } from '../usecases/ports.ts'

/** Where things stand in a form's spreadsheet; the reader looks for them there. */
export const HEADER_ROW = 4
export const NUMBER_COLUMN = 'A'
export const LABEL_COLUMN = 'B'
/** Figure, or numerator and denominator. */
export const ANSWER_COLUMNS = ['F', 'G'] as const
export const REASON_COLUMN = 'H'

/** In characters of the sheet's font. */
export const COLUMN_WIDTHS = [6, 42, 52, 14, 20, 20, 14, 40]

/** Very hidden: what the file is, and the elements of each question by the number people see, so that rows may be moved. */
export const CODES_SHEET = 'chi-tieu'
export const CODES_MARK = 'chi-tieu form'
export const CODES_LAYOUT = '1'

/** First row: mark, layout, form, its version, period, unit. Then one row for each question: number, element codes. */
export function codesSheet({ form, period, unit, questions }: TemplateInput) {
  const head = [CODES_MARK, CODES_LAYOUT, form.code, String(form.version), period, unit.code]
  const rows = questions.map(({ elements }, index) => [
    String(index + 1),
    ...elements.map(({ code }) => code),
  ])
  const asText = (value: string) => ({ value, type: String })
  return { sheet: CODES_SHEET, data: [head, ...rows].map((row) => row.map(asText)) }
}
