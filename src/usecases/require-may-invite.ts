import type { Actor, Role } from '../domain/access.ts'
import type { OrgUnitId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import { mayInvite } from '../domain/invitation.ts'
import type { Operator } from './operator.ts'
import type { OrgUnitStore } from './ports.ts'

/** Throws not-allowed unless a role of the operator, held for the unit or above it, may bring people in as `role`. */
export async function requireMayInvite(
  units: Pick<OrgUnitStore, 'path'>,
  by: Operator,
  role: Role,
  unit: OrgUnitId,
  on: string,
): Promise<void> {
  if (by === 'cli') return
  const path = await units.path(unit, on)
  if (!holdsAbove(by, role, path)) throw new DomainError('not-allowed')
}

const holdsAbove = (actor: Actor, role: Role, path: readonly OrgUnitId[]): boolean =>
  actor.roles.some((held) => mayInvite(held.role, role) && path.includes(held.unit))
