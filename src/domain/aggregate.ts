import { addDecimals, compareDecimals, quotient } from './figures.ts'
import type { Indicator } from './indicator.ts'

/**
 * What the units of a scope and level answered for one indicator. Sums are exact decimals; null where nobody answered.
 * A unit counts once, whatever levels it teaches.
 */
export interface IndicatorSums {
  /** Over the units that answered every element of the indicator; for `value` the consolidating unit's own figure. */
  readonly numerator: string | null
  readonly denominator: string | null
  readonly yes: number
  readonly no: number
  readonly answeredUnits: number
  /** Confirmed or accepted. */
  readonly reportedUnits: number
  readonly acceptedUnits: number
  readonly expectedUnits: number
  /** Units valid in the period, whether or not they owe the form. */
  readonly unitsInPeriod: number
}

/** Both ends in the indicator's unit; `high` null: no upper end (a sum to which others may still add). */
export interface Interval {
  readonly low: string
  readonly high: string | null
}

export interface IndicatorResult {
  readonly numerator: string | null
  readonly denominator: string | null
  /** 10 places, unrounded for all purposes; null where no single figure can be given: nobody answered, or see `interval`. */
  readonly value: string | null
  /** Where units that are missing could still change the figure: it lies between these, and is judged only if both agree. */
  readonly interval?: Interval
  /** Units whose answer is still missing and counts; 0 for figures that are not of units. */
  readonly missingUnits: number
  /** Not all that is expected is accepted: «số liệu tạm». */
  readonly isProvisional: boolean
}

/**
 * Returns the indicator's figure from exact sums. Units: as the formula says (percent: factor 100).
 * Missing: null if nobody answered or the denominator is 0. A share or count of units is null with an interval while a unit is
 * missing, as missing is not no.
 * Source: rules.md of the product, «What is summed».
 */
export function aggregate(sums: IndicatorSums, indicator: Pick<Indicator, 'formula'>): IndicatorResult {
  const isProvisional = sums.acceptedUnits < sums.expectedUnits
  return { ...figureOf(sums, indicator.formula), isProvisional }
}

type FigureOf = Omit<IndicatorResult, 'isProvisional'>

const NOTHING: FigureOf = { numerator: null, denominator: null, value: null, missingUnits: 0 }

function figureOf(sums: IndicatorSums, formula: Indicator['formula']): FigureOf {
  const { numerator, denominator } = sums
  switch (formula.kind) {
    case 'ratio':
      return {
        numerator,
        denominator,
        value: quotient(numerator, denominator, formula.factor),
        missingUnits: 0,
      }
    case 'mean':
      return { numerator, denominator, value: quotient(numerator, denominator, 1), missingUnits: 0 }
    case 'share-of-units':
      return unitShare(sums)
    case 'count-of-units':
      return unitCount(sums)
    case 'sum':
      return total(sums)
    case 'value':
      return ownFigure(sums)
    case 'none':
      return NOTHING
  }
}

function unitShare(sums: IndicatorSums): FigureOf {
  if (sums.yes + sums.no === 0) return { ...NOTHING, missingUnits: sums.unitsInPeriod }
  const missingUnits = missingOf(sums)
  const denominator = String(Math.max(sums.unitsInPeriod, sums.yes + sums.no))
  const low = quotient(String(sums.yes), denominator, 100)
  const high = quotient(String(sums.yes + missingUnits), denominator, 100)
  const counts = { numerator: String(sums.yes), denominator, missingUnits }
  return missingUnits > 0 && low !== null
    ? { ...counts, value: null, interval: { low, high } }
    : { ...counts, value: low }
}

function unitCount(sums: IndicatorSums): FigureOf {
  if (sums.yes + sums.no === 0) return { ...NOTHING, missingUnits: sums.unitsInPeriod }
  const missingUnits = missingOf(sums)
  const low = String(sums.yes)
  const counts = { numerator: low, denominator: null, missingUnits }
  if (missingUnits === 0) return { ...counts, value: low }
  return { ...counts, value: null, interval: { low, high: String(sums.yes + missingUnits) } }
}

/** Every figure summed is at least 0, so those missing can only raise a total. */
function total(sums: IndicatorSums): FigureOf {
  const value = sums.numerator === null ? null : addDecimals(sums.numerator)
  const missingUnits = Math.max(sums.expectedUnits - sums.answeredUnits, 0)
  const figure = { numerator: sums.numerator, denominator: null, value, missingUnits }
  const canGrow = missingUnits > 0 && value !== null && compareDecimals(value, '0') >= 0
  return canGrow ? { ...figure, interval: { low: value, high: null } } : figure
}

function ownFigure({ numerator, yes, no }: IndicatorSums): FigureOf {
  const answer = yes > 0 ? '1' : no > 0 ? '0' : null
  return { ...NOTHING, numerator, value: numerator === null ? answer : addDecimals(numerator) }
}

const missingOf = (sums: IndicatorSums): number => Math.max(sums.unitsInPeriod - sums.yes - sums.no, 0)
