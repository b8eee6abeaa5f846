import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate, migrationsFolder, readMigrations } from '../../src/store/migrate.ts'
import { openEmptyDatabase } from '../support/database.ts'

const names = readMigrations(migrationsFolder()).map((migration) => migration.name)
const first = names[0] ?? ''

describe('migrations', () => {
  let folder = ''
  let pool: pg.Pool
  let close: () => Promise<void>
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'chi-tieu-'))
    cpSync(migrationsFolder(), folder, { recursive: true })
    const empty = await openEmptyDatabase()
    pool = empty.pool
    close = empty.end
  })
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true })
    await pool.end()
    await close()
  })

  const add = (name: string, sql: string) => {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'migration.sql'), sql)
  }
  const applied = async () => {
    const { rows } = await pool.query<{ migration_name: string; checksum: string; finished: boolean }>(
      'SELECT migration_name, checksum, finished_at IS NOT NULL AS finished FROM "_prisma_migrations" ORDER BY migration_name',
    )
    return rows
  }

  it('are applied once, in order, and written down as Prisma does', async () => {
    expect(names.length).toBeGreaterThan(0)
    expect(await migrate(pool, folder)).toEqual(names)
    expect(await migrate(pool, folder)).toEqual([])
    const expected = readMigrations(folder).map(({ name, checksum }) => ({
      ...{ migration_name: name, checksum, finished: true },
    }))
    expect(await applied()).toEqual(expected)
  })

  it('are applied once when several processes start together', async () => {
    const outcomes = await Promise.all([migrate(pool, folder), migrate(pool, folder), migrate(pool, folder)])
    expect(outcomes.flat()).toEqual(names)
  })

  it('that were edited after they were applied are refused', async () => {
    await migrate(pool, folder)
    appendFileSync(join(folder, first, 'migration.sql'), '\n-- a remark')
    await expect(migrate(pool, folder)).rejects.toThrow(`Migration ${first} was edited after it was applied`)
  })

  it('of a newer program are refused by an older one', async () => {
    add('29990101000000_newer', 'CREATE TABLE newer (x int)')
    await migrate(pool, folder)
    rmSync(join(folder, '29990101000000_newer'), { recursive: true })
    await expect(migrate(pool, folder)).rejects.toThrow('which this program does not know')
  })

  it('that fail leave nothing, and are tried again when mended', async () => {
    add('29990101000000_broken', 'CREATE TABLE half (x int); SELECT no_such_function();')
    await expect(migrate(pool, folder)).rejects.toThrow('no_such_function')
    expect((await applied()).map((row) => row.migration_name)).toEqual(names)
    add('29990101000001_mended', 'CREATE TABLE half (x int)')
    rmSync(join(folder, '29990101000000_broken'), { recursive: true })
    expect(await migrate(pool, folder)).toEqual(['29990101000001_mended'])
  })

  it('that Prisma began and did not finish are refused', async () => {
    await migrate(pool, folder)
    await pool.query('UPDATE "_prisma_migrations" SET finished_at = NULL WHERE migration_name = $1', [first])
    await expect(migrate(pool, folder)).rejects.toThrow(`Migration ${first} failed earlier`)
  })
})
