// node prisma/new-migration.mjs NAME       writes prisma/migrations/<time>_NAME/migration.sql
// node prisma/new-migration.mjs --check    exit code 1 when the schema and the migrations differ
// node prisma/new-migration.mjs --rewrite  until the first release: writes the init migration anew from the schema
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { openSchemaEngine } from './schema-engine.mjs'

const folder = fileURLToPath(new URL('migrations', import.meta.url))
const lockFile = join(folder, 'migration_lock.toml')
const schemaPath = fileURLToPath(new URL('schema.prisma', import.meta.url))
const schema = { path: schemaPath, content: readFileSync(schemaPath, 'utf8') }

const sqlFile = (name) => join(folder, name, 'migration.sql')

const migrationNames = () =>
  readdirSync(folder, { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map((item) => item.name)
    .sort()

const asList = (names) => ({
  baseDir: folder,
  lockfile: { path: 'migration_lock.toml', content: readFileSync(lockFile, 'utf8') },
  shadowDbInitScript: '',
  migrationDirectories: names.map((name) => ({
    path: name,
    migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: readFileSync(sqlFile(name), 'utf8') } },
  })),
})

/** Returns the SQL that leads from the named migrations to the schema; undefined when they agree. */
async function difference(names) {
  const engine = await openSchemaEngine(new PrismaPGlite(await PGlite.create()), [[schema.path, schema.content]])
  const { stdout: sql } = await engine.diff({
    from: { tag: 'migrations', ...asList(names) },
    to: { tag: 'schemaDatamodel', files: [schema] },
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  return !sql || sql.trim().startsWith('-- This is an empty migration') ? undefined : sql
}

function write(name, sql) {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(sqlFile(name), sql)
  return `wrote prisma/migrations/${name}/migration.sql`
}

async function check() {
  const sql = await difference(migrationNames())
  return sql ? { code: 1, text: `The schema has changes no migration makes:\n${sql}` } : { code: 0, text: 'Schema and migrations agree.' }
}

async function rewriteInit() {
  const init = migrationNames().find((name) => name.endsWith('_init'))
  const sql = await difference([])
  return init && sql ? { code: 0, text: write(init, sql) } : { code: 1, text: 'There is no init migration to rewrite.' }
}

async function add(name) {
  const sql = await difference(migrationNames())
  const time = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  return { code: 0, text: sql ? write(`${time}_${name}`, sql) : 'Schema and migrations agree: nothing to write.' }
}

async function run(argument) {
  if (argument === '--check') return check()
  if (argument === '--rewrite') return rewriteInit()
  if (argument && /^[a-z0-9_]+$/.test(argument)) return add(argument)
  return { code: 2, text: 'Usage: npm run db:migration -- NAME (letters, digits and _)' }
}

mkdirSync(folder, { recursive: true })
if (!existsSync(lockFile)) writeFileSync(lockFile, 'provider = "postgresql"\n')
const { code, text } = await run(process.argv[2])
console.log(text)
process.exit(code)
