import type { Clock, Database } from '../usecases/ports.ts'
import type { Job } from './job.ts'

const DAY_MS = 24 * 3600_000

/** Every night: forgets updates applied more than a day ago and keeps the embedded database small. */
export const cleanUpJob = (deps: {
  readonly database: Database & { maintenance(): Promise<void> }
  readonly clock: Clock
}): Job => ({
  name: 'clean-up',
  schedule: '30 3 * * *',
  isHousekeeping: true,
  async run() {
    await deps.database.conversations.forgetProcessed(new Date(deps.clock.now().getTime() - DAY_MS))
    await deps.database.maintenance()
  },
})
