import pg from 'pg'
import { Prisma } from './client/client.ts'

/** Does the work, or nothing while another process does work of the same name. */
export type Exclusively = (name: string, work: () => Promise<void>) => Promise<void>

/** Keeps a lock of that name for as long as the process lives; asked again it makes sure of the connection. */
export type Hold = (name: string) => Promise<void>

/** True while some process holds the lock of the name in the SQL expression. */
export const isHeld = (name: Prisma.Sql): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM pg_locks l JOIN pg_database d ON d."oid" = l."database" AND d."datname" = current_database()
  WHERE l."locktype" = 'advisory' AND l."objsubid" = 1 AND l."granted"
    AND ((l."classid"::bigint << 32) | l."objid"::bigint) = hashtextextended(${name}, 0))`

/**
 * Returns what keeps several processes from doing the same at once, by locks of the server that go with the process that held them.
 * They are of one connection of their own, so that work under a lock never waits for a connection that others hold who wait for it.
 */
export function createExclusively(url: string): {
  readonly exclusively: Exclusively
  readonly hold: Hold
  close(): Promise<void>
} {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'chi-tieu',
    max: 1,
    idleTimeoutMillis: 0,
  })
  pool.on('error', () => {})
  const held = new Set<string>()
  // A connection that was lost took its locks with it.
  pool.on('connect', (client) => {
    for (const name of held) client.query(TAKE, [name]).catch(() => undefined)
  })
  return {
    async hold(name) {
      if (held.has(name)) return void (await pool.query('SELECT'))
      await pool.query(TAKE, [name])
      held.add(name)
    },
    async exclusively(name, work) {
      const { rows } = await pool.query<{ isMine: boolean }>(TAKE, [name])
      if (!rows[0]?.isMine) return
      try {
        await work()
      } finally {
        await pool.query(GIVE_BACK, [name])
      }
    },
    close: () => pool.end(),
  }
}

const TAKE = 'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS "isMine"'
const GIVE_BACK = 'SELECT pg_advisory_unlock(hashtextextended($1, 0))'
