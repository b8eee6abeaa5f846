import type { Role } from '../domain/access.ts'
import type { InvitationId, OrgUnitId, PersonId } from '../domain/brand.ts'
import { INVITATION_DAYS, invitationLink, TOKEN_BYTES } from '../domain/invitation.ts'
import { auditedAs, type Operator } from './operator.ts'
import type { AuditEvent, Clock, Database, InvitationInput, RandomBytes, Secrets, Stores } from './ports.ts'

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
  deps: IssueDeps,
  by: Operator,
  bound: Bound,
  at: Date,
): Promise<Issued> {
  const { input, link } = draw(deps, by, bound, at)
  const id = await stores.invitations.create(input)
  await stores.audit.append(created(by, input, id))
  return { id, link, expiresAt: input.expiresAt }
}

/** Returns one for each, in order: in as many statements as for one. */
export async function issueInvitations(
  stores: Stores,
  deps: IssueDeps,
  by: Operator,
  bounds: readonly Bound[],
  at: Date,
): Promise<readonly Issued[]> {
  const drawn = bounds.map((bound) => draw(deps, by, bound, at))
  const ids = await stores.invitations.createAll(drawn.map(({ input }) => input))
  const issued = drawn.flatMap(({ input, link }, index) => {
    const id = ids[index]
    return id === undefined ? [] : [{ input, issued: { id, link, expiresAt: input.expiresAt } }]
  })
  await stores.audit.append(...issued.map(({ input, issued: { id } }) => created(by, input, id)))
  return issued.map((each) => each.issued)
}

type IssueDeps = Pick<InviteDeps, 'random' | 'secrets' | 'botUsername'>

function draw(deps: IssueDeps, by: Operator, bound: Bound, at: Date) {
  const token = Buffer.from(deps.random(TOKEN_BYTES)).toString('base64url')
  const input: InvitationInput = {
    ...{ ...bound, tokenHash: deps.secrets.hash(token) },
    ...(by !== 'cli' && { createdBy: by.person }),
    ...{ createdAt: at, expiresAt: new Date(at.getTime() + INVITATION_DAYS * DAY_MS) },
  }
  return { input, link: invitationLink(deps.botUsername, token) }
}

function created(
  by: Operator,
  { role, unit, person, createdAt }: InvitationInput,
  id: InvitationId,
): AuditEvent {
  const after = { role, unit, ...(person && { person }) }
  return { at: createdAt, actor: auditedAs(by), action: 'invitation.create', subject: id, after }
}
