import { type Deadline, dayOnOrAfter, deadlineOf } from './deadline.ts'
import type { Form, Question } from './form.ts'
import type { PlannedQuestion } from './form-plan.ts'
import type { LocalDate } from './local-date.ts'
import { type Period, periodEnd, periodStart } from './period.ts'

/** Results that come after the form's own deadline and are due on the same day. */
export interface LateResults {
  readonly questions: readonly PlannedQuestion[]
  readonly deadline: Deadline
}

type DatedForm = Pick<Form, 'dueOn' | 'locksOn' | 'firstPeriod' | 'lastPeriod'>

/** Returns the last day a late result is due. Missing: undefined when the pack gives it no day of its own. */
export function lateDueOn(
  form: DatedForm,
  { lateDueOn: day }: Pick<Question, 'lateDueOn'>,
  period: Period,
  local?: LocalDate,
): LocalDate | undefined {
  if (day === undefined) return undefined
  return dayOnOrAfter(day, deadlineOf(form, period, local)?.dueOn ?? periodEnd(period))
}

/** Returns the late questions by the day they are due, earliest first; those without a day of their own are left out. */
export function groupLate(
  form: DatedForm,
  late: readonly PlannedQuestion[],
  period: Period,
  local?: LocalDate,
): readonly LateResults[] {
  const byDay = new Map<LocalDate, PlannedQuestion[]>()
  for (const each of late) {
    const dueOn = lateDueOn(form, each.question, period, local)
    if (dueOn !== undefined) byDay.set(dueOn, [...(byDay.get(dueOn) ?? []), each])
  }
  const opensOn = deadlineOf(form, period, local)?.opensOn ?? periodStart(period)
  return [...byDay]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([dueOn, questions]) => ({ questions, deadline: { opensOn, dueOn, isLocal: true } }))
}
