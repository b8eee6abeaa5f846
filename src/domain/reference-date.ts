import type { Form } from './form.ts'
import { type LocalDate, toLocalDate } from './local-date.ts'
import { type Period, periodEnd, periodStart } from './period.ts'

/** Returns the day the form's `at-date` figures of that period are as of: its reference day within the period. */
export function referenceDate(form: Pick<Form, 'referenceDay'>, period: Period): LocalDate {
  const inFirstYear = toLocalDate(`${periodStart(period).slice(0, 4)}-${form.referenceDay}`)
  return inFirstYear >= periodStart(period)
    ? inFirstYear
    : toLocalDate(`${periodEnd(period).slice(0, 4)}-${form.referenceDay}`)
}
