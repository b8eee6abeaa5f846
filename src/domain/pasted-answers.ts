import { type AskedQuestion, type ReadAnswers, readGivenAnswers } from './given-answer.ts'
import { readPastedLines } from './pasted-lines.ts'

export interface PastedAnswers extends ReadAnswers {
  /** How many questions of the form the text names, whatever became of their values. */
  readonly named: number
  /** Nothing is called by its name: one row of values in the form's order. */
  readonly isInOrder: boolean
}

/**
 * Returns what one message answers: «label: value» lines, a row or columns copied from a spreadsheet. Every value is read as if it
 * were asked alone, and every line that gives none is returned with its reason.
 */
export function readPastedAnswers(text: string, questions: readonly AskedQuestion[]): PastedAnswers {
  const {
    given,
    refused,
    isInOrder = false,
  } = readPastedLines(
    text,
    questions.map(({ elements }) => elements),
  )
  const read = readGivenAnswers(given, questions)
  return {
    understood: read.understood,
    refused: [...refused, ...read.refused].sort((a, b) => a.source.line - b.source.line),
    named: new Set(given.map(({ at }) => at)).size,
    isInOrder,
  }
}

/** True when a message has several lines or cells; no other answers several questions, and need not be read for them. */
export const hasSeveralParts = (text: string): boolean => /[\t\r\n]/.test(text.trim())

/** True when a message in an open form answers several questions, not the one that stands open. */
export const isPasted = (text: string, { named, isInOrder }: PastedAnswers): boolean =>
  hasSeveralParts(text) && (named > 1 || isInOrder)
