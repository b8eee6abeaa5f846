import type { Deadline } from './deadline.ts'
import { addDays, daysBetween, type LocalDate, weekday } from './local-date.ts'

/** Days before the due date on which those who still owe are reminded. */
export const REMINDER_DAYS_BEFORE = [7, 3, 1, 0] as const

export interface ReminderDay {
  readonly on: LocalDate
  /** Days from `on` to the due date, as the reminder must say it. */
  readonly daysLeft: number
}

/** Public holidays and Tết are data of the installation. */
export type Holidays = ReadonlySet<string>

export const isWorkingDay = (date: LocalDate, holidays: Holidays): boolean =>
  weekday(date) <= 5 && !holidays.has(date)

/** Returns the day itself if it is a working day, else the last working day before it. */
export function lastWorkingDay(date: LocalDate, holidays: Holidays): LocalDate {
  let day = date
  while (!isWorkingDay(day, holidays)) day = addDays(day, -1)
  return day
}

/** Returns the days of reminding, earliest first; two that fall together on a working day are one. */
export function reminderDays(dueOn: LocalDate, holidays: Holidays): readonly ReminderDay[] {
  const days = REMINDER_DAYS_BEFORE.map((before) => lastWorkingDay(addDays(dueOn, -before), holidays))
  return [...new Set(days)].map((on) => ({ on, daysLeft: daysBetween(on, dueOn) }))
}

/** True on the last working day before a due date that is no working day itself: the date is not moved, so people are warned. */
export const isLastWorkingDayWarning = (
  deadline: Pick<Deadline, 'dueOn'>,
  today: LocalDate,
  holidays: Holidays,
): boolean => !isWorkingDay(deadline.dueOn, holidays) && today === lastWorkingDay(deadline.dueOn, holidays)
