import { keepBackups } from '../usecases/keep-backups.ts'
import type { BackupShelf, Clock, Vault } from '../usecases/ports.ts'
import type { Job } from './job.ts'

export interface BackUpDeps {
  readonly database: { readonly vault: Vault; readonly shelf?: BackupShelf }
  readonly clock: Clock
  readonly timeZone: string
}

/** Every hour, for the embedded database: does today lack its backup? A server is backed up with its own tools, or by the command line. */
export const backUpJob = ({ database, clock, timeZone }: BackUpDeps): Job => ({
  name: 'back-up',
  schedule: '10 * * * *',
  isHousekeeping: true,
  async run() {
    const { vault, shelf } = database
    if (shelf) await keepBackups({ vault, shelf, clock, timeZone })
  },
})
