import { type Actor, scopeFor, systemScope } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import { MAX_WRONG_TOKENS, TRIES_WINDOW_MS } from '../domain/invitation.ts'
import type { OrgUnit } from '../domain/org-unit.ts'
import { actorOf } from './actor-of.ts'
import { type GroupSeen, type LinkDeps, linkGroup } from './link-group.ts'
import type { Group, RandomBytes, Secrets } from './ports.ts'

export interface CodeDeps extends LinkDeps {
  readonly random: RandomBytes
  readonly secrets: Pick<Secrets, 'hash'>
  readonly adminIds: readonly number[]
}

export const CODE_MINUTES = 10
/** Without letters and digits that are mistaken for each other. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const CODE_LENGTH = 10

/**
 * Returns a code, good once and for ten minutes, by which whoever is anonymous in a group links it to the unit as the actor.
 * Throws: unit-not-found.
 */
export async function createGroupCode(deps: CodeDeps, actor: Actor, unitCode: string): Promise<string> {
  const unit = await deps.database.units.findByCode(scopeFor(actor, 'link-group'), unitCode)
  if (!unit) throw new DomainError('unit-not-found')
  const code = [...deps.random(CODE_LENGTH)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')
  const expiresAt = new Date(deps.clock.now().getTime() + CODE_MINUTES * 60_000)
  const hash = deps.secrets.hash(code)
  await deps.database.groups.addCode({ hash, person: actor.person, unit: unit.id, expiresAt })
  return code
}

/** True for what can be such a code; anything else need not be looked up. */
export const isGroupCode = (text: string): boolean =>
  text.length === CODE_LENGTH && [...text.toUpperCase()].every((letter) => ALPHABET.includes(letter))

/**
 * Links the group as the person the code was given to, with the rights they have now. `isAdmin` asks the channel whether that person is
 * an administrator of the group. Throws: group-is-public, too-many-tries, group-code-invalid, group-admin-needed, unit-not-found.
 */
export async function linkByCode(
  deps: CodeDeps,
  group: GroupSeen,
  code: string,
  isAdmin: (telegramUserId: number) => Promise<boolean>,
): Promise<{ readonly group: Group; readonly unit: OrgUnit }> {
  if (group.isPublic) throw new DomainError('group-is-public')
  const at = deps.clock.now()
  const { invitations, groups, people, units } = deps.database
  const since = new Date(at.getTime() - TRIES_WINDOW_MS)
  if ((await invitations.countTries(group.chatId, since, 'code')) >= MAX_WRONG_TOKENS)
    throw new DomainError('too-many-tries')
  const found = await groups.takeCode(deps.secrets.hash(code.toUpperCase()), at)
  if (!found) {
    await invitations.recordTry(group.chatId, at, 'code')
    throw new DomainError('group-code-invalid')
  }
  const person = await people.get(found.person)
  const unit = await units.find(systemScope, found.unit)
  if (!unit) throw new DomainError('unit-not-found')
  const isAdminHere = person.telegramUserId !== undefined && (await isAdmin(person.telegramUserId))
  const askedBy = isAdminHere ? 'group-admin' : 'member'
  return linkGroup(deps, actorOf(person, deps.adminIds), { ...group, askedBy }, unit.code)
}
