import { isWithin, type Role, scopeToInvite } from '../domain/access.ts'
import type { OrgUnitId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import type { Operator } from './operator.ts'
import type { OrgUnitStore } from './ports.ts'

/** Throws not-allowed unless a role of the operator reaches the unit and may bring people in as `role`. */
export async function requireMayInvite(
  units: Pick<OrgUnitStore, 'path'>,
  by: Operator,
  role: Role,
  unit: OrgUnitId,
  on: string,
): Promise<void> {
  if (by === 'cli') return
  const path = await units.path(unit, on)
  if (!isWithin(scopeToInvite(by, role), path)) throw new DomainError('not-allowed')
}
