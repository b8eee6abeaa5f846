import type pg from 'pg'
import { DomainError } from '../../domain/errors.ts'
import type { Restored, RestoreHow } from '../../usecases/ports.ts'
import { HISTORY, LOCK, type Migration, migrationsFolder, readMigrations, runMigration } from '../migrate.ts'
import { type BackupHead, type Mark, readBackup, type TableEnd } from './backup-file.ts'
import { listTables, rowsOf, type Table } from './tables.ts'
import { dropOurs, isEmpty, isSomebodyRunning } from './target.ts'
import { RowSum } from './write-backup.ts'

/**
 * Makes the database what the backup holds, in one transaction: with anything wrong it stays as it was.
 * The tables are made by the migrations the backup was made with, filled, read again and compared by checksum, and then brought up to date.
 * Throws: restore-not-empty, bot-running, database-is-demo, backup-invalid, backup-newer.
 */
export async function restoreBackup(pool: pg.Pool, bytes: Uint8Array, how: RestoreHow): Promise<Restored> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
    if (await isSomebodyRunning(client)) throw new DomainError('bot-running')
    if (!how.replaces && !(await isEmpty(client))) throw new DomainError('restore-not-empty')
    const restored = await fill(client, bytes)
    if (!how.allowsDemo && (await isDemo(client))) throw new DomainError('database-is-demo')
    await settle(client, how, restored.at)
    await client.query('COMMIT')
    return restored
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

async function fill(client: pg.ClientBase, bytes: Uint8Array): Promise<Restored> {
  const parts = readBackup(bytes)
  const head = (await parts.next()).value
  if (typeof head !== 'object' || !('format' in head)) throw new DomainError('backup-invalid')
  const migrations = readMigrations(migrationsFolder())
  const made = madeWith(head, migrations)
  await dropOurs(client)
  await client.query(HISTORY)
  for (const migration of made) await runMigration(client, migration)
  const tables = new Map((await listTables(client)).map((table) => [table.name, table]))
  const sums = await load(client, parts, tables)
  for (const [table, sum] of sums) await verify(client, table, sum)
  await moveSequences(client)
  for (const migration of migrations.slice(made.length)) await runMigration(client, migration)
  const rows = [...sums.values()].reduce((total, sum) => total + sum.rows, 0)
  return { at: new Date(head.at), tables: sums.size, rows, isMigrated: made.length < migrations.length }
}

/** Returns the migrations the backup was made with. Throws: backup-newer when this program lacks one of them. */
function madeWith({ migrations }: BackupHead, known: readonly Migration[]): readonly Migration[] {
  const isSame = migrations.every(
    ({ name, checksum }, at) => known[at]?.name === name && known[at].checksum === checksum,
  )
  if (!isSame) throw new DomainError('backup-newer')
  return known.slice(0, migrations.length)
}

/** Fills the tables and returns what the backup says of each. */
async function load(
  client: pg.ClientBase,
  parts: AsyncIterable<Mark | string>,
  tables: ReadonlyMap<string, Table>,
): Promise<ReadonlyMap<Table, TableEnd>> {
  const sums = new Map<Table, TableEnd>()
  let filling: Filling | undefined
  for await (const part of parts) {
    if (typeof part === 'string') await (filling ?? refuse()).add(part)
    else if ('table' in part) filling = new Filling(client, tables.get(part.table) ?? refuse(), part.columns)
    else if ('rows' in part) {
      await filling?.flush()
      sums.set(filling?.table ?? refuse(), part)
    } else if ('end' in part && part.tables !== sums.size) refuse()
  }
  return sums
}

const BYTES_AT_ONCE = 500_000

/** Rows on their way into one table, some at a time. */
class Filling {
  readonly #client: pg.ClientBase
  readonly table: Table
  readonly #columns: string
  #rows: string[] = []
  #length = 0

  constructor(client: pg.ClientBase, table: Table, columns: readonly string[]) {
    if (columns.some((column) => !table.columns.includes(column))) refuse()
    this.#client = client
    this.table = table
    this.#columns = columns.map((column) => `"${column}"`).join(', ')
  }

  async add(row: string): Promise<void> {
    this.#rows.push(row)
    this.#length += row.length
    if (this.#length > BYTES_AT_ONCE) await this.flush()
  }

  async flush(): Promise<void> {
    if (this.#rows.length === 0) return
    const { name } = this.table
    await this.#client.query(
      `INSERT INTO "${name}" (${this.#columns}) SELECT ${this.#columns} FROM json_populate_recordset(NULL::"${name}", $1::json)`,
      [`[${this.#rows.join(',')}]`],
    )
    this.#rows = []
    this.#length = 0
  }
}

/** Throws: backup-invalid when what is in the table is not what was in it when the backup was made. */
async function verify(client: pg.ClientBase, table: Table, { rows, sha256 }: TableEnd): Promise<void> {
  const sum = new RowSum()
  for await (const row of rowsOf(client, table)) sum.add(row)
  const found = sum.end()
  if (found.rows !== rows || found.sha256 !== sha256) throw new DomainError('backup-invalid')
}

/** The next number of a table goes on from its last. */
const moveSequences = (client: pg.ClientBase) =>
  client.query(`DO $$
    DECLARE owned record; last bigint;
    BEGIN
      FOR owned IN SELECT quote_ident(t.relname) AS tab, quote_ident(a.attname) AS col, pg_get_serial_sequence(quote_ident(t.relname), a.attname) AS seq
        FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND pg_get_serial_sequence(quote_ident(t.relname), a.attname) IS NOT NULL
      LOOP
        EXECUTE format('SELECT max(%s) FROM %s', owned.col, owned.tab) INTO last;
        IF last IS NOT NULL THEN PERFORM setval(owned.seq, last); END IF;
      END LOOP;
    END $$`)

/**
 * Between a backup and its use messages went out that it knows as waiting: they become in doubt, for a person to decide. Where a database
 * only moves, nothing happened between. Either way the audit tells.
 */
async function settle(client: pg.ClientBase, { isMove, at }: RestoreHow, madeAt: Date): Promise<void> {
  if (!isMove)
    await client.query(
      `UPDATE "Outbox" SET "state" = 'in-doubt', "error" = 'restored from a backup' WHERE "state" IN ('pending', 'sending')`,
    )
  await client.query(
    `INSERT INTO "AuditEvent" ("at", "actor", "action", "subject", "after") VALUES ($1, 'cli', $2, 'database', $3)`,
    [at, isMove ? 'database.move' : 'database.restore', JSON.stringify({ madeAt: madeAt.toISOString() })],
  )
}

async function isDemo(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query(`SELECT 1 FROM "Setting" WHERE "key" = 'demo' AND "value" = 'true'`)
  return rows.length > 0
}

function refuse(): never {
  throw new DomainError('backup-invalid')
}
