import { addDays, daysBetween, type LocalDate, partsOf, toLocalDate, weekday } from './local-date.ts'

/** Returns the ISO week of a day, Monday first: `2026-W48`. The first days of January may belong to the old year's last week. */
export function isoWeekOf(date: LocalDate): string {
  const thursday = addDays(date, 4 - weekday(date))
  const { year } = partsOf(thursday)
  const week = Math.floor(daysBetween(toLocalDate(`${year}-01-01`), thursday) / 7) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}

/** Returns the Monday of an ISO week `2026-W48`, or undefined if the year has no such week. */
export function weekStart(week: string): LocalDate | undefined {
  const parts = /^(\d{4})-W(\d{2})$/.exec(week)
  if (parts === null) return undefined
  const fourth = toLocalDate(`${parts[1]}-01-04`)
  const monday = addDays(fourth, 1 - weekday(fourth) + (Number(parts[2]) - 1) * 7)
  return isoWeekOf(monday) === week ? monday : undefined
}
