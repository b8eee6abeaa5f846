import type { Role } from '../domain/access.ts'
import type { OrgUnitId, PersonId } from '../domain/brand.ts'
import { INVITATION_DAYS } from '../domain/invitation.ts'
import { addDays, toLocalDate } from '../domain/local-date.ts'
import { parsePhone } from '../domain/phone.ts'
import type { DemoWorld } from './demo-world.ts'
import type { RosterContact, Secrets, Stores } from './ports.ts'

type DemoPerson = DemoWorld['persons'][number]
type DemoRole = DemoWorld['roles'][number]

export interface DemoCast {
  /** The first of the world's people registered with this role for exactly this unit. */
  find(role: Role, unit: OrgUnitId): PersonId | undefined
}

interface Saving {
  readonly world: DemoWorld
  readonly unitIds: ReadonlyMap<string, OrgUnitId>
  readonly secrets: Secrets
  readonly at: Date
  readonly today: string
}

/** Roles are older than the figures reported under them. */
const ROLES_FROM_DAYS_AGO = 500
const DAY_MS = 86_400_000

/** Saves the world's people, invitations and roster; returns who is in already. Units must be saved before. */
export async function saveDemoPeople(stores: Stores, saving: Saving): Promise<DemoCast> {
  const people = new Map(saving.world.persons.map((person) => [person.telegramId, person]))
  const registered = new Map<string, PersonId>()
  for (const role of saving.world.roles) {
    const person = people.get(role.telegramId)
    const unit = saving.unitIds.get(role.unit)
    if (!person || !unit)
      throw new Error(`world: role of ${role.telegramId} at ${role.unit} has no person or unit`)
    if (role.state === 'invited') {
      await invite(stores, saving, person, role, unit)
      continue
    }
    const id = await register(stores, saving, person, role, unit)
    const key = `${role.role} ${unit}`
    if (!registered.has(key)) registered.set(key, id)
  }
  await stores.roster.save(rosterOf(saving, people))
  return { find: (role, unit) => registered.get(`${role} ${unit}`) }
}

async function register(
  stores: Stores,
  { at, today }: Saving,
  person: DemoPerson,
  role: DemoRole,
  unit: OrgUnitId,
): Promise<PersonId> {
  const wanted = { telegramUserId: person.telegramId, name: person.firstName, locale: 'vi' as const }
  const { id } = await stores.people.upsert(wanted)
  await stores.people.setConsent(id, at, true)
  await stores.people.grant(id, role.role, unit, addDays(toLocalDate(today), -ROLES_FROM_DAYS_AGO), 'active')
  return id
}

async function invite(
  stores: Stores,
  { secrets, at }: Saving,
  person: DemoPerson,
  role: DemoRole,
  unit: OrgUnitId,
): Promise<void> {
  if (person.startToken === undefined)
    throw new Error(`world: ${person.telegramId} is invited without a token`)
  const phoneHash = role.isPhoneOnRoster ? hashOf(secrets, person) : undefined
  await stores.invitations.create({
    tokenHash: secrets.hash(person.startToken),
    role: role.role,
    unit,
    forName: person.firstName,
    ...(phoneHash !== undefined && { phoneHash }),
    createdAt: at,
    expiresAt: new Date(at.getTime() + INVITATION_DAYS * DAY_MS),
  })
}

const hashOf = (secrets: Secrets, { phone }: DemoPerson): string | undefined => {
  const digits = phone === undefined ? undefined : parsePhone(phone)
  return digits && secrets.hashPhone(digits)
}

/** Principals as a roster would name them; those whose phone the office does not know are there without one. */
function rosterOf(
  { world, secrets }: Saving,
  people: ReadonlyMap<number, DemoPerson>,
): readonly RosterContact[] {
  const contacts = new Map<string, RosterContact>()
  for (const { telegramId, role, unit, isPhoneOnRoster } of world.roles) {
    const person = people.get(telegramId)
    if (role !== 'principal' || !person || contacts.has(unit)) continue
    const phoneHash = isPhoneOnRoster === false ? undefined : hashOf(secrets, person)
    contacts.set(unit, {
      unit,
      post: 'principal',
      name: person.firstName,
      ...(phoneHash !== undefined && { phoneHash }),
    })
  }
  return [...contacts.values()]
}
