import { addDays, daysBetween, type LocalDate } from './local-date.ts'
import { type Holidays, isWorkingDay, reminderDays } from './working-day.ts'

/** Late figures are asked for on the day after the due date, and then once a week. */
const DAYS_OF_A_WEEK = 7

/**
 * Returns the latest day up to `today` on which whoever owes by `dueOn` was to be reminded; one that fell on no working day once the
 * date has passed counts from its own day on. Missing: undefined before the first.
 * Source: product description, «Reminders».
 */
export function latestReminderDay(
  dueOn: LocalDate,
  today: LocalDate,
  holidays: Holidays,
): LocalDate | undefined {
  const daysLate = daysBetween(dueOn, today)
  if (daysLate > 0) return addDays(dueOn, daysLate - ((daysLate - 1) % DAYS_OF_A_WEEK))
  return reminderDays(dueOn, holidays).findLast(({ on }) => on <= today)?.on
}

/**
 * True when one who was last reminded (or came in) on `since` is to be reminded today: a day of reminding has come since then, and
 * today is a working day. A day missed is made up for on the next.
 */
export function isReminderDue(
  dueOn: LocalDate,
  since: LocalDate,
  today: LocalDate,
  holidays: Holidays,
): boolean {
  if (!isWorkingDay(today, holidays)) return false
  const latest = latestReminderDay(dueOn, today, holidays)
  return latest !== undefined && latest > since
}
