import type pg from 'pg'
import type { Vault } from '../../usecases/ports.ts'
import { probeDatabase } from '../probe-database.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

/** Returns the database behind the pool as a whole. */
export const createVault = (pool: pg.Pool, isEmbedded: boolean): Vault => ({
  probe: () => probeDatabase(pool, isEmbedded),
  backup: (at) => writeBackup(pool, at),
  restore: (bytes, how) => restoreBackup(pool, bytes, how),
})
