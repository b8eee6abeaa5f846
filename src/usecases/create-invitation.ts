import type { Role } from '../domain/access.ts'
import type { InvitationId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import { INVITATION_DAYS, invitationLink, TOKEN_BYTES } from '../domain/invitation.ts'
import { localDateOf } from '../domain/local-date.ts'
import type { OrgUnit } from '../domain/org-unit.ts'
import { parsePhone } from '../domain/phone.ts'
import { auditedAs, type Operator, operatorScope } from './operator.ts'
import type { Clock, Database, RandomBytes, Secrets } from './ports.ts'
import { requireMayInvite } from './require-may-invite.ts'

export interface InviteDeps {
  readonly database: Database
  readonly clock: Clock
  readonly timeZone: string
  readonly random: RandomBytes
  readonly secrets: Secrets
  readonly botUsername: string
}

export interface InvitationWish {
  readonly role: Role
  /** Code of the unit. */
  readonly unit: string
  /** Whom it is for; left out, the roster's contact of the unit for a principal. */
  readonly forName?: string
  readonly phone?: string
}

export interface CreatedInvitation {
  readonly id: InvitationId
  /** Opens the bot; holds the token, which is stored nowhere. */
  readonly link: string
  readonly role: Role
  readonly unit: OrgUnit
  readonly forName?: string
  readonly expiresAt: Date
}

const DAY_MS = 86_400_000

/**
 * Returns a fresh invitation for a role and unit, good for one person and 14 days.
 * Throws: unit-not-found, not-allowed, phone-invalid.
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
  await requireMayInvite(database.units, by, wish.role, unit.id, localDateOf(at, deps.timeZone))
  const token = Buffer.from(deps.random(TOKEN_BYTES)).toString('base64url')
  const expiresAt = new Date(at.getTime() + INVITATION_DAYS * DAY_MS)
  const bound = await boundTo(deps, wish, unit)
  const id = await database.transaction(async (stores) => {
    const created = await stores.invitations.create({
      tokenHash: deps.secrets.hash(token),
      role: wish.role,
      unit: unit.id,
      ...bound,
      ...(by !== 'cli' && { createdBy: by.person }),
      createdAt: at,
      expiresAt,
    })
    const after = { role: wish.role, unit: unit.code }
    await stores.audit.append({
      at,
      actor: auditedAs(by),
      action: 'invitation.create',
      subject: created,
      after,
    })
    return created
  })
  const forName = bound.forName
  const link = invitationLink(deps.botUsername, token)
  return { id, link, role: wish.role, unit, expiresAt, ...(forName !== undefined && { forName }) }
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
