import type { DataElement, ElementCode } from './data-element.ts'
import type { Indicator } from './indicator.ts'
import type { Level } from './level.ts'
import type { Period } from './period.ts'
import type { Plan, PlanLibrary, Target } from './plan.ts'

/** Returns the share (0 to 1) the plan wants of this element by about the period; undefined when it has no figure for it. */
export function aimOf(
  library: PlanLibrary,
  plan: Plan,
  element: DataElement,
  at: { readonly unit: { readonly levels: readonly Level[] }; readonly period: Period },
): number | undefined {
  const indicators = library.catalogue.indicators.filter((indicator) => isFedBy(indicator, element.code))
  const targets = plan.targets.filter(
    (target) =>
      indicators.some(({ code }) => code === target.indicator) &&
      (target.levels.length === 0 || target.levels.some((level) => at.unit.levels.includes(level))),
  )
  const own = targets.filter(({ levels }) => levels.length > 0)
  const ordered = [...(own.length > 0 ? own : targets)].sort((one, other) => dueOf(one) - dueOf(other))
  const year = Number(at.period.slice(0, 4))
  const chosen = ordered.findLast((target) => dueOf(target) <= year) ?? ordered[0]
  return chosen && shareOf(chosen)
}

function isFedBy({ formula }: Indicator, code: ElementCode): boolean {
  if (formula.kind === 'ratio') return formula.numerator.includes(code)
  return formula.kind === 'share-of-units' && formula.element === code
}

const dueOf = ({ due }: Target): number => Number(due?.match(/\d{4}/)?.[0] ?? Number.POSITIVE_INFINITY)

function shareOf({ value }: Target): number | undefined {
  if (value.kind === 'number' || value.kind === 'share') return Number(value.number) / 100
  return value.kind === 'range' ? Number(value.from) / 100 : undefined
}
