import type { JobName } from '../usecases/ports.ts'

/** One thing done by the clock; it asks «who lacks it?», so that running it twice or late does no harm. */
export interface Job {
  readonly name: JobName
  /** node-cron expression of the tick; what is due comes from the database. */
  readonly schedule: string
  /** Nothing becomes due by it: neither a start nor a clock that was moved runs it. */
  readonly isHousekeeping?: true
  run(): Promise<void>
}
