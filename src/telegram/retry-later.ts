import type { OutboxRow, SendOutcome } from '../usecases/ports.ts'

const GIVE_UP_MS = 24 * 3600_000
const LONGEST_PAUSE_MS = 10 * 60_000

/** Returns when the message is to be tried again: after a pause that grows with each try, of at least `leastMs`; given up after a day. */
export function retryLater(row: OutboxRow, error: string, now: Date, leastMs = 0): SendOutcome {
  if (now.getTime() - row.dueAt.getTime() > GIVE_UP_MS)
    return { kind: 'dropped', reason: 'gave-up', error: `given up after a day: ${error}` }
  const pauseMs = Math.min(1000 * 2 ** row.attempts, LONGEST_PAUSE_MS)
  return { kind: 'retry', error, notBefore: new Date(now.getTime() + Math.max(leastMs, pauseMs)) }
}
