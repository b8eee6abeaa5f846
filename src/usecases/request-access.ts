import type { Role } from '../domain/access.ts'
import { systemScope } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import type { OrgUnit, OrgUnitKind } from '../domain/org-unit.ts'
import type { Claimer } from './claim-invitation.ts'
import { findOffice } from './find-office.ts'
import { today } from './form-window.ts'
import { maySendMore } from './limit-tries.ts'
import { noticePerson } from './notice.ts'
import type { Clock, Database, Person, Stores } from './ports.ts'

export interface RequestDeps {
  readonly database: Database
  readonly clock: Clock
  readonly timeZone: string
}

/** What may be asked for without an invitation. */
export const REQUESTABLE: readonly Role[] = ['teacher', 'principal', 'contributor']
const JOINABLE: readonly OrgUnitKind[] = ['school', 'commune', 'department']
const SHOWN = 8

/** Returns units by part of their name, for someone who asks to be let in: names alone, which are public. */
export async function searchUnitsToJoin(
  { database }: RequestDeps,
  text: string,
): Promise<readonly OrgUnit[]> {
  const found = await database.units.search(systemScope, text, SHOWN * 2)
  return found.filter(({ kind }) => JOINABLE.includes(kind)).slice(0, SHOWN)
}

/** Returns the stranger as a person who has agreed to be known; without that nothing is kept of them. */
export async function registerStranger({ database, clock }: RequestDeps, claimer: Claimer): Promise<Person> {
  const at = clock.now()
  return database.transaction(async (stores) => {
    const { id } = await stores.people.upsert(claimer)
    await stores.people.setConsent(id, at, true)
    await stores.audit.append({ at, actor: id, action: 'consent.give', subject: id })
    return stores.people.get(id)
  })
}

/**
 * Asks for a role of a unit; the principal, for teachers, or the office decides and is told. Asking again while it waits changes nothing.
 * Undefined: too many in a day, and told so before.
 * Throws: not-registered, not-allowed, unit-not-found, too-many-requests.
 */
export async function requestAccess(
  deps: RequestDeps,
  person: Person,
  wish: { readonly role: Role; readonly unit: string },
): Promise<OrgUnit | undefined> {
  const { database } = deps
  if (person.id === '' || !person.hasConsented || person.telegramUserId === undefined)
    throw new DomainError('not-registered')
  if (!REQUESTABLE.includes(wish.role) || person.isSuspended) throw new DomainError('not-allowed')
  const unit = await database.units.findByCode(systemScope, wish.unit)
  if (!unit || !JOINABLE.includes(unit.kind)) throw new DomainError('unit-not-found')
  if (person.roles.some((held) => held.unit === unit.id && held.role === wish.role)) return unit
  const at = deps.clock.now()
  if (!(await maySendMore(database.invitations, person.telegramUserId, 'request', at))) return undefined
  await database.invitations.recordTry(person.telegramUserId, at, 'request')
  await database.transaction((stores) => ask(stores, person, wish.role, unit, today(deps), at))
  return unit
}

async function ask(
  stores: Stores,
  person: Person,
  role: Role,
  unit: OrgUnit,
  on: string,
  at: Date,
): Promise<void> {
  await stores.people.grant(person.id, role, unit.id, on, 'pending', { at, via: 'request' })
  const after = { role, unit: unit.code }
  await stores.audit.append({ at, actor: person.id, action: 'access.request', subject: person.id, after })
  const held = (await stores.people.rolesOf(person.id)).find(
    (each) => each.role === role && each.unit === unit.id,
  )
  if (!held) return
  const params = { roleId: held.id, person: person.id, name: person.name, role, unit: unit.name }
  for (const decider of await findDeciders(stores, role, unit, on))
    await noticePerson(
      stores,
      decider,
      'access-requested',
      params,
      at,
      `request:${held.id}:${decider.id}:${on}`,
    )
}

async function findDeciders(
  stores: Stores,
  role: Role,
  unit: OrgUnit,
  on: string,
): Promise<readonly Person[]> {
  const principals =
    role === 'principal' ? [] : await stores.people.holders(systemScope, unit.id, ['principal'])
  return principals.length > 0 ? principals : findOffice(stores, unit.id, on)
}
