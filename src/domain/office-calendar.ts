import { addDays, type LocalDate, toLocalDate } from './local-date.ts'
import type { Holidays } from './working-day.ts'

/** Days but for weekends on which the offices and schools do not work; data of the installation. */
export interface OfficeCalendar {
  /** First and last day, ISO. */
  readonly days: readonly { readonly from: string; readonly to: string; readonly name: string }[]
}

/** Returns every holiday as a day of its own. */
export const holidaysOf = ({ days }: OfficeCalendar): Holidays =>
  new Set(days.flatMap(({ from, to }) => daysFrom(toLocalDate(from), toLocalDate(to))))

function daysFrom(from: LocalDate, to: LocalDate): readonly LocalDate[] {
  const days: LocalDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}
