import { type Actor, ROLES, scopeToInvite } from '../domain/access.ts'
import type { InvitationId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import type { Clock, Database, OpenInvitation } from './ports.ts'

export interface InvitationsDeps {
  readonly database: Database
  readonly clock: Clock
}

/** Returns the invitations nobody has claimed yet that the actor could have made, by unit. */
export async function listInvitations(
  { database, clock }: InvitationsDeps,
  actor: Actor,
): Promise<readonly OpenInvitation[]> {
  const now = clock.now()
  const byRole = await Promise.all(
    ROLES.map(async (role) =>
      (await database.invitations.listOpen(scopeToInvite(actor, role), now)).filter(
        (each) => each.role === role,
      ),
    ),
  )
  return byRole.flat().sort((one, other) => (one.unitCode < other.unitCode ? -1 : 1))
}

/** Takes an invitation back before anybody has claimed it; twice does it once. Throws: invitation-invalid. */
export async function revokeInvitation(
  deps: InvitationsDeps,
  actor: Actor,
  id: InvitationId,
): Promise<OpenInvitation> {
  const open = (await listInvitations(deps, actor)).find((each) => each.id === id)
  if (!open) throw new DomainError('invitation-invalid')
  const at = deps.clock.now()
  await deps.database.transaction(async (stores) => {
    await stores.invitations.revoke(scopeToInvite(actor, open.role), id, at)
    await stores.audit.append({ at, actor: actor.person, action: 'invitation.revoke', subject: id })
  })
  return open
}
