import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aggregate, type IndicatorSums } from '../../src/domain/aggregate.ts'
import type { Formula, Indicator } from '../../src/domain/indicator.ts'
import { judgeTargets } from '../../src/domain/judge-target.ts'
import { assertNotWeaker, isWeaker } from '../../src/domain/local-target.ts'
import { getPeriod } from '../../src/domain/period.ts'
import type { Comparator, Target, TargetValue } from '../../src/domain/plan.ts'

const text = (vi: string) => ({ vi, en: vi })
const indicator = (formula: Formula, more: Partial<Indicator> = {}): Indicator => ({
  code: 'x',
  label: text('Chỉ số'),
  shortLabel: text('Chỉ số'),
  synonyms: [],
  unit: 'percent',
  direction: 'up',
  countedAs: text('trường'),
  formula,
  ...more,
})
const target = (value: TargetValue, due?: string, comparator: Comparator = '='): Target => ({
  id: `t-${due}`,
  indicator: 'x',
  label: text('Chỉ tiêu'),
  levels: [],
  when: text(due ?? 'không nêu mốc'),
  ...(due === undefined ? {} : { due }),
  comparator,
  printed: text('in'),
  value,
  section: 'II.2',
  notes: [],
  collect: { form: 'f' },
  keywords: [],
  names: [],
})
const number = (figure: string): TargetValue => ({ kind: 'number', number: figure })
const share = (numerator: number, denominator: number, printed: string): TargetValue => ({
  kind: 'share',
  number: printed,
  numerator,
  denominator,
})
const nobody: IndicatorSums = {
  numerator: null,
  denominator: null,
  yes: 0,
  no: 0,
  answeredUnits: 0,
  reportedUnits: 0,
  acceptedUnits: 0,
  expectedUnits: 0,
  unitsInPeriod: 0,
}
const shareOfUnits = indicator({ kind: 'share-of-units', element: 'e' })
const ratio = indicator({ kind: 'ratio', numerator: ['n'], denominator: ['d'], factor: 100 })
const own = (more: Partial<Indicator>) => indicator({ kind: 'value', element: 'e' }, more)
const units = (yes: number, no: number, all: number) => ({ ...nobody, yes, no, unitsInPeriod: all })
const judge = (
  targets: readonly Target[],
  of: Indicator,
  sums: IndicatorSums,
  period = '2026',
  baseline?: string,
) => {
  const judged = judgeTargets({
    targets,
    indicator: of,
    period: getPeriod(period),
    result: aggregate(sums, of),
    baseline: baseline ?? null,
  })
  return {
    due: judged.due && [judged.due.target.due, judged.due.status],
    next: judged.next && [judged.next.target.due, judged.next.status, judged.next.needed],
  }
}
const dueStatus = (
  value: TargetValue,
  comparator: Comparator,
  of: Indicator,
  sums: IndicatorSums,
  baseline?: string,
) => judge([target(value, '2025', comparator)], of, sums, '2026', baseline).due?.[1]

describe('figures of an indicator', () => {
  it('are sums divided once, never an average of rates', () => {
    expect(aggregate({ ...nobody, numerator: '62', denominator: '64' }, ratio)).toMatchObject({
      value: '96.875',
    })
    const mean = indicator({ kind: 'mean', total: ['t'], weight: ['w'] })
    expect(aggregate({ ...nobody, numerator: '1525.5', denominator: '300' }, mean)).toMatchObject({
      value: '5.085',
    })
  })

  it('are missing, not 0, where nobody answered or there is nothing to divide by', () => {
    expect(aggregate(nobody, ratio).value).toBeNull()
    expect(aggregate({ ...nobody, numerator: '0', denominator: '0' }, ratio).value).toBeNull()
    expect(aggregate(units(0, 0, 64), shareOfUnits)).toMatchObject({ value: null, missingUnits: 64 })
    expect(aggregate(units(0, 64, 64), shareOfUnits)).toMatchObject({ value: '0', numerator: '0' })
    expect(aggregate(nobody, indicator({ kind: 'sum', elements: ['e'] })).value).toBeNull()
    expect(aggregate({ ...nobody, numerator: '0' }, indicator({ kind: 'sum', elements: ['e'] })).value).toBe(
      '0',
    )
    expect(aggregate(nobody, indicator({ kind: 'none' })).value).toBeNull()
  })

  it('of schools are an interval while some are missing: 28 of 30 reported, 34 to come', () => {
    expect(aggregate(units(28, 2, 64), shareOfUnits)).toEqual({
      numerator: '28',
      denominator: '64',
      value: null,
      interval: { low: '43.75', high: '96.875' },
      missingUnits: 34,
      isProvisional: false,
    })
    expect(aggregate(units(6, 2, 10), indicator({ kind: 'count-of-units', element: 'e' }))).toMatchObject({
      value: null,
      interval: { low: '6', high: '8' },
    })
  })

  it('are provisional until all expected are accepted', () => {
    const sums = { ...nobody, numerator: '1', denominator: '2', expectedUnits: 3, reportedUnits: 3 }
    expect(aggregate({ ...sums, acceptedUnits: 2 }, ratio).isProvisional).toBe(true)
    expect(aggregate({ ...sums, acceptedUnits: 3 }, ratio).isProvisional).toBe(false)
  })

  it('of the consolidating unit are taken as they are', () => {
    expect(aggregate({ ...nobody, numerator: '7.0' }, own({ unit: 'rank' })).value).toBe('7')
    expect(aggregate(units(0, 1, 1), own({ unit: 'yes-no' })).value).toBe('0')
    expect(aggregate(units(1, 0, 1), own({ unit: 'yes-no' })).value).toBe('1')
  })

  it('an interval holds every outcome the missing schools can bring', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40), (yes, no, laterYes, laterNo) => {
        fc.pre(yes + no > 0)
        const all = yes + no + laterYes + laterNo
        const now = aggregate(units(yes, no, all), shareOfUnits)
        const then = Number(aggregate(units(yes + laterYes, no + laterNo, all), shareOfUnits).value)
        expect(then).toBeGreaterThanOrEqual(Number(now.interval?.low ?? now.value))
        expect(then).toBeLessThanOrEqual(Number(now.interval?.high ?? now.value))
      }),
    )
  })
})

describe('the target that judges', () => {
  const preschools = [
    target(share(18, 21, '85.71'), '2023'),
    target(share(18, 21, '85.71'), '2025'),
    target(share(19, 21, '90.48'), '2030'),
  ]

  it('is the latest due one, which must still hold; the next is the aim, in whole schools', () => {
    expect(judge(preschools, shareOfUnits, units(18, 3, 21))).toEqual({
      due: ['2025', 'reached'],
      next: ['2030', 'not-yet', 1],
    })
    expect(judge(preschools, shareOfUnits, units(17, 4, 21))).toEqual({
      due: ['2025', 'missed'],
      next: ['2030', 'not-yet', 2],
    })
    expect(judge(preschools, shareOfUnits, units(19, 2, 21), '2030')).toEqual({
      due: ['2030', 'reached'],
      next: undefined,
    })
    expect(judge(preschools, shareOfUnits, units(18, 3, 21), '2022').due).toBeUndefined()
    expect(judge(preschools, shareOfUnits, units(18, 3, 21), '2025-H1')).toMatchObject({
      due: ['2023', 'reached'],
      next: ['2025', 'reached', undefined],
    })
  })

  it('compares by counts: 62 of 64 reaches what is printed as 96,87% and would be rounded to 96,88%', () => {
    const all = [target(share(62, 64, '96.88'), '2025')]
    expect(judge(all, shareOfUnits, units(62, 2, 64)).due?.[1]).toBe('reached')
    expect(judge(all, shareOfUnits, units(61, 3, 64)).due?.[1]).toBe('missed')
  })

  it('with schools missing decides only when all of them together could not change it', () => {
    expect(judge(preschools, shareOfUnits, units(10, 2, 21)).due?.[1]).toBe('open')
    expect(judge(preschools, shareOfUnits, units(10, 4, 21)).due?.[1]).toBe('missed')
    expect(judge(preschools, shareOfUnits, units(18, 2, 21)).due?.[1]).toBe('reached')
    expect(judge(preschools, shareOfUnits, units(18, 2, 21)).next).toEqual(['2030', 'open', undefined])
    expect(judge(preschools, shareOfUnits, nobody)).toEqual({
      due: ['2025', 'no-data'],
      next: ['2030', 'no-data', undefined],
    })
  })

  const of = (numerator: string, denominator = '1000') => ({ ...nobody, numerator, denominator })
  it.each<[string, TargetValue, Comparator, Indicator, IndicatorSums, string]>([
    ['«đạt 99,5%» is at least', number('99.5'), '=', ratio, of('995'), 'reached'],
    ['«đạt 99,5%» is at least', number('99.5'), '=', ratio, of('1000'), 'reached'],
    ['«đạt 99,5%» is at least', number('99.5'), '=', ratio, of('994'), 'missed'],
    ['«trên 99,0%» is strict', number('99'), '>', ratio, of('990'), 'missed'],
    ['«trên 99,0%» is strict', number('99'), '>', ratio, of('991'), 'reached'],
    ['«99% trở lên»', number('99'), '>=', ratio, of('990'), 'reached'],
    ['«duy trì 100%»', number('100'), 'maintain', ratio, of('1000'), 'reached'],
    ['«duy trì 100%»', number('100'), 'maintain', ratio, of('999'), 'missed'],
    ['«dưới 5%»', number('5'), '<', ratio, of('50'), 'missed'],
    ['«không quá 5%»', number('5'), '<=', ratio, of('50'), 'reached'],
    ['inside «40–45%»', { kind: 'range', from: '40', to: '45' }, 'range', ratio, of('450'), 'reached'],
    ['above «40–45%»', { kind: 'range', from: '40', to: '45' }, 'range', ratio, of('451'), 'above-range'],
    ['below «40–45%»', { kind: 'range', from: '40', to: '45' }, 'range', ratio, of('399'), 'missed'],
    [
      '«7/30» is a rank',
      { kind: 'rank', rank: 7, of: 30 },
      'rank',
      own({ unit: 'rank' }),
      { ...nobody, numerator: '6' },
      'reached',
    ],
    [
      '«7/30» is a rank',
      { kind: 'rank', rank: 7, of: 30 },
      'rank',
      own({ unit: 'rank' }),
      { ...nobody, numerator: '8' },
      'missed',
    ],
    [
      '«mức độ 3»',
      { kind: 'level', level: 3 },
      'maintain',
      own({ unit: 'level' }),
      { ...nobody, numerator: '3' },
      'reached',
    ],
    [
      '«mức độ 3»',
      { kind: 'level', level: 3 },
      '=',
      own({ unit: 'level' }),
      { ...nobody, numerator: '2' },
      'missed',
    ],
    ['yes', { kind: 'yes' }, 'yes-no', own({ unit: 'yes-no' }), units(1, 0, 1), 'reached'],
    ['no', { kind: 'yes' }, 'yes-no', own({ unit: 'yes-no' }), units(0, 1, 1), 'missed'],
    ['yes of all schools', { kind: 'yes' }, 'yes-no', shareOfUnits, units(9, 1, 10), 'missed'],
    ['words judge nothing', { kind: 'words' }, '=', ratio, of('1000'), 'words'],
    ['no figure', number('99'), '=', ratio, nobody, 'no-data'],
  ])('%s', (_, value, comparator, by, sums, status) => {
    expect(dueStatus(value, comparator, by, sums)).toBe(status)
  })

  it('is a ceiling where less is better: «0 lớp», drowning', () => {
    const classes = indicator({ kind: 'sum', elements: ['e'] }, { direction: 'down', unit: 'count' })
    const complete = (numerator: string) => ({ ...nobody, numerator, expectedUnits: 2, answeredUnits: 2 })
    expect(dueStatus(number('0'), '=', classes, complete('0'))).toBe('reached')
    expect(dueStatus(number('0'), '=', classes, complete('1'))).toBe('missed')
    expect(dueStatus(number('0'), '=', classes, { ...complete('0'), answeredUnits: 1 })).toBe('open')
    expect(dueStatus(number('0'), '=', classes, { ...complete('1'), answeredUnits: 1 })).toBe('missed')
  })

  it('asks last year’s figure for what is relative', () => {
    const rank = own({ unit: 'rank', direction: 'down' })
    const now = { ...nobody, numerator: '10' }
    expect(dueStatus(number('2'), 'decrease', rank, now)).toBe('no-data')
    expect(dueStatus(number('2'), 'decrease', rank, now, '12')).toBe('reached')
    expect(dueStatus(number('2'), 'decrease', rank, now, '11')).toBe('missed')
    expect(dueStatus(number('2'), 'increase', rank, now, '12')).toBe('reached')
    expect(dueStatus(number('2'), 'increase', rank, now, '8')).toBe('missed')
    expect(dueStatus({ kind: 'range', from: '5', to: '10' }, 'increase', own({}), now, '4')).toBe('reached')
    expect(dueStatus({ kind: 'words' }, 'increase', own({}), now, '10')).toBe('missed')
    expect(dueStatus({ kind: 'words' }, 'increase', own({}), now, '9')).toBe('reached')
  })

  it('counts what is needed strictly above «trên», and not for scores', () => {
    const aim = (value: TargetValue, comparator: Comparator, by: Indicator, sums: IndicatorSums) =>
      judge([target(value, '2030', comparator)], by, sums).next
    expect(aim(number('99'), '>', ratio, of('985'))).toEqual(['2030', 'not-yet', 6])
    expect(aim(number('99'), '>=', ratio, of('985'))).toEqual(['2030', 'not-yet', 5])
    expect(aim({ kind: 'range', from: '40', to: '45' }, 'range', ratio, of('391'))).toEqual([
      '2030',
      'not-yet',
      9,
    ])
    expect(aim(number('5'), '>=', own({ unit: 'score' }), { ...nobody, numerator: '4.9' })).toEqual([
      '2030',
      'not-yet',
      undefined,
    ])
  })

  it('without a printed date is an aim, after those with one', () => {
    expect(judge([target(number('50'))], ratio, of('400')).next).toEqual([undefined, 'not-yet', 100])
    expect(judge([target(number('50')), target(number('60'), '2030')], ratio, of('400')).next).toEqual([
      '2030',
      'not-yet',
      200,
    ])
  })

  it('what is needed is enough, and one less is not', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.integer({ min: 1, max: 200 }),
        fc.nat(10_000),
        fc.constantFrom<Comparator>('=', '>='),
        (n, d, p, cmp) => {
          fc.pre(n < d)
          const aim = [
            target(number(`${Math.floor(p / 100)}.${String(p % 100).padStart(2, '0')}`), '2030', cmp),
          ]
          const needed = judge(aim, ratio, of(String(n), String(d))).next?.[2]
          if (typeof needed !== 'number') return
          expect(judge(aim, ratio, of(String(n + needed), String(d))).next?.[1]).toBe('reached')
          expect(judge(aim, ratio, of(String(n + needed - 1), String(d))).next?.[1]).toBe('not-yet')
        },
      ),
    )
  })
})

describe('a local target', () => {
  const weaker = (local: Target, above: Target, by: Indicator = ratio) => isWeaker(local, above, by)
  const range = (from: string, to: string): TargetValue => ({ kind: 'range', from, to })

  it.each<[string, Target, Target, Indicator, boolean]>([
    ['the same', target(number('99'), '2025'), target(number('99'), '2025'), ratio, false],
    ['more', target(number('99.5'), '2025'), target(number('99'), '2025'), ratio, false],
    ['less', target(number('98.9'), '2025'), target(number('99'), '2025'), ratio, true],
    ['later', target(number('99'), '2026'), target(number('99'), '2025'), ratio, true],
    ['without a date', target(number('99')), target(number('99'), '2025'), ratio, true],
    ['earlier', target(number('99'), '2024'), target(number('99'), '2025'), ratio, false],
    [
      'not strict under a strict one',
      target(number('99'), '2025', '>='),
      target(number('99'), '2025', '>'),
      ratio,
      true,
    ],
    [
      'a smaller share',
      target(share(60, 64, '93.75'), '2025'),
      target(share(62, 64, '96.87'), '2025'),
      shareOfUnits,
      true,
    ],
    [
      'the same share of others',
      target(share(31, 32, '96.88'), '2025'),
      target(share(62, 64, '96.87'), '2025'),
      shareOfUnits,
      false,
    ],
    [
      'a percentage under a share',
      target(number('96.87'), '2025'),
      target(share(62, 64, '96.87'), '2025'),
      shareOfUnits,
      true,
    ],
    [
      'a higher place',
      target({ kind: 'rank', rank: 5 }, '2025', 'rank'),
      target({ kind: 'rank', rank: 7 }, '2025', 'rank'),
      ratio,
      false,
    ],
    [
      'a lower place',
      target({ kind: 'rank', rank: 8 }, '2025', 'rank'),
      target({ kind: 'rank', rank: 7 }, '2025', 'rank'),
      ratio,
      true,
    ],
    [
      'a lower range',
      target(range('39', '45'), '2025', 'range'),
      target(range('40', '45'), '2025', 'range'),
      ratio,
      true,
    ],
    ['words under a figure', target({ kind: 'words' }, '2025'), target(number('99'), '2025'), ratio, true],
    ['a figure under words', target(number('1'), '2025'), target({ kind: 'words' }, '2025'), ratio, false],
    [
      'a smaller step',
      target(number('1'), '2025', 'increase'),
      target(number('2'), '2025', 'increase'),
      ratio,
      true,
    ],
    [
      'the same step',
      target(number('2'), '2025', 'increase'),
      target(number('2'), '2025', 'increase'),
      ratio,
      false,
    ],
    [
      'a step under a figure',
      target(number('2'), '2025', 'increase'),
      target(number('2'), '2025'),
      ratio,
      true,
    ],
  ])('%s', (_, local, above, by, expected) => {
    expect(weaker(local, above, by)).toBe(expected)
  })

  it('turns round where less is better, and is refused by name', () => {
    const down = indicator({ kind: 'sum', elements: ['e'] }, { direction: 'down' })
    expect(weaker(target(number('1'), '2025'), target(number('0'), '2025'), down)).toBe(true)
    expect(() => assertNotWeaker(target(number('98'), '2025'), target(number('99'), '2025'), ratio)).toThrow(
      expect.objectContaining({ code: 'target-weaker' }),
    )
  })
})
