import type pg from 'pg'
import type { DatabaseProbe } from '../usecases/ports.ts'
import { migrationsFolder, readMigrations } from './migrate.ts'

/** Returns how the database behind the pool is set up; changes nothing. Throws: Error when it cannot be reached. */
export async function probeDatabase(pool: pg.Pool, isEmbedded: boolean): Promise<DatabaseProbe> {
  const [settings] = (await pool.query<Record<'version' | 'fsync' | 'commit' | 'bytes', string>>(SETTINGS))
    .rows
  return {
    kind: isEmbedded ? 'embedded' : 'server',
    version: settings?.version ?? '',
    bytes: Number(settings?.bytes ?? 0),
    // Opening the embedded one has proven it.
    isDurable: isEmbedded || (settings?.fsync === 'on' && settings.commit !== 'off'),
    migrations: await probeMigrations(pool),
  }
}

const SETTINGS = `SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync,
  current_setting('synchronous_commit') AS commit, pg_database_size(current_database())::text AS bytes`

async function probeMigrations(pool: pg.Pool): Promise<DatabaseProbe['migrations']> {
  const { rows: there } = await pool.query(
    `SELECT 1 WHERE to_regclass('public."_prisma_migrations"') IS NOT NULL`,
  )
  const known = readMigrations(migrationsFolder())
  if (there.length === 0) return { missing: known.length, unknown: [], broken: [] }
  const { rows: applied } = await pool.query<{ name: string; checksum: string; isDone: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isDone" FROM "_prisma_migrations" WHERE rolled_back_at IS NULL`,
  )
  const checksums = new Map(known.map(({ name, checksum }) => [name, checksum]))
  const isBroken = ({ name, checksum, isDone }: (typeof applied)[number]) =>
    !isDone || (checksums.has(name) && checksums.get(name) !== checksum)
  const names = new Set(applied.map(({ name }) => name))
  return {
    missing: known.filter(({ name }) => !names.has(name)).length,
    unknown: applied.filter(({ name }) => !checksums.has(name)).map(({ name }) => name),
    broken: applied.filter(isBroken).map(({ name }) => name),
  }
}
