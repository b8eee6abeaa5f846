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
  })
