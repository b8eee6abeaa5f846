import type { CellObject, SheetData } from 'write-excel-file/node'

const BORDERED = { borderStyle: 'thin', alignVertical: 'top', wrap: true } as const
const HEADER_FILL = '#E4E9F2'

/** Text stays text, whatever it begins with: the file names the kind of each cell, and none is a formula. */
export const textCell = (value: string): CellObject => ({ ...BORDERED, type: String, value, format: '@' })

/** An exact figure as a number the spreadsheet can add up; one it could not hold exactly stays text. */
export function figureCell(figure: string | null): CellObject {
  if (figure === null) return textCell('')
  const number = Number(figure)
  const decimals = figure.split('.')[1]?.length ?? 0
  if (figure.replace(/\D/g, '').length > MOST_DIGITS) return textCell(figure)
  return {
    ...BORDERED,
    type: Number,
    value: number,
    format: decimals === 0 ? '#,##0' : `#,##0.${'#'.repeat(Math.min(decimals, MOST_DECIMALS))}`,
  }
}

const MOST_DIGITS = 15
const MOST_DECIMALS = 6

export const titleRow = (value: string): SheetData[number] => [
  { type: String, value, fontWeight: 'bold', fontSize: 14 },
]

export const noteRow = (value: string): SheetData[number] => [{ type: String, value, fontStyle: 'italic' }]

export const headerRow = (texts: readonly string[]): SheetData[number] =>
  texts.map((value) => ({
    ...BORDERED,
    type: String,
    value,
    fontWeight: 'bold',
    align: 'center',
    alignVertical: 'center',
    backgroundColor: HEADER_FILL,
  }))

/** Returns names a workbook takes for its sheets: at most 31 signs, none of `[]:*?/\`, no two alike. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const clean = name.replace(/[[\]:*?/\\]/g, ' ').trim()
    let unique = clean.slice(0, LONGEST_NAME)
    for (let number = 2; taken.has(unique.toLowerCase()); number++)
      unique = `${clean.slice(0, LONGEST_NAME - 4)} (${number})`
    taken.add(unique.toLowerCase())
    return unique
  })
}

const LONGEST_NAME = 31
