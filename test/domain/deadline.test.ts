import { describe, expect, it } from 'vitest'
import { deadlineOf, formStatus, isWithinPlanYears, lastDayBefore } from '../../src/domain/deadline.ts'
import { toLocalDate } from '../../src/domain/local-date.ts'
import { getPeriod } from '../../src/domain/period.ts'
import {
  isLastWorkingDayWarning,
  isWorkingDay,
  lastWorkingDay,
  reminderDays,
} from '../../src/domain/working-day.ts'

const yearly = { dueOn: '12-19', locksOn: '12-29', firstPeriod: '2023', lastPeriod: '2030' }
const halfYearly = { dueOn: '06-19', locksOn: '06-29', firstPeriod: '2024-H1', lastPeriod: '2030-H1' }
const undated = { firstPeriod: '2023', lastPeriod: '2030' }
/** Long Biên: a school year that is over, no date printed. */
const longBien = { firstPeriod: 'SY2023', lastPeriod: 'SY2023' }
const y2026 = getPeriod('2026')
const day = toLocalDate

describe('a deadline', () => {
  it('comes from the plan, with the form opening 45 days before and locking with the consolidated report', () => {
    expect(deadlineOf(yearly, y2026)).toEqual({
      opensOn: '2026-11-04',
      dueOn: '2026-12-19',
      locksOn: '2026-12-29',
      isLocal: false,
    })
    expect(deadlineOf(halfYearly, getPeriod('2026-H1'))).toEqual({
      opensOn: '2026-05-05',
      dueOn: '2026-06-19',
      locksOn: '2026-06-29',
      isLocal: false,
    })
  })

  it('is none where the plan prints none for the period', () => {
    expect(deadlineOf(undated, y2026)).toBeUndefined()
    expect(deadlineOf(halfYearly, getPeriod('2026-H2'))).toBeUndefined()
    expect(deadlineOf(yearly, getPeriod('2031'))).toBeUndefined()
  })

  it('set by an administrator is marked as local', () => {
    expect(deadlineOf(undated, y2026, day('2026-12-31'))).toEqual({
      opensOn: '2026-11-16',
      dueOn: '2026-12-31',
      isLocal: true,
    })
  })

  it('moved past the lock takes the lock with it and does not close what is open', () => {
    expect(deadlineOf(yearly, y2026, day('2027-01-05'))).toEqual({
      opensOn: '2026-11-04',
      dueOn: '2027-01-05',
      locksOn: '2027-01-05',
      isLocal: true,
    })
    expect(deadlineOf(yearly, y2026, day('2026-12-10'))).toMatchObject({
      opensOn: '2026-10-26',
      locksOn: '2026-12-29',
    })
  })

  it('falls in the right year of a school year, also on 29 February', () => {
    const form = { firstPeriod: 'SY2023', lastPeriod: 'SY2030' }
    const due = (dueOn: string, period: string) => deadlineOf({ ...form, dueOn }, getPeriod(period))?.dueOn
    expect(due('12-19', 'SY2025')).toBe('2025-12-19')
    expect(due('05-31', 'SY2025')).toBe('2026-05-31')
    expect(due('02-29', 'SY2025')).toBe('2026-02-28')
    expect(due('01-31', 'SY2025-T1')).toBe('2026-01-31')
  })

  it.each([
    ['2026-11-03', { state: 'not-open', opensOn: '2026-11-04' }],
    ['2026-11-04', { state: 'open', daysLeft: 45 }],
    ['2026-12-18', { state: 'open', daysLeft: 1 }],
    ['2026-12-19', { state: 'due-today' }],
    ['2026-12-20', { state: 'late', daysLate: 1 }],
    ['2026-12-29', { state: 'late', daysLate: 10 }],
    ['2026-12-30', { state: 'locked' }],
  ])('on %s the yearly form of 2026 is %j', (today, status) => {
    expect(formStatus(yearly, y2026, day(today))).toEqual(status)
  })

  it('locks when the report is frozen, whatever the day', () => {
    expect(formStatus(yearly, y2026, day('2026-12-10'), { isFrozen: true })).toEqual({ state: 'locked' })
    expect(formStatus(undated, y2026, day('2026-12-10'), { isFrozen: true })).toEqual({ state: 'locked' })
    expect(formStatus(undated, y2026, day('2026-12-10'))).toEqual({ state: 'undated' })
  })

  it('does not lock by itself where no later report has a date', () => {
    const { locksOn: _, ...open } = yearly
    expect(formStatus(open, y2026, day('2027-03-01'))).toMatchObject({ state: 'late' })
  })

  it('forms of a plan whose years are over are closed unless extended locally', () => {
    const sy2023 = getPeriod('SY2023')
    const today = day('2026-11-22')
    expect(formStatus(longBien, sy2023, day('2024-08-31'))).toEqual({ state: 'undated' })
    expect(formStatus(longBien, sy2023, today)).toEqual({ state: 'closed' })
    expect(formStatus(longBien, getPeriod('SY2026'), today)).toEqual({ state: 'closed' })
    expect(formStatus(longBien, getPeriod('SY2026'), today, { local: day('2026-11-29') })).toEqual({
      state: 'open',
      daysLeft: 7,
    })
    expect(isWithinPlanYears(longBien, getPeriod('SY2022'))).toBe(false)
  })

  it('«trước ngày 20/6» ends on 19/6', () => {
    expect(lastDayBefore(day('2026-06-20'))).toBe('2026-06-19')
    expect(lastDayBefore(day('2026-03-01'))).toBe('2026-02-28')
  })
})

describe('reminding', () => {
  const none = new Set<string>()

  it('on 7, 3, 1 days before and on the last day, moved to the working day before', () => {
    // 19/12/2026 is a Saturday.
    expect(reminderDays(day('2026-12-19'), none)).toEqual([
      { on: '2026-12-11', daysLeft: 8 },
      { on: '2026-12-16', daysLeft: 3 },
      { on: '2026-12-18', daysLeft: 1 },
    ])
    expect(reminderDays(day('2026-06-19'), none)).toEqual([
      { on: '2026-06-12', daysLeft: 7 },
      { on: '2026-06-16', daysLeft: 3 },
      { on: '2026-06-18', daysLeft: 1 },
      { on: '2026-06-19', daysLeft: 0 },
    ])
  })

  it('never on a weekend or holiday, in order, each day once', () => {
    const holidays = new Set(['2026-09-01', '2026-09-02', '2026-04-30', '2026-05-01'])
    for (const due of ['2026-09-02', '2026-09-08', '2026-05-03', '2026-05-04']) {
      const on = reminderDays(day(due), holidays).map((reminder) => reminder.on)
      expect(on.every((each) => isWorkingDay(each, holidays))).toBe(true)
      expect([...new Set(on)].sort()).toEqual(on)
    }
    expect(lastWorkingDay(day('2026-09-02'), holidays)).toBe('2026-08-31')
  })

  it('warns on the last working day before a due date that is none', () => {
    const saturday = { dueOn: day('2026-12-19') }
    expect(isLastWorkingDayWarning(saturday, day('2026-12-18'), none)).toBe(true)
    expect(isLastWorkingDayWarning(saturday, day('2026-12-17'), none)).toBe(false)
    expect(isLastWorkingDayWarning({ dueOn: day('2026-06-19') }, day('2026-06-19'), none)).toBe(false)
  })
})
