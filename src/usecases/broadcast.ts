import { type Actor, type Role, type Scope, scopeFor } from '../domain/access.ts'
import type { OrgUnitId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import type { OrgUnit } from '../domain/org-unit.ts'
import { afterQuietHours } from '../domain/quiet-hours.ts'
import { cleanText } from '../domain/search-key.ts'
import type { BroadcastProgress, Clock, Database, OutboxMessage } from './ports.ts'

export interface BroadcastDeps {
  readonly database: Database
  readonly clock: Clock
  readonly timeZone: string
}

/** To whom: holders of one of the roles for the unit or one that reports to it. */
export interface Audience {
  readonly unit: OrgUnitId
  readonly roles: readonly Role[]
}

/** Leaves room for who sends it. */
export const LONGEST_BROADCAST = 3000

const scopeOf = (actor: Actor): Scope => scopeFor(actor, 'chase')

/** Returns the units a message may be addressed to: those one answers for, and those below them that are no schools. */
export async function listAudienceUnits(deps: BroadcastDeps, actor: Actor): Promise<readonly OrgUnit[]> {
  const units = await deps.database.units.search(scopeOf(actor), '', MANY)
  return units.filter(({ kind, validTo }) => kind !== 'school' && validTo === undefined).slice(0, MOST_UNITS)
}

const MANY = 10_000
const MOST_UNITS = 16

/** Returns how many people a message would reach, and when it would leave. Throws: unit-not-found. */
export async function previewBroadcast(
  deps: BroadcastDeps,
  actor: Actor,
  { unit, roles }: Audience,
): Promise<{ readonly count: number; readonly at: Date }> {
  const people = await deps.database.broadcasts.recipients(scopeOf(actor), unit, roles)
  return { count: people.length, at: afterQuietHours(deps.clock.now(), deps.timeZone) }
}

/**
 * Queues the message for each of them once, behind everything else that waits, and returns how many there are.
 * `id`: names this message; the same again queues nobody twice. Throws: unit-not-found, reason-needed for an empty text.
 */
export async function sendBroadcast(
  deps: BroadcastDeps,
  actor: Actor,
  { unit, roles }: Audience,
  message: { readonly id: string; readonly text: string; readonly from: string },
): Promise<number> {
  const text = cleanText(message.text)
  if (text === '' || text.length > LONGEST_BROADCAST) throw new DomainError('reason-needed')
  const scope = scopeOf(actor)
  const found = await deps.database.units.find(scope, unit)
  if (!found) throw new DomainError('unit-not-found')
  const people = await deps.database.broadcasts.recipients(scope, unit, roles)
  const now = deps.clock.now()
  const notBefore = afterQuietHours(now, deps.timeZone)
  const params = { text, unit: found.name, from: message.from }
  return deps.database.transaction(async (stores) => {
    const messages = people.map(({ id, telegramUserId: chatId, locale }): OutboxMessage => {
      const dedupeKey = `broadcast:${message.id}:${id}`
      return { chatId, kind: 'broadcast', params, locale, priority: 3, dedupeKey, notBefore }
    })
    const queued = await stores.outbox.enqueueAll(messages, now)
    if (queued > 0)
      await stores.audit.append({
        ...{ at: now, actor: actor.person, action: 'broadcast.send', subject: `broadcast:${message.id}` },
        after: { unit: found.code, roles, people: queued, text },
      })
    return people.length
  })
}

/** Returns how far a message of one's own has come. Throws: not-allowed for somebody else's. */
export async function followBroadcast(
  deps: BroadcastDeps,
  actor: Actor,
  id: string,
): Promise<BroadcastProgress> {
  const progress = await deps.database.broadcasts.progress(id)
  if (progress.by !== actor.person) throw new DomainError('not-allowed')
  return progress
}

/** Takes back what has not left yet, and returns how far it had come. What was sent stays sent. */
export async function stopBroadcast(
  deps: BroadcastDeps,
  actor: Actor,
  id: string,
): Promise<BroadcastProgress> {
  await followBroadcast(deps, actor, id)
  const at = deps.clock.now()
  await deps.database.transaction(async (stores) => {
    const stopped = await stores.broadcasts.stop(id)
    const subject = `broadcast:${id}`
    if (stopped > 0)
      await stores.audit.append({
        at,
        actor: actor.person,
        action: 'broadcast.stop',
        subject,
        after: { stopped },
      })
  })
  return followBroadcast(deps, actor, id)
}
