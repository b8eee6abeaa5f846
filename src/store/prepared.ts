import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Prisma } from './client/client.ts'

/** A statement with its values: of `Prisma.sql`, or of `statement`. */
export interface Told {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Runs a statement outside of any transaction; the database keeps how it is to be done for the next time. */
export type Prepared = <T extends object>(statement: Told) => Promise<T[]>

/**
 * Returns a statement whose text is put together once, by `build` from stand-ins for its values: those it must not look into. For the
 * two statements of each message, as long as putting them together costs what running them does.
 */
export function statement<Name extends string>(
  names: readonly Name[],
  build: (standIns: Readonly<Record<Name, string>>) => Prisma.Sql,
): (values: Readonly<Record<Name, unknown>>) => Told {
  const standIns = Object.fromEntries(names.map((name) => [name, Symbol(name)]))
  const { text, values } = build(standIns as unknown as Readonly<Record<Name, string>>)
  const sources = values.map((value) => names.find((name) => standIns[name] === value) ?? { value })
  return (given) => ({
    text,
    values: sources.map((source) => (typeof source === 'string' ? given[source] : source.value)),
  })
}

/**
 * Returns what runs the few statements every message needs: past the client, whose work on each costs more than the statement, and
 * planned once for each connection. Not for statements whose text differs from call to call: each text is kept for good.
 */
export function createPrepared(pool: pg.Pool): Prepared {
  const names = new Map<string, string>()
  return async <T extends object>({ text, values }: Told) => {
    const name = names.get(text) ?? createHash('sha1').update(text).digest('hex')
    names.set(text, name)
    const { rows } = await pool.query<T>({ name, text, values: [...values] })
    return rows
  }
}
