import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { type Actor, scopeFor, systemScope } from '../../src/domain/access.ts'
import type { OrgUnitId } from '../../src/domain/brand.ts'
import { toLocalDate } from '../../src/domain/local-date.ts'
import type { UnitView } from '../../src/domain/org-unit.ts'
import type { UnitWish } from '../../src/domain/unit-change.ts'
import { changeUnits, undoUnits } from '../../src/usecases/change-units.ts'
import { createInvitation } from '../../src/usecases/create-invitation.ts'
import { linkGroup } from '../../src/usecases/link-group.ts'
import { openTestDatabase } from '../support/database.ts'
import { TIME_ZONE, testSecrets } from '../support/demo.ts'
import { AT, createWorld, period, type World } from '../support/store-world.ts'

const test = await openTestDatabase()
const { database } = test
const deps = { database, clock: { now: () => AT }, timeZone: TIME_ZONE }
let world: World

beforeEach(async () => {
  await test.reset()
  world = await createWorld(database)
})
afterAll(() => test.close())

const day = toLocalDate
const change = (wish: UnitWish, by: Actor | 'cli' = 'cli') => changeUnits(deps, by, wish, { apply: true })
const idOf = async (code: string) => (await database.units.findByCode(systemScope, code))?.id as OrgUnitId
const adminOf = async (unit: string): Promise<Actor> => ({
  person: await world.person(`Quản trị ${unit}`, 'admin', unit),
  locale: 'vi',
  roles: [{ role: 'admin', unit: world.unit(unit) }],
})

/** Σ of `pupils`, and how many units are expected and have reported, for each unit by code. */
async function totals(unit: string, of: string, on: string, view: UnitView, scope = systemScope) {
  const where = { unit: await idOf(unit), view }
  const school = { kind: 'school' as const, period: period(of), on }
  const specs = [{ key: 'p', kind: 'ratio', numerator: ['pupils'], denominator: [] }] as const
  const [[sum] = []] = await database.totals.sums(scope, { ...where, asked: [{ ...school, specs }] })
  const asked = [{ ...school, form: 'QY-year', levels: [] }]
  const [[count] = []] = await database.totals.counts(scope, { ...where, asked })
  return [Number(sum?.numerator ?? 0), count?.reported, count?.expected]
}

const pupils = (code: string, count: number, of: string) =>
  world.report(code, { pupils: { kind: 'count', count } }, { period: of, state: 'accepted' })

const MERGED = { code: 'NEW', name: 'Phường Quảng Yên Mới', kind: 'commune', levels: [] } as const

describe('a merge of two communes in mid-year', () => {
  const on = day('2026-07-01')
  const decision = { number: '1684/NQ-UBTVQH15', on: day('2026-06-16') }
  const merge: UnitWish = { kind: 'succeed', on, decision, from: ['QY', 'DM'], into: [MERGED] }
  beforeEach(async () => {
    await pupils('QY-TH', 300, '2026-H1')
    await pupils('QY-LC', 200, '2026-H1')
    await pupils('DM-TH', 50, '2026-H1')
  })

  it('leaves each its own history as then, and is the sum of both as now', async () => {
    await change(merge)
    const half = ['2026-H1', '2026-06-19'] as const
    expect(await totals('QY', ...half, 'then')).toEqual([500, 2, 3])
    expect(await totals('DM', ...half, 'then')).toEqual([50, 1, 2])
    expect(await totals('NEW', ...half, 'then')).toEqual([0, 0, 0])
    expect(await totals('NEW', ...half, 'now')).toEqual([550, 3, 5])
    for (const view of ['then', 'now'] as const)
      expect(await totals('QN', ...half, view)).toEqual([550, 3, 5])
  })

  it('expects the second half’s reports from the new commune alone', async () => {
    await change(merge)
    await pupils('DM-TH', 70, '2026-H2')
    for (const view of ['then', 'now'] as const) {
      expect(await totals('NEW', '2026-H2', '2026-12-19', view)).toEqual([70, 1, 5])
    }
    expect(await totals('QY', '2026-H2', '2026-12-19', 'then')).toEqual([0, 0, 0])
  })

  it('is seen by whoever is responsible for the new one, history included; the old ones are found under it', async () => {
    await change(merge)
    const { id } = (await database.units.findByCode(systemScope, 'NEW')) ?? {}
    const actor: Actor = {
      ...{ person: 'x' as Actor['person'], locale: 'vi' as const },
      roles: [{ role: 'officer', unit: id as OrgUnitId }],
    }
    const scope = scopeFor(actor, 'see-progress')
    expect(await totals('QY', '2026-H1', '2026-06-19', 'then', scope)).toEqual([500, 2, 3])
    expect(await database.units.findByCode(scope, 'DM')).toMatchObject({ validTo: '2026-07-01' })
    expect(await database.units.search(scope, 'đông mai', 9)).toHaveLength(2)
  })

  it('ends the roles at the old communes, tells who held them, and gives their groups to the new one', async () => {
    const officer = await world.person('Cán bộ cũ', 'officer', 'DM', 501)
    await database.groups.see(-7, 'Nhóm Đông Mai', AT)
    await database.groups.link(systemScope, -7, world.unit('DM'), officer, AT)
    const { id, people, groups, moved } = await change(merge)
    expect([people, groups, moved]).toEqual([[officer], 1, 5])
    expect((await database.people.get(officer)).roles).toEqual([])
    expect((await database.groups.findByChat(-7))?.unit).toBe(await idOf('NEW'))
    const { rows } = await test.pool.query(`SELECT kind FROM "Outbox"`)
    expect(rows).toEqual([{ kind: 'unit-ended' }])
    await undoUnits(deps, 'cli', id)
    expect((await database.people.get(officer)).roles).toMatchObject([{ role: 'officer' }])
    expect((await database.groups.findByChat(-7))?.unit).toBe(world.unit('DM'))
  })

  it('is undone without a trace in either view, and its code is free again', async () => {
    const before = await test.pool.query('SELECT * FROM "UnitLink" ORDER BY id')
    const { id } = await change(merge)
    await undoUnits(deps, 'cli', id)
    await undoUnits(deps, 'cli', id)
    expect((await test.pool.query('SELECT * FROM "UnitLink" ORDER BY id')).rows).toEqual(before.rows)
    for (const view of ['then', 'now'] as const)
      expect(await totals('QY', '2026-H1', '2026-06-19', view)).toEqual([500, 2, 3])
    expect(await idOf('NEW')).toBeUndefined()
    await change(merge)
    expect(await totals('NEW', '2026-H1', '2026-06-19', 'now')).toEqual([550, 3, 5])
  })

  it('is not undone once the new commune has people', async () => {
    const { id } = await change(merge)
    const person = await world.person('Ai đó', 'teacher', 'QN')
    await database.people.grant(person, 'officer', await idOf('NEW'), '2026-11-22', 'active')
    await expect(undoUnits(deps, 'cli', id)).rejects.toMatchObject({ code: 'not-undoable' })
    expect((await database.unitChanges.list(systemScope, world.unit('QY'), 5))[0]?.undoneAt).toBeUndefined()
  })

  it('keeps the decision, who became what, and both names in the history', async () => {
    await change(merge)
    const [made] = await database.unitChanges.list(systemScope, world.unit('DM'), 5)
    expect(made).toMatchObject({
      wish: { kind: 'succeed', decision },
      successions: [
        { from: 'Phường Đông Mai', to: MERGED.name },
        { from: 'Phường Quảng Yên', to: MERGED.name },
      ],
    })
    const { rows } = await test.pool.query(`SELECT action FROM "AuditEvent"`)
    expect(rows).toEqual([{ action: 'unit.succeed' }])
  })

  it('shows in a preview what it would do, and does not do it', async () => {
    const shown = await changeUnits(deps, 'cli', merge, { apply: false })
    expect(shown).toMatchObject({ moved: 5, plan: { end: ['QY', 'DM'] } })
    expect(await idOf('NEW')).toBeUndefined()
    const { rows } = await test.pool.query(`SELECT 1 FROM "UnitChange" UNION ALL SELECT 1 FROM "AuditEvent"`)
    expect(rows).toEqual([])
  })
})

describe('a former district', () => {
  it('lives on as the cluster that receives reports, while its schools belong to communes', async () => {
    await database.units.save([
      {
        code: 'TX',
        name: 'Thị xã Quảng Yên',
        kind: 'district',
        levels: [],
        validFrom: '2020-01-01',
        reporting: 'QN',
      },
      ...['S1', 'S2'].map((code) => ({
        ...{ code, name: `Trường ${code}`, kind: 'school' as const, levels: ['primary'] as const },
        ...{ validFrom: '2020-01-01', reporting: 'TX', governance: 'TX' },
      })),
    ])
    for (const [code, count] of [
      ['S1', 10],
      ['S2', 20],
    ] as const) {
      const unit = await idOf(code)
      await report(unit, count, '2024')
      await report(unit, count * 10, '2026')
    }
    const on = day('2025-07-01')
    await change({ kind: 'retype', on, unit: 'TX', as: 'cluster', levels: [] })
    await change({ kind: 'move', on, unit: 'S1', links: ['governance'], to: 'QY' })
    await change({ kind: 'move', on, unit: 'S2', links: ['governance'], to: 'DM' })
    for (const view of ['then', 'now'] as const) {
      expect(await totals('TX', '2024', '2024-12-31', view)).toEqual([30, 2, 2])
      expect(await totals('TX', '2026', '2026-12-31', view)).toEqual([300, 2, 2])
      expect(await totals('QY', '2026', '2026-12-31', view)).toEqual([0, 0, 3])
    }
    const governed = async (code: string, when: string) =>
      (await database.units.listBelow(systemScope, await idOf(code), when, { link: 'governance' })).map(
        (u) => u.code,
      )
    expect(await governed('TX', '2025-06-30')).toEqual(['S1', 'S2'])
    expect(await governed('TX', '2025-07-01')).toEqual([])
    expect(await governed('QY', '2025-07-01')).toEqual(['S1'])
    const then = await database.units.findAsOf(systemScope, await idOf('TX'), '2024-12-31')
    expect([then?.kind, (await database.units.findByCode(systemScope, 'TX'))?.kind]).toEqual([
      'district',
      'cluster',
    ])
  })
})

async function report(unit: OrgUnitId, count: number, of: string): Promise<void> {
  await database.submissions.importAll([
    {
      ...{ form: 'QY-year', formVersion: 1, unit, period: period(of), state: 'accepted', at: AT },
      answers: [{ element: 'pupils', value: { kind: 'count', count }, by: 'p' as never, at: AT }],
      revision: {
        ...{
          submittedBy: 'p' as never,
          submittedAt: AT,
          source: 'chat',
          receipt: `R-${unit}-${of}`,
          isCounted: true,
        },
        reviews: [
          { outcome: 'submitted', by: 'p' as never, at: AT },
          { outcome: 'accepted', by: 'p' as never, at: AT },
        ],
      },
    },
  ])
}

describe('a school that moves twice', () => {
  it('counts where it was then, and as now all its years where it is today', async () => {
    await change({ kind: 'move', on: day('2025-12-01'), unit: 'QY-TH', links: ['reporting'], to: 'DM' })
    await change({ kind: 'move', on: day('2026-09-01'), unit: 'QY-TH', links: ['reporting'], to: 'QY' })
    await pupils('QY-TH', 7, '2025')
    await pupils('QY-TH', 9, '2026-H1')
    await pupils('QY-TH', 11, '2026')
    const at = [
      ['2025', '2025-11-30'],
      ['2026-H1', '2026-06-19'],
      ['2026', '2026-12-19'],
    ] as const
    const read = async (unit: string, view: UnitView) =>
      Promise.all(at.map(async ([of, on]) => (await totals(unit, of, on, view))[0]))
    expect(await read('QY', 'then')).toEqual([7, 0, 11])
    expect(await read('DM', 'then')).toEqual([0, 9, 0])
    expect(await read('QY', 'now')).toEqual([7, 9, 11])
    expect(await read('DM', 'now')).toEqual([0, 0, 0])
  })

  it('is moved back in time only before it moves again', async () => {
    await change({ kind: 'move', on: day('2026-09-01'), unit: 'QY-TH', links: ['reporting'], to: 'DM' })
    const earlier: UnitWish = {
      kind: 'move',
      on: day('2026-03-01'),
      unit: 'QY-TH',
      links: ['reporting'],
      to: 'QN',
    }
    await expect(change(earlier)).rejects.toMatchObject({ code: 'unit-changed-later' })
  })
})

describe('units', () => {
  it('are called as then in the past, and a slip is mended for all times', async () => {
    await change({ kind: 'rename', on: day('2026-09-01'), unit: 'QY-MN', name: 'Trường Mầm non Ánh Dương' })
    const nameOn = async (when: string) =>
      (await database.units.findAsOf(systemScope, world.unit('QY-MN'), when))?.name
    expect(await nameOn('2026-08-31')).toBe('Trường Mầm non Hoa Sen')
    expect(await nameOn('2026-09-01')).toBe('Trường Mầm non Ánh Dương')
    await change({
      kind: 'rename',
      on: day('2026-09-01'),
      unit: 'DM-TH',
      name: 'Trường TH Đông Mai',
      isCorrection: true,
    })
    expect((await database.units.findAsOf(systemScope, world.unit('DM-TH'), '2025-08-01'))?.name).toBe(
      'Trường TH Đông Mai',
    )
    const future: UnitWish = { kind: 'rename', on: day('2027-01-01'), unit: 'DM-CS', name: 'X' }
    await expect(change(future)).rejects.toMatchObject({ code: 'day-too-far' })
  })

  it('are counted by the levels they taught then', async () => {
    await change({
      kind: 'retype',
      on: day('2026-08-01'),
      unit: 'DM-TH',
      as: 'school',
      levels: ['primary', 'lower-secondary'],
    })
    const levels = async (on: string) => {
      const of = { kind: 'school', form: 'QY-year', levels: [], period: period('2026') } as const
      const unit = world.unit('DM')
      const [found = []] = await database.totals.counts(systemScope, { unit, asked: [{ ...of, on }] })
      return found.map(({ level, expected }) => [level, expected])
    }
    expect(await levels('2026-06-19')).toEqual([
      [undefined, 2],
      ['primary', 1],
      ['lower-secondary', 1],
    ])
    expect(await levels('2026-12-19')).toEqual([
      [undefined, 2],
      ['primary', 1],
      ['lower-secondary', 2],
    ])
  })

  it('split: figures stay with the heir, the other part begins with none', async () => {
    await pupils('QY-LC', 40, '2026-H1')
    const part = {
      code: 'QY-L2',
      name: 'Trường THCS Điền Công',
      kind: 'school',
      levels: ['lower-secondary'],
    } as const
    await change({ kind: 'succeed', on: day('2026-08-01'), from: ['QY-LC'], into: ['QY-LC', part] })
    for (const view of ['then', 'now'] as const) {
      expect(await totals('QY-LC', '2026-H1', '2026-06-19', view)).toEqual([40, 1, 1])
      expect(await totals('QY', '2026-H2', '2026-12-19', view)).toEqual([0, 0, 4])
    }
    expect(await totals('QY-L2', '2026-H1', '2026-06-19', 'now')).toEqual([0, 0, 0])
  })

  it('become others, many to many, each with the heir that was chosen', async () => {
    await pupils('QY-TH', 10, '2026-H1')
    await pupils('DM-TH', 3, '2026-H1')
    const made = (code: string) =>
      ({ code, name: `Trường ${code}`, kind: 'school', levels: ['primary'] }) as const
    await change({
      ...{ kind: 'succeed', on: day('2026-08-01'), from: ['QY-TH', 'DM-TH'], into: [made('N1'), made('N2')] },
      heirs: { 'QY-TH': 'N1', 'DM-TH': 'N2' },
    })
    expect(await totals('N1', '2026-H1', '2026-06-19', 'now')).toEqual([10, 1, 1])
    expect(await totals('N2', '2026-H1', '2026-06-19', 'now')).toEqual([3, 1, 1])
    const { rows } = await test.pool.query('SELECT 1 FROM "UnitSuccession"')
    expect(rows).toHaveLength(4)
  })

  it('close when nothing is left below them; their figures stay with whom they reported to', async () => {
    await pupils('DM-CS', 8, '2026-H1')
    await expect(change({ kind: 'close', on: day('2026-08-01'), unit: 'DM' })).rejects.toMatchObject({
      ...{ code: 'unit-has-children', params: { count: 2 } },
    })
    await change({ kind: 'close', on: day('2026-08-01'), unit: 'DM-CS' })
    for (const view of ['then', 'now'] as const)
      expect(await totals('DM', '2026-H1', '2026-06-19', view)).toEqual([8, 1, 2])
    expect(await totals('DM', '2026-H2', '2026-12-19', 'then')).toEqual([0, 0, 1])
  })

  it('keep drafts and reports when they close, and say how many are of periods that end later', async () => {
    await pupils('DM-CS', 8, '2026')
    await database.submissions.open(
      systemScope,
      { form: 'QY-half', formVersion: 1, unit: world.unit('DM-CS'), period: period('2026-H2') },
      AT,
    )
    const closed = await change({ kind: 'close', on: day('2026-11-01'), unit: 'DM-CS' })
    expect([closed.drafts, closed.late]).toEqual([1, 1])
    const kept = await database.submissions.list(systemScope, { units: [world.unit('DM-CS')] })
    expect(kept).toHaveLength(2)
  })

  it('take nobody in and are given no group once they have ended', async () => {
    await change({ kind: 'close', on: day('2026-08-01'), unit: 'DM-CS' })
    const inviting = { ...deps, random: () => new Uint8Array(16), secrets: testSecrets, botUsername: 'bot' }
    const wish = { role: 'teacher', unit: 'DM-CS' } as const
    await expect(createInvitation(inviting, 'cli', wish)).rejects.toMatchObject({ code: 'unit-ended' })
    const group = { chatId: -9, title: 'Nhóm', isPublic: false, askedBy: 'group-admin' } as const
    await expect(linkGroup(deps, await adminOf('QN'), group, 'DM-CS')).rejects.toMatchObject({
      code: 'unit-ended',
    })
  })

  it('are added below another, and a change ahead of time comes when its day comes', async () => {
    const unit = {
      code: 'DM-MN',
      name: 'Trường Mầm non Đông Mai',
      kind: 'school',
      levels: ['preschool'],
    } as const
    await change({ kind: 'add', on: day('2027-01-01'), unit, reporting: 'DM' })
    expect((await totals('DM', '2026', '2026-12-31', 'then'))[2]).toBe(2)
    expect((await totals('DM', '2027', '2027-01-01', 'then'))[2]).toBe(3)
    await expect(change({ kind: 'add', on: day('2026-01-01'), unit, reporting: 'QY' })).rejects.toMatchObject(
      { code: 'code-taken' },
    )
  })

  it('end on a later day with their roles, groups and invitations', async () => {
    const principal = await world.person('Hiệu trưởng', 'principal', 'DM-CS', 600)
    await database.invitations.create({
      ...{ tokenHash: 'h', role: 'teacher', unit: world.unit('DM-CS'), createdAt: AT },
      expiresAt: new Date('2027-02-01T00:00:00Z'),
    })
    await change({ kind: 'close', on: day('2026-12-15'), unit: 'DM-CS' })
    expect((await database.people.get(principal)).roles).toHaveLength(1)
    expect(await database.unitChanges.settleEnded(AT)).toBe(0)
    await test.pool.query(`UPDATE "OrgUnit" SET "validTo" = '2026-11-22' WHERE code = 'DM-CS'`)
    expect(await database.unitChanges.settleEnded(AT)).toBe(1)
    expect((await database.invitations.findByHash('h'))?.isRevoked).toBe(true)
  })

  it('never come above themselves', async () => {
    await expect(
      change({ kind: 'move', on: day('2026-08-01'), unit: 'QN', links: ['reporting'], to: 'QY-TH' }),
    ).rejects.toMatchObject({ code: 'unit-circle' })
  })
})

describe('whoever changes units', () => {
  it('has to have them in reach, and both ends of every link', async () => {
    const admin = await adminOf('QY')
    const move = (unit: string, to: string): UnitWish => ({
      ...{ kind: 'move', on: day('2026-08-01'), unit, links: ['reporting'], to },
    })
    await expect(change(move('QY-TH', 'DM'), admin)).rejects.toMatchObject({ code: 'unit-not-found' })
    await expect(change(move('DM-TH', 'QY'), admin)).rejects.toMatchObject({ code: 'unit-not-found' })
    await expect(
      change({ kind: 'close', on: day('2026-08-01'), unit: 'DM-TH' }, admin),
    ).rejects.toMatchObject({
      code: 'unit-not-found',
    })
    const own: UnitWish = { kind: 'succeed', on: day('2026-08-01'), from: ['QY'], into: [MERGED] }
    await expect(change(own, admin)).rejects.toMatchObject({ code: 'not-allowed' })
    expect((await change({ kind: 'close', on: day('2026-08-01'), unit: 'QY-TH' }, admin)).plan.end).toEqual([
      'QY-TH',
    ])
  })

  it.each(['teacher', 'principal', 'contributor', 'officer', 'leader'] as const)('is no %s', async (role) => {
    const actor: Actor = { ...(await adminOf('QN')), roles: [{ role, unit: world.unit('QN') }] }
    const close: UnitWish = { kind: 'close', on: day('2026-08-01'), unit: 'QY-TH' }
    await expect(change(close, actor)).rejects.toMatchObject({ code: 'unit-not-found' })
    const { id } = await change(close)
    await expect(undoUnits(deps, actor, id)).rejects.toMatchObject({ code: 'unit-not-found' })
  })
})
