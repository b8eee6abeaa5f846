import { type PostDigestsDeps, postDigests } from '../usecases/post-digests.ts'
import type { Job } from './job.ts'

/** Every minute: which group lacks its digest of this week? */
export const postDigestsJob = (deps: PostDigestsDeps): Job => ({
  name: 'post-digests',
  schedule: '* * * * *',
  async run() {
    await postDigests(deps)
  },
})
