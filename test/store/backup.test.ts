import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { systemScope } from '../../src/domain/access.ts'
import { FORMAT, markLine } from '../../src/store/backup/backup-file.ts'
import { RowSum } from '../../src/store/backup/write-backup.ts'
import { buildDatabase } from '../../src/store/database.ts'
import { migrate, migrationsFolder, readMigrations } from '../../src/store/migrate.ts'
import type { Backup, RestoreHow } from '../../src/usecases/ports.ts'
import { openEmptyDatabase, openTestDatabase, type TestDatabase } from '../support/database.ts'
import { AT, createWorld } from '../support/store-world.ts'

const HOW: RestoreHow = { at: AT, replaces: false, allowsDemo: true, isMove: false }

let full: TestDatabase
let kept: Backup
let target: TestDatabase
beforeAll(async () => {
  full = await openTestDatabase({ today: () => '2026-12-07' })
  target = await openTestDatabase({ today: () => '2026-12-07' })
  const { database } = full
  const world = await createWorld(database)
  await world.person('Lê Thị An', 'officer', 'QY')
  for (const code of ['QY-TH', 'QY-MN'])
    await world.report(code, {
      grade: { kind: 'count', count: 7 },
      share: { kind: 'decimal', decimal: '99.5' },
    })
  await database.audit.append({ at: AT, actor: 'cli', action: 'roster.load', subject: 'QY' })
  await database.installation.setSetting('demo', true)
  const waiting = {
    chatId: 7,
    kind: 'digest',
    params: ODD,
    locale: 'vi',
    priority: 2,
    notBefore: AT,
  } as const
  await database.outbox.enqueue(waiting, AT)
  kept = await database.vault.backup(AT)
})
beforeEach(() => target.reset())
afterAll(async () => {
  await full.close()
  await target.close()
})

/** What ends a line elsewhere, and signs JSON escapes. */
const ODD = { text: 'a\u2028b\n"c"' }

/** The file's parts by table, for comparing. */
const tablesOf = ({ bytes }: Backup): ReadonlyMap<string, string> =>
  new Map(
    gunzipSync(bytes)
      .toString('utf8')
      .split('#{"table":"')
      .slice(1)
      .map((part) => [part.slice(0, part.indexOf('"')), part]),
  )

const change = (edit: (text: string) => string): Uint8Array =>
  new Uint8Array(gzipSync(edit(gunzipSync(kept.bytes).toString('utf8'))))

describe('a backup', () => {
  it('holds every table but those of the running process and of the schema', async () => {
    const { rows } = await full.pool.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    )
    const wanted = rows
      .map(({ name }) => name)
      .filter((name) => !/^(_prisma_migrations|Instance)$/.test(name))
    expect([...tablesOf(kept).keys()].toSorted()).toEqual(wanted.toSorted())
    expect(kept.rows).toBeGreaterThan(20)
  })

  it('restored into a database without tables makes it the same, row for row', async () => {
    const { pool, end } = await openEmptyDatabase()
    const isEmbedded = process.env.TEST_DATABASE_URL === undefined
    const database = buildDatabase({ pool, isEmbedded, close: end, today: () => '2026-12-07' })
    onTestFinished(() => database.close())
    await expect(database.vault.backup(AT)).rejects.toMatchObject({ code: 'backup-nothing' })
    const restored = await database.vault.restore(kept.bytes, { ...HOW, isMove: true })
    expect(restored).toEqual({ at: AT, tables: kept.tables, rows: kept.rows, isMigrated: false })
    const after = tablesOf(await database.vault.backup(AT))
    for (const [table, content] of tablesOf(kept))
      if (table !== 'AuditEvent') expect(after.get(table)).toBe(content)
    const [last] = await database.audit.list(systemScope, { limit: 1 })
    expect(last).toMatchObject({ actor: 'cli', action: 'database.move' })
    expect(await migrate(pool)).toEqual([])
  })

  it('leaves what waited to be sent to a person’s decision', async () => {
    const { database, pool } = target
    await database.vault.restore(kept.bytes, HOW)
    const { rows } = await pool.query(`SELECT "state", "params" FROM "Outbox" WHERE "chatId" = 7`)
    expect(rows).toEqual([{ state: 'in-doubt', params: { text: 'a\u2028b\n"c"' } }])
  })

  it('replaces people and figures only when told to', async () => {
    const { database } = target
    await database.vault.restore(kept.bytes, HOW)
    await expect(database.vault.restore(kept.bytes, HOW)).rejects.toMatchObject({ code: 'restore-not-empty' })
    await database.vault.restore(kept.bytes, { ...HOW, replaces: true })
    expect((await database.vault.backup(AT)).rows).toBe(kept.rows + 1)
  })

  it('takes the place of what a first start wrote, but not of a roster', async () => {
    const { database } = target
    await database.plans.save({ code: 'X', key: 'x', checksum: '', content: {} }, AT)
    await database.audit.append({ at: AT, actor: 'cli', action: 'plan.load', subject: 'plan:X' })
    await database.vault.restore(kept.bytes, HOW)
    expect(await database.plans.list()).toEqual([])
    await target.reset()
    await database.audit.append({ at: AT, actor: 'cli', action: 'roster.load', subject: 'QY' })
    await expect(database.vault.restore(kept.bytes, HOW)).rejects.toMatchObject({ code: 'restore-not-empty' })
  })

  it.each([
    [
      'a changed figure',
      () => change((text) => text.replace(/"numeric":(\d)/, (_, digit) => `"numeric":${9 - Number(digit)}`)),
    ],
    ['a missing row', () => change((text) => text.replace(/\n\{[^\n]*\n/, '\n'))],
    ['a cut', () => kept.bytes.subarray(0, kept.bytes.length / 2)],
    ['a cut between two tables', () => change((text) => text.slice(0, text.lastIndexOf('#{"table"')))],
    ['another file', () => new TextEncoder().encode('Mã đơn vị;Tên')],
  ])('with %s is refused, and the database stays as it was', async (_, spoil) => {
    const { database } = target
    await database.vault.restore(kept.bytes, HOW)
    const before = await database.vault.backup(AT)
    await expect(database.vault.restore(spoil(), { ...HOW, replaces: true })).rejects.toMatchObject({
      code: 'backup-invalid',
    })
    expect(tablesOf(await database.vault.backup(AT))).toEqual(tablesOf(before))
  })

  it('of made-up people is refused by a real installation', async () => {
    const { database } = target
    await expect(database.vault.restore(kept.bytes, { ...HOW, allowsDemo: false })).rejects.toMatchObject({
      code: 'database-is-demo',
    })
  })

  it('is refused under a running bot', async () => {
    const { database } = target
    await database.installation.beat('one')
    await expect(database.vault.restore(kept.bytes, HOW)).rejects.toMatchObject({ code: 'bot-running' })
    await target.pool.query(`UPDATE "Instance" SET "seenAt" = "seenAt" - interval '61 seconds'`)
    await database.vault.restore(kept.bytes, HOW)
  })

  it('of an older program is brought up to date; one of a newer program is refused', async () => {
    const { database, pool } = target
    const [{ name, checksum } = { name: '', checksum: '' }] = readMigrations(migrationsFolder())
    const row = '{"key":"old","value":1}'
    const sum = new RowSum()
    sum.add(row)
    const older = [
      markLine({ format: FORMAT, version: 1, at: AT.toISOString(), migrations: [{ name, checksum }] }),
      `${markLine({ table: 'Setting', columns: ['key', 'value'] })}${row}\n${markLine(sum.end())}`,
      markLine({ end: true, tables: 1 }),
    ]
    const restored = await database.vault.restore(gzipSync(older.join('')), HOW)
    expect(restored).toMatchObject({ isMigrated: true, rows: 1 })
    expect(await database.installation.setting('old')).toBe(1)
    expect(await migrate(pool)).toEqual([])
    const newer = change((text) =>
      text.replace('"migrations":[', '"migrations":[{"name":"0","checksum":"1"},'),
    )
    await expect(database.vault.restore(newer, { ...HOW, replaces: true })).rejects.toMatchObject({
      code: 'backup-newer',
    })
  })

  it('takes a database back that a newer program has changed', async () => {
    const { database, pool } = target
    await pool.query('CREATE TABLE "OfTomorrow" ("id" TEXT PRIMARY KEY)')
    await pool.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ('t', 't', '29990101_tomorrow')`,
    )
    await database.vault.restore(kept.bytes, { ...HOW, replaces: true })
    expect(await migrate(pool)).toEqual([])
    const { rows } = await pool.query(`SELECT to_regclass('"OfTomorrow"') AS found`)
    expect(rows).toEqual([{ found: null }])
  })

  it('goes on with the numbers of its tables', async () => {
    const { database, pool } = target
    await database.vault.restore(kept.bytes, HOW)
    await database.audit.append({ at: AT, actor: 'cli', action: 'roster.load', subject: 'x' })
    const { rows } = await pool.query(`SELECT count(DISTINCT "id") = count(*) AS fine FROM "AuditEvent"`)
    expect(rows).toEqual([{ fine: true }])
  })
})
