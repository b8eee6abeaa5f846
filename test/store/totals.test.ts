import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemScope } from '../../src/domain/access.ts'
import type { PersonId } from '../../src/domain/brand.ts'
import type { Value } from '../../src/domain/data-element.ts'
import type { Level } from '../../src/domain/level.ts'
import type { SumSpec } from '../../src/usecases/ports.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { AT, createWorld, later, period, type World } from '../support/store-world.ts'

const count = (figure: number): Value => ({ kind: 'count', count: figure })
const decimal = (figure: string): Value => ({ kind: 'decimal', decimal: figure })
const missing: Value = { kind: 'missing', reason: 'chưa có' }
const yes = (is: boolean): Value => ({ kind: 'yes-no', yes: is })
const by = 'officer' as PersonId

const SHARE: SumSpec = { key: 'share', kind: 'ratio', numerator: ['done'], denominator: ['all'] }

let test: TestDatabase
let world: World
beforeAll(async () => {
  test = await openTestDatabase()
})
beforeEach(async () => {
  await test.reset()
  world = await createWorld(test.database)
})
afterAll(() => test.close())

const sums = async (
  specs: readonly SumSpec[],
  { unit = 'QN', scope = systemScope, on = '2026-12-31' } = {},
) => {
  const asked = [{ kind: 'school' as const, period: period('2026'), on, specs }]
  const [only = []] = await test.database.totals.sums(scope, { unit: world.unit(unit), asked })
  return only
}
const sum = async (spec: SumSpec, where: Parameters<typeof sums>[1] = {}) => {
  const [only] = await sums([spec], where)
  return only
}

describe('sums', () => {
  it('add numerators and denominators of the units that answered every element with a figure', async () => {
    await world.report('QY-TH', { done: count(0), all: count(30) })
    await world.report('QY-LC', { done: count(45), all: count(50) })
    await world.report('DM-TH', { done: count(99), all: missing })
    await world.report('DM-CS', { done: count(7) })
    expect(await sum(SHARE)).toEqual({
      key: 'share',
      numerator: '45',
      denominator: '80',
      yes: 0,
      no: 0,
      answeredUnits: 2,
    })
  })

  it('are null, not 0, when nobody answered, in the order asked', async () => {
    await world.report('QY-TH', { done: missing, all: missing })
    const specs = [{ ...SHARE, key: 'b' }, { key: 'a', kind: 'units', element: 'land' } as const]
    expect(await sums(specs)).toEqual([
      { key: 'b', numerator: null, denominator: null, yes: 0, no: 0, answeredUnits: 0 },
      { key: 'a', numerator: null, denominator: null, yes: 0, no: 0, answeredUnits: 0 },
    ])
  })

  it('are exact decimals without exponent or zeros at the end', async () => {
    await world.report('QY-TH', { score: decimal('0.1'), all: count(100_000_000_000) })
    await world.report('QY-LC', { score: decimal('0.2'), all: count(900_000_000_000) })
    const spec: SumSpec = { key: 's', kind: 'ratio', numerator: ['score'], denominator: ['all'] }
    expect(await sum(spec)).toMatchObject({ numerator: '0.3', denominator: '1000000000000' })
  })

  it('take several elements a side, one of them on both, and none as a denominator', async () => {
    await world.report('QY-TH', { done: count(3), left: count(1) })
    const share: SumSpec = { key: 's', kind: 'ratio', numerator: ['done'], denominator: ['done', 'left'] }
    expect(await sum(share)).toMatchObject({ numerator: '3', denominator: '4', answeredUnits: 1 })
    const total: SumSpec = { key: 't', kind: 'ratio', numerator: ['done', 'left'], denominator: [] }
    expect(await sum(total)).toMatchObject({ numerator: '4', denominator: null, answeredUnits: 1 })
  })

  it('count units with a yes, a level or a degree of at least so much', async () => {
    await world.report('QY-MN', {
      land: yes(true),
      system: { kind: 'level', level: 2 },
      standard: { kind: 'recognition', yes: true, degree: 1 },
    })
    await world.report('QY-TH', {
      land: yes(false),
      system: { kind: 'level', level: 3 },
      standard: { kind: 'recognition', yes: true, degree: 2 },
    })
    await world.report('QY-LC', { land: missing, standard: { kind: 'recognition', yes: false } })
    const units = (element: string, atLeast?: number) =>
      sum({ key: 'u', kind: 'units', element, ...(atLeast === undefined ? {} : { atLeast }) })
    expect(await units('land')).toMatchObject({ yes: 1, no: 1, answeredUnits: 2, numerator: null })
    expect(await units('system', 3)).toMatchObject({ yes: 1, no: 1 })
    expect(await units('standard')).toMatchObject({ yes: 2, no: 1 })
    expect(await units('standard', 2)).toMatchObject({ yes: 1, no: 2 })
  })

  it('of a level take the units that teach it, so one teaching two is in both and once in the total', async () => {
    await world.report('QY-TH', { done: count(1), all: count(10) })
    await world.report('QY-LC', { done: count(2), all: count(20) })
    const ofLevel = (level: Level): SumSpec => ({ ...SHARE, key: level, level })
    const [primary, secondary, total] = await sums([ofLevel('primary'), ofLevel('lower-secondary'), SHARE])
    expect([primary?.numerator, secondary?.numerator, total?.numerator]).toEqual(['3', '2', '3'])
  })

  it('follow reporting below the unit on the day, and the scope', async () => {
    await world.report('QY-TH', { done: count(1), all: count(10) })
    await world.report('DM-TH', { done: count(2), all: count(20) })
    const moved = {
      code: 'QY-TH',
      name: 'Trường Tiểu học Trần Hưng Đạo',
      kind: 'school',
      levels: ['primary'],
    } as const
    await test.database.units.save([{ ...moved, reporting: 'DM', validFrom: '2026-09-01' }])
    expect(await sum(SHARE, { unit: 'DM', on: '2026-12-31' })).toMatchObject({ numerator: '3' })
    expect(await sum(SHARE, { unit: 'DM', on: '2026-06-30' })).toMatchObject({ numerator: '2' })
    expect(await sum(SHARE, { unit: 'DM-TH' })).toMatchObject({ numerator: '2' })
    expect(await sum(SHARE, { scope: world.scopeOf('QY') })).toMatchObject({ numerator: null })
  })

  it('take the figure submitted later where two forms of a unit asked the same', async () => {
    await world.report('QY-TH', { done: count(1), all: count(10) }, { at: later(60) })
    await world.report('QY-TH', { all: count(12) }, { form: 'QN-year', at: AT })
    expect(await sum(SHARE)).toMatchObject({ numerator: '1', denominator: '10', answeredUnits: 1 })
    await world.report('QY-TH', { all: count(13) }, { form: 'QN-half', at: later(120) })
    expect(await sum(SHARE)).toMatchObject({ numerator: '1', denominator: '13', answeredUnits: 1 })
  })

  it('leave out what is not confirmed, was returned, or is of another period', async () => {
    await world.report('QY-MN', { done: count(1), all: count(10) }, { state: 'submitted' })
    await world.report('QY-LC', { done: count(1), all: count(10) }, { period: '2025' })
    const { id } = await world.report('QY-TH', { done: count(1), all: count(10) })
    await test.database.submissions.move(
      id,
      { state: 'confirmed', revision: 1 },
      { state: 'returned', revision: 1 },
      AT,
    )
    expect(await sum(SHARE)).toMatchObject({ numerator: null, answeredUnits: 0 })
  })

  it('keep the last accepted revision while a correction is open, until the acceptance is undone', async () => {
    const accepted = await world.report('QY-TH', { done: count(5), all: count(10) }, { state: 'accepted' })
    await world.report('QY-TH', { done: count(6), all: count(10) }, { state: 'submitted', at: later(60) })
    expect(await sum(SHARE)).toMatchObject({ numerator: '5' })
    await test.database.submissions.addReview(accepted.revision, 'undone', by, later(90))
    expect(await sum(SHARE)).toMatchObject({ numerator: null })
  })

  it('are one statement however many specs, periods, kinds of unit and days', async () => {
    await world.report('QY-TH', { done: count(1), all: count(10) })
    await world.report('QY-TH', { done: count(2), all: count(10) }, { period: '2025' })
    await world.report('QY', { done: count(9), all: count(10) }, { form: 'office' })
    const moved = { code: 'QY-TH', name: 'Trần Hưng Đạo', kind: 'school', levels: ['primary'] } as const
    await test.database.units.save([{ ...moved, reporting: 'DM', validFrom: '2026-09-01' }])
    const specs = Array.from({ length: 40 }, (_, index) => ({ ...SHARE, key: `${index}` }))
    const of = { kind: 'school', period: period('2026'), on: '2026-06-30', specs } as const
    const asked = [
      of,
      { ...of, on: '2026-12-31' },
      { ...of, period: period('2025') },
      { ...of, kind: 'commune' },
    ] as const
    test.traffic.reset()
    const found = await test.database.totals.sums(systemScope, { unit: world.unit('QY'), asked })
    expect(test.traffic.roundTrips).toBe(1)
    expect(found.map((each) => each.map(({ key, numerator }) => [key, numerator]).at(-1))).toEqual([
      ['39', '1'],
      ['39', null],
      ['39', '2'],
      ['39', '9'],
    ])
  })
})

describe('report counts', () => {
  const YEAR = { form: 'QY-year', kind: 'school', period: period('2026'), on: '2026-12-31' } as const
  const counts = async (levels: readonly Level[] = [], scope = systemScope) => {
    const asked = [{ ...YEAR, levels }]
    const [only = []] = await test.database.totals.counts(scope, { unit: world.unit('QN'), asked })
    return only
  }

  it('are of all levels together first, then of each', async () => {
    await world.report('QY-LC', {}, { state: 'accepted' })
    await world.report('QY-TH', {})
    await world.report('QY-MN', {}, { state: 'submitted' })
    expect(await counts()).toEqual([
      { expected: 5, reported: 2, accepted: 1 },
      { level: 'preschool', expected: 1, reported: 0, accepted: 0 },
      { level: 'primary', expected: 3, reported: 2, accepted: 1 },
      { level: 'lower-secondary', expected: 2, reported: 1, accepted: 1 },
    ])
  })

  it('are of the form’s levels only, within the scope', async () => {
    expect(await counts(['primary'], world.scopeOf('QY'))).toEqual([
      { expected: 2, reported: 0, accepted: 0 },
      { level: 'primary', expected: 2, reported: 0, accepted: 0 },
    ])
    expect(await counts(['upper-secondary'])).toEqual([{ expected: 0, reported: 0, accepted: 0 }])
  })

  it('take a report on a form that asks all of it for a report on it, once', async () => {
    await world.report('QY-TH', {}, { form: 'other', state: 'accepted' })
    await world.report('QY-MN', {}, { form: 'other' })
    await world.report('QY-MN', {})
    const asked = [
      { ...YEAR, levels: [] },
      { ...YEAR, levels: [], covering: ['other'] },
    ]
    test.traffic.reset()
    const found = await test.database.totals.counts(systemScope, { unit: world.unit('QN'), asked })
    expect(test.traffic.roundTrips).toBe(1)
    expect(found.map(([total]) => total)).toEqual([
      { expected: 5, reported: 1, accepted: 0 },
      { expected: 5, reported: 2, accepted: 1 },
    ])
  })

  it('still count a unit whose accepted report is being corrected', async () => {
    await world.report('QY-TH', { all: count(1) }, { state: 'accepted' })
    await world.report('QY-TH', { all: count(2) }, { state: 'submitted', at: later(60) })
    expect((await counts())[0]).toEqual({ expected: 5, reported: 1, accepted: 1 })
  })

  it('do not count an acceptance that was undone', async () => {
    const { id, revision } = await world.report('QY-TH', { all: count(1) }, { state: 'accepted' })
    await test.database.submissions.move(
      id,
      { state: 'accepted', revision: 1 },
      { state: 'confirmed', revision: 1 },
      later(60),
    )
    await test.database.submissions.addReview(revision, 'undone', by, later(60))
    expect((await counts())[0]).toEqual({ expected: 5, reported: 1, accepted: 0 })
  })

  it('leave out a unit that does not exist on the day', async () => {
    await test.pool.query(`UPDATE "OrgUnit" SET "validTo" = '2026-08-01' WHERE "code" = 'QY-TH'`)
    expect((await counts())[0]?.expected).toBe(4)
  })
})

describe('own values', () => {
  it('are the unit’s counted figures of the period, in scope', async () => {
    await world.report(
      'QY',
      { universal: { kind: 'level', level: 3 }, rank: { kind: 'rank', rank: 7, of: 30 } },
      { form: 'office' },
    )
    const own = (scope = systemScope) =>
      test.database.totals.ownValues(scope, world.unit('QY'), period('2026'), ['universal', 'other'])
    expect([...(await own())]).toEqual([['universal', { kind: 'level', level: 3 }]])
    expect((await own(world.scopeOf('DM'))).size).toBe(0)
  })
})
