import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { createPGlitePool } from '../../src/store/embedded/pglite-pool.ts'
import { migrate, migrationsFolder, readMigrations } from '../../src/store/migrate.ts'

const CACHE = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'chi-tieu')
const LOCK = 72707370

/** Names what the template is made of, so that another migration makes another template. */
function fingerprint(): string {
  const migrations = readMigrations(migrationsFolder()).map(({ name, checksum }) => [name, checksum])
  return createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 16)
}

/** Returns a data folder; made once and kept beside the other caches of node_modules. */
export async function embeddedTemplate(content: 'empty' | 'migrated'): Promise<Blob> {
  const file = join(CACHE, content === 'empty' ? 'template.tar' : `template-${fingerprint()}.tar`)
  if (!existsSync(file)) await makeEmbeddedTemplate(content, file)
  return new Blob([readFileSync(file)])
}

async function makeEmbeddedTemplate(content: 'empty' | 'migrated', file: string): Promise<void> {
  const db = await PGlite.create()
  if (content === 'migrated') {
    const pool = createPGlitePool(db)
    await migrate(pool)
    await pool.end()
  }
  const dump = await db.dumpDataDir('none')
  await db.close()
  mkdirSync(CACHE, { recursive: true })
  // Test files run at the same time: each writes its own, and the last one in place is as good as the first.
  const own = `${file}.${randomUUID()}`
  writeFileSync(own, new Uint8Array(await dump.arrayBuffer()))
  renameSync(own, file)
}

/** Returns the name of a migrated database on the server; made once. */
export async function serverTemplate(url: string): Promise<string> {
  const name = `chitieu_template_${fingerprint()}`
  const admin = new pg.Client(url)
  await admin.connect()
  await admin.query('SELECT pg_advisory_lock($1)', [LOCK])
  const { rowCount } = await admin.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
  if (rowCount === 0) await makeServerTemplate(admin, url, name)
  await admin.end()
  return name
}

async function makeServerTemplate(admin: pg.Client, url: string, name: string): Promise<void> {
  const unfinished = `${name}_unfinished`
  await admin.query(`DROP DATABASE IF EXISTS "${unfinished}" WITH (FORCE)`)
  await admin.query(`CREATE DATABASE "${unfinished}"`)
  const own = new URL(url)
  own.pathname = `/${unfinished}`
  const pool = new pg.Pool({ connectionString: own.href })
  await migrate(pool)
  await pool.end()
  await admin.query(`ALTER DATABASE "${unfinished}" RENAME TO "${name}"`)
}
