import type { Clock, Database } from '../usecases/ports.ts'
import type { Job } from './job.ts'

/** Every hour: what a unit leaves behind on the day it ends as planned, its groups and open invitations, goes to the heir or ends. */
export const settleUnitsJob = (deps: { readonly database: Database; readonly clock: Clock }): Job => ({
  name: 'settle-units',
  schedule: '3 * * * *',
  async run() {
    await deps.database.unitChanges.settleEnded(deps.clock.now())
  },
})
