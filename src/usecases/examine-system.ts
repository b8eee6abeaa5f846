import {
  type Clock,
  type Database,
  type DatabaseProbe,
  type JobRun,
  LAST_BACKUP,
  type Machine,
  type StoredPack,
} from './ports.ts'

export interface ExamineDeps {
  readonly database: Database
  readonly machine: Machine
  readonly clock: Clock
}

/** What somebody has to see to. */
export type Trouble =
  | { readonly kind: 'disk' | 'no-backup' | 'old-backup' | 'not-durable' }
  | { readonly kind: 'job-failed'; readonly run: JobRun }

/** How the running process is. */
export interface SystemCondition {
  readonly version: string
  readonly startedAt: Date
  readonly database: DatabaseProbe
  readonly freeBytes: number
  readonly lastBackupAt?: Date
  readonly plans: readonly Pick<StoredPack, 'code' | 'checksum'>[]
  readonly jobRuns: readonly JobRun[]
  readonly troubles: readonly Trouble[]
}

export const LEAST_FREE_BYTES = 500 * 2 ** 20
/** Made every night, or as often by whoever looks after a server. */
const OLDEST_BACKUP_MS = 2 * 86_400_000

/** Returns what the process stands on, what it did by itself, and what is wrong with either; nothing secret. */
export async function examineSystem({ database, machine, clock }: ExamineDeps): Promise<SystemCondition> {
  const { version, startedAt } = machine
  const [probe, freeBytes, kept, plans] = await Promise.all([
    machine.database(),
    machine.freeBytes(),
    database.installation.setting(LAST_BACKUP),
    database.plans.versions(),
  ])
  const lastBackupAt = typeof kept === 'string' ? new Date(kept) : undefined
  const found = {
    ...{ version, startedAt, database: probe, freeBytes, plans, jobRuns: machine.jobRuns() },
    ...(lastBackupAt && { lastBackupAt }),
  }
  return { ...found, troubles: troublesOf(found, clock.now()) }
}

function troublesOf(found: Omit<SystemCondition, 'troubles'>, now: Date): readonly Trouble[] {
  const { database, freeBytes, lastBackupAt, jobRuns } = found
  const troubles: Trouble[] = []
  if (freeBytes < LEAST_FREE_BYTES) troubles.push({ kind: 'disk' })
  if (!database.isDurable) troubles.push({ kind: 'not-durable' })
  if (!lastBackupAt) troubles.push({ kind: 'no-backup' })
  else if (now.getTime() - lastBackupAt.getTime() > OLDEST_BACKUP_MS) troubles.push({ kind: 'old-backup' })
  for (const run of jobRuns) if (run.hasFailed) troubles.push({ kind: 'job-failed', run })
  return troubles
}
