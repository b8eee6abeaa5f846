import { type Actor, isWithin, scopeToInvite, systemScope } from '../domain/access.ts'
import type { PersonId, RoleId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import { closeChats } from './close-chats.ts'
import { findOffice } from './find-office.ts'
import { requireManageable } from './find-people.ts'
import { today } from './form-window.ts'
import { type InviteDeps, type Issued, issueInvitation } from './issue-invitation.ts'
import { noticePerson } from './notice.ts'
import type { Clock, Database, HeldRole, Stores } from './ports.ts'

export interface ManageDeps {
  readonly database: Database
  readonly clock: Clock
  readonly timeZone: string
}

/**
 * Locks a person out at once, or lets them in again; what they had open in a chat is closed, drafts stay.
 * Throws: person-not-found, not-allowed.
 */
export async function suspendPerson(
  deps: ManageDeps,
  actor: Actor,
  id: PersonId,
  isSuspended: boolean,
): Promise<void> {
  await requireManageable(deps, actor, id)
  const at = deps.clock.now()
  await deps.database.transaction(async (stores) => {
    await stores.people.suspend(id, isSuspended ? at : null)
    if (isSuspended) await closeChats(stores, id, at)
    const action = isSuspended ? 'person.suspend' : 'person.unsuspend'
    await stores.audit.append({ at, actor: actor.person, action, subject: id })
  })
}

/**
 * Ends a role, one's own or one the actor could have invited to: what was assigned with it ends, figures stay. The other side is told.
 * Throws: role-not-found (also out of reach, or ended before).
 */
export async function endRole(deps: ManageDeps, actor: Actor, id: RoleId): Promise<HeldRole> {
  const on = today(deps)
  const held = await deps.database.people.findRole(systemScope, id)
  if (!held) throw new DomainError('role-not-found')
  const isOwn = held.person === actor.person
  const path = await deps.database.units.path(held.unit, on)
  if (!isOwn && !isWithin(scopeToInvite(actor, held.role), path)) throw new DomainError('role-not-found')
  const at = deps.clock.now()
  await deps.database.transaction(async (stores) => {
    await stores.people.endRole(held.person, held.role, held.unit, on)
    await endAssignments(stores, held, at)
    await closeChats(stores, held.person, at)
    const after = { role: held.role, unit: held.unit }
    await stores.audit.append({ at, actor: actor.person, action: 'role.end', subject: held.person, after })
    const params = { person: held.person, name: held.name, role: held.role, unit: held.unitName }
    const told = isOwn ? await othersOfOffice(stores, held, on) : [await stores.people.get(held.person)]
    for (const each of told) await noticePerson(stores, each, isOwn ? 'post-left' : 'role-ended', params, at)
  })
  return held
}

/**
 * Returns an invitation by which the person goes on with another Telegram account; the old one is out when it is claimed.
 * Throws: person-not-found, not-allowed.
 */
export async function reinvitePerson(
  deps: InviteDeps,
  actor: Actor,
  id: PersonId,
): Promise<Issued & { readonly held: HeldRole }> {
  const [held] = await requireManageable(deps, actor, id)
  if (!held) throw new DomainError('person-not-found')
  const { phoneHash } = await deps.database.personal.get(id)
  const bound = {
    role: held.role,
    unit: held.unit,
    person: id,
    ...(phoneHash !== undefined && { phoneHash }),
  }
  const at = deps.clock.now()
  const issued = await deps.database.transaction((stores) => issueInvitation(stores, deps, actor, bound, at))
  return { ...issued, held }
}

const othersOfOffice = async (stores: Stores, held: HeldRole, on: string) =>
  (await findOffice(stores, held.unit, on)).filter(({ id }) => id !== held.person)

async function endAssignments(stores: Stores, held: HeldRole, at: Date): Promise<void> {
  for (const { submission } of await stores.assignments.ofPerson(held.person)) {
    const row = await stores.submissions.find(systemScope, submission)
    if (row?.unit === held.unit) await stores.assignments.end(submission, held.person, at)
  }
}
