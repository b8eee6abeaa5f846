import type { Actor, Role } from '../domain/access.ts'
import { isWithin, scopeFor, systemScope } from '../domain/access.ts'
import type { InvitationId, OrgUnitId, PersonId, RoleId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import { localDateOf } from '../domain/local-date.ts'
import type { OrgUnit } from '../domain/org-unit.ts'
import { closeChats } from './close-chats.ts'
import { noticePerson } from './notice.ts'
import type { Clock, Database, Person, Stores } from './ports.ts'
import { requireMayInvite } from './require-may-invite.ts'

export interface AccessDeps {
  readonly database: Database
  readonly clock: Clock
  readonly timeZone: string
}

export interface AccessQuestion {
  readonly person: PersonId
  readonly role: Role
  readonly unit: OrgUnitId
  /** Taken back together with the role, so that the link gives nothing again. */
  readonly invitation?: InvitationId
}

export interface AccessDecision {
  readonly person: Person
  readonly unit: OrgUnit
  /** What the person held before; none: somebody had taken it away already, nothing was done. */
  readonly before: 'active' | 'pending' | 'none'
}

/**
 * Approves a pending role or takes a role away, active or pending; twice does it once.
 * Throws: unit-not-found, not-allowed (also for a role the actor could not have invited to).
 */
export async function decideAccess(
  deps: AccessDeps,
  actor: Actor,
  question: AccessQuestion,
  decision: 'approve' | 'revoke',
): Promise<AccessDecision> {
  const at = deps.clock.now()
  const today = localDateOf(at, deps.timeZone)
  const unit = await getUnitToDecide(deps.database, actor, question, today)
  return deps.database.transaction(async (stores) => {
    const person = await stores.people.get(question.person)
    const held = person.roles.find((each) => each.role === question.role && each.unit === question.unit)
    const before = held?.state ?? 'none'
    if (decision === 'approve' && before === 'pending') await approve(stores, person, question, unit, at)
    if (decision === 'revoke' && before !== 'none') {
      await revoke(stores, actor, question, today, at)
      const kind = before === 'pending' ? 'role-refused' : 'role-ended'
      await noticePerson(stores, person, kind, { role: question.role, unit: unit.name }, at)
    }
    if (before === 'none' || (decision === 'approve' && before === 'active')) return { person, unit, before }
    const after = { role: question.role, unit: unit.code }
    const action = `access.${decision}` as const
    await stores.audit.append({
      at,
      actor: actor.person,
      action,
      subject: person.id,
      before: { state: before },
      after,
    })
    return { person, unit, before }
  })
}

/** Decides on a role that waits, by its own id, as `decideAccess` does. Throws: role-not-found (also out of reach, or decided before), not-allowed. */
export async function decideRole(
  deps: AccessDeps,
  actor: Actor,
  id: RoleId,
  decision: 'approve' | 'revoke',
): Promise<AccessDecision & { readonly role: Role }> {
  const held = await deps.database.people.findRole(scopeFor(actor, 'decide-access'), id)
  if (held?.state !== 'pending') throw new DomainError('role-not-found')
  const { person, role, unit } = held
  return { role, ...(await decideAccess(deps, actor, { person, role, unit }, decision)) }
}

async function getUnitToDecide(
  database: Database,
  actor: Actor,
  { role, unit }: AccessQuestion,
  today: string,
): Promise<OrgUnit> {
  const path = await database.units.path(unit, today)
  if (!isWithin(scopeFor(actor, 'decide-access'), path)) throw new DomainError('not-allowed')
  await requireMayInvite(database.units, actor, role, unit, today)
  const found = await database.units.find(systemScope, unit)
  if (!found) throw new DomainError('unit-not-found')
  return found
}

async function approve(
  stores: Stores,
  person: Person,
  question: AccessQuestion,
  unit: OrgUnit,
  at: Date,
): Promise<void> {
  const { role } = question
  await stores.people.activate(person.id, role, unit.id)
  await noticePerson(stores, person, 'role-activated', { role, unit: unit.name }, at)
}

async function revoke(
  stores: Stores,
  actor: Actor,
  question: AccessQuestion,
  today: string,
  at: Date,
): Promise<void> {
  await stores.people.endRole(question.person, question.role, question.unit, today)
  await closeChats(stores, question.person, at)
  if (question.invitation)
    await stores.invitations.revoke(scopeFor(actor, 'decide-access'), question.invitation, at)
}
