import { type Actor, isWithin, scopeFor, systemScope } from '../domain/access.ts'
import { type Deadline, deadlineOf, type FormStatus, formStatus } from '../domain/deadline.ts'
import { DomainError } from '../domain/errors.ts'
import type { Form } from '../domain/form.ts'
import type { LocalDate } from '../domain/local-date.ts'
import {
  comparePeriods,
  nextPeriod,
  type Period,
  periodAt,
  periodEnd,
  previousPeriod,
} from '../domain/period.ts'
import type { Plan, PlanLibrary } from '../domain/plan.ts'
import { countedOn, localDueOn, today } from './form-window.ts'
import type { Clock, Database } from './ports.ts'
import { askedCounts } from './progress-questions.ts'

export interface DeadlineDeps {
  readonly database: Database
  readonly library: PlanLibrary
  readonly clock: Clock
  readonly timeZone: string
}

export interface FormPeriod {
  readonly form: string
  readonly period: Period
}

/** A form's period with the date that holds for it; absent where the plan prints none and nobody has set one. */
export interface DeadlineRow {
  readonly plan: Plan
  readonly form: Form
  readonly period: Period
  readonly deadline?: Deadline
}

/** What setting or removing a local date does. */
export interface DeadlineChange extends DeadlineRow {
  /** What holds afterwards, and what may be done with the form on the day it is asked. */
  readonly after?: Deadline
  readonly status: FormStatus
  readonly expected: number
  readonly missing: number
}

/** Returns the last, present and next period of each form the actor may set dates for, by date; those without one last. */
export async function listDeadlines(deps: DeadlineDeps, actor: Actor): Promise<readonly DeadlineRow[]> {
  const local = await deps.database.plans.localDeadlines()
  const rows: DeadlineRow[] = []
  for (const plan of deps.library.plans) {
    if (plan.forms.length === 0 || !(await maySet(deps, actor, plan))) continue
    for (const form of plan.forms)
      for (const period of periodsAround(form, today(deps))) {
        const deadline = deadlineOf(form, period, localDueOn(local, form, period))
        rows.push({ plan, form, period, ...(deadline && { deadline }) })
      }
  }
  return rows.filter(isUseful(today(deps))).sort(byDate)
}

/** Over for long, or so far off that nobody asks. */
const isUseful =
  (day: LocalDate) =>
  ({ form, period, deadline }: DeadlineRow): boolean =>
    formStatus(form, period, day, deadline?.isLocal ? { local: deadline.dueOn } : {}).state !== 'closed'

function periodsAround(form: Form, day: LocalDate): readonly Period[] {
  const at = periodAt(form.periodType, day)
  return [previousPeriod(at), at, nextPeriod(at)]
}

const byDate = (a: DeadlineRow, b: DeadlineRow): number =>
  (a.deadline?.dueOn ?? periodEnd(a.period)).localeCompare(b.deadline?.dueOn ?? periodEnd(b.period)) ||
  comparePeriods(a.period, b.period)

/** Returns what would follow from that date, or from none of one's own; changes nothing. Throws: not-allowed, form-not-found. */
export async function previewDeadline(
  deps: DeadlineDeps,
  actor: Actor,
  { form: code, period }: FormPeriod,
  dueOn: LocalDate | undefined,
): Promise<DeadlineChange> {
  const { plan, form } = deps.library.form(code)
  if (!(await maySet(deps, actor, plan))) throw new DomainError('not-allowed')
  const local = await deps.database.plans.localDeadlines()
  const before = deadlineOf(form, period, localDueOn(local, form, period))
  const after = deadlineOf(form, period, dueOn)
  const then = new Map(local)
  if (dueOn === undefined) then.delete(`${code} ${period}`)
  else then.set(`${code} ${period}`, dueOn)
  const root = await deps.database.units.findByCode(systemScope, plan.unit)
  const asked = [askedCounts(deps.library, form, period, countedOn(form, period, then))]
  const [[total] = []] = root ? await deps.database.totals.counts(systemScope, { unit: root.id, asked }) : []
  const { expected = 0, reported = 0 } = total ?? {}
  return {
    ...{ plan, form, period, expected, missing: expected - reported },
    ...(before && { deadline: before }),
    ...(after && { after }),
    status: formStatus(form, period, today(deps), dueOn === undefined ? {} : { local: dueOn }),
  }
}

/** Sets the local date of a form's period, or removes it, and returns the one there was. Throws: not-allowed, form-not-found. */
export async function setDeadline(
  deps: DeadlineDeps,
  actor: Actor,
  { form, period }: FormPeriod,
  dueOn: LocalDate | undefined,
): Promise<LocalDate | undefined> {
  if (!(await maySet(deps, actor, deps.library.form(form).plan))) throw new DomainError('not-allowed')
  const at = deps.clock.now()
  return deps.database.transaction(async ({ plans, audit }) => {
    const before = localDueOn(await plans.localDeadlines(), { code: form }, period)
    if (before === dueOn) return before
    if (dueOn === undefined) await plans.removeLocalDeadline(form, period)
    else await plans.setLocalDeadline(form, period, dueOn, actor.person, at)
    await audit.append({
      ...{ at, actor: actor.person, action: 'deadline.set', subject: `form:${form}:${period}` },
      before: { dueOn: before ?? null },
      after: { dueOn: dueOn ?? null },
    })
    return before
  })
}

/** A date holds for all who owe the form: only who answers for the plan's whole unit may set it. */
async function maySet(
  { database, clock, timeZone }: DeadlineDeps,
  actor: Actor,
  plan: Plan,
): Promise<boolean> {
  const scope = scopeFor(actor, 'manage-plans')
  if (scope.roots === 'everything') return true
  const unit = await database.units.findByCode(systemScope, plan.unit)
  if (!unit) return false
  return isWithin(scope, await database.units.path(unit.id, today({ clock, timeZone })))
}
