/**
 * A backup is gzipped text. A line that begins with `#` says what follows, every other is one row as JSON. JSON and not the bytes of
 * COPY or pg_dump: it is read and written by the database itself with plain queries, and so in the same way by the embedded one, which
 * has no COPY over its stream, and by servers of different versions. What PostgreSQL writes as JSON it reads back to the same value.
 */
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { DomainError } from '../../domain/errors.ts'

export const FORMAT = 'chi-tieu-backup'

const mark = z.union([
  z.object({
    format: z.literal(FORMAT),
    version: z.literal(1),
    at: z.iso.datetime(),
    migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  }),
  z.object({ table: z.string(), columns: z.array(z.string()) }),
  /** Ends a table: how many rows it had, and the SHA-256 of their lines. */
  z.object({ rows: z.int(), sha256: z.string() }),
  z.object({ end: z.literal(true), tables: z.int() }),
])

export type Mark = z.infer<typeof mark>
export type BackupHead = Extract<Mark, { format: string }>
export type TableEnd = Extract<Mark, { rows: number }>

export const markLine = (about: Mark): string => `#${JSON.stringify(about)}\n`

/** Yields the marks and rows of a backup, in order. Throws: backup-invalid for what is none, or was cut short or changed. */
export async function* readBackup(bytes: Uint8Array): AsyncGenerator<Mark | string> {
  let isWhole = false
  for await (const line of linesOf(bytes)) {
    if (isWhole) throw new DomainError('backup-invalid')
    const next = line.startsWith('#') ? parseMark(line) : line
    isWhole = typeof next === 'object' && 'end' in next
    yield next
  }
  if (!isWhole) throw new DomainError('backup-invalid')
}

function parseMark(line: string): Mark {
  try {
    return mark.parse(JSON.parse(line.slice(1)))
  } catch {
    throw new DomainError('backup-invalid')
  }
}

/** Only a line feed ends a line: rows may hold the other ends of lines Unicode knows. */
async function* linesOf(bytes: Uint8Array): AsyncGenerator<string> {
  const unzip = createGunzip().setEncoding('utf8')
  unzip.end(bytes)
  let rest = ''
  try {
    for await (const chunk of unzip) {
      const lines = (rest + String(chunk)).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
  } catch (error) {
    if (isZlibError(error)) throw new DomainError('backup-invalid')
    throw error
  }
  if (rest !== '') throw new DomainError('backup-invalid')
}

const isZlibError = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  (error.code.startsWith('Z_') || error.code === 'ERR_ZLIB')
