import type { Form } from './form.ts'
import { addDays, daysBetween, type LocalDate, localDate, partsOf, toLocalDate } from './local-date.ts'
import { getPeriod, type Period, periodEnd, periodStart } from './period.ts'

export const OPENS_DAYS_BEFORE = 45
/** A day after the period's end still belongs to it within two months: a term that ends on 15 January may be due on the 31st. */
const GRACE_DAYS = 62

type DatedForm = Pick<Form, 'dueOn' | 'locksOn' | 'firstPeriod' | 'lastPeriod'>

/** All days inclusive: `dueOn` is the last day in time, `locksOn` the last day anything may change. */
export interface Deadline {
  readonly opensOn: LocalDate
  readonly dueOn: LocalDate
  /** Absent where the plan prints none: then only freezing the report locks. */
  readonly locksOn?: LocalDate
  /** Set or moved by an administrator: to be shown as «mốc của địa phương». */
  readonly isLocal: boolean
}

export type FormStatus =
  | { readonly state: 'closed' }
  /** The plan prints no date and nobody has set one. */
  | { readonly state: 'undated' }
  | { readonly state: 'not-open'; readonly opensOn: LocalDate }
  | { readonly state: 'open'; readonly daysLeft: number }
  | { readonly state: 'due-today' }
  | { readonly state: 'late'; readonly daysLate: number }
  | { readonly state: 'locked' }

/**
 * Returns when the form of that period opens, is due and locks.
 * Missing: undefined if the plan prints no date and `local` is absent, or the period is outside the plan's years and not
 * extended locally. A local date past the lock moves the lock with it.
 * Source: rules.md of the product, «Deadlines».
 */
export function deadlineOf(form: DatedForm, period: Period, local?: LocalDate): Deadline | undefined {
  const printed = isWithinPlanYears(form, period) ? dayWithin(form.dueOn, period) : undefined
  const dueOn = local ?? printed
  if (dueOn === undefined) return undefined
  const firstDue = printed !== undefined && printed < dueOn ? printed : dueOn
  const locksOn = lockDay(form, period, printed, dueOn)
  return {
    opensOn: addDays(firstDue, -OPENS_DAYS_BEFORE),
    dueOn,
    ...(locksOn === undefined ? {} : { locksOn }),
    isLocal: local !== undefined,
  }
}

/** Returns what may be done with the form of that period on `today`. `isFrozen`: the report that consolidates it is frozen. */
export function formStatus(
  form: DatedForm,
  period: Period,
  today: LocalDate,
  options: { readonly local?: LocalDate; readonly isFrozen?: boolean } = {},
): FormStatus {
  const deadline = deadlineOf(form, period, options.local)
  if (isClosed(form, period, today, deadline)) return { state: 'closed' }
  if (deadline === undefined) return { state: options.isFrozen === true ? 'locked' : 'undated' }
  return deadlineStatus(deadline, today, options.isFrozen)
}

/** Returns where `today` stands to a deadline. */
export function deadlineStatus(deadline: Deadline, today: LocalDate, isFrozen = false): FormStatus {
  const { opensOn, dueOn, locksOn } = deadline
  if (isFrozen || (locksOn !== undefined && today > locksOn)) return { state: 'locked' }
  if (today < opensOn) return { state: 'not-open', opensOn }
  if (today === dueOn) return { state: 'due-today' }
  if (today < dueOn) return { state: 'open', daysLeft: daysBetween(today, dueOn) }
  return { state: 'late', daysLate: daysBetween(dueOn, today) }
}

/** True when the plan asks this form for this period. */
export const isWithinPlanYears = (form: Pick<Form, 'firstPeriod' | 'lastPeriod'>, period: Period): boolean =>
  periodStart(period) >= periodStart(getPeriod(form.firstPeriod)) &&
  periodEnd(period) <= periodEnd(getPeriod(form.lastPeriod))

/** «trước ngày 20/6»: the day itself is excluded, so the last day is 19/6. */
export const lastDayBefore = (date: LocalDate): LocalDate => addDays(date, -1)

function isClosed(
  form: DatedForm,
  period: Period,
  today: LocalDate,
  deadline: Deadline | undefined,
): boolean {
  if (deadline?.isLocal === true) return false
  if (!isWithinPlanYears(form, period)) return true
  const planEnds = periodEnd(getPeriod(form.lastPeriod))
  const lastUse = deadline?.locksOn ?? deadline?.dueOn ?? planEnds
  return today > planEnds && today > lastUse
}

function lockDay(
  form: DatedForm,
  period: Period,
  printed: LocalDate | undefined,
  dueOn: LocalDate,
): LocalDate | undefined {
  if (form.locksOn === undefined) return undefined
  const lock = printed === undefined ? dayWithin(form.locksOn, period) : dayOnOrAfter(form.locksOn, printed)
  return lock === undefined || lock < dueOn ? dueOn : lock
}

/** The first `MM-DD` from the period's start, if it falls in the period or shortly after its end. */
function dayWithin(monthDay: string | undefined, period: Period): LocalDate | undefined {
  if (monthDay === undefined) return undefined
  const day = dayOnOrAfter(monthDay, periodStart(period))
  return day <= addDays(periodEnd(period), GRACE_DAYS) ? day : undefined
}

/** The first `MM-DD` from that day on. */
export function dayOnOrAfter(monthDay: string, from: LocalDate): LocalDate {
  const { year } = partsOf(from)
  const sameYear = dayOfYear(year, monthDay)
  return sameYear >= from ? sameYear : dayOfYear(year + 1, monthDay)
}

function dayOfYear(year: number, monthDay: string): LocalDate {
  const [month, day] = monthDay.split('-').map(Number)
  return (
    localDate(year, month ?? 0, day ?? 0) ??
    toLocalDate(`${year}-${monthDay === '02-29' ? '02-28' : monthDay}`)
  )
}
