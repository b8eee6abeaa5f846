import type { RoleHeld } from '../domain/access.ts'
import type { PersonId } from '../domain/brand.ts'
import { parsePhone } from '../domain/phone.ts'
import type { Clock, Database, Invitation, Person, Secrets, Stores } from './ports.ts'

export interface ContactDeps {
  readonly database: Database
  readonly clock: Clock
  readonly secrets: Secrets
}

/** Roles that were pending, by what the phone made of them. */
export interface ContactOutcome {
  readonly activated: readonly RoleHeld[]
  readonly stillPending: readonly RoleHeld[]
}

/**
 * Keeps the phone of a contact the person shared of themselves, and activates each pending role whose invitation or roster names
 * that phone. The caller has made sure that the contact is the sender's own.
 */
export async function shareContact(
  deps: ContactDeps,
  person: PersonId,
  phone: string,
): Promise<ContactOutcome> {
  const digits = parsePhone(phone)
  const at = deps.clock.now()
  return deps.database.transaction(async (stores) => {
    const known = await stores.people.get(person)
    const pending = known.roles.filter((held) => held.state === 'pending')
    if (!digits) return { activated: [], stillPending: pending }
    const hash = deps.secrets.hashPhone(digits)
    await stores.people.setPhone(person, deps.secrets.encryptPhone(digits), hash)
    return activateMatching(stores, known, pending, hash, at)
  })
}

async function activateMatching(
  stores: Stores,
  person: Person,
  pending: readonly RoleHeld[],
  hash: string,
  at: Date,
): Promise<ContactOutcome> {
  const claimed = await stores.invitations.listClaimed(person.id)
  const activated: RoleHeld[] = []
  const stillPending: RoleHeld[] = []
  for (const held of pending) {
    if (!(await isNamed(stores, held, claimed, hash))) {
      stillPending.push(held)
      continue
    }
    await stores.people.activate(person.id, held.role, held.unit)
    const after = { role: held.role, unit: held.unit, by: 'phone' }
    await stores.audit.append({ at, actor: person.id, action: 'role.activate', subject: person.id, after })
    activated.push(held)
  }
  return { activated, stillPending }
}

/** True when the phone is the one the role's invitation was made for or, of a principal, the roster's. */
async function isNamed(
  stores: Stores,
  held: RoleHeld,
  claimed: readonly Invitation[],
  hash: string,
): Promise<boolean> {
  const own = claimed.filter(
    (each) =>
      !each.isRevoked && (each.person !== undefined || (each.role === held.role && each.unit === held.unit)),
  )
  if (own.some((each) => each.phoneHash === hash)) return true
  if (held.role !== 'principal' || own.length === 0) return false
  const contacts = await stores.roster.ofUnit(held.unit)
  return contacts.some(({ post, phoneHash }) => post === 'principal' && phoneHash === hash)
}
