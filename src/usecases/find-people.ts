import { type Actor, isWithin, scopeFor, scopeForAny, scopeToInvite } from '../domain/access.ts'
import type { PersonId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import { maskPhone } from '../domain/phone.ts'
import { today } from './form-window.ts'
import type { Clock, Database, HeldRole, Person, PersonalRecord, Secrets, Stores } from './ports.ts'

export interface PeopleDeps {
  readonly database: Database
  readonly clock: Clock
  readonly timeZone: string
  readonly secrets: Pick<Secrets, 'decryptPhone'>
}

/** A person as those see them who look after the unit. */
export interface PersonCard {
  readonly person: Person
  readonly roles: readonly HeldRole[]
  readonly maskedPhone?: string
  readonly record: PersonalRecord
  /** Every role is one the actor could have invited to: only then may the whole account be suspended. */
  readonly isManageable: boolean
}

const SHOWN = 8

/** Returns people of the actor's units by part of the name; it is noted who looked. */
export async function findPeople(deps: PeopleDeps, actor: Actor, text: string): Promise<readonly Person[]> {
  const found = await deps.database.people.search(scopeFor(actor, 'manage-people'), text, SHOWN)
  await deps.database.personal.noteLook(
    found.map(({ id }) => id),
    actor.person,
    'search',
    deps.clock.now(),
  )
  return found
}

/** Returns the roles that wait for the actor's decision; it is noted who looked. */
export async function listPending(deps: PeopleDeps, actor: Actor): Promise<readonly HeldRole[]> {
  const waiting = await deps.database.people.listPending(scopeFor(actor, 'decide-access'))
  const decidable: HeldRole[] = []
  for (const held of waiting) if (await isReached(deps, actor, held)) decidable.push(held)
  const people = decidable.map(({ person }) => person)
  await deps.database.personal.noteLook([...new Set(people)], actor.person, 'list', deps.clock.now())
  return decidable
}

/** Returns what may be seen of a person of the actor's units; it is noted who looked. Throws: person-not-found. */
export async function getPersonCard(deps: PeopleDeps, actor: Actor, id: PersonId): Promise<PersonCard> {
  const { database } = deps
  const roles = await database.people.rolesOf(id)
  const scope = scopeForAny(actor, 'manage-people', 'decide-access')
  const isVisible = await someAsync(
    roles,
    async ({ unit }) => (await database.units.find(scope, unit)) !== undefined,
  )
  if (!isVisible) throw new DomainError('person-not-found')
  await database.personal.noteLook([id], actor.person, 'card', deps.clock.now())
  const record = await database.personal.get(id)
  return {
    person: await database.people.get(id),
    roles,
    record,
    isManageable: await canManage(deps, actor, id, roles),
    ...(record.phone && { maskedPhone: maskPhone(deps.secrets.decryptPhone(record.phone)) }),
  }
}

/** Throws: person-not-found, not-allowed (also for oneself). */
export async function requireManageable(
  deps: Pick<PeopleDeps, 'database' | 'clock' | 'timeZone'>,
  actor: Actor,
  id: PersonId,
): Promise<readonly HeldRole[]> {
  const roles = await deps.database.people.rolesOf(id)
  if (roles.length === 0) throw new DomainError('person-not-found')
  if (!(await canManage(deps, actor, id, roles))) throw new DomainError('not-allowed')
  return roles
}

async function canManage(
  deps: Pick<PeopleDeps, 'database' | 'clock' | 'timeZone'>,
  actor: Actor,
  id: PersonId,
  roles: readonly HeldRole[],
): Promise<boolean> {
  if (id === actor.person || roles.length === 0) return false
  for (const held of roles) if (!(await isReached(deps, actor, held))) return false
  return true
}

/** True when the actor's role reaches the unit and could have brought someone in as this. */
async function isReached(
  deps: { readonly database: Pick<Stores, 'units'>; readonly clock: Clock; readonly timeZone: string },
  actor: Actor,
  { role, unit }: HeldRole,
): Promise<boolean> {
  return isWithin(scopeToInvite(actor, role), await deps.database.units.path(unit, today(deps)))
}

async function someAsync<E>(list: readonly E[], fits: (each: E) => Promise<boolean>): Promise<boolean> {
  for (const each of list) if (await fits(each)) return true
  return false
}
