import type { Role } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import { localDateOf } from '../domain/local-date.ts'
import type { OrgUnit } from '../domain/org-unit.ts'
import { parsePhone } from '../domain/phone.ts'
import { type InviteDeps, type Issued, issueInvitation } from './issue-invitation.ts'
import { type Operator, operatorScope } from './operator.ts'
import { requireAlive } from './require-alive.ts'
import { requireMayInvite } from './require-may-invite.ts'

export interface InvitationWish {
  readonly role: Role
  /** Code of the unit. */
  readonly unit: string
  /** Whom it is for; left out, the roster's contact of the unit for a principal. */
  readonly forName?: string
  readonly phone?: string
}

export interface CreatedInvitation extends Issued {
  readonly role: Role
  readonly unit: OrgUnit
  readonly forName?: string
}

/**
 * Returns a fresh invitation for a role and unit, good for one person and 14 days.
 * Throws: unit-not-found, unit-ended, not-allowed, phone-invalid.
 */
export async function createInvitation(
  deps: InviteDeps,
  by: Operator,
  wish: InvitationWish,
): Promise<CreatedInvitation> {
  const { database, clock } = deps
  const at = clock.now()
  const unit = await database.units.findByCode(operatorScope(by, 'invite'), wish.unit)
  if (!unit) throw new DomainError('unit-not-found', { unit: wish.unit })
  requireAlive(unit, localDateOf(at, deps.timeZone))
  await requireMayInvite(database.units, by, wish.role, unit.id, localDateOf(at, deps.timeZone))
  const bound = await boundTo(deps, wish, unit)
  const issued = await database.transaction((stores) =>
    issueInvitation(stores, deps, by, { role: wish.role, unit: unit.id, ...bound }, at),
  )
  return { ...issued, role: wish.role, unit, ...(bound.forName !== undefined && { forName: bound.forName }) }
}

/** Name and phone the claimer is checked against. */
async function boundTo(
  deps: InviteDeps,
  wish: InvitationWish,
  unit: OrgUnit,
): Promise<{ readonly forName?: string; readonly phoneHash?: string }> {
  const digits = wish.phone === undefined ? undefined : parsePhone(wish.phone)
  if (wish.phone !== undefined && !digits) throw new DomainError('phone-invalid')
  if (digits)
    return { phoneHash: deps.secrets.hashPhone(digits), ...(wish.forName && { forName: wish.forName }) }
  if (wish.forName !== undefined) return { forName: wish.forName }
  if (wish.role !== 'principal') return {}
  const contact = (await deps.database.roster.ofUnit(unit.id)).find(({ post }) => post === 'principal')
  return {
    ...(contact?.name !== undefined && { forName: contact.name }),
    ...(contact?.phoneHash !== undefined && { phoneHash: contact.phoneHash }),
  }
}
