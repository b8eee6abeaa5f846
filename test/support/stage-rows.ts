import { join } from 'node:path'
import pg from 'pg'
import { openDurablePGlite } from '../../src/store/embedded/durable-pglite.ts'
import { createPGlitePool } from '../../src/store/embedded/pglite-pool.ts'
import type { Stage } from './stage.ts'

export type Query = (sql: string, values?: readonly unknown[]) => Promise<readonly Record<string, unknown>[]>

/** Looks into a stage's database while its bot does not run: the embedded one lets only one in. */
export async function withRows<R>(
  { config, dataDir }: Stage,
  work: (query: Query) => Promise<R>,
): Promise<R> {
  const db = config.databaseUrl === undefined ? await openDurablePGlite(join(dataDir, 'postgres')) : undefined
  const pool = db ? createPGlitePool(db) : new pg.Pool({ connectionString: config.databaseUrl, max: 1 })
  try {
    return await work(async (sql, values = []) => (await pool.query(sql, [...values])).rows)
  } finally {
    await pool.end()
    await db?.close()
  }
}
