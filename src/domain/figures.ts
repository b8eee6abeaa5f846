/**
 * Exact arithmetic on decimal strings («99.5», «-3», «1234»). Binary fractions are not used: 0.1 + 0.2 must be 0.3, and 62 of 64
 * must not be judged by a rounded percentage.
 */
interface Scaled {
  readonly units: bigint
  readonly places: number
}

const DECIMAL = /^-?\d+(?:\.\d+)?$/

/** Returns numerator ÷ denominator × factor. Missing: null if either side is null or the denominator is 0. Half up at `places`. */
export function quotient(
  numerator: string | null,
  denominator: string | null,
  factor: number,
  places = 10,
): string | null {
  if (numerator === null || denominator === null) return null
  const over = scale(denominator)
  if (over.units === 0n) return null
  const upper = scale(numerator)
  const times = scale(String(factor))
  const shift = places + over.places - upper.places - times.places
  const raised = upper.units * times.units * power(Math.max(shift, 0))
  return unscale({ units: divideHalfUp(raised, over.units * power(Math.max(-shift, 0))), places })
}

/** Binary fractions tell any two decimals of so many digits apart, and in their order. */
const TOLD_APART = 15

/** Returns -1, 0 or 1. */
export function compareDecimals(left: string, right: string): -1 | 0 | 1 {
  if (left.length <= TOLD_APART && right.length <= TOLD_APART) {
    const difference = Number(checked(left)) - Number(checked(right))
    return difference === 0 ? 0 : difference < 0 ? -1 : 1
  }
  const [a, b] = align(scale(left), scale(right))
  return a === b ? 0 : a < b ? -1 : 1
}

/** Returns how leftNumerator/leftDenominator stands to rightNumerator/rightDenominator, by cross multiplication; both denominators > 0. */
export const compareShares = (
  left: { readonly numerator: string; readonly denominator: string },
  right: { readonly numerator: string; readonly denominator: string },
): -1 | 0 | 1 =>
  compareDecimals(
    multiplyDecimals(left.numerator, right.denominator),
    multiplyDecimals(right.numerator, left.denominator),
  )

/** Returns the exact sum; «0» of nothing. */
export const addDecimals = (...terms: readonly string[]): string =>
  terms.reduce((sum, term) => {
    const [a, b, places] = align(scale(sum), scale(term))
    return unscale({ units: a + b, places })
  }, '0')

export const negateDecimal = (decimal: string): string => {
  const { units, places } = scale(decimal)
  return unscale({ units: -units, places })
}

export function subtractDecimals(left: string, right: string): string {
  const [a, b, places] = align(scale(left), scale(right))
  return unscale({ units: a - b, places })
}

export const multiplyDecimals = (left: string, right: string): string => {
  const a = scale(left)
  const b = scale(right)
  return unscale({ units: a.units * b.units, places: a.places + b.places })
}

/** Returns the decimal rounded half up (away from zero) to `places`; rounding belongs to showing only. */
export function roundDecimal(decimal: string, places: number): string {
  const { units, places: had } = scale(decimal)
  if (had <= places) return unscale({ units, places: had })
  return unscale({ units: divideHalfUp(units, power(had - places)), places })
}

/** Returns the largest whole number not above the decimal. */
export function floorDecimal(decimal: string): string {
  const { units, places } = scale(decimal)
  return String(divideDown(units, power(places)))
}

/** Returns the smallest whole number not below the decimal. */
export const ceilDecimal = (decimal: string): string => leastWhole(decimal, '1', false)

/** Returns the smallest whole number not below numerator ÷ denominator, or if strict above it; the denominator > 0. */
export function leastWhole(numerator: string, denominator: string, isStrict: boolean): string {
  const [upper, lower] = align(scale(numerator), scale(denominator))
  return String(isStrict ? divideDown(upper, lower) + 1n : -divideDown(-upper, lower))
}

/** Returns the one way of writing it: no leading or trailing zeros, no «-0». */
export const canonicalDecimal = (decimal: string): string => unscale(scale(decimal))

/** Number of places after the point that carry something. */
export const decimalPlaces = (decimal: string): number => canonicalDecimal(decimal).split('.')[1]?.length ?? 0

export const isWholeDecimal = (decimal: string): boolean => decimalPlaces(decimal) === 0

function scale(decimal: string): Scaled {
  const point = checked(decimal).indexOf('.')
  if (point < 0) return { units: BigInt(decimal), places: 0 }
  const places = decimal.length - point - 1
  return { units: BigInt(decimal.slice(0, point) + decimal.slice(point + 1)), places }
}

function checked(decimal: string): string {
  if (!DECIMAL.test(decimal)) throw new RangeError(`not an exact decimal: ${decimal}`)
  return decimal
}

function unscale({ units, places }: Scaled): string {
  if (places === 0) return String(units)
  const sign = units < 0n ? '-' : ''
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0')
  const point = digits.length - places
  let end = digits.length
  while (end > point && digits[end - 1] === '0') end -= 1
  const whole = sign + digits.slice(0, point)
  return end === point ? whole : `${whole}.${digits.slice(point, end)}`
}

function align(left: Scaled, right: Scaled): readonly [bigint, bigint, number] {
  const places = Math.max(left.places, right.places)
  return [left.units * power(places - left.places), right.units * power(places - right.places), places]
}

const POWERS = Array.from({ length: 40 }, (_, exponent) => 10n ** BigInt(exponent))

const power = (exponent: number): bigint => POWERS[exponent] ?? 10n ** BigInt(exponent)

/** The denominator > 0. */
function divideDown(numerator: bigint, denominator: bigint): bigint {
  const whole = numerator / denominator
  return numerator < 0n && whole * denominator !== numerator ? whole - 1n : whole
}

function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const isNegative = numerator < 0n !== denominator < 0n
  const n = numerator < 0n ? -numerator : numerator
  const d = denominator < 0n ? -denominator : denominator
  const rounded = (2n * n + d) / (2n * d)
  return isNegative ? -rounded : rounded
}
