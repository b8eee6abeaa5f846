import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Prisma } from './client/client.ts'

/** Runs a statement outside of any transaction; the database keeps how it is to be done for the next time. */
export type Prepared = <T extends object>(statement: Prisma.Sql) => Promise<T[]>

/**
 * Returns what runs the few statements every message needs: past the client, whose work on each costs more than the statement, and
 * planned once for each connection. Not for statements whose text differs from call to call: each text is kept for good.
 */
export function createPrepared(pool: pg.Pool): Prepared {
  const names = new Map<string, string>()
  return async <T extends object>({ text, values }: Prisma.Sql) => {
    const name = names.get(text) ?? createHash('sha1').update(text).digest('hex')
    names.set(text, name)
    const { rows } = await pool.query<T>({ name, text, values: [...values] })
    return rows
  }
}
