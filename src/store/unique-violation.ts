/** Reads a property of something of unknown shape; undefined where there is none. */
const at = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined

const UNIQUE_VIOLATION = '23505'

/** Returns the name of the unique index an error is about, of the database itself or of the client; undefined for every other error. */
export function violatedUnique(error: unknown): string | undefined {
  const named = at(error, 'code') === UNIQUE_VIOLATION ? at(error, 'constraint') : undefined
  if (typeof named === 'string') return named
  const cause = at(at(at(error, 'meta'), 'driverAdapterError'), 'cause')
  if (at(cause, 'kind') !== 'UniqueConstraintViolation') return undefined
  const index = at(at(cause, 'constraint'), 'index')
  return typeof index === 'string' ? index : undefined
}
