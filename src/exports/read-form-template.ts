import { cleanText } from '../domain/search-key.ts'
import type { FilledCell, FilledRow, FilledTemplate, TemplateRefused } from '../usecases/ports.ts'
import {
  ANSWER_COLUMNS,
  CODES_LAYOUT,
  CODES_MARK,
  CODES_SHEET,
  HEADER_ROW,
  LABEL_COLUMN,
  NUMBER_COLUMN,
  REASON_COLUMN,
} from './form-template-layout.ts'
import { readWorkbook, type Sheet, WorkbookError } from './xlsx/read-workbook.ts'

/** Larger than any form could become, even with a picture pasted into it. */
export const LARGEST_TEMPLATE_BYTES = 2 * 1024 * 1024

/** Returns what a filled template holds, question by question. Rows are found by their number, wherever they were moved to. */
export function readFormTemplate(bytes: Uint8Array): FilledTemplate | TemplateRefused {
  if (bytes.length > LARGEST_TEMPLATE_BYTES) return { kind: 'refused', why: 'too-large' }
  try {
    const sheets = readWorkbook(bytes)
    const codes = sheets.find(({ name }) => name === CODES_SHEET)
    const answers = sheets.find(({ name }) => name !== CODES_SHEET)
    return codes && answers ? readSheets(codes, answers) : NO_TEMPLATE
  } catch (error) {
    if (error instanceof WorkbookError) return { kind: 'refused', why: error.why }
    throw error
  }
}

const NO_TEMPLATE: TemplateRefused = { kind: 'refused', why: 'not-a-template' }

function readSheets(codes: Sheet, answers: Sheet): FilledTemplate | TemplateRefused {
  const [mark, layout, form = '', version, period = '', unitCode = ''] = codesIn(codes, 1)
  if (mark !== CODES_MARK || layout !== CODES_LAYOUT) return NO_TEMPLATE
  const lines = linesByNumber(answers)
  const rows: FilledRow[] = []
  for (let row = 2; codesIn(codes, row).length > 0; row++) {
    const [number = '', ...elements] = codesIn(codes, row)
    const line = lines.get(number)
    if (line !== undefined) rows.push(readRow(answers, line, elements))
  }
  return { kind: 'filled', form, formVersion: Number(version), period, unitCode, rows }
}

function codesIn(codes: Sheet, row: number): readonly string[] {
  const texts = ['A', 'B', 'C', 'D', 'E', 'F'].map((column) => codes.cells.get(`${column}${row}`)?.text ?? '')
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1)
}

/** Rows of the sheet by the question's number in front; the first of two with one number. */
function linesByNumber({ cells }: Sheet): ReadonlyMap<string, number> {
  const lines = new Map<string, number>()
  for (const [address, { text }] of cells) {
    const [, column, line] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
    if (column === NUMBER_COLUMN && Number(line) > HEADER_ROW && !lines.has(text))
      lines.set(text, Number(line))
  }
  return lines
}

function readRow({ cells }: Sheet, line: number, elements: readonly string[]): FilledRow {
  const textAt = (column: string) => cleanText(cells.get(`${column}${line}`)?.text ?? '')
  return {
    line,
    label: textAt(LABEL_COLUMN),
    reason: textAt(REASON_COLUMN),
    cells: elements.map((element, at): FilledCell => {
      const cell = cells.get(`${ANSWER_COLUMNS[at]}${line}`)
      return {
        element,
        text: cleanText(cell?.text ?? ''),
        isExact: cell?.isNumber ?? false,
        isFormula: cell?.isFormula ?? false,
      }
    }),
  }
}
