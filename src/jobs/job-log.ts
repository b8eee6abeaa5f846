import type { Clock, JobName, JobRun } from '../usecases/ports.ts'

/** Remembers how each job of this process last ended. */
export class JobLog {
  readonly #clock: Clock
  readonly #runs = new Map<JobName, JobRun>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  note(name: JobName, hasFailed: boolean): void {
    this.#runs.set(name, { name, endedAt: this.#clock.now(), hasFailed })
  }

  list(): readonly JobRun[] {
    return [...this.#runs.values()]
  }
}
