import { type Scope, systemScope } from '../domain/access.ts'
import type { Deadline } from '../domain/deadline.ts'
import type { Period } from '../domain/period.ts'
import type { PlanForm } from './form-access.ts'
import { type OpenStatus, today } from './form-window.ts'
import { countedOn } from './get-progress.ts'
import { type OwedDeps, openPeriods } from './list-owed.ts'
import type { OwingUnit } from './ports.ts'

/** A form and period whose window is open, with the units that still owe it. */
export interface OwingForm extends PlanForm {
  readonly period: Period
  readonly deadline: Deadline
  readonly status: OpenStatus
  readonly units: readonly OwingUnit[]
}

/** Returns who owes what now among the units of the scope, by deadline; forms nobody owes are left out. */
export async function listOwing(deps: OwedDeps, scope: Scope): Promise<readonly OwingForm[]> {
  const day = today(deps)
  const local = await deps.database.plans.localDeadlines()
  const found: OwingForm[] = []
  for (const plan of deps.library.plans) {
    const owner = await deps.database.units.findByCode(systemScope, plan.unit)
    if (!owner) continue
    const open = plan.forms.flatMap((form) =>
      openPeriods({ plan, form }, day, local).map((each) => ({ plan, form, ...each })),
    )
    for (const each of open) {
      const { form, period } = each
      const on = countedOn(form, period, local)
      const wanted = { form: form.code, period, root: owner.id, ...form.for, on }
      const units = await deps.database.reminders.owing(scope, wanted)
      if (units.length > 0) found.push({ ...each, units })
    }
  }
  return found.sort((a, b) => a.deadline.dueOn.localeCompare(b.deadline.dueOn))
}
