import { ROLES, type Role, systemScope } from '../domain/access.ts'
import type { PersonId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import { isToken, MAX_WRONG_TOKENS, needsProof, TRIES_WINDOW_MS } from '../domain/invitation.ts'
import { localDateOf } from '../domain/local-date.ts'
import type { OrgUnit } from '../domain/org-unit.ts'
import type { Locale } from '../domain/text.ts'
import { findOffice } from './find-office.ts'
import { noticePerson } from './notice.ts'
import type { Clock, Database, Invitation, Person, Secrets, Stores } from './ports.ts'

export interface ClaimDeps {
  readonly database: Database
  readonly clock: Clock
  readonly timeZone: string
  readonly secrets: Pick<Secrets, 'hash'>
}

export interface Claimer {
  readonly telegramUserId: number
  readonly name: string
  readonly locale: Locale
}

export type Claim =
  | {
      readonly state: 'ok'
      readonly person: Person
      readonly role: Role
      readonly unit: OrgUnit
      /** pending: until the shared contact's phone matches or someone entitled approves. */
      readonly access: 'active' | 'pending'
    }
  | { readonly state: 'unknown' | 'expired' | 'used' | 'revoked' }
  /** An invitation to change accounts, opened with one that holds roles of its own. */
  | { readonly state: 'other-account' }
  /** Too many unknown tokens within the hour. */
  | { readonly state: 'locked' }

/**
 * Returns what became of a token: the role it gave, or why it gives none. The same person opening the link again is told the
 * same as the first time. The office and the unit's principal are told, once.
 */
export async function claimInvitation(deps: ClaimDeps, claimer: Claimer, token: string): Promise<Claim> {
  const { invitations } = deps.database
  const now = deps.clock.now()
  const since = new Date(now.getTime() - TRIES_WINDOW_MS)
  if ((await invitations.countTries(claimer.telegramUserId, since)) >= MAX_WRONG_TOKENS)
    return { state: 'locked' }
  const found = isToken(token) ? await invitations.findByHash(deps.secrets.hash(token)) : undefined
  if (!found) {
    await invitations.recordTry(claimer.telegramUserId, now)
    return { state: 'unknown' }
  }
  if (found.isRevoked) return { state: 'revoked' }
  if (found.claimedBy !== undefined) return claimedBefore(deps, found, claimer)
  if (found.expiresAt <= now) return { state: 'expired' }
  try {
    return await deps.database.transaction((stores) => take(deps, stores, found, claimer, now))
  } catch (error) {
    if (error instanceof OtherAccount) return { state: 'other-account' }
    throw error
  }
}

/** Rolls the claim back, so that the right account can still make it. */
class OtherAccount extends Error {}

/** The person goes on with this account; roles that need proof need it again. False when the account holds roles of its own. */
async function changeAccount(stores: Stores, id: PersonId, claimer: Claimer, at: Date): Promise<boolean> {
  if (!(await stores.people.moveTelegram(id, claimer.telegramUserId))) return false
  await stores.people.suspend(id, null)
  await stores.people.makePending(id, ROLES.filter(needsProof), at)
  return true
}

async function claimedBefore(deps: ClaimDeps, invitation: Invitation, claimer: Claimer): Promise<Claim> {
  const person = await deps.database.people.findByTelegram(claimer.telegramUserId)
  if (person === undefined || person.id !== invitation.claimedBy) return { state: 'used' }
  const held = person.roles.find((role) => role.role === invitation.role && role.unit === invitation.unit)
  if (!held) return { state: 'used' }
  const unit = await getUnit(deps.database, invitation)
  return { state: 'ok', person, role: invitation.role, unit, access: held.state }
}

async function take(
  deps: ClaimDeps,
  stores: Stores,
  invitation: Invitation,
  claimer: Claimer,
  at: Date,
): Promise<Claim> {
  const { role } = invitation
  const unit = await getUnit(stores, invitation)
  const access = needsProof(role) ? 'pending' : 'active'
  const today = localDateOf(at, deps.timeZone)
  const id = invitation.person ?? (await stores.people.upsert(claimer)).id
  if (!(await stores.invitations.claim(invitation.id, id, at))) return { state: 'used' }
  if (invitation.person === undefined)
    await stores.people.grant(id, role, unit.id, today, access, { at, via: 'invitation' })
  else if (!(await changeAccount(stores, id, claimer, at))) throw new OtherAccount()
  const after = { role, unit: unit.code, access }
  await stores.audit.append({ at, actor: id, action: 'invitation.claim', subject: invitation.id, after })
  const person = await stores.people.get(id)
  await tellOffice(stores, invitation, { person, role, unit, access }, today, at)
  return { state: 'ok', person, role, unit, access }
}

async function tellOffice(
  stores: Stores,
  invitation: Invitation,
  claim: { readonly person: Person; readonly role: Role; readonly unit: OrgUnit; readonly access: string },
  today: string,
  at: Date,
): Promise<void> {
  const { person, role, unit, access } = claim
  const office = await findOffice(stores, unit.id, today)
  const holders = await stores.people.holders(systemScope, unit.id, [...new Set<Role>(['principal', role])])
  const told = new Map([...office, ...holders].map((each) => [each.id, each]))
  told.delete(person.id)
  const params = {
    invitation: invitation.id,
    person: person.id,
    name: person.name,
    role,
    unit: unit.name,
    unitId: unit.id,
    access,
  }
  for (const each of told.values())
    await noticePerson(
      stores,
      each,
      'invitation-claimed',
      params,
      at,
      `invitation-claimed:${invitation.id}:${each.id}`,
    )
}

async function getUnit(stores: Pick<Stores, 'units'>, invitation: Invitation): Promise<OrgUnit> {
  const unit = await stores.units.find(systemScope, invitation.unit)
  if (!unit) throw new DomainError('unit-not-found')
  return unit
}
