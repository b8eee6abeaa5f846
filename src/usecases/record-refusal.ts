import type { PersonId } from '../domain/brand.ts'
import type { Clock, Database, Secrets } from './ports.ts'

export interface RefusalDeps {
  readonly database: Database
  readonly clock: Clock
  readonly secrets: Pick<Secrets, 'hashPhone'>
}

export interface Refusal {
  readonly telegramUserId: number
  /** Absent: a stranger, of whom only a keyed hash is kept. */
  readonly person?: PersonId
  /** What was tried, without what people wrote: `command:lienket`, `button:i:approve`. */
  readonly what: string
  /** Why not: a code. */
  readonly why: string
}

const HOUR_MS = 3_600_000
/** More of one account in an hour tell nothing new, and would let anyone fill the audit. */
const MOST_AN_HOUR = 30

/** Writes down that somebody tried what they may not. */
export async function recordRefusal(deps: RefusalDeps, refusal: Refusal): Promise<void> {
  const { database, clock, secrets } = deps
  const at = clock.now()
  const { telegramUserId, person, what, why } = refusal
  const since = new Date(at.getTime() - HOUR_MS)
  if ((await database.invitations.countTries(telegramUserId, since, 'refusal')) >= MOST_AN_HOUR) return
  await database.transaction(async (stores) => {
    await stores.invitations.recordTry(telegramUserId, at, 'refusal')
    const stranger = secrets.hashPhone(`telegram:${telegramUserId}`).slice(0, 12)
    const after = { why, ...(!person && { stranger }) }
    await stores.audit.append({ at, actor: person ?? 'stranger', action: 'refused', subject: what, after })
  })
}
