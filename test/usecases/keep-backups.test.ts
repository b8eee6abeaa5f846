import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBackupShelf } from '../../src/store/embedded/backup-shelf.ts'
import { keepBackups } from '../../src/usecases/keep-backups.ts'
import { TIME_ZONE } from '../support/demo.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'chi-tieu-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

let backups = 0
const noted: string[] = []
const at = (moment: string) =>
  keepBackups({
    shelf: createBackupShelf(dir),
    timeZone: TIME_ZONE,
    clock: { now: () => new Date(moment) },
    vault: {
      backup: async (now) => ({ bytes: new Uint8Array([++backups]), at: now, tables: 1, rows: 1 }),
      noteBackup: async (moment) => {
        noted.push(moment.toISOString())
      },
      probe: () => Promise.reject(new Error('not here')),
      restore: () => Promise.reject(new Error('not here')),
    },
  })

describe('nightly backups', () => {
  it('are made once a day from two o’clock, later where the machine was off, and readable by nobody else', async () => {
    expect(await at('2026-12-07T01:10:00+07:00')).toBeUndefined()
    expect(await at('2026-12-07T02:10:00+07:00')).toBe('2026-12-07')
    expect(await at('2026-12-07T03:10:00+07:00')).toBeUndefined()
    expect(await at('2026-12-08T09:10:00+07:00')).toBe('2026-12-08')
    expect(noted).toEqual(['2026-12-06T19:10:00.000Z', '2026-12-08T02:10:00.000Z'])
    const folder = join(dir, 'backups')
    expect(await readdir(folder)).toEqual(['chi-tieu-2026-12-07.backup', 'chi-tieu-2026-12-08.backup'])
    const file = join(folder, 'chi-tieu-2026-12-08.backup')
    expect([...(await readFile(file))]).toEqual([backups])
    expect((await stat(file)).mode & 0o077).toBe(0)
  })

  it('are forgotten as the rotation says', async () => {
    for (let day = 1; day <= 28; day++) await at(`2026-11-${String(day).padStart(2, '0')}T02:10:00+07:00`)
    const names = await readdir(join(dir, 'backups'))
    expect(names).toHaveLength(10)
    expect(names.at(-1)).toBe('chi-tieu-2026-11-28.backup')
  })
})
