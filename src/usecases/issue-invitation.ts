import type { Role } from '../domain/access.ts'
import type { InvitationId, OrgUnitId, PersonId } from '../domain/brand.ts'
import { INVITATION_DAYS, invitationLink, TOKEN_BYTES } from '../domain/invitation.ts'
import { auditedAs, type Operator } from './operator.ts'
import type { Clock, Database, RandomBytes, Secrets, Stores } from './ports.ts'

export interface InviteDeps {
  readonly database: Database
  readonly clock: Clock
  readonly timeZone: string
  readonly random: RandomBytes
  readonly secrets: Secrets
  readonly botUsername: string
}

/** Whom a fresh invitation is for. */
export interface Bound {
  readonly role: Role
  readonly unit: OrgUnitId
  readonly forName?: string
  readonly phoneHash?: string
  /** Goes on as this person. */
  readonly person?: PersonId
}

export interface Issued {
  readonly id: InvitationId
  /** Opens the bot; holds the token, which is stored nowhere. */
  readonly link: string
  readonly expiresAt: Date
}

const DAY_MS = 86_400_000

/** Returns a fresh invitation, written in the caller's transaction; its token is in the link and nowhere else. */
export async function issueInvitation(
  stores: Stores,
  deps: Pick<InviteDeps, 'random' | 'secrets' | 'botUsername'>,
  by: Operator,
  bound: Bound,
  at: Date,
): Promise<Issued> {
  const token = Buffer.from(deps.random(TOKEN_BYTES)).toString('base64url')
  const expiresAt = new Date(at.getTime() + INVITATION_DAYS * DAY_MS)
  const id = await stores.invitations.create({
    ...bound,
    tokenHash: deps.secrets.hash(token),
    ...(by !== 'cli' && { createdBy: by.person }),
    createdAt: at,
    expiresAt,
  })
  const after = { role: bound.role, unit: bound.unit, ...(bound.person && { person: bound.person }) }
  await stores.audit.append({ at, actor: auditedAs(by), action: 'invitation.create', subject: id, after })
  return { id, link: invitationLink(deps.botUsername, token), expiresAt }
}
