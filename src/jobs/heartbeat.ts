import { doubtAbandoned, type RecordDeps } from '../usecases/record-sent.ts'
import type { Job } from './job.ts'

/** Every 20 seconds: tells the others that this process lives, and takes up what a dead one left in flight. */
export const heartbeatJob = (deps: RecordDeps & { readonly instance: string }): Job => ({
  name: 'heartbeat',
  schedule: '*/20 * * * * *',
  async run() {
    await deps.database.installation.beat(deps.instance)
    await doubtAbandoned(deps, deps.instance)
  },
})
