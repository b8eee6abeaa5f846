import type { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { CheckedClient } from '../checked-client.ts'
import { PGliteStream } from './pglite-stream.ts'

/** Returns a pool of one connection, as PGlite has one session; Prisma's own adapter talks to it as to a server. */
export const createPGlitePool = (db: PGlite): pg.Pool =>
  new pg.Pool({
    Client: CheckedClient,
    max: 1,
    idleTimeoutMillis: 0,
    user: 'postgres',
    database: 'postgres',
    password: '',
    stream: () => new PGliteStream(db),
    onConnect: clearSession,
  })

/** The driver gives a connection up after an error; the one that follows finds what it left in the session: prepared statements, a transaction. */
async function clearSession(client: pg.ClientBase): Promise<void> {
  await client.query('ROLLBACK')
  await client.query('DISCARD ALL')
}
