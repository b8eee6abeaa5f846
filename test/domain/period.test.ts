import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isoWeekOf, weekStart } from '../../src/domain/iso-week.ts'
import { addDays, daysBetween, toLocalDate, weekday } from '../../src/domain/local-date.ts'
import {
  comparePeriods,
  getPeriod,
  nextPeriod,
  PERIOD_TYPES,
  parsePeriod,
  periodAt,
  periodEnd,
  periodStart,
  periodTypeOf,
  previousPeriod,
  schoolYearOf,
} from '../../src/domain/period.ts'
import { findPeriod, formatPeriod } from '../../src/domain/period-text.ts'

const days = fc.integer({ min: 0, max: 30_000 }).map((shift) => addDays(toLocalDate('2005-01-01'), shift))
const today = toLocalDate('2026-11-22')

describe('a period', () => {
  it.each([
    ['2026', 'year', '2026-01-01', '2026-12-31', '2027', 'SY2025', 'năm 2026', '2026'],
    [
      '2026-H1',
      'half-year',
      '2026-01-01',
      '2026-06-30',
      '2026-H2',
      'SY2025',
      '6 tháng đầu năm 2026',
      'first half of 2026',
    ],
    [
      '2026-H2',
      'half-year',
      '2026-07-01',
      '2026-12-31',
      '2027-H1',
      'SY2025',
      '6 tháng cuối năm 2026',
      'second half of 2026',
    ],
    [
      'SY2025',
      'school-year',
      '2025-09-01',
      '2026-08-31',
      'SY2026',
      'SY2025',
      'năm học 2025–2026',
      'school year 2025–2026',
    ],
    [
      'SY2025-T1',
      'term',
      '2025-09-01',
      '2026-01-15',
      'SY2025-T2',
      'SY2025',
      'học kỳ I năm học 2025–2026',
      'term I of school year 2025–2026',
    ],
    [
      'SY2025-T2',
      'term',
      '2026-01-16',
      '2026-08-31',
      'SY2026-T1',
      'SY2025',
      'học kỳ II năm học 2025–2026',
      'term II of school year 2025–2026',
    ],
    ['2026-09', 'month', '2026-09-01', '2026-09-30', '2026-10', 'SY2026', 'tháng 9/2026', 'September 2026'],
    ['2026-12', 'month', '2026-12-01', '2026-12-31', '2027-01', 'SY2026', 'tháng 12/2026', 'December 2026'],
  ])('%s', (code, type, start, end, next, schoolYear, vi, en) => {
    const period = getPeriod(code)
    expect(periodTypeOf(period)).toBe(type)
    expect([periodStart(period), periodEnd(period)]).toEqual([start, end])
    expect(nextPeriod(period)).toBe(next)
    expect(previousPeriod(getPeriod(next))).toBe(code)
    expect(schoolYearOf(period)).toBe(schoolYear)
    expect([formatPeriod(period, 'vi'), formatPeriod(period, 'en')]).toEqual([vi, en])
  })

  it.each(['', '26', '1999', '2026-H3', '2026-13', '2026-00', 'SY25', 'SY2025-T3', '2026-H1 ', 'sy2025'])(
    '«%s» is none',
    (code) => {
      expect(parsePeriod(code)).toBeUndefined()
      expect(() => getPeriod(code)).toThrow(expect.objectContaining({ code: 'period-invalid' }))
    },
  )

  it('holds each day once, follows on without a gap, and reads back as it is written', () => {
    fc.assert(
      fc.property(
        days,
        fc.constantFrom(...PERIOD_TYPES),
        fc.constantFrom('vi' as const, 'en' as const),
        (day, type, locale) => {
          const period = periodAt(type, day)
          expect(periodStart(period) <= day && day <= periodEnd(period)).toBe(true)
          expect(periodStart(nextPeriod(period))).toBe(addDays(periodEnd(period), 1))
          expect(previousPeriod(nextPeriod(period))).toBe(period)
          expect(comparePeriods(period, nextPeriod(period))).toBe(-1)
          expect(findPeriod(formatPeriod(period, locale), today)).toBe(period)
          expect(findPeriod(period, today)).toBe(period)
        },
      ),
    )
  })

  it('orders by the day it ends', () => {
    const codes = ['2026', 'SY2025', '2026-H1', '2026-H2', '2025'].map(getPeriod)
    expect(codes.toSorted(comparePeriods)).toEqual(['2025', '2026-H1', 'SY2025', '2026', '2026-H2'])
  })

  it.each([
    ['hk1 2025-2026', 'SY2025-T1'],
    ['nam hoc 2025-2026', 'SY2025'],
    ['6 tháng đầu năm', '2026-H1'],
    ['thang 9 nam 2026', '2026-09'],
    ['sy2025-t2', 'SY2025-T2'],
    ['năm học 2025-2027', undefined],
    ['hôm qua', undefined],
  ])('«%s» names %s', (text, code) => {
    expect(findPeriod(text, today)).toBe(code)
  })
})

describe('an ISO week', () => {
  it.each([
    ['2026-11-22', '2026-W47', '2026-11-16'],
    ['2026-11-23', '2026-W48', '2026-11-23'],
    ['2027-01-01', '2026-W53', '2026-12-28'],
    ['2024-12-30', '2025-W01', '2024-12-30'],
    ['2021-01-03', '2020-W53', '2020-12-28'],
  ])('%s is in %s, which starts on %s', (day, week, monday) => {
    expect(isoWeekOf(toLocalDate(day))).toBe(week)
    expect(weekStart(week)).toBe(monday)
  })

  it('starts on the Monday at most six days before any of its days', () => {
    fc.assert(
      fc.property(days, (day) => {
        const monday = weekStart(isoWeekOf(day))
        expect(monday).toBeDefined()
        if (monday === undefined) return
        expect(weekday(monday)).toBe(1)
        expect(daysBetween(monday, day)).toBe(weekday(day) - 1)
      }),
    )
  })

  it.each(['2025-W53', '2026-W00', '2026-W54', '2026-48', ''])('«%s» is none', (week) => {
    expect(weekStart(week)).toBeUndefined()
  })
})
