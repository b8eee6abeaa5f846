import { cleanText } from '../domain/search-key.ts'
import type { TableRefused } from '../usecases/ports.ts'
import { type Cell, readWorkbook, WorkbookError, type WorkbookLimits } from './xlsx/read-workbook.ts'

/** Twenty thousand rows of ten columns. */
const LIMITS: WorkbookLimits = { inflatedBytes: 32 * 1024 * 1024, cells: 200_000 }
/** Cells further to the right are no part of the list. */
const MOST_COLUMNS = 40
const MOST_ROWS = 50_000

/** Returns the cells of the first sheet row by row; of a computed cell only `=`, whatever it computes. */
export function readRosterWorkbook(bytes: Uint8Array): readonly (readonly string[])[] | TableRefused {
  try {
    const [sheet] = readWorkbook(bytes, LIMITS)
    return sheet ? tableOf(sheet.cells) : { why: 'not-a-workbook' }
  } catch (error) {
    if (error instanceof WorkbookError) return { why: error.why }
    throw error
  }
}

function tableOf(cells: ReadonlyMap<string, Cell>): readonly (readonly string[])[] | TableRefused {
  const rows: string[][] = []
  for (const [address, cell] of cells) {
    const place = placeOf(address)
    if (!place || place.column >= MOST_COLUMNS) continue
    if (place.row >= MOST_ROWS) return { why: 'too-large' }
    while (rows.length <= place.row) rows.push([])
    const row = rows[place.row]
    while (row && row.length <= place.column) row.push('')
    if (row) row[place.column] = cell.isFormula ? '=' : cleanText(cell.text)
  }
  return rows
}

/** «C5» → column 2, row 4. */
function placeOf(address: string): { readonly column: number; readonly row: number } | undefined {
  const [, letters, row] = /^([A-Z]{1,3})(\d{1,7})$/.exec(address) ?? []
  if (letters === undefined || row === undefined) return undefined
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { column, row: Number(row) - 1 }
}
