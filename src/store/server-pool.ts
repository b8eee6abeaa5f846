import pg from 'pg'
import { CheckedClient } from './checked-client.ts'

const CONNECT_TIMEOUT_MS = 10_000
const MOST_CONNECTIONS = 10

/** Returns connections to a PostgreSQL server; opened when needed. */
export const createServerPool = (url: string): pg.Pool => {
  const pool = new pg.Pool({
    Client: CheckedClient,
    connectionString: url,
    application_name: 'chi-tieu',
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    max: MOST_CONNECTIONS,
    // Prisma's adapter reads every instant as UTC, whatever zone the server writes it in. What walks the hierarchy looks so costly to
    // the planner that it would be compiled, which takes longer than running it.
    onConnect: (client) => client.query(`SET TIME ZONE 'UTC'; SET jit = off`),
  })
  // An idle connection the server ended is replaced when the next one is needed; unheard, it would end the process.
  pool.on('error', () => {})
  return pool
}
