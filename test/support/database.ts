import { randomUUID } from 'node:crypto'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { buildDatabase, type OpenDatabase } from '../../src/store/database.ts'
import { createPGlitePool } from '../../src/store/embedded/pglite-pool.ts'
import { createServerPool } from '../../src/store/server-pool.ts'
import { embeddedTemplate, serverTemplate } from './database-template.ts'
import { countTraffic, type Traffic } from './database-traffic.ts'

export interface TestDatabase {
  readonly database: OpenDatabase
  /** For what the stores do not offer: a look at rows, a breach of rules. */
  readonly pool: pg.Pool
  readonly traffic: Traffic
  /** Makes every table empty again. */
  reset(): Promise<void>
  close(): Promise<void>
}

export interface TestDatabaseOptions {
  /** Default: 2026-11-22. */
  readonly today?: () => string
}

/** Set: the tests run on a PostgreSQL server, each on a database of its own; else on PGlite in memory. */
const serverUrl = process.env.TEST_DATABASE_URL

/** Returns an empty, migrated database of one's own, in some hundred milliseconds. */
export async function openTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const { pool, end } =
    serverUrl === undefined
      ? await openInMemory()
      : await openOnServer(serverUrl, await serverTemplate(serverUrl))
  const traffic = countTraffic(pool)
  const database = buildDatabase({
    ...{ pool, isEmbedded: serverUrl === undefined, close: end },
    today: options.today ?? (() => '2026-11-22'),
  })
  return { database, pool, traffic, reset: () => truncateAll(pool), close: () => database.close() }
}

/** Returns a database without tables; `end` is to be called after the pool's. */
export async function openEmptyDatabase(): Promise<Opened> {
  if (serverUrl !== undefined) return openOnServer(serverUrl, 'template0')
  const db = await PGlite.create({ loadDataDir: await embeddedTemplate('empty') })
  return { pool: createPGlitePool(db), end: () => db.close() }
}

interface Opened {
  readonly pool: pg.Pool
  readonly end: () => Promise<void>
}

/** Databases that files before have closed: empty again, and some seconds cheaper than new ones. */
const idle: PGlite[] = []

async function openInMemory(): Promise<Opened> {
  const db = idle.pop() ?? (await PGlite.create({ loadDataDir: await embeddedTemplate('migrated') }))
  return {
    pool: createPGlitePool(db),
    async end() {
      const cleaning = createPGlitePool(db)
      await truncateAll(cleaning)
      await cleaning.query('DISCARD ALL')
      await cleaning.end()
      idle.push(db)
    },
  }
}

async function openOnServer(url: string, template: string): Promise<Opened> {
  const name = `chitieu_test_${randomUUID().replaceAll('-', '')}`
  await onServer(url, `CREATE DATABASE "${name}" TEMPLATE "${template}"`)
  const own = new URL(url)
  own.pathname = `/${name}`
  return {
    pool: createServerPool(own.href),
    end: () => onServer(url, `DROP DATABASE "${name}" WITH (FORCE)`),
  }
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(sql)
  await client.end()
}

async function truncateAll(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ names: string }>(
    `SELECT string_agg(format('%I', tablename), ', ') AS names FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  )
  await pool.query(`TRUNCATE ${rows[0]?.names} RESTART IDENTITY CASCADE`)
}
