import { type ForgetDeps, forgetPeople } from '../usecases/forget-people.ts'
import type { Job } from './job.ts'

/** Every night: whose data are to be forgotten, and what was kept long enough? */
export const forgetPeopleJob = (deps: ForgetDeps): Job => ({
  name: 'forget-people',
  schedule: '40 3 * * *',
  isHousekeeping: true,
  async run() {
    await forgetPeople(deps)
  },
})
