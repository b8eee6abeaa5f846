import type { LeaveGroup } from '../usecases/ports.ts'
import { leaveUnlinked, type UnlinkedDeps } from '../usecases/unlinked-groups.ts'
import type { Job } from './job.ts'

/** Every ten minutes: which group was told a day ago and is not linked? */
export const leaveUnlinkedJob = (deps: UnlinkedDeps & { readonly leaveGroup: LeaveGroup }): Job => ({
  name: 'leave-unlinked',
  schedule: '*/10 * * * *',
  async run() {
    await leaveUnlinked(deps)
  },
})
