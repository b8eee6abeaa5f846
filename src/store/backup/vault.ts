import type pg from 'pg'
import { LAST_BACKUP, type Vault } from '../../usecases/ports.ts'
import { probeDatabase } from '../probe-database.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackup } from './write-backup.ts'

/** Returns the database behind the pool as a whole. */
export const createVault = (pool: pg.Pool, isEmbedded: boolean): Vault => ({
  probe: () => probeDatabase(pool, isEmbedded),
  backup: (at) => writeBackup(pool, at),
  noteBackup: async (at) => {
    await pool.query(
      'INSERT INTO "Setting" ("key", "value") VALUES ($1, $2) ON CONFLICT ("key") DO UPDATE SET "value" = EXCLUDED."value"',
      [LAST_BACKUP, JSON.stringify(at.toISOString())],
    )
  },
  restore: (bytes, how) => restoreBackup(pool, bytes, how),
})
