import { doubtAbandoned, type SendDeps } from '../usecases/send-outbox.ts'
import type { Job } from './job.ts'

/** Every 20 seconds: tells the others that this process lives, and takes up what a dead one left in flight. */
export const heartbeatJob = (deps: Omit<SendDeps, 'channel'>): Job => ({
  name: 'heartbeat',
  schedule: '*/20 * * * * *',
  async run() {
    await deps.database.installation.beat(deps.instance, deps.clock.now())
    await doubtAbandoned(deps)
  },
})
