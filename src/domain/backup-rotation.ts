import { isoWeekOf } from './iso-week.ts'
import type { LocalDate } from './local-date.ts'

export const DAILY_BACKUPS = 7
export const WEEKLY_BACKUPS = 4

/** Returns the days whose backups may go: all but the latest seven and the last one of each of the latest four weeks that are over. */
export function backupsToForget(days: readonly LocalDate[], today: LocalDate): readonly LocalDate[] {
  const latestFirst = days.toSorted().toReversed()
  const lastOfWeek = new Map<string, LocalDate>()
  for (const day of latestFirst) {
    const week = isoWeekOf(day)
    if (week !== isoWeekOf(today) && !lastOfWeek.has(week)) lastOfWeek.set(week, day)
  }
  const weekly = [...lastOfWeek.values()].slice(0, WEEKLY_BACKUPS)
  const kept = new Set([...latestFirst.slice(0, DAILY_BACKUPS), ...weekly])
  return days.filter((day) => !kept.has(day))
}
