import { zipSync } from 'fflate'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { type Actor, systemScope } from '../../src/domain/access.ts'
import { createRosterWorkbook } from '../../src/exports/roster-workbook.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import { loadRoster } from '../../src/usecases/load-roster.ts'
import { openTestDatabase } from '../support/database.ts'
import { TIME_ZONE, testSecrets } from '../support/demo.ts'
import { rosterRows } from '../support/roster-rows.ts'
import { AT, createWorld, type World } from '../support/store-world.ts'

const test = await openTestDatabase()
const { database } = test
let world: World

beforeEach(async () => {
  await test.reset()
  world = await createWorld(database)
})
afterAll(() => test.close())

const HEADER = 'Mã đơn vị;Tên đơn vị;Loại;Cấp học;Đơn vị báo cáo;Họ tên hiệu trưởng;Điện thoại'
const NEW_SCHOOL = 'DM-MN;Trường Mầm non Đông Mai;Trường;MN;DM;Nguyễn Thị Mẫu;0912 345 678'
const RENAMED = 'DM-TH;Trường Tiểu học Đông Mai 1;Trường;TH;DM;;'
const rosterFile = createRosterWorkbook(await createTexts())
const deps = { database, clock: { now: () => AT }, timeZone: TIME_ZONE, secrets: testSecrets, rosterFile }
const bytesOf = (...lines: string[]) => new TextEncoder().encode([HEADER, ...lines].join('\n'))
const load = (...lines: string[]) => loadRoster(deps, 'cli', { bytes: bytesOf(...lines), apply: true })
const preview = (...lines: string[]) => loadRoster(deps, 'cli', { bytes: bytesOf(...lines), apply: false })
const contactsOf = async (code: string) => {
  const unit = await findUnit(code)
  return unit ? database.roster.ofUnit(unit.id) : []
}
const findUnit = (code: string) => database.units.findByCode(systemScope, code)

describe('a roster', () => {
  it('creates, renames, and says which schools of its offices it does not name', async () => {
    const result = await load(NEW_SCHOOL, RENAMED)
    expect(result.created.map(({ code }) => code)).toEqual(['DM-MN'])
    expect(result.changed).toMatchObject([{ row: 3, code: 'DM-TH', changed: ['name'] }])
    expect(result.missing).toEqual([{ code: 'DM-CS', name: 'Trường THCS Đông Mai' }])
    expect((await findUnit('DM-TH'))?.name).toBe('Trường Tiểu học Đông Mai 1')
  })

  it('changes nothing when it comes again', async () => {
    await load(NEW_SCHOOL, RENAMED)
    const audit = await database.audit.list(systemScope, { limit: 10 })
    const again = await load(NEW_SCHOOL, RENAMED)
    expect(again).toMatchObject({ created: [], changed: [], unchanged: 2 })
    expect(await database.audit.list(systemScope, { limit: 10 })).toEqual(audit)
  })

  it('shows in a preview what it would do, and does not do it', async () => {
    const shown = await preview(NEW_SCHOOL, RENAMED)
    expect(shown.isApplied).toBe(false)
    expect(await findUnit('DM-MN')).toBeUndefined()
    expect((await test.pool.query('SELECT 1 FROM "RosterPerson"')).rowCount).toBe(0)
    expect({ ...(await load(NEW_SCHOOL, RENAMED)), isApplied: false }).toEqual(shown)
  })

  it('writes nothing at all while one row is wrong', async () => {
    const result = await load(NEW_SCHOOL, 'DM-X;Trường X;Trường;TH;KHONG-CO;;', 'DM-Y;;Trường;TH;DM;;')
    expect(result.problems).toMatchObject([
      { row: 3, column: 'reporting', kind: 'unknown-parent', found: 'KHONG-CO' },
      { row: 4, column: 'name', kind: 'empty' },
    ])
    expect(await findUnit('DM-MN')).toBeUndefined()
  })

  it('moves a school to another office from today on; before, it was where it was', async () => {
    const moved = await load('DM-TH;Trường Tiểu học Đông Mai;Trường;TH;QY;;')
    expect(moved.changed).toMatchObject([{ changed: ['parent'] }])
    expect(await database.units.path(world.unit('DM-TH'), '2026-11-21')).toContain(world.unit('DM'))
    expect(await database.units.path(world.unit('DM-TH'), '2026-11-22')).toContain(world.unit('QY'))
    expect((await load('DM-TH;Trường Tiểu học Đông Mai;Trường;TH;QY;;')).unchanged).toBe(1)
  })

  it('takes parents of the same file in any order', async () => {
    const result = await load('M-TH;Trường M;Trường;TH;M;;', 'M;Xã M;Xã;;QN;;')
    expect(result.created.map(({ code }) => code)).toEqual(['M-TH', 'M'])
  })

  it('keeps the head of a school with the phone as a hash only', async () => {
    await load(NEW_SCHOOL)
    const phoneHash = testSecrets.hashPhone('84912345678')
    const contact = { unit: 'DM-MN', post: 'principal', name: 'Nguyễn Thị Mẫu', phoneHash }
    expect(await contactsOf('DM-MN')).toEqual([contact])
    expect(await database.roster.ofPhone(phoneHash)).toEqual([contact])
    const { rows } = await test.pool.query('SELECT * FROM "RosterPerson"')
    expect(JSON.stringify(rows)).not.toContain('912345678')
  })

  it('keeps a contact whose cells are empty the next time', async () => {
    await load(NEW_SCHOOL)
    const again = await load('DM-MN;Trường Mầm non Đông Mai;Trường;MN;DM;;')
    expect(again.changed).toEqual([])
    expect(await contactsOf('DM-MN')).toMatchObject([{ name: 'Nguyễn Thị Mẫu' }])
  })

  it('is refused from someone who manages other units', async () => {
    const person = await world.person('Quản trị Quảng Yên', 'admin', 'QY')
    const actor: Actor = { person, locale: 'vi', roles: [{ role: 'admin', unit: world.unit('QY') }] }
    const file = { bytes: bytesOf(NEW_SCHOOL), apply: true }
    await expect(loadRoster(deps, actor, file)).rejects.toMatchObject({ code: 'not-allowed' })
    expect(await findUnit('DM-MN')).toBeUndefined()
  })

  it('is refused when it is no text', async () => {
    const file = { bytes: Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe), apply: true }
    await expect(loadRoster(deps, 'cli', file)).rejects.toMatchObject({ code: 'file-invalid' })
  })

  it('takes several people of a school, and puts the named ones of a post in place of those before', async () => {
    const lines = [
      'DM-MN;;;;;Nguyễn Thị Mẫu;0912 345 678;Hiệu trưởng',
      'DM-MN;;;;;Trần Văn Phó;;Phó hiệu trưởng',
    ]
    const people = [HEADER.replace(';Điện thoại', ';Điện thoại;Chức vụ'), `${NEW_SCHOOL};`, ...lines].join(
      '\n',
    )
    const file = { bytes: new TextEncoder().encode(people), apply: true }
    expect(await loadRoster(deps, 'cli', file)).toMatchObject({ people: 2, problems: [] })
    const replaced = people.replaceAll('Nguyễn Thị Mẫu;0912 345 678', 'Vũ Thị Mới;')
    const again = await loadRoster(deps, 'cli', { ...file, bytes: new TextEncoder().encode(replaced) })
    expect(again.changed).toMatchObject([{ code: 'DM-MN', changed: ['contact'] }])
    expect((await contactsOf('DM-MN')).map(({ post, name }) => [post, name])).toEqual([
      ['principal', 'Vũ Thị Mới'],
      ['deputy', 'Trần Văn Phó'],
    ])
  })

  it('takes people alone of units that are there, and no others', async () => {
    const result = await load('DM-TH;;;;;Lê Thị Hai;0912 345 671', 'NOWHERE;;;;;Ai Đó;')
    expect(result.problems).toEqual([{ row: 3, column: 'code', kind: 'unknown-unit', found: 'NOWHERE' }])
    expect((await load('DM-TH;;;;;Lê Thị Hai;0912 345 671')).changed).toMatchObject([
      { changed: ['contact'] },
    ])
  })

  it('refuses a circle and a unit that has ended, by row and column', async () => {
    const circle = await load('DM;Phường Đông Mai;Phường;;DM-TH;;')
    expect(circle.problems).toEqual([{ row: 2, column: 'reporting', kind: 'circle', found: 'DM-TH' }])
    const own = await load('P1;Xã A;Xã;;P2;;', 'P2;Xã B;Xã;;P1;;')
    expect(own.problems).toMatchObject([{ column: 'reporting', kind: 'circle' }])
    await test.pool.query(`UPDATE "OrgUnit" SET "validTo" = '2026-11-01' WHERE code = 'DM-CS'`)
    const ended = await load('DM-CS;Trường THCS Đông Mai;Trường;THCS;DM;;')
    expect(ended.problems).toEqual([{ row: 2, column: 'code', kind: 'ended', found: 'DM-CS' }])
  })

  it('keeps on record that a formula or a bomb was refused', async () => {
    await load('DM-X;=1+1;Trường;TH;DM;;')
    const bomb = { bytes: zipSync({ 'xl/workbook.xml': new Uint8Array(64 * 1024 * 1024) }), apply: true }
    await expect(loadRoster(deps, 'cli', bomb)).rejects.toMatchObject({ code: 'file-too-large' })
    const { rows } = await test.pool.query(
      `SELECT action, after->>'why' AS why FROM "AuditEvent" ORDER BY id`,
    )
    expect(rows).toEqual([
      { action: 'roster.refuse', why: 'formula' },
      { action: 'roster.refuse', why: 'file-too-large' },
    ])
  })

  it('of thousands of rows tells how far it is, and changes nothing when it comes again', async () => {
    const bytes = new TextEncoder().encode(
      rosterRows(3_000)
        .map((row) => row.join('\t'))
        .join('\n'),
    )
    const seen: number[] = []
    const onProgress = (done: number) => void seen.push(done)
    const first = await loadRoster(deps, 'cli', { bytes, apply: true, onProgress })
    expect([first.created.length, first.people, seen.length]).toEqual([2_721, 2_999, 2])
    const again = await loadRoster(deps, 'cli', { bytes, apply: true })
    expect(again).toMatchObject({ created: [], changed: [], unchanged: 2_721 })
  })
})
