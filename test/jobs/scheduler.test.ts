import pino from 'pino'
import { expect, it, onTestFinished } from 'vitest'
import type { Job } from '../../src/jobs/job.ts'
import { JobLog } from '../../src/jobs/job-log.ts'
import { startScheduler } from '../../src/jobs/scheduler.ts'

it('remembers how each job last ended; one that fails keeps no other from running', async () => {
  let isBroken = true
  const run = async () => {
    if (isBroken) throw new Error('broken')
  }
  const jobs: readonly Job[] = [
    { name: 'post-digests', schedule: '0 0 1 1 *', run },
    { name: 'post-reminders', schedule: '0 0 1 1 *', run: async () => undefined },
    { name: 'clean-up', schedule: '0 0 1 1 *', isHousekeeping: true, run },
  ]
  const endedAt = new Date('2026-11-22T03:00:00Z')
  const log = new JobLog({ now: () => endedAt })
  const scheduler = startScheduler(jobs, pino({ level: 'silent' }), log)
  onTestFinished(() => scheduler.stop())
  await scheduler.runAll()
  expect(log.list()).toEqual([
    { name: 'post-digests', endedAt, hasFailed: true },
    { name: 'post-reminders', endedAt, hasFailed: false },
  ])
  isBroken = false
  await scheduler.runAll()
  expect(log.list().filter(({ hasFailed }) => hasFailed)).toEqual([])
})
