import type { IndicatorResult } from './aggregate.ts'
import {
  addDecimals,
  compareDecimals,
  compareShares,
  negateDecimal,
  quotient,
  subtractDecimals,
} from './figures.ts'
import type { Indicator } from './indicator.ts'
import type { Target, TargetValue } from './plan.ts'

export type Verdict = 'reached' | 'missed' | 'above-range'

/** A figure to be judged; the counts it comes from, where it is a share, decide instead of the rounded quotient. */
export interface Point {
  readonly value: string
  readonly share?: { readonly numerator: string; readonly denominator: string }
}

/** What a figure must be: at least, at most or strictly beyond a limit. */
export interface Limit {
  readonly sense: 'at-least' | 'at-most' | 'above' | 'below'
  readonly limit: string
}

type Judged = Pick<Target, 'comparator' | 'value'>

/**
 * Returns whether one exact figure reaches a target; undefined where it can't be said: words only, or a relative target («nâng 2
 * bậc») without last year's figure (`baseline`).
 * `=` and «duy trì» mean at least, or at most where less is better; a rank is better when smaller.
 */
export function verdictOn(
  target: Judged,
  point: Point,
  indicator: Pick<Indicator, 'direction' | 'formula' | 'unit'>,
  baseline: string | null,
): Verdict | undefined {
  const { comparator, value } = target
  if (value.kind === 'words' && !isRelative(comparator)) return undefined
  if (isRelative(comparator)) return verdictOnChange(target, point.value, baseline, indicator.unit)
  if (value.kind === 'range') return verdictOnRange(value, point.value, indicator.direction)
  const limit = limitOf(target, indicator)
  if (limit === undefined) return undefined
  const isByCounts = value.kind === 'share' && point.share !== undefined
  const order = isByCounts
    ? compareShares(point.share, asShare(value))
    : compareDecimals(point.value, limit.limit)
  return verdictFor(limit.sense, order)
}

/** Returns the limit a figure is held against; undefined for ranges, relative targets and words. */
export function limitOf(
  target: Judged,
  indicator: Pick<Indicator, 'direction' | 'formula'>,
): Limit | undefined {
  const { comparator, value } = target
  const atLeast = indicator.direction === 'down' ? 'at-most' : 'at-least'
  if (isRelative(comparator)) return undefined
  if (value.kind === 'rank') return { sense: 'at-most', limit: String(value.rank) }
  if (value.kind === 'level') return { sense: atLeast, limit: String(value.level) }
  if (value.kind === 'yes')
    return { sense: 'at-least', limit: indicator.formula.kind === 'share-of-units' ? '100' : '1' }
  if (value.kind !== 'number' && value.kind !== 'share') return undefined
  const limit =
    value.kind === 'share'
      ? (quotient(String(value.numerator), String(value.denominator), 100) ?? value.number)
      : value.number
  return { sense: SENSES[comparator] ?? atLeast, limit }
}

export const asShare = (value: Extract<TargetValue, { kind: 'share' }>) => ({
  numerator: String(value.numerator),
  denominator: String(value.denominator),
})

/** Returns the ends of what is known, one point if nothing is missing; empty without a figure. `high` may be open. */
export function pointsOf(
  result: IndicatorResult,
): { readonly low: Point; readonly high: Point | null } | undefined {
  const { interval, numerator, denominator, value, missingUnits } = result
  if (interval === undefined) {
    const point = value === null ? undefined : pointAt(value, numerator, denominator)
    return point === undefined ? undefined : { low: point, high: point }
  }
  const highCount = numerator === null ? null : addDecimals(numerator, String(missingUnits))
  return {
    low: pointAt(interval.low, numerator, denominator),
    high: interval.high === null ? null : pointAt(interval.high, highCount, denominator),
  }
}

function pointAt(value: string, numerator: string | null, denominator: string | null): Point {
  const isShare = numerator !== null && denominator !== null && compareDecimals(denominator, '0') > 0
  return isShare ? { value, share: { numerator, denominator } } : { value }
}

const SENSES: Readonly<Partial<Record<Target['comparator'], Limit['sense']>>> = {
  '>=': 'at-least',
  '>': 'above',
  '<=': 'at-most',
  '<': 'below',
  rank: 'at-most',
}

export const isRelative = (comparator: Target['comparator']): boolean =>
  comparator === 'increase' || comparator === 'decrease'

function verdictFor(sense: Limit['sense'], order: number): Verdict {
  const isReached = { 'at-least': order >= 0, 'at-most': order <= 0, above: order > 0, below: order < 0 }[
    sense
  ]
  return isReached ? 'reached' : 'missed'
}

/** Inside is reached; past the end on the better side is «vượt khung», on the other side missed. */
function verdictOnRange(
  range: Extract<TargetValue, { kind: 'range' }>,
  value: string,
  direction: Indicator['direction'],
): Verdict {
  if (compareDecimals(value, range.from) < 0) return direction === 'down' ? 'above-range' : 'missed'
  if (compareDecimals(value, range.to) > 0) return direction === 'down' ? 'missed' : 'above-range'
  return 'reached'
}

/** By how much it moved since last year, in the sense the plan asks; a bare «tăng» asks for anything above nothing. A rank rises by getting smaller; what is 0 cannot fall further. */
function verdictOnChange(
  { comparator, value }: Judged,
  now: string,
  baseline: string | null,
  unit: Indicator['unit'],
): Verdict | undefined {
  if (comparator === 'decrease' && compareDecimals(now, '0') === 0) return 'reached'
  if (baseline === null) return undefined
  const up = subtractDecimals(now, baseline)
  const moved = comparator === 'decrease' || unit === 'rank' ? negateDecimal(up) : up
  if (value.kind === 'range') return verdictOnRange(value, moved, 'up')
  if (value.kind === 'number') return verdictFor('at-least', compareDecimals(moved, value.number))
  return verdictFor('above', compareDecimals(moved, '0'))
}
