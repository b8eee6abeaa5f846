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

/** «200 (lý do: sáp nhập trường)». */
const REASON = /^(.*?)\s*[(,;]\s*(?:lý do|ly do|lí do|reason)\s*[:=]?\s*(.+?)\)?$/iu

/** Returns what a matched label and its value are to the form; a reason may follow the value. */
export function answerOf(
  { at, element }: Extract<LabelMatch, { kind: 'question' }>,
  typed: string,
  source: LineSource,
): GivenAnswer {
  const [, value = typed, reason] = REASON.exec(typed) ?? []
  return {
    at,
    value,
    source,
    ...(element !== undefined && { element }),
    ...(reason !== undefined && { reason }),
  }
}
