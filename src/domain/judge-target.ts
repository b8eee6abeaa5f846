import type { IndicatorResult } from './aggregate.ts'
import { ceilDecimal, compareDecimals, leastWhole, multiplyDecimals, subtractDecimals } from './figures.ts'
import type { Indicator } from './indicator.ts'
import { comparePeriods, getPeriod, type Period } from './period.ts'
import type { Target } from './plan.ts'
import { remember, rememberFor } from './remember.ts'
import { isRelative, limitOf, pointsOf, type Verdict, verdictOn } from './target-verdict.ts'

/**
 * open: units that are missing could still decide it. no-data: no figure, or no figure of last year for a relative target.
 * words: the target is said in words and no figure judges it.
 */
type Undecided = 'open' | 'no-data' | 'words'
export type DueStatus = Verdict | Undecided
export type NextStatus = Exclude<Verdict, 'missed'> | 'not-yet' | Undecided

export interface Judgement {
  /** The latest target due by the period: a floor that must still hold. */
  readonly due: { readonly target: Target; readonly status: DueStatus } | undefined
  /** The aim: the first target due later, else one without a printed date. `needed`: whole units, only where it is a count. */
  readonly next:
    | { readonly target: Target; readonly status: NextStatus; readonly needed?: number }
    | undefined
}

export interface JudgeInput {
  /** Of one indicator and level, of one plan. */
  readonly targets: readonly Target[]
  readonly indicator: Indicator
  readonly period: Period
  readonly result: IndicatorResult
  /** Last year's figure, for relative targets; null if there is none. */
  readonly baseline?: string | null
}

/**
 * Returns how the figure of a period stands to the targets: against the one that is due, and towards the next.
 * Nothing between two milestones is computed: a pace the plan does not print is no target.
 * Source: rules.md of the product, «Target that judges».
 */
export function judgeTargets(input: JudgeInput): Judgement {
  const { due, next } = chosenOf(input.targets)(input.period)
  return {
    due: due && { target: due, status: statusOf(due, input) },
    next: next && judgeNext(next, input),
  }
}

/** The two of the targets that a period's figure is held against. */
const chosenOf = rememberFor((targets: readonly Target[]) => {
  const dated = targets.filter((target) => target.due !== undefined).toSorted(byDue)
  return remember((period: Period) => {
    const due = dated.findLast((target) => isDue(target, period))
    const later = dated.find((target) => !isDue(target, period))
    return { due, next: later ?? targets.find((target) => target.due === undefined) }
  })
})

const dueOf = (target: Target): Period => getPeriod(target.due ?? '')

const byDue = (left: Target, right: Target): number => comparePeriods(dueOf(left), dueOf(right))

const isDue = (target: Target, period: Period): boolean => comparePeriods(dueOf(target), period) <= 0

function judgeNext(target: Target, input: JudgeInput): NonNullable<Judgement['next']> {
  const status = statusOf(target, input)
  if (status !== 'missed') return { target, status }
  const needed = neededUnits(target, input)
  return needed === undefined ? { target, status: 'not-yet' } : { target, status: 'not-yet', needed }
}

function statusOf(target: Target, { indicator, result, baseline = null }: JudgeInput): DueStatus {
  if (target.value.kind === 'words' && !isRelative(target.comparator)) return 'words'
  const points = pointsOf(result)
  if (points === undefined) return 'no-data'
  const low = verdictOn(target, points.low, indicator, baseline)
  if (low === undefined) return 'no-data'
  if (points.high === null) return isSettledFromBelow(target, indicator, low) ? low : 'open'
  return verdictOn(target, points.high, indicator, baseline) === low ? low : 'open'
}

/** With no upper end a floor that is reached stays reached, and a ceiling that is passed stays passed. */
function isSettledFromBelow(target: Target, indicator: Indicator, low: Verdict): boolean {
  const sense = limitOf(target, indicator)?.sense
  const isFloor = sense === 'at-least' || sense === 'above'
  return sense !== undefined && low === (isFloor ? 'reached' : 'missed')
}

/** How many more of what is counted would reach it, the denominator staying as it is. */
function neededUnits(target: Target, { indicator, result }: JudgeInput): number | undefined {
  const { numerator, missingUnits } = result
  if (numerator === null || missingUnits > 0 || indicator.direction === 'down') return undefined
  const wanted = wantedNumerator(target, indicator, result)
  if (wanted === undefined) return undefined
  const needed = subtractDecimals(wanted, numerator)
  return compareDecimals(needed, '0') > 0 ? Number(ceilDecimal(needed)) : undefined
}

/** The smallest whole numerator that reaches the target; undefined where the indicator is no count or the sense is not upwards. */
function wantedNumerator(target: Target, indicator: Indicator, result: IndicatorResult): string | undefined {
  const { value } = target
  const { formula } = indicator
  const limit = value.kind === 'range' ? { sense: 'at-least', limit: value.from } : limitOf(target, indicator)
  if (limit === undefined || (limit.sense !== 'at-least' && limit.sense !== 'above')) return undefined
  const isStrict = limit.sense === 'above'
  if (formula.kind === 'count-of-units' || formula.kind === 'sum')
    return leastWhole(limit.limit, '1', isStrict)
  if ((formula.kind !== 'ratio' && formula.kind !== 'share-of-units') || result.denominator === null)
    return undefined
  if (value.kind === 'share') {
    const upper = multiplyDecimals(String(value.numerator), result.denominator)
    return leastWhole(upper, String(value.denominator), isStrict)
  }
  const factor = formula.kind === 'ratio' ? String(formula.factor) : '100'
  return leastWhole(multiplyDecimals(limit.limit, result.denominator), factor, isStrict)
}
