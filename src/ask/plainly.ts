import type { Token } from './normalise.ts'

/** The words without marks, in one line, for patterns. */
export const plainly = (words: readonly Token[]): string => words.map(({ plain }) => plain).join(' ')
