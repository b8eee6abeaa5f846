import { schedule } from 'node-cron'
import type { Logger } from 'pino'
import type { Job } from './job.ts'
import type { JobLog } from './job-log.ts'

export interface Scheduler {
  /** Runs every job by which something may have become due, one after another; at the start and when the clock was moved. */
  runAll(): Promise<void>
  stop(): Promise<void>
}

/** Ticks the jobs; a job still running is not started again, and one that fails is tried at its next tick. */
export function startScheduler(jobs: readonly Job[], log: Logger, jobLog: JobLog): Scheduler {
  const running = new Map<string, Promise<void>>()

  function run(job: Job): Promise<void> {
    const current = running.get(job.name)
    if (current) return current
    const mine = job
      .run()
      .then(() => jobLog.note(job.name, false))
      .catch((error: unknown) => {
        jobLog.note(job.name, true)
        log.error({ err: error, job: job.name }, 'job failed; it runs again at its next tick')
      })
      .finally(() => running.delete(job.name))
    running.set(job.name, mine)
    return mine
  }

  const tasks = jobs.map((job) => schedule(job.schedule, () => run(job), { name: job.name, noOverlap: true }))
  return {
    async runAll() {
      for (const job of jobs.filter(({ isHousekeeping }) => !isHousekeeping)) {
        // One begun before the clock was moved knows nothing of the new time.
        await running.get(job.name)
        await run(job)
      }
    },
    async stop() {
      await Promise.all(tasks.map((task) => task.destroy()))
      await Promise.all(running.values())
    },
  }
}
