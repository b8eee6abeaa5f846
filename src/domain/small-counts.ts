import type { ProgressRow } from './digest.ts'
import { compareDecimals, subtractDecimals } from './figures.ts'

/** Counts of people below this are not shown in a group: one pupil is a person. */
export const SMALL_COUNT = 5

/**
 * How much of a row a group may read.
 * full: everything. rate: the quotient without its counts. few: only that it is a small number. none: no figure at all.
 */
export type Disclosure = 'full' | 'rate' | 'few' | 'none'

/**
 * Returns how much of the row may be shown where everybody reads along. Figures of a unit with one school are that school's
 * own; small counts of people, or of those left over, point at them.
 * Source: rules on personal data of the product.
 */
export function discloseInGroup(row: ProgressRow): Disclosure {
  if (row.source === 'own') return 'full'
  if (row.expected <= 1) return 'none'
  if (row.countsUnits || row.numerator === null) return 'full'
  if (row.denominator === null) return isSmall(row.numerator) ? 'few' : 'full'
  if (compareDecimals(row.denominator, String(SMALL_COUNT)) < 0) return 'none'
  if (row.unit !== 'percent') return 'full'
  const rest = subtractDecimals(row.denominator, row.numerator)
  return isSmall(row.numerator) || isSmall(rest) ? 'rate' : 'full'
}

const isSmall = (count: string): boolean =>
  compareDecimals(count, '0') > 0 && compareDecimals(count, String(SMALL_COUNT)) < 0

/** Returns the rows a group may see anything of. */
export const rowsForGroup = (rows: readonly ProgressRow[]): readonly ProgressRow[] =>
  rows.filter((row) => discloseInGroup(row) !== 'none')
