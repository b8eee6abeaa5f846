import type { GivenAnswer, LineRefused, LineSource } from './given-answer.ts'
import type { LabelMatch } from './label-match.ts'

/** The lines of a message as answers to questions, and the lines that are none. */
export interface PastedLines {
  readonly given: readonly GivenAnswer[]
  readonly refused: readonly LineRefused[]
  /** Nothing is called by its name: one row of values in the form's order. */
  readonly isInOrder?: boolean
}

/** What a part of a label may be told by: its words, or the number of its row on the card. */
export type Find = (label: string) => LabelMatch

/** Returns what a matched label and its value are to the form. */
export const answerOf = (
  { at, element }: Extract<LabelMatch, { kind: 'question' }>,
  value: string,
  source: LineSource,
): GivenAnswer => ({ at, value, source, ...(element !== undefined && { element }) })
