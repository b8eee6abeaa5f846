import { IDLE_DAYS, LOOKS_DAYS, MESSAGES_DAYS, TRIES_DAYS } from '../domain/retention.ts'
import { today } from './form-window.ts'
import type { Clock, Database } from './ports.ts'

export interface ForgetDeps {
  readonly database: Database
  readonly clock: Clock
  readonly timeZone: string
  /** Telegram ids of administrators without a role row. */
  readonly adminIds: readonly number[]
}

const DAY_MS = 86_400_000

/**
 * Forgets people who asked for it and whose grace is over, and those long without a role; then what is kept for a time only.
 * Returns how many people.
 */
export async function forgetPeople(deps: ForgetDeps): Promise<number> {
  const { database } = deps
  const at = deps.clock.now()
  const ago = (days: number) => new Date(at.getTime() - days * DAY_MS)
  const due = await database.personal.listToForget(at, ago(IDLE_DAYS), deps.adminIds)
  for (const person of due)
    await database.transaction(async (stores) => {
      await stores.personal.forget(person, today(deps), at)
      await stores.audit.append({ at, actor: 'system', action: 'personal.forget', subject: person })
    })
  await database.personal.forgetOld({
    looks: ago(LOOKS_DAYS),
    messages: ago(MESSAGES_DAYS),
    tries: ago(TRIES_DAYS),
  })
  return due.length
}
