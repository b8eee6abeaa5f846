import { type Actor, roleAllows, type Scope, scopeFor } from '../domain/access.ts'
import { type Deadline, deadlineOf, deadlineStatus, formStatus } from '../domain/deadline.ts'
import { covers } from '../domain/form-cover.ts'
import { answerMap, openLate, type PlannedQuestion, planForm } from '../domain/form-plan.ts'
import { groupLate } from '../domain/late-result.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { OrgUnit } from '../domain/org-unit.ts'
import { comparePeriods, getPeriod, type Period, periodAt, previousPeriod } from '../domain/period.ts'
import type { PlanLibrary } from '../domain/plan.ts'
import { isHandedIn } from '../domain/submission.ts'
import { listFormsOf, type PlanForm } from './form-access.ts'
import {
  isOpen,
  type LocalDeadlines,
  localDueOn,
  type OpenStatus,
  today,
  type WindowDeps,
} from './form-window.ts'
import { fillsOnlyAssigned } from './open-form.ts'
import type { Database, SubmissionRow } from './ports.ts'

/**
 * One form a person owes, or has handed in, for one unit and period whose window is open; or results of one handed in that come
 * later, with a deadline of their own.
 */
export interface Owed extends PlanForm {
  readonly unit: OrgUnit
  readonly period: Period
  readonly deadline: Deadline
  readonly status: OpenStatus
  /** Absent: nobody has begun. */
  readonly submission?: SubmissionRow
  /** The form is handed in without these results («có sau»), which are due by `deadline`. */
  readonly late?: readonly PlannedQuestion[]
}

/** True while something is still to be handed in: not begun, a draft, returned, or results that come later. */
export const isStillOwed = ({ late, submission }: Owed): boolean =>
  late !== undefined || submission === undefined || !isHandedIn(submission.state)

export interface OwedDeps extends WindowDeps {
  readonly database: Database
  readonly library: PlanLibrary
}

/** Returns what the actor's units owe now, by deadline; forms not yet open, locked, or of plans that are over are left out. Teachers see what they were given. */
export async function listOwed(deps: OwedDeps, actor: Actor): Promise<readonly Owed[]> {
  const scope = scopeFor(actor, 'fill-form')
  const own = new Set(
    actor.roles.filter((held) => roleAllows(held.role, 'fill-form')).map((held) => held.unit),
  )
  const given = new Set(
    (await deps.database.assignments.ofPerson(actor.person)).map(({ submission }) => submission),
  )
  const owed: Owed[] = []
  for (const id of own) {
    const unit = await deps.database.units.find(scope, id)
    if (!unit) continue
    const all = await listOwedOf(deps, scope, unit)
    owed.push(
      ...(fillsOnlyAssigned(actor, id)
        ? all.filter(({ submission }) => submission && given.has(submission.id))
        : all),
    )
  }
  return owed.sort((a, b) => a.deadline.dueOn.localeCompare(b.deadline.dueOn))
}

/** Returns what one unit owes now; the scope says who asks. */
export async function listOwedOf(deps: OwedDeps, scope: Scope, unit: OrgUnit): Promise<readonly Owed[]> {
  const day = today(deps)
  const forms = await listFormsOf({ units: deps.database.units, library: deps.library }, unit, day)
  const submissions = await deps.database.submissions.list(scope, { units: [unit.id] })
  const local = await deps.database.plans.localDeadlines()
  const ofForms = forms.flatMap(({ plan, form }) =>
    openPeriods({ plan, form }, day, local).map((open): Owed => {
      const submission = submissions.find((each) => each.form === form.code && each.period === open.period)
      return { plan, form, unit, ...open, ...(submission && { submission }) }
    }),
  )
  const late = await Promise.all(
    forms.flatMap(({ plan, form }) =>
      submissions
        .filter((each) => each.form === form.code && isHandedIn(each.state))
        .map((submission) => listLate(deps, { plan, form }, unit, submission, local)),
    ),
  )
  return [...ofForms.filter((each) => !isAskedElsewhere(each, ofForms)), ...late.flat()]
}

/** Another form of the same period asks all of it: what two plans want is asked once. */
const isAskedElsewhere = ({ form, period }: Owed, all: readonly Owed[]): boolean =>
  all.some(
    (other) =>
      other.period === period &&
      covers(other.form, form) &&
      // Of two that ask the same one stays.
      (!covers(form, other.form) || other.form.code < form.code),
  )

/** The results a form was handed in without, while its period is the current one or that before. */
async function listLate(
  deps: OwedDeps,
  { plan, form }: PlanForm,
  unit: OrgUnit,
  submission: SubmissionRow,
  local: LocalDeadlines,
): Promise<readonly Owed[]> {
  const day = today(deps)
  const period = getPeriod(submission.period)
  const current = periodAt(form.periodType, day)
  const planned = planForm(form, unit.levels).filter(({ question }) => question.isLate)
  if (planned.length === 0 || ![current, previousPeriod(current)].includes(period)) return []
  const [revision] = await deps.database.submissions.revisions(submission.id)
  const open = openLate(planned, answerMap(revision?.values ?? []))
  return groupLate(form, open, period, localDueOn(local, form, period)).flatMap(({ questions, deadline }) => {
    const status = deadlineStatus(deadline, day)
    return isOpen(status) ? [{ plan, form, unit, period, deadline, status, submission, late: questions }] : []
  })
}

/** Returns the periods of the form whose window is open on the day, oldest first. */
export function openPeriods({ form }: PlanForm, day: LocalDate, local: LocalDeadlines) {
  const current = periodAt(form.periodType, day)
  const extended = [...local.keys()]
    .filter((key) => key.startsWith(`${form.code} `))
    .map((key) => getPeriod(key.slice(form.code.length + 1)))
  const candidates = [...new Set([previousPeriod(current), current, ...extended])].sort(comparePeriods)
  return candidates.flatMap((period) => {
    const localDue = localDueOn(local, form, period)
    const deadline = deadlineOf(form, period, localDue)
    const status = formStatus(form, period, day, localDue === undefined ? {} : { local: localDue })
    return deadline && isOpen(status) ? [{ period, deadline, status }] : []
  })
}
