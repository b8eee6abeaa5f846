import { systemScope } from '../domain/access.ts'
import type { OrgUnitId } from '../domain/brand.ts'
import type { Form } from '../domain/form.ts'
import type { Level } from '../domain/level.ts'
import type { OrgUnit } from '../domain/org-unit.ts'
import type { Plan, PlanLibrary } from '../domain/plan.ts'
import type { OrgUnitStore } from './ports.ts'

/** A form with the plan it belongs to. */
export interface PlanForm {
  readonly plan: Plan
  readonly form: Form
}

/** True when a unit of this kind and these levels owes the form, were it below the plan's unit. */
export const fitsUnit = (form: Form, unit: Pick<OrgUnit, 'kind' | 'levels'>): boolean =>
  form.for.kind === unit.kind &&
  (form.for.levels.length === 0 || form.for.levels.some((level) => unit.levels.includes(level)))

/** Returns the forms a unit owes: of its kind and levels, of plans whose unit it reports to on that day (or is). */
export async function listFormsOf(
  deps: { readonly units: OrgUnitStore; readonly library: PlanLibrary },
  unit: OrgUnit,
  on: string,
): Promise<readonly PlanForm[]> {
  const codes = await deps.units.pathCodes(unit.id, on)
  return deps.library.plans
    .filter((plan) => codes.includes(plan.unit))
    .flatMap((plan) => plan.forms.filter((form) => fitsUnit(form, unit)).map((form) => ({ plan, form })))
}

/** Returns the unit that accepts the form for a unit of these levels: the most particular line of `acceptedBy`. Throws when the pack names none. */
export async function findAcceptor(
  deps: { readonly units: OrgUnitStore },
  { plan, form }: PlanForm,
  levels: readonly Level[],
): Promise<OrgUnitId> {
  const line =
    form.acceptedBy.find((each) => each.levels.some((level) => levels.includes(level))) ??
    form.acceptedBy.find((each) => each.levels.length === 0)
  const acceptor = await deps.units.findByCode(systemScope, line?.unit ?? plan.unit)
  if (!acceptor)
    throw new Error(`form ${form.code} is accepted by ${line?.unit ?? plan.unit}, which is no org unit`)
  return acceptor.id
}
