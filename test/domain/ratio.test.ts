import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseRatio } from '../../src/domain/ratio.ts'
import { renderNumber } from '../../src/domain/render-value.ts'

const vi = { locale: 'vi' } as const

describe('numerator and denominator in one answer', () => {
  it.each([
    '18/21',
    '18 / 21',
    '18:21',
    '18 : 21',
    '18 trên 21',
    '18 trong 21',
    '18 tren 21',
    '18 trường trên 21 trường',
    '18 em/21 em',
    '18 trong tổng số 21',
    '18 trên tổng số 21 em ạ',
    '18 of 21',
    '18 out of 21',
    'mười tám trên hai mươi mốt',
  ])('«%s» is 18 of 21', (text) => {
    expect(parseRatio(text, vi)).toEqual({
      kind: 'ratio',
      numerator: { kind: 'count', count: 18 },
      denominator: { kind: 'count', count: 21 },
      echo: '18/21',
    })
  })

  it.each([
    ['22/21', 'numerator-above-denominator'],
    ['18/21/3', 'not-a-ratio'],
    ['18/không có', 'not-a-ratio'],
    ['18/', 'empty'],
    ['18,5/21', 'not-whole'],
    ['18/21%', 'percent-not-asked'],
    ['85,7%', 'percent-not-asked'],
    ['18 210', 'ratio-unclear'],
    ['18 21', 'ratio-unclear'],
    ['18\t210', 'ratio-unclear'],
    ['18-21', 'not-exact'],
    ['1O/21', 'letters-for-digits'],
    ['-1/21', 'negative'],
    ['１８/21', 'full-width-digits'],
    ['18/một trăm hai', 'ratio-unclear'],
    ['như cũ', 'no-last-value'],
  ])('«%s» is refused: %s', (text, problem) => {
    expect(parseRatio(text, vi)).toMatchObject({
      kind: 'problem',
      problem,
      params: { example: expect.any(String) },
    })
  })

  it('takes one figure as the numerator, so that the other is asked', () => {
    expect(parseRatio('18 em', vi)).toEqual({
      kind: 'numerator',
      numerator: { kind: 'count', count: 18 },
      echo: '18 em',
    })
    expect(parseRatio('22', { ...vi, denominator: 21 })).toMatchObject({
      problem: 'numerator-above-denominator',
    })
  })

  it('keeps words that stand for the whole answer', () => {
    expect(parseRatio('không có', vi)).toEqual({ kind: 'unavailable' })
    expect(parseRatio('n/a', vi)).toEqual({ kind: 'unavailable' })
    expect(parseRatio('không', vi)).toEqual({ kind: 'ask-zero' })
    expect(parseRatio('đủ', { ...vi, denominator: 21 })).toEqual({ kind: 'all' })
    expect(parseRatio('như kỳ trước', { ...vi, last: { kind: 'count', count: 3 } })).toEqual({ kind: 'last' })
    expect(parseRatio('0/21', vi)).toMatchObject({ kind: 'ratio', numerator: { count: 0 } })
  })

  it('reads back any two counts as they are shown', () => {
    fc.assert(
      fc.property(
        fc.nat(1_000_000_000),
        fc.nat(1_000_000_000),
        fc.constantFrom('/', ':', ' trên ', ' trong '),
        (a, b, sign) => {
          const [lower, upper] = a < b ? [a, b] : [b, a]
          const text = `${renderNumber(lower, 'vi')}${sign}${renderNumber(upper, 'vi')}`
          expect(parseRatio(text, vi)).toMatchObject({
            numerator: { count: lower },
            denominator: { count: upper },
          })
        },
      ),
    )
  })
})
