import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DomainError } from '../../../src/domain/errors.ts'
import { openDatabase } from '../../../src/store/database.ts'
import { DurableFS } from '../../../src/store/embedded/durable-fs.ts'
import { proveSync, START_PARAMS } from '../../../src/store/embedded/durable-pglite.ts'
import { startChild } from '../../support/child-process.ts'
import { embeddedTemplate } from '../../support/database-template.ts'

const writer = join(import.meta.dirname, 'writer.ts')

describe('the embedded database', () => {
  let dir = ''
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'chi-tieu-'))
  })
  afterEach(() => rmSync(dir, { recursive: true, force: true }))

  const open = () => openDatabase({ dataDir: dir, today: () => '2026-11-22' })

  it('keeps every acknowledged commit of a process that was killed, and lets the next one in', async () => {
    for (const lines of [25, 60]) {
      const child = startChild(writer, dir, `after-${lines}`)
      await child.waitForLines(lines)
      await expect(open()).rejects.toThrow(new DomainError('database-in-use', { folder: dir }))
      await child.kill()
      const database = await open()
      const kept = await Promise.all(child.lines.map((line) => database.installation.setting(line)))
      await database.close()
      expect(kept).toEqual(child.lines.map((_, index) => index))
    }
  }, 120_000)

  it('is as it was left when opened again, after maintenance too', async () => {
    const first = await open()
    await first.installation.setSetting('demo', true)
    await first.maintenance()
    await first.close()
    const second = await open()
    expect(await second.installation.setting('demo')).toBe(true)
    expect(second.isEmbedded).toBe(true)
    await second.close()
  })

  it('forces the log to the disk at each commit, and not when only reading', async () => {
    const syncs = { count: 0 }
    const fs = new DurableFS(join(dir, 'pg'), syncs)
    const db = await PGlite.create({
      fs,
      startParams: START_PARAMS,
      loadDataDir: await embeddedTemplate('empty'),
    })
    await proveSync(db, syncs)
    await db.exec('CREATE TABLE t (x int)')
    for (let index = 0; index < 5; index++) {
      const before = syncs.count
      await db.query('SELECT count(*) FROM t')
      expect(syncs.count).toBe(before)
      await db.query('INSERT INTO t VALUES ($1)', [index])
      expect(syncs.count).toBeGreaterThan(before)
    }
    await db.close()
  })

  it('is refused when a commit does not reach the disk', async () => {
    const syncs = { count: 0 }
    const asShipped = await PGlite.create(join(dir, 'pg'), { loadDataDir: await embeddedTemplate('empty') })
    await expect(proveSync(asShipped, syncs)).rejects.toThrow('does not force its commits to the disk')
    await asShipped.close()
  })
})
