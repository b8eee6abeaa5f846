import { localDateOf } from '../domain/local-date.ts'
import { findOffice } from './find-office.ts'
import { noticePerson } from './notice.ts'
import type { Channel, Clock, Database, OutboxRow } from './ports.ts'

export interface SendDeps {
  readonly database: Database
  readonly channel: Channel
  readonly clock: Clock
  readonly timeZone: string
  readonly instance: string
}

/** Sends the next due message, if any: claimed and committed before it leaves, its outcome recorded after. Returns whether there was one. */
export async function sendNext(deps: SendDeps): Promise<boolean> {
  const row = await deps.database.outbox.claimNext(deps.instance, deps.clock.now())
  if (!row) return false
  const outcome = await deps.channel.send(row)
  await deps.database.outbox.record(row.id, outcome, deps.clock.now())
  if (outcome.kind === 'in-doubt') await tellInDoubt(deps, [row])
  return true
}

/** What a dead process left in flight can't be known: it becomes in doubt, and those who answer for it are told. Never sent by itself. */
export async function doubtAbandoned(deps: Omit<SendDeps, 'channel'>): Promise<number> {
  const rows = await deps.database.outbox.doubtAbandoned(deps.instance, deps.clock.now())
  await tellInDoubt(deps, rows)
  return rows.length
}

async function tellInDoubt(
  { database, clock, timeZone }: Omit<SendDeps, 'channel'>,
  rows: readonly OutboxRow[],
): Promise<void> {
  const at = clock.now()
  for (const row of rows.filter(({ kind }) => kind !== 'in-doubt')) {
    const group = await database.groups.findByChat(row.chatId)
    if (!group?.unit) continue
    const admins = await findOffice(database, group.unit, localDateOf(at, timeZone), ['admin', 'officer'])
    const params = {
      outbox: row.id,
      kind: row.kind,
      title: group.title,
      queuedAt: row.createdAt.toISOString(),
    }
    await database.transaction(async (stores) => {
      for (const admin of admins)
        await noticePerson(
          stores,
          admin,
          'in-doubt',
          params,
          at,
          `in-doubt:${row.id}:${row.attempts}:${admin.id}`,
        )
    })
  }
}
