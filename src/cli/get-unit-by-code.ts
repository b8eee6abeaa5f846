import { systemScope } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import type { OrgUnit } from '../domain/org-unit.ts'
import type { Database } from '../usecases/ports.ts'

/** Throws: unit-not-found. */
export async function getUnitByCode({ units }: Pick<Database, 'units'>, code: string): Promise<OrgUnit> {
  const unit = await units.findByCode(systemScope, code)
  if (!unit) throw new DomainError('unit-not-found', { unit: code })
  return unit
}
