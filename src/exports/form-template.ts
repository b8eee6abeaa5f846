// Why write-excel-file with a reader of our own, and not exceljs: exceljs 4.4.0 is of October 2023, brings 94 further packages
// (several deprecated, unzipper among them) and inflates whatever it is given. write-excel-file is kept, has one dependency, and
// leaves its XML open for what it lacks: locked sheets, lists, very hidden sheets (xlsx/sheet-features.ts). Its sister for reading
// hands out values only: no formulas, no number formats, no limits; so xlsx/read-workbook.ts reads with Node's zlib and saxes.
import writeWorkbook, { type SheetData } from 'write-excel-file/node'
import { formatPeriod } from '../domain/period-text.ts'
import type { Locale } from '../domain/text.ts'
import type { T, Texts } from '../i18n/texts.ts'
import type { FormTemplate, TemplateInput } from '../usecases/ports.ts'
import { COLUMN_WIDTHS, codesSheet, HEADER_ROW } from './form-template-layout.ts'
import { questionRow } from './form-template-row.ts'
import { readFormTemplate } from './read-form-template.ts'
import { type SheetRules, sheetFeatures } from './xlsx/sheet-features.ts'

/** Returns what makes a form's spreadsheet and reads it back. No cell of it can become a formula; only answers and reasons are unlocked. */
export const createFormTemplate = (texts: Texts): FormTemplate => ({
  build: (input, locale) => build(texts.for(locale), input, locale),
  read: readFormTemplate,
})

async function build(t: T, input: TemplateInput, locale: Locale): Promise<Uint8Array> {
  const rows = questionRows(t, input)
  const visible = {
    sheet: t('forms:template.sheet'),
    data: [...headerRows(t, input, locale), ...rows.map(({ cells }) => cells)],
    columns: COLUMN_WIDTHS.map((width) => ({ width })),
    stickyRowsCount: HEADER_ROW,
    orientation: 'landscape' as const,
    showGridLines: false,
  }
  const rules = rows.flatMap(({ rules: own }, index) =>
    own.map((rule) => ({ ...rule, row: HEADER_ROW + index + 1 })),
  )
  const workbook = writeWorkbook([visible, codesSheet(input)], {
    fontFamily: 'Times New Roman',
    fontSize: 12,
    features: [sheetFeatures(rules)],
  })
  return new Uint8Array(await workbook.toBuffer())
}

interface Row {
  readonly cells: SheetData[number]
  readonly rules: readonly Omit<SheetRules, 'row'>[]
}

/** Each question, under the title of its section. */
function questionRows(t: T, input: TemplateInput): readonly Row[] {
  return input.questions.flatMap((question, index) => {
    const isNew = input.questions[index - 1]?.section.vi !== question.section.vi
    const title = { value: question.section[t.locale], type: String, fontWeight: 'bold' as const }
    const row = questionRow(t, input, question, index + 1)
    return isNew ? [{ cells: [null, title], rules: [] }, row] : [row]
  })
}

function headerRows(t: T, { form, period, unit }: TemplateInput, locale: Locale): SheetData {
  const title = { value: form.title[locale], type: String, fontWeight: 'bold' as const, fontSize: 14 }
  const about = {
    value: `${unit.name} · ${formatPeriod(period, locale)}`,
    type: String,
    fontWeight: 'bold' as const,
  }
  const help = { value: t('forms:template.help'), type: String, fontStyle: 'italic' as const }
  const columns = (['number', 'label', 'scope', 'unit', 'last', 'figure', 'total', 'reason'] as const).map(
    (column) => ({
      value: t(`forms:template.column.${column}`),
      type: String,
      fontWeight: 'bold' as const,
      wrap: true,
      align: 'center' as const,
      alignVertical: 'center' as const,
      borderStyle: 'thin' as const,
      backgroundColor: HEADER_FILL,
    }),
  )
  return [[title], [about], [help], columns]
}

const HEADER_FILL = '#E4E9F2'
