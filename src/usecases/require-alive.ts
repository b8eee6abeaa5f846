import { DomainError } from '../domain/errors.ts'
import { toLocalDate } from '../domain/local-date.ts'
import { hasEnded, type OrgUnit } from '../domain/org-unit.ts'
import { renderDate } from '../domain/render-value.ts'

/** Throws unit-ended for a unit that is no more: nobody comes in there, and nothing is given to it. */
export function requireAlive(unit: OrgUnit, today: string): void {
  if (!hasEnded(unit, today)) return
  const on = renderDate(toLocalDate(unit.validTo ?? today), 'vi')
  throw new DomainError('unit-ended', { unit: unit.name, on })
}
