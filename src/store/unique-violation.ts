/** Reads a property of something of unknown shape; undefined where there is none. */
const at = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined

/** Returns the name of the unique index an error of the database is about; undefined for every other error. */
export function violatedUnique(error: unknown): string | undefined {
  const cause = at(at(at(error, 'meta'), 'driverAdapterError'), 'cause')
  if (at(cause, 'kind') !== 'UniqueConstraintViolation') return undefined
  const index = at(at(cause, 'constraint'), 'index')
  return typeof index === 'string' ? index : undefined
}
