import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDecimals,
  canonicalDecimal,
  ceilDecimal,
  compareDecimals,
  compareShares,
  decimalPlaces,
  floorDecimal,
  leastWhole,
  multiplyDecimals,
  quotient,
  roundDecimal,
  subtractDecimals,
} from '../../src/domain/figures.ts'

const text = (units: number, places: number): string => {
  const digits = String(Math.abs(units)).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  return `${units < 0 ? '-' : ''}${whole}${places === 0 ? '' : `.${digits.slice(digits.length - places)}`}`
}
const decimals = fc
  .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(6))
  .map(([units, places]) => text(units, places))

describe('exact figures', () => {
  it.each([
    ['63', '8', false, '8'],
    ['64', '8', false, '8'],
    ['64', '8', true, '9'],
    ['0', '8', false, '0'],
    ['-1', '8', false, '0'],
    ['99.5', '0.5', false, '199'],
    ['1', '1000000000000000000000000', false, '1'],
  ])(
    'the least whole number from %s ÷ %s (beyond it: %s) is %s',
    (numerator, denominator, isStrict, least) => {
      expect(leastWhole(numerator, denominator, isStrict)).toBe(least)
    },
  )

  it.each([
    ['62', '64', 100, 10, '96.875'],
    ['18', '21', 100, 10, '85.7142857143'],
    ['1', '3', 1, 10, '0.3333333333'],
    ['2', '3', 1, 10, '0.6666666667'],
    ['1', '8', 1, 2, '0.13'],
    ['-1', '8', 1, 2, '-0.13'],
    ['0', '5', 100, 10, '0'],
    ['7.25', '2', 1, 10, '3.625'],
    ['64', '64', 100, 10, '100'],
  ])('%s ÷ %s × %i to %i places is %s', (numerator, denominator, factor, places, expected) => {
    expect(quotient(numerator, denominator, factor, places)).toBe(expected)
  })

  it.each([
    [null, '5'],
    ['5', null],
    ['5', '0'],
    ['0', '0.0'],
  ])('%s ÷ %s is missing, not 0', (numerator, denominator) => {
    expect(quotient(numerator, denominator, 100)).toBeNull()
  })

  it('knows no binary fractions', () => {
    expect(addDecimals('0.1', '0.2')).toBe('0.3')
    expect(addDecimals()).toBe('0')
    expect(subtractDecimals('1', '0.9')).toBe('0.1')
    expect(multiplyDecimals('1.1', '1.1')).toBe('1.21')
    expect(canonicalDecimal('-0.00')).toBe('0')
    expect(canonicalDecimal('007.50')).toBe('7.5')
    expect(decimalPlaces('7.50')).toBe(1)
    expect(() => canonicalDecimal('1e3')).toThrow(RangeError)
  })

  it.each([
    ['2.5', '2', '3', '3'],
    ['-2.5', '-3', '-2', '-3'],
    ['7', '7', '7', '7'],
  ])('%s: floor %s, ceiling %s, rounded half up %s', (decimal, floor, ceiling, rounded) => {
    expect([floorDecimal(decimal), ceilDecimal(decimal), roundDecimal(decimal, 0)]).toEqual([
      floor,
      ceiling,
      rounded,
    ])
  })

  it('compares shares by their counts: 62/64 is more than the printed 96.87%', () => {
    expect(
      compareShares({ numerator: '62', denominator: '64' }, { numerator: '9687', denominator: '10000' }),
    ).toBe(1)
    expect(
      compareShares({ numerator: '31', denominator: '32' }, { numerator: '62', denominator: '64' }),
    ).toBe(0)
  })

  it('sums in any order and takes back what was added', () => {
    fc.assert(
      fc.property(decimals, decimals, decimals, (a, b, c) => {
        expect(addDecimals(a, b, c)).toBe(addDecimals(c, b, a))
        expect(subtractDecimals(addDecimals(a, b), b)).toBe(canonicalDecimal(a))
        expect(compareDecimals(a, b)).toBe(-compareDecimals(b, a) + 0)
        expect(compareDecimals(addDecimals(a, '0.0000001'), a)).toBe(1)
      }),
    )
  })

  it('a quotient times its denominator is within half a last place of the numerator', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.integer({ min: 1, max: 1e6 }), (n, d) => {
        const back = multiplyDecimals(quotient(String(n), String(d), 1) ?? '', String(d))
        const off = subtractDecimals(back, String(n)).replace('-', '')
        expect(compareDecimals(off, multiplyDecimals('0.00000000005', String(d)))).toBeLessThanOrEqual(0)
      }),
    )
  })
})
