import { type BackUpDeps, backUpJob } from './back-up.ts'
import { cleanUpJob } from './clean-up.ts'
import { forgetPeopleJob } from './forget-people.ts'
import { heartbeatJob } from './heartbeat.ts'
import type { Job } from './job.ts'
import { leaveUnlinkedJob } from './leave-unlinked.ts'
import { postDigestsJob } from './post-digests.ts'
import { postRemindersJob } from './post-reminders.ts'
import { settleUnitsJob } from './settle-units.ts'

export type JobDeps = Parameters<typeof heartbeatJob>[0] &
  Parameters<typeof postDigestsJob>[0] &
  Parameters<typeof postRemindersJob>[0] &
  Parameters<typeof cleanUpJob>[0] &
  Parameters<typeof settleUnitsJob>[0] &
  BackUpDeps &
  Parameters<typeof forgetPeopleJob>[0] &
  Parameters<typeof leaveUnlinkedJob>[0]

/** Everything done by the clock. */
export const buildJobs = (deps: JobDeps): readonly Job[] => [
  heartbeatJob(deps),
  postDigestsJob(deps),
  postRemindersJob(deps),
  settleUnitsJob(deps),
  cleanUpJob(deps),
  backUpJob(deps),
  forgetPeopleJob(deps),
  leaveUnlinkedJob(deps),
]
