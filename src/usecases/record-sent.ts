import { loseGroup, losePrivacy, loseTopic, tellSilenced } from './lose-group.ts'
import { losePerson } from './lose-person.ts'
import type { Clock, Database, Failure, OutboxRow, SendOutcome, Stores } from './ports.ts'
import { tellInDoubt } from './tell-in-doubt.ts'

export interface RecordDeps {
  readonly database: Database
  readonly clock: Clock
  readonly timeZone: string
}

/** Records what became of a try; what it says of the person or the group is kept and told in the same transaction. */
export async function recordSent(deps: RecordDeps, row: OutboxRow, outcome: SendOutcome): Promise<void> {
  const at = deps.clock.now()
  const { database } = deps
  if (isPlain(outcome)) {
    await database.outbox.record(row, outcome, at)
    return
  }
  await database.transaction(async (stores) => {
    if (await stores.outbox.record(row, outcome, at)) await follow(stores, deps.timeZone, row, outcome, at)
  })
}

/**
 * What a dead process left in flight can't be known: it becomes in doubt, and those who answer for it are told, both or neither.
 * Never sent by itself.
 */
export async function doubtAbandoned(deps: RecordDeps, instance: string): Promise<number> {
  const at = deps.clock.now()
  return deps.database.transaction(async (stores) => {
    const rows = await stores.outbox.doubtAbandoned(instance, at)
    for (const row of rows) await tellInDoubt(stores, deps.timeZone, row, at)
    return rows.length
  })
}

const isPlain = (outcome: SendOutcome): boolean =>
  outcome.kind === 'sent' ? !outcome.isPublic : outcome.kind === 'retry' || outcome.kind === 'dropped'

async function follow(
  stores: Stores,
  timeZone: string,
  row: OutboxRow,
  outcome: SendOutcome,
  at: Date,
): Promise<void> {
  if (outcome.kind === 'sent') await losePrivacy(stores, timeZone, row.chatId, at)
  else if (outcome.kind === 'in-doubt') await tellInDoubt(stores, timeZone, row, at)
  else if (outcome.kind === 'moved') await stores.groups.migrate(row.chatId, outcome.chatId)
  else if (outcome.kind === 'out-of-topic') await loseTopic(stores, timeZone, row.chatId, at)
  else if (outcome.kind === 'failed') await followFailure(stores, timeZone, row.chatId, outcome.reason, at)
}

async function followFailure(
  stores: Stores,
  timeZone: string,
  chatId: number,
  reason: Failure,
  at: Date,
): Promise<void> {
  if (reason === 'blocked' || reason === 'deactivated' || reason === 'not-started')
    await losePerson(stores, timeZone, chatId, at)
  else if (reason === 'out-of-group') await loseGroup(stores, timeZone, chatId, at)
  else if (reason === 'no-rights') await tellSilenced(stores, timeZone, chatId, at)
}
