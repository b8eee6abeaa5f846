import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { PGlite } from '@electric-sql/pglite'
import { DurableFS, type SyncCounter } from './durable-fs.ts'
import { fillFromPrepared } from './prepared-folder.ts'

/** Memory and write-ahead log sized for one office; fsync on, unlike what PGlite ships with. */
export const START_PARAMS: string[] = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['-c', 'wal_sync_method=fsync'],
  ...['-c', 'shared_buffers=16MB'],
  ...['-c', 'max_wal_size=96MB'],
  ...['-c', 'min_wal_size=32MB'],
  ...['-c', 'work_mem=16MB'],
]

/** V8 optimises a function of the database once it has run this much: sooner costs some 100 MB for a start no faster. */
const LATE = 1_000_000_000

/**
 * Returns the database of the folder, proven to have every commit on the disk when it returns.
 * Throws: Error when a commit does not reach the disk (a PGlite whose internals have changed).
 */
export async function openDurablePGlite(dir: string): Promise<PGlite> {
  mkdirSync(dirname(dir), { recursive: true, mode: 0o700 })
  await fillFromPrepared(dir)
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  setFlagsFromString(`--wasm-tiering-budget=${LATE}`)
  const syncs: SyncCounter = { count: 0 }
  const db = await PGlite.create({ fs: new DurableFS(dir, syncs), startParams: START_PARAMS })
  try {
    await proveSync(db, syncs)
    return db
  } catch (error) {
    await db.close()
    throw error
  }
}

/** Returns when a commit has raised the counter. Throws: Error when it has not. */
export async function proveSync(db: Pick<PGlite, 'query'>, syncs: SyncCounter): Promise<void> {
  const before = syncs.count
  await db.query(`SELECT pg_logical_emit_message(true, 'start', 'does a commit reach the disk?')`)
  if (syncs.count > before) return
  throw new Error(
    'The embedded database does not force its commits to the disk, so figures could be lost. ' +
      'Install the versions of package-lock.json (npm ci) or set DATABASE_URL to a PostgreSQL server.',
  )
}
