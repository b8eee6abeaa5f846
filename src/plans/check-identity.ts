import type { Plan, PlanUnit } from '../domain/plan.ts'
import { type Finding, repeated } from './finding.ts'

const LISTS = ['targets', 'facts', 'duties'] as const

/** Keys, codes and ids that stand twice over all plans, and units whose parents are unknown or run in a circle. */
export function checkIdentity(plans: readonly Plan[]): readonly Finding[] {
  const units = new Map(plans.flatMap((plan) => plan.units).map((unit) => [unit.code, unit]))
  return [...checkUnique(plans), ...plans.flatMap((plan) => checkUnits(plan, units))]
}

function checkUnique(plans: readonly Plan[]): readonly Finding[] {
  const ids = new Set<string>()
  const forms = new Set<string>()
  const names = (['key', 'code'] as const).flatMap((field) =>
    repeated(plans, (plan) => plan[field]).flatMap((index): Finding[] => {
      const on = plans[index]
      return on ? [{ on, path: [field], expectation: 'unique' }] : []
    }),
  )
  const inside = plans.flatMap((on) =>
    [
      ...LISTS.flatMap((list) =>
        repeated<{ id: string }>(on[list], ({ id }) => id, ids).map((index) => [list, index, 'id']),
      ),
      ...repeated(on.forms, ({ code }) => code, forms).map((index) => ['forms', index, 'code']),
      ...repeated(on.units, ({ code }) => code).map((index) => ['units', index, 'code']),
    ].map((path): Finding => ({ on, path, expectation: 'unique' })),
  )
  return [...names, ...inside]
}

function checkUnits(on: Plan, units: ReadonlyMap<string, PlanUnit>): readonly Finding[] {
  const own: Finding[] = units.has(on.unit) ? [] : [{ on, path: ['unit'], expectation: 'known-unit' }]
  const parents = on.units.flatMap(({ code, parent }, index): Finding[] => {
    const path = ['units', index, 'parent']
    if (parent === undefined) return []
    if (!units.has(parent)) return [{ on, path, expectation: 'known-unit' }]
    return isBeneath(parent, code, units) ? [{ on, path, expectation: 'no-circle' }] : []
  })
  return [...own, ...parents]
}

function isBeneath(start: string, unit: string, units: ReadonlyMap<string, PlanUnit>): boolean {
  const passed = new Set<string>()
  let above: string | undefined = start
  while (above !== undefined && !passed.has(above)) {
    if (above === unit) return true
    passed.add(above)
    above = units.get(above)?.parent
  }
  return false
}
