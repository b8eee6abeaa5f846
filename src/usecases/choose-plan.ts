import type { OrgUnitId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import { type Period, periodEnd, periodStart } from '../domain/period.ts'
import type { Plan, PlanLibrary } from '../domain/plan.ts'
import type { OrgUnitStore } from './ports.ts'

/**
 * Returns the plan a unit is measured by: the named one, else its own or that of the nearest unit it reports to, one whose years hold
 * the period before one whose years are over.
 * Throws: plan-not-found.
 */
export async function choosePlan(
  deps: { readonly units: OrgUnitStore; readonly library: PlanLibrary },
  unit: OrgUnitId,
  choice: { readonly period?: Period; readonly plan?: string; readonly on: string },
): Promise<Plan> {
  const { plans } = deps.library
  if (choice.plan !== undefined) {
    const named = plans.find(({ code, key }) => code === choice.plan || key === choice.plan)
    if (named === undefined) throw new DomainError('plan-not-found', { plan: choice.plan })
    return named
  }
  // Codes say nothing of figures, so the way up is read for everyone.
  const codes = await deps.units.pathCodes(unit, choice.on)
  const candidates = codes.flatMap((code) =>
    plans.filter((plan) => plan.unit === code && plan.forms.length > 0),
  )
  const [first] = candidates
  if (first === undefined) throw new DomainError('plan-not-found')
  return candidates.find((plan) => choice.period !== undefined && isWithinTerm(plan, choice.period)) ?? first
}

const isWithinTerm = ({ term }: Plan, period: Period): boolean =>
  Number(periodEnd(period).slice(0, 4)) >= term.fromYear &&
  Number(periodStart(period).slice(0, 4)) <= term.toYear
