import pg from 'pg'

/** Does the work, or nothing while another process does work of the same name. */
export type Exclusively = (name: string, work: () => Promise<void>) => Promise<void>

/**
 * Returns what keeps several processes from doing the same at once, by locks of the server that go with the process that held them.
 * They are of one connection of their own, so that work under a lock never waits for a connection that others hold who wait for it.
 */
export function createExclusively(url: string): {
  readonly exclusively: Exclusively
  close(): Promise<void>
} {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'chi-tieu',
    max: 1,
    idleTimeoutMillis: 0,
  })
  pool.on('error', () => {})
  return {
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
