import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemScope } from '../../src/domain/access.ts'
import type { OrgUnitId } from '../../src/domain/brand.ts'
import type { Digest } from '../../src/domain/digest.ts'
import { type DigestSnapshot, takeSnapshot } from '../../src/domain/digest-build.ts'
import { getPeriod } from '../../src/domain/period.ts'
import type { PlanLibrary } from '../../src/domain/plan.ts'
import { buildDigest } from '../../src/usecases/build-digest.ts'
import { getProgress } from '../../src/usecases/get-progress.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { DEMO_NOW, loadDemoInto, TIME_ZONE } from '../support/demo.ts'

let test: TestDatabase
let library: PlanLibrary
let unit: OrgUnitId
let digest: Digest

const deps = () => ({
  ...{ units: test.database.units, totals: test.database.totals, plans: test.database.plans },
  ...{ submissions: test.database.submissions, library, timeZone: TIME_ZONE },
})
const build = (week: string, now: string, previous?: DigestSnapshot) =>
  buildDigest(deps(), { unit, week, now: new Date(now), ...(previous === undefined ? {} : { previous }) })

beforeAll(async () => {
  test = await openTestDatabase({ today: () => '2026-12-07' })
  library = await loadDemoInto(test.database)
  const found = await test.database.units.findByCode(systemScope, 'QY')
  if (found === undefined) throw new Error('the demo has no QY')
  unit = found.id
  digest = await build('2026-W50', '2026-12-07T07:00:00+07:00')
})
afterAll(() => test.close())

const count = async (where: string): Promise<number> => {
  const { rows } = await test.pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM "Submission" s JOIN "OrgUnit" u ON u.id = s."unitId" WHERE ${where}`,
  )
  return rows[0]?.count ?? -1
}

describe('a digest', () => {
  it('has the figures of progress, row for row', async () => {
    const progress = await getProgress(deps(), {
      scope: systemScope,
      unit,
      period: getPeriod('2026'),
      now: new Date('2026-12-07T00:00:00Z'),
    })
    const sorted = (rows: Digest['rows']) => rows.map((row) => JSON.stringify(row)).sort()
    expect(sorted(digest.rows)).toEqual(sorted(progress.rows))
    expect(digest).toMatchObject({
      period: '2026',
      expected: progress.expected,
      reported: progress.reported,
      accepted: progress.accepted,
    })
    const grouped = [...digest.behind, ...digest.reached, ...digest.undecided]
    expect(sorted(grouped)).toEqual(sorted(progress.rows))
  })

  it('belongs to its ISO week, Monday to Sunday', () => {
    expect(digest).toMatchObject({
      week: '2026-W50',
      from: '2026-12-07',
      to: '2026-12-13',
      asOf: '2026-12-07T07:00+07:00',
    })
  })

  it('counts what waits for this unit: what the province accepts is not its decision', async () => {
    const own = `s.form LIKE 'qy-%' AND s.state = 'confirmed'`
    expect(digest.toDecide.waiting).toBe(await count(`${own} AND NOT 'upper-secondary' = ANY(u.levels)`))
    expect(digest.toDecide.waiting).toBeLessThan(await count(own))
    expect(digest.toDecide.returned).toBe(
      await count(`s.state = 'returned' AND NOT 'upper-secondary' = ANY(u.levels)`),
    )
  })

  it('lists the deadlines that somebody still owes, next first', () => {
    const [first] = digest.deadlines
    expect(first).toMatchObject({ period: '2026', dueOn: '2026-12-19', daysLeft: 12, isLocal: false })
    expect(digest.deadlines.map(({ dueOn }) => dueOn)).toEqual(
      digest.deadlines.map(({ dueOn }) => dueOn).toSorted(),
    )
    expect(first?.missing).toBe(digest.expected - digest.reported)
  })

  it('shows a date moved by an administrator as local', async () => {
    await test.database.plans.setLocalDeadline(
      'qy-annual',
      getPeriod('2026'),
      '2026-12-22',
      undefined,
      DEMO_NOW,
    )
    const moved = await build('2026-W50', '2026-12-07T07:00:00+07:00')
    await test.pool.query('DELETE FROM "LocalDeadline"')
    expect(moved.deadlines.find(({ form }) => form.vi.includes('của trường'))).toMatchObject({
      dueOn: '2026-12-22',
      isLocal: true,
    })
  })

  it('has no change the first time, and is not quiet', () => {
    expect(digest.change).toBeUndefined()
    expect(digest.changed).toEqual([])
    expect(digest.isQuiet).toBe(false)
  })

  it('is quiet when nothing changed and no deadline is near; a snapshot survives JSON', async () => {
    const summer = '2027-08-02T07:00:00+07:00'
    const before = await build('2027-W30', '2027-07-26T07:00:00+07:00')
    const snapshot = JSON.parse(JSON.stringify(takeSnapshot(before))) as DigestSnapshot
    const quiet = await build('2027-W31', summer, snapshot)
    expect(quiet).toMatchObject({
      isQuiet: true,
      changed: [],
      period: '2026',
      change: { reported: 0, accepted: 0, since: '2027-W30' },
    })
    expect((await build('2027-W31', summer, { ...snapshot, waiting: snapshot.waiting + 1 })).isQuiet).toBe(
      false,
    )
    expect((await build('2026-W51', '2026-12-14T07:00:00+07:00', takeSnapshot(digest))).isQuiet).toBe(false)
  })

  it('tells which rows moved since the last one, and by how many reports', async () => {
    const snapshot = takeSnapshot(digest)
    const key = 'two-session-primary primary'
    expect(snapshot.rows[key]).toBeDefined()
    const older: DigestSnapshot = {
      ...snapshot,
      reported: snapshot.reported - 3,
      rows: { ...snapshot.rows, [key]: ['90', 'missed'] },
    }
    const now = await build('2026-W51', '2026-12-14T07:00:00+07:00', older)
    expect(now.change).toEqual({ reported: 3, accepted: 0, since: '2026-W50' })
    expect(now.changed.map(({ row, before }) => [row.indicator, before])).toEqual([
      ['two-session-primary', '90'],
    ])
  })

  it('turns to the new year’s period when its form opens, not on 1 January', async () => {
    expect((await build('2027-W43', '2027-10-25T07:00:00+07:00')).period).toBe('2026')
    expect((await build('2027-W45', '2027-11-08T07:00:00+07:00')).period).toBe('2027')
  })

  it('is made for a province by the plan of its own', async () => {
    const province = await test.database.units.findByCode(systemScope, 'QN')
    if (province === undefined) throw new Error('the demo has no province')
    const own = await buildDigest(deps(), { unit: province.id, week: '2026-W50', now: DEMO_NOW })
    expect(own.unit.code).toBe('QN')
    expect(own.rows.length).toBeGreaterThan(0)
  })

  it('of a plan whose years are over is about its last period', async () => {
    const district = await test.database.units.findByCode(systemScope, 'LB')
    if (district === undefined) throw new Error('the packs have no LB')
    const over = await buildDigest(deps(), { unit: district.id, week: '2026-W50', now: DEMO_NOW })
    expect(over).toMatchObject({ period: 'SY2023', expected: 0, deadlines: [] })
  })

  it('refuses a week that the year does not have', async () => {
    await expect(build('2027-W53', '2027-12-31T07:00:00+07:00')).rejects.toMatchObject({
      code: 'period-invalid',
    })
  })
})
