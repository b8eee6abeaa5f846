import { describe, expect, it } from 'vitest'
import { toLocalDate } from '../../src/domain/local-date.ts'
import { afterQuietHours } from '../../src/domain/quiet-hours.ts'
import { isReminderDue, latestReminderDay } from '../../src/domain/reminder-due.ts'

const at = (time: string): Date => new Date(`2026-12-11T${time}:00+07:00`)
const after = (time: string): string => afterQuietHours(at(time), 'Asia/Ho_Chi_Minh').toISOString()
const day = toLocalDate

describe('quiet hours', () => {
  it.each([
    ['06:29', '2026-12-10T23:30:00.000Z'],
    ['06:30', '2026-12-10T23:30:00.000Z'],
    ['20:59', '2026-12-11T13:59:00.000Z'],
    ['21:00', '2026-12-11T23:30:00.000Z'],
    ['00:00', '2026-12-10T23:30:00.000Z'],
  ])('what is queued at %s is sent at %s', (time, sent) => {
    expect(after(time)).toBe(sent)
  })
})

describe('days of reminding', () => {
  const none = new Set<string>()
  const due = day('2026-12-17')

  it.each([
    ['2026-12-09', undefined],
    ['2026-12-10', '2026-12-10'],
    ['2026-12-15', '2026-12-14'],
    ['2026-12-17', '2026-12-17'],
    ['2026-12-18', '2026-12-18'],
    ['2026-12-24', '2026-12-18'],
    ['2026-12-25', '2026-12-25'],
  ])('the latest up to %s is %s', (today, latest) => {
    expect(latestReminderDay(due, day(today), none)).toBe(latest)
  })

  it('remind once for each, and never on a day off', () => {
    expect(isReminderDue(due, day('2026-12-09'), day('2026-12-10'), none)).toBe(true)
    expect(isReminderDue(due, day('2026-12-10'), day('2026-12-11'), none)).toBe(false)
    expect(isReminderDue(due, day('2026-12-17'), day('2026-12-19'), none)).toBe(false)
    expect(isReminderDue(due, day('2026-12-17'), day('2026-12-21'), none)).toBe(true)
    expect(isReminderDue(due, day('2026-12-17'), day('2026-12-21'), new Set(['2026-12-21']))).toBe(false)
  })
})
