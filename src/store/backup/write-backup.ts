import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { DomainError } from '../../domain/errors.ts'
import type { Backup } from '../../usecases/ports.ts'
import { FORMAT, markLine, type TableEnd } from './backup-file.ts'
import { listTables, rowsOf, type Table } from './tables.ts'

/** Returns the whole database as it is at one moment. Others go on reading and writing; the embedded one answers them afterwards. */
export async function writeBackup(pool: pg.Pool, at: Date): Promise<Backup> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    if (!(await isOurs(client))) throw new DomainError('backup-nothing')
    const tables = await listTables(client)
    const chunks: Uint8Array[] = []
    const counted = { rows: 0 }
    await pipeline(Readable.from(linesOf(client, tables, at, counted)), createGzip(), async (zipped) => {
      for await (const chunk of zipped) chunks.push(chunk as Uint8Array)
    })
    return { bytes: new Uint8Array(Buffer.concat(chunks)), tables: tables.length, rows: counted.rows, at }
  } finally {
    await client.query('ROLLBACK')
    client.release()
  }
}

async function isOurs(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query(`SELECT 1 WHERE to_regclass('public."_prisma_migrations"') IS NOT NULL`)
  return rows.length > 0
}

async function* linesOf(
  client: pg.ClientBase,
  tables: readonly Table[],
  at: Date,
  counted: { rows: number },
): AsyncGenerator<string> {
  const { rows: migrations } = await client.query<{ name: string; checksum: string }>(APPLIED)
  yield markLine({ format: FORMAT, version: 1, at: at.toISOString(), migrations })
  for (const table of tables) {
    yield markLine({ table: table.name, columns: [...table.columns] })
    const sum = new RowSum()
    for await (const row of rowsOf(client, table)) {
      sum.add(row)
      yield `${row}\n`
    }
    counted.rows += sum.rows
    yield markLine(sum.end())
  }
  yield markLine({ end: true, tables: tables.length })
}

const APPLIED = `SELECT migration_name AS name, checksum FROM "_prisma_migrations"
  WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL ORDER BY migration_name COLLATE "C"`

/** Counts rows and sums them up; the same rows in the same order give the same end. */
export class RowSum {
  readonly #hash = createHash('sha256')
  rows = 0

  add(row: string): void {
    this.#hash.update(row).update('\n')
    this.rows++
  }

  end(): TableEnd {
    return { rows: this.rows, sha256: this.#hash.digest('hex') }
  }
}
