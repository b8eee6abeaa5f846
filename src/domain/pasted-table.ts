import { type GivenAnswer, type LineSource, refuseLine } from './given-answer.ts'
import type { AskedElements } from './label-match.ts'
import { answerOf, type Find, type PastedLines } from './pasted-parts.ts'
import { isSameWord } from './search-key.ts'
import { LOCALES } from './text.ts'

export interface PastedRow {
  readonly source: LineSource
  readonly cells: readonly string[]
}

/** A row without labels is taken for the form's own order only from this many cells on; two cells may be one ratio. */
const FEWEST_CELLS = 3

/**
 * Returns the answers of rows copied from a spreadsheet: a row of labels over a row of values, rows of label and value, or one row of
 * values in the form's order, with a cell for each question or for each figure.
 */
export function readPastedTable(
  rows: readonly PastedRow[],
  questions: readonly AskedElements[],
  match: Find,
): PastedLines {
  const [first, ...others] = rows
  if (!first) return { given: [], refused: [] }
  if (isHeader(first, match)) return readUnderHeader(first, others, match)
  const isLabelled = rows.some(({ cells }) => cells.some((cell) => match(cell).kind === 'question'))
  if (!isLabelled && others.length === 0 && first.cells.length >= FEWEST_CELLS)
    return readInOrder(first, questions)
  return merge(rows.map((row) => readLabelled(row, questions, match)))
}

/** Names of two figures at least in one row. */
const isHeader = ({ cells }: PastedRow, match: Find): boolean => {
  const found = cells.map(match).filter(({ kind }) => kind === 'question')
  return new Set(found.map((each) => JSON.stringify(each))).size > 1
}

function readUnderHeader(header: PastedRow, rows: readonly PastedRow[], match: Find): PastedLines {
  const [values, ...more] = rows
  const columns = header.cells.map((label, column) => ({ label, value: values?.cells[column] ?? '' }))
  const beyond = (values?.cells ?? []).slice(header.cells.length).map((value) => ({ label: '', value }))
  const read = [...columns, ...beyond]
    .filter(({ label, value }) => value !== '' && !isRowNumber(label))
    .map(({ label, value }): PastedLines => {
      const source = { line: values?.source.line ?? header.source.line, text: `${label}: ${value}` }
      const found = match(label)
      if (found.kind === 'question') return { given: [answerOf(found, value, source)], refused: [] }
      const problem = found.kind === 'ambiguous' ? 'label-ambiguous' : 'label-unknown'
      return { given: [], refused: [refuseLine(source, problem)] }
    })
  return merge([...read, { given: [], refused: more.map(({ source }) => refuseLine(source, 'asked-twice')) }])
}

function readInOrder(row: PastedRow, questions: readonly AskedElements[]): PastedLines {
  const figures = questions.flatMap((elements, at) => elements.map(({ code }) => ({ at, element: code })))
  const places = [questions.map((_, at) => ({ at })), figures].find((each) => fits(row.cells, each.length))
  if (!places) {
    const params = { cells: row.cells.length, questions: questions.length, figures: figures.length }
    return { given: [], refused: [refuseLine(row.source, 'row-length', undefined, params)], isInOrder: true }
  }
  const given = places.map((place, column): GivenAnswer => {
    const value = row.cells[column] ?? ''
    return { ...place, value, source: { line: row.source.line, text: value } }
  })
  return { given, refused: [], isInOrder: true }
}

/** Empty cells at the end come with a selection that was drawn too wide. */
const fits = (cells: readonly string[], length: number): boolean =>
  cells.length >= length && cells.slice(length).every((cell) => cell === '')

function readLabelled(
  { source, cells }: PastedRow,
  questions: readonly AskedElements[],
  match: Find,
): PastedLines {
  const found = cells.map(match)
  const column = found.findIndex(({ kind }) => kind === 'question')
  const label = found[column]
  if (label?.kind !== 'question') {
    const isAmbiguous = found.some(({ kind }) => kind === 'ambiguous')
    return { given: [], refused: [refuseLine(source, isAmbiguous ? 'label-ambiguous' : 'label-unknown')] }
  }
  const elements = questions[label.at] ?? []
  const values = cells.slice(column + 1).filter((cell) => cell !== '' && !isUnit(cell, elements))
  const [value = ''] = values
  if (values.length < 2) return { given: [answerOf(label, value, source)], refused: [] }
  const isFirst = label.element === undefined || label.element === elements[0]?.code
  if (values.length === 2 && elements.length === 2 && isFirst)
    return { given: [{ at: label.at, value: values.join('/'), source }], refused: [] }
  return { given: [], refused: [refuseLine(source, 'cells-unclear', label.at)] }
}

/** «học sinh» in a column of its own is the unit of measure and no value. */
const isUnit = (cell: string, elements: AskedElements): boolean =>
  elements.some(({ unit }) => LOCALES.some((locale) => unit[locale] !== '' && isSameText(cell, unit[locale])))

const isSameText = (cell: string, text: string): boolean => {
  const typed = cell.split(' ')
  const words = text.split(' ')
  return typed.length === words.length && words.every((word, at) => isSameWord(typed[at] ?? '', word))
}

const isRowNumber = (label: string): boolean => ['stt', 'tt', '#'].includes(label.toLowerCase())

const merge = (parts: readonly PastedLines[]): PastedLines => ({
  given: parts.flatMap(({ given }) => given),
  refused: parts.flatMap(({ refused }) => refused),
})
