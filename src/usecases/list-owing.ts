import { type Scope, systemScope } from '../domain/access.ts'
import type { OrgUnitId } from '../domain/brand.ts'
import { type Deadline, deadlineStatus } from '../domain/deadline.ts'
import { planForm } from '../domain/form-plan.ts'
import { groupLate } from '../domain/late-result.ts'
import { type Period, periodAt, previousPeriod } from '../domain/period.ts'
import type { PlanForm } from './form-access.ts'
import { countedOn, isOpen, type LocalDeadlines, localDueOn, type OpenStatus, today } from './form-window.ts'
import { type OwedDeps, openPeriods } from './list-owed.ts'
import type { FormToReport, OwingUnit } from './ports.ts'

/** A form and period whose window is open, with the units that still owe it; or results that come after it was handed in. */
export interface OwingForm extends PlanForm {
  readonly period: Period
  readonly deadline: Deadline
  readonly status: OpenStatus
  readonly units: readonly OwingUnit[]
  /** The units have handed the form in and owe the results that come later («có sau»), due by `deadline`. */
  readonly isLate?: true
}

/** Returns who owes what now among the units of the scope, by deadline; forms nobody owes are left out. */
export async function listOwing(deps: OwedDeps, scope: Scope): Promise<readonly OwingForm[]> {
  const local = await deps.database.plans.localDeadlines()
  const found: OwingForm[] = []
  for (const plan of deps.library.plans) {
    const owner = await deps.database.units.findByCode(systemScope, plan.unit)
    if (!owner) continue
    for (const form of plan.forms) {
      const asked: Asked = { plan, form, root: owner.id, local }
      found.push(...(await listOpen(deps, scope, asked)), ...(await listLate(deps, scope, asked)))
    }
  }
  return found
    .filter(({ units }) => units.length > 0)
    .sort((a, b) => a.deadline.dueOn.localeCompare(b.deadline.dueOn))
}

interface Asked extends PlanForm {
  readonly root: OrgUnitId
  readonly local: LocalDeadlines
}

const formToReport = ({ form, root, local }: Asked, period: Period): FormToReport => ({
  ...{ form: form.code, period, root, ...form.for, on: countedOn(form, period, local) },
})

function listOpen(deps: OwedDeps, scope: Scope, asked: Asked): Promise<readonly OwingForm[]> {
  const { plan, form, local } = asked
  return Promise.all(
    openPeriods({ plan, form }, today(deps), local).map(async (open) => ({
      ...{ plan, form, ...open },
      units: await deps.database.reminders.owing(scope, formToReport(asked, open.period)),
    })),
  )
}

/** Results that come after the deadline, of this period and the one before, by the day they are due. */
async function listLate(deps: OwedDeps, scope: Scope, asked: Asked): Promise<readonly OwingForm[]> {
  const { form } = asked
  const questions = form.sections.flatMap((section) => section.questions).filter(({ isLate }) => isLate)
  if (questions.length === 0) return []
  const current = periodAt(form.periodType, today(deps))
  const found = await Promise.all(
    [previousPeriod(current), current].map((period) =>
      listLateOf(deps, scope, asked, period, [
        ...new Set(questions.flatMap(({ elements }) => [...elements])),
      ]),
    ),
  )
  return found.flat()
}

async function listLateOf(
  deps: OwedDeps,
  scope: Scope,
  asked: Asked,
  period: Period,
  elements: readonly string[],
): Promise<readonly OwingForm[]> {
  const { plan, form, local } = asked
  const byDay = new Map<string, Omit<OwingForm, 'units'> & { readonly units: OwingUnit[] }>()
  const handedIn = await deps.database.reminders.answering(scope, formToReport(asked, period), elements)
  for (const { unit, submission, answered } of handedIn) {
    const open = planForm(form, unit.levels).filter(
      ({ question, asks }) => question.isLate && !asks.every((element) => answered.includes(element)),
    )
    for (const { deadline } of groupLate(form, open, period, localDueOn(local, form, period))) {
      const status = deadlineStatus(deadline, today(deps))
      if (!isOpen(status)) continue
      const ofDay = byDay.get(deadline.dueOn)
      const units = ofDay?.units ?? []
      units.push({ unit, submission, isCounted: true })
      byDay.set(deadline.dueOn, ofDay ?? { plan, form, period, deadline, status, units, isLate: true })
    }
  }
  return [...byDay.values()]
}
