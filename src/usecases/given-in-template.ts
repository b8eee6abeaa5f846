import {
  type AskedQuestion,
  type GivenAnswer,
  type LineRefused,
  type LineSource,
  refuseLine,
} from '../domain/given-answer.ts'
import type { FilledCell, FilledRow, FilledTemplate } from './ports.ts'

/** What a filled template gives to the questions as they are asked now, and the rows that are asked no more. */
export interface GivenInTemplate {
  readonly given: readonly GivenAnswer[]
  readonly refused: readonly LineRefused[]
}

interface FilledFigure extends FilledCell {
  readonly row: FilledRow
}

/** Returns the answers of a filled template by element code, so that a file of another version of the form still finds its questions. */
export function givenInTemplate(
  { rows }: FilledTemplate,
  questions: readonly AskedQuestion[],
): GivenInTemplate {
  const figures = rows.flatMap((row) => row.cells.map((cell): FilledFigure => ({ ...cell, row })))
  const asked = new Set(questions.flatMap(({ elements }) => elements.map(({ code }) => code)))
  const gone = figures.filter(({ element, text }) => !asked.has(element) && text !== '')
  const read = questions.map((question, at) => readQuestionOf(question, at, figures))
  return {
    given: read.flatMap(({ given }) => given),
    refused: [
      ...gone.map(({ row }) => refuseLine(sourceOf(row), 'not-asked')),
      ...read.flatMap(({ refused }) => refused),
    ],
  }
}

function readQuestionOf(
  { elements }: AskedQuestion,
  at: number,
  figures: readonly FilledFigure[],
): GivenInTemplate {
  const cells = elements.flatMap(({ code }) => figures.find(({ element }) => element === code) ?? [])
  const [first] = cells
  if (!first) return { given: [], refused: [] }
  const source = sourceOf(first.row)
  if (cells.some(({ isFormula }) => isFormula))
    return { given: [], refused: [refuseLine(source, 'formula', at)] }
  const filled = cells.filter(({ text }) => text !== '')
  const value = filled.map(({ text }) => text).join('/')
  const reason = first.row.reason
  if (value === '' && reason === '') return { given: [], refused: [] }
  const isExact = filled.length > 0 && filled.every((cell) => cell.isExact)
  return { given: [{ at, value, source, isExact, ...(reason !== '' && { reason }) }], refused: [] }
}

const LONGEST_SAID = 60

const sourceOf = ({ line, label }: FilledRow): LineSource => ({
  line,
  text: label.length > LONGEST_SAID ? `${label.slice(0, LONGEST_SAID).trimEnd()}…` : label,
})
