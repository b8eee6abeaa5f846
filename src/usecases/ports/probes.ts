/** How Telegram answers, as far as can be told. */
export type TelegramProbe =
  | {
      readonly kind: 'reached'
      readonly username: string
      readonly tookMs: number
      /** How much our clock is ahead of Telegram's; absent where it tells no time. */
      readonly aheadMs?: number
    }
  | { readonly kind: 'refused'; readonly code: number; readonly description: string }
  /** Something answers, but no Bot API. */
  | { readonly kind: 'no-bot-api'; readonly status: number }
  | { readonly kind: 'unreachable'; readonly why: string }

export interface DatabaseProbe {
  readonly kind: 'embedded' | 'server'
  readonly version: string
  readonly bytes: number
  /** A commit is on the disk when it returns. */
  readonly isDurable: boolean
  readonly migrations: {
    /** Still to be applied. */
    readonly missing: number
    /** Applied by a newer program. */
    readonly unknown: readonly string[]
    /** Failed, or edited after they were applied. */
    readonly broken: readonly string[]
  }
}

/** Looks at what the program stands on; changes nothing. */
export interface Probes {
  /** Undefined: no token, nothing to ask. */
  telegram(): Promise<TelegramProbe | undefined>
  /** Throws when it cannot be reached. */
  database(): Promise<DatabaseProbe>
  freeBytes(): Promise<number>
  /** Undefined, or why no picture can be drawn. */
  pictures(): Promise<string | undefined>
}

export type JobName =
  | 'heartbeat'
  | 'post-digests'
  | 'post-reminders'
  | 'settle-units'
  | 'clean-up'
  | 'back-up'
  | 'forget-people'
  | 'leave-unlinked'

/** How a job ended when it last ran in this process. */
export interface JobRun {
  readonly name: JobName
  readonly endedAt: Date
  readonly hasFailed: boolean
}

/** The running process and what it stands on. */
export interface Machine {
  /** Of the program. */
  readonly version: string
  readonly startedAt: Date
  database(): Promise<DatabaseProbe>
  /** Of the data folder's disk. */
  freeBytes(): Promise<number>
  /** Those that have run since the start. */
  jobRuns(): readonly JobRun[]
}
