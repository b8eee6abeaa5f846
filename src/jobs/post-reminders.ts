import { type PostRemindersDeps, postReminders } from '../usecases/post-reminders.ts'
import type { Job } from './job.ts'

/** Every ten minutes: who lacks the reminder due by today? */
export const postRemindersJob = (deps: PostRemindersDeps): Job => ({
  name: 'post-reminders',
  schedule: '*/10 * * * *',
  async run() {
    await postReminders(deps)
  },
})
