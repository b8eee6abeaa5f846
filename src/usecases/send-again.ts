import type { Scope } from '../domain/access.ts'
import type { OutboxId, PersonId } from '../domain/brand.ts'
import type { Clock, Database } from './ports.ts'

/**
 * Queues a message in doubt or failed once more, by a person's decision; false when it is neither any more.
 * `attempts`: how often it had been tried when the person decided, so that one decision never sends twice.
 */
export async function sendAgain(
  deps: { readonly database: Database; readonly clock: Clock },
  scope: Scope,
  by: PersonId,
  id: OutboxId,
  attempts: number,
): Promise<boolean> {
  const at = deps.clock.now()
  return deps.database.transaction(async (stores) => {
    const isQueued = await stores.outbox.sendAgain(scope, id, attempts, at)
    if (isQueued) await stores.audit.append({ at, actor: by, action: 'outbox.send-again', subject: id })
    return isQueued
  })
}

/** Queues all messages that were in doubt at that moment once more, by a person's decision; returns how many. */
export async function sendAllAgain(
  deps: { readonly database: Database; readonly clock: Clock },
  scope: Scope,
  by: PersonId,
  doubtedBy: Date,
): Promise<number> {
  const at = deps.clock.now()
  return deps.database.transaction(async (stores) => {
    const count = await stores.outbox.sendAllAgain(scope, doubtedBy, at)
    if (count > 0)
      await stores.audit.append({
        at,
        actor: by,
        action: 'outbox.send-all-again',
        subject: 'outbox',
        after: { count },
      })
    return count
  })
}
