import type { Clock, Database } from '../usecases/ports.ts'
import type { Job } from './job.ts'

const DAY_MS = 24 * 3600_000

const KEPT_DAYS = 90

/** Every night: forgets updates applied more than a day ago and messages sent long ago, and keeps the embedded database small. */
export const cleanUpJob = (deps: {
  readonly database: Database & { maintenance(): Promise<void> }
  readonly clock: Clock
}): Job => ({
  name: 'clean-up',
  schedule: '30 3 * * *',
  isHousekeeping: true,
  async run() {
    const daysAgo = (days: number) => new Date(deps.clock.now().getTime() - days * DAY_MS)
    await deps.database.conversations.forgetProcessed(daysAgo(1))
    await deps.database.outbox.forget(daysAgo(KEPT_DAYS))
    await deps.database.maintenance()
  },
})
