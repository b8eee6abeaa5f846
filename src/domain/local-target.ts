import { DomainError } from './errors.ts'
import { compareDecimals, compareShares } from './figures.ts'
import type { Indicator } from './indicator.ts'
import { comparePeriods, getPeriod } from './period.ts'
import type { Target, TargetValue } from './plan.ts'
import { asShare, isRelative, limitOf } from './target-verdict.ts'

type Compared = Pick<Target, 'comparator' | 'value' | 'due'>
type Judging = Pick<Indicator, 'direction' | 'formula'>

/**
 * Returns whether a local target asks for less, or later, than the one above it. Targets that can't be compared (words against a
 * figure) count as weaker: it can't be shown that they are not.
 * Source: Quảng Yên plan, I.3 «không thấp hơn».
 */
export function isWeaker(local: Compared, above: Compared, indicator: Judging): boolean {
  if (isLater(local.due, above.due)) return true
  if (above.value.kind === 'words' && !isRelative(above.comparator)) return false
  if (local.value.kind === 'share' && above.value.kind === 'share' && local.comparator === above.comparator) {
    const order = compareShares(asShare(local.value), asShare(above.value))
    return indicator.direction === 'down' ? order > 0 : order < 0
  }
  const own = boundOf(local, indicator)
  const asked = boundOf(above, indicator)
  if (own === undefined || asked === undefined || own.of !== asked.of || own.isUpper !== asked.isUpper)
    return true
  const order = compareDecimals(own.limit, asked.limit)
  if (order === 0) return asked.isStrict && !own.isStrict
  return own.isUpper ? order > 0 : order < 0
}

/** Throws: target-weaker. */
export function assertNotWeaker(local: Compared, above: Compared, indicator: Judging): void {
  if (isWeaker(local, above, indicator)) throw new DomainError('target-weaker', {})
}

/** An aim without a date is later than any with one. */
function isLater(local: string | undefined, above: string | undefined): boolean {
  if (above === undefined) return false
  return local === undefined || comparePeriods(getPeriod(local), getPeriod(above)) > 0
}

interface Bound {
  /** The figure itself, or how much it is to move. */
  readonly of: 'figure' | 'increase' | 'decrease'
  readonly limit: string
  readonly isUpper: boolean
  readonly isStrict: boolean
}

function boundOf(target: Compared, indicator: Judging): Bound | undefined {
  const { comparator, value } = target
  if (comparator === 'increase' || comparator === 'decrease') return changeBound(comparator, value)
  if (value.kind === 'range') {
    const isUpper = indicator.direction === 'down'
    return { of: 'figure', limit: isUpper ? value.to : value.from, isUpper, isStrict: false }
  }
  const limit = limitOf(target, indicator)
  if (limit === undefined) return undefined
  const isUpper = limit.sense === 'at-most' || limit.sense === 'below'
  const isStrict = limit.sense === 'above' || limit.sense === 'below'
  return { of: 'figure', limit: limit.limit, isUpper, isStrict }
}

function changeBound(of: 'increase' | 'decrease', value: TargetValue): Bound | undefined {
  if (value.kind === 'words') return { of, limit: '0', isUpper: false, isStrict: true }
  const limit = value.kind === 'range' ? value.from : value.kind === 'number' ? value.number : undefined
  return limit === undefined ? undefined : { of, limit, isUpper: false, isStrict: false }
}
