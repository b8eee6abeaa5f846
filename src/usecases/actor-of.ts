import { type Actor, type RoleHeld, WHOLE_INSTALLATION } from '../domain/access.ts'
import type { Person } from './ports.ts'

/** Returns the person as someone who acts, with the roles that hold now: none while suspended or pending. Who is named in ADMIN_IDS administers everything. */
export function actorOf(person: Person, adminIds: readonly number[]): Actor {
  const { id, locale, telegramUserId, isSuspended } = person
  const held: readonly RoleHeld[] = person.roles.filter((role) => role.state === 'active')
  const isNamed = telegramUserId !== undefined && adminIds.includes(telegramUserId)
  const roles = isNamed ? [...held, { role: 'admin' as const, unit: WHOLE_INSTALLATION }] : held
  return { person: id, locale, roles: isSuspended ? [] : roles }
}
