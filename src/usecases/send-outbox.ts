import { localDateOf } from '../domain/local-date.ts'
import { findOffice } from './find-office.ts'
import { noticePerson } from './notice.ts'
import type { Channel, Clock, Database, OutboxRow, SendOutcome, Stores } from './ports.ts'

export interface SendDeps {
  readonly database: Database
  readonly channel: Channel
  readonly clock: Clock
  readonly timeZone: string
  readonly instance: string
}

type RecordDeps = Omit<SendDeps, 'channel'>

/** A message that has left, and what is known of its fate. */
export interface Sent {
  readonly row: OutboxRow
  readonly outcome: SendOutcome
}

/** Sends the next due message, if any: claimed and committed before it leaves. What comes back has still to be recorded. */
export async function sendNext(deps: SendDeps): Promise<Sent | undefined> {
  const row = await deps.database.outbox.claimNext(deps.instance, deps.clock.now())
  return row && { row, outcome: await deps.channel.send(row) }
}

/** Records what became of a message; where that can't be known, those who answer for it are told in the same transaction. */
export async function recordSent(deps: RecordDeps, { row, outcome }: Sent): Promise<void> {
  const at = deps.clock.now()
  if (outcome.kind !== 'in-doubt') return deps.database.outbox.record(row.id, outcome, at)
  await deps.database.transaction(async (stores) => {
    await stores.outbox.record(row.id, outcome, at)
    await tellInDoubt(stores, deps, row, at)
  })
}

/**
 * What a dead process left in flight can't be known: it becomes in doubt, and those who answer for it are told, both or neither.
 * Never sent by itself.
 */
export async function doubtAbandoned(deps: RecordDeps): Promise<number> {
  const at = deps.clock.now()
  return deps.database.transaction(async (stores) => {
    const rows = await stores.outbox.doubtAbandoned(deps.instance, at)
    for (const row of rows) await tellInDoubt(stores, deps, row, at)
    return rows.length
  })
}

async function tellInDoubt(
  stores: Stores,
  { timeZone }: RecordDeps,
  row: OutboxRow,
  at: Date,
): Promise<void> {
  const group = row.kind === 'in-doubt' ? undefined : await stores.groups.findByChat(row.chatId)
  if (!group?.unit) return
  const admins = await findOffice(stores, group.unit, localDateOf(at, timeZone), ['admin', 'officer'])
  const params = {
    outbox: row.id,
    attempts: row.attempts,
    kind: row.kind,
    title: group.title,
    queuedAt: row.createdAt.toISOString(),
  }
  for (const admin of admins)
    await noticePerson(
      stores,
      admin,
      'in-doubt',
      params,
      at,
      `in-doubt:${row.id}:${row.attempts}:${admin.id}`,
    )
}
