import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemScope } from '../../src/domain/access.ts'
import type { OrgUnitId } from '../../src/domain/brand.ts'
import type { Digest } from '../../src/domain/digest.ts'
import { getPeriod } from '../../src/domain/period.ts'
import type { PlanLibrary } from '../../src/domain/plan.ts'
import { buildDigest } from '../../src/usecases/build-digest.ts'
import { getProgress } from '../../src/usecases/get-progress.ts'
import { buildDigests } from '../../src/usecases/post-digests.ts'
import {
  type CommuneFigure,
  countedLines,
  countryLibrary,
  fillCountry,
  HAND_WRITTEN,
  INDICATORS,
  toldLines,
} from '../support/country.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { TIME_ZONE } from '../support/demo.ts'

const COMMUNES = 8
const SCHOOLS = 96
const NOW = new Date('2026-12-14T07:00:00+07:00')
const WEEK = '2026-W51'

let test: TestDatabase
let library: PlanLibrary
let digests: readonly Digest[]
const communes = Array.from({ length: COMMUNES }, (_, place) => `c${place + 1}` as OrgUnitId)

/** Of the schools of the communes in turn none, one, half and all have reported. */
const WHO_REPORTED = `
  UPDATE "Submission" s SET "state" = 'draft', "countedId" = NULL
  FROM (SELECT l."childId" AS id, (substr(l."parentId", 2)::int - 1) % 4 AS share,
      row_number() OVER (PARTITION BY l."parentId" ORDER BY substr(l."childId", 2)::int) AS place,
      count(*) OVER (PARTITION BY l."parentId") AS schools
    FROM "UnitLink" l WHERE l."childId" LIKE 's%') x
  WHERE s."unitId" = x.id AND s."period" = '2026'
    AND x.place > CASE x.share WHEN 0 THEN 0 WHEN 1 THEN 1 WHEN 2 THEN x.schools / 2 ELSE x.schools END`

beforeAll(async () => {
  test = await openTestDatabase({ today: () => '2026-12-14' })
  library = countryLibrary()
  await fillCountry(test.pool, {
    provinces: 2,
    communes: COMMUNES,
    schools: SCHOOLS,
    years: 2,
    oneMissingOf: 0,
  })
  await test.pool.query(WHO_REPORTED)
  const deps = { database: test.database, library, clock: { now: () => NOW }, timeZone: TIME_ZONE }
  const built = await buildDigests(
    deps,
    communes.map((unit) => ({ unit, week: WEEK })),
  )
  digests = built.map((each) => {
    if (each.status === 'rejected') throw each.reason
    return each.value
  })
})
afterAll(() => test.close())

const deps = () => ({ ...test.database, library, timeZone: TIME_ZONE })

describe('the digests of units of which none, one, half and all schools have reported', () => {
  it('are of each such share', () => {
    const reports = digests.map(({ reported, expected }) => `${reported}/${expected}`)
    expect(reports).toEqual(['0/12', '1/12', '6/12', '12/12', '0/12', '1/12', '6/12', '12/12'])
  })

  it('hold the figures of a progress asked for one by one', async () => {
    for (const [place, unit] of communes.entries()) {
      const progress = await getProgress(deps(), {
        ...{ scope: systemScope, unit, period: getPeriod('2026'), now: NOW },
      })
      const digest = digests[place]
      const byKey = (rows: Digest['rows'] = []) =>
        [...rows].sort((a, b) => a.indicator.localeCompare(b.indicator))
      expect(byKey(digest?.rows)).toEqual(byKey(progress.rows))
      expect(digest).toMatchObject({
        expected: progress.expected,
        reported: progress.reported,
        accepted: progress.accepted,
      })
      expect(progress.rows).toHaveLength(INDICATORS)
    }
  })

  it('are the same built alone and together', async () => {
    for (const [place, unit] of communes.entries())
      expect(await buildDigest(deps(), { unit, week: WEEK, now: NOW })).toEqual(digests[place])
  })

  it('hold the figures of one plain SQL statement, and no others', async () => {
    const { rows } = await test.pool.query<CommuneFigure>(HAND_WRITTEN)
    const told = digests.flatMap((digest, place) => toldLines(communes[place] ?? '', digest))
    const counted = countedLines(rows)
    expect(counted.length).toBeGreaterThan(COMMUNES * 10)
    expect([...told].sort()).toEqual([...counted].sort())
  })

  it('count reports as plain SQL does', async () => {
    const { rows } = await test.pool.query<{ unit: string; reports: string }>(`
      SELECT l."parentId" AS unit, count(*) FILTER (WHERE s."state" IN ('confirmed', 'accepted')) || '/' || count(*) AS reports
      FROM "UnitLink" l LEFT JOIN "Submission" s ON s."unitId" = l."childId" AND s."period" = '2026'
      WHERE l."childId" LIKE 's%' GROUP BY 1`)
    const counted = new Map(rows.map(({ unit, reports }) => [unit, reports]))
    for (const [place, unit] of communes.entries())
      expect(`${digests[place]?.reported}/${digests[place]?.expected}`).toBe(counted.get(unit))
  })

  it('ask the database the same number of questions for few units and for many', async () => {
    const asked = async (units: readonly OrgUnitId[]): Promise<number> => {
      test.traffic.reset()
      await buildDigests(
        { database: test.database, library, clock: { now: () => NOW }, timeZone: TIME_ZONE },
        units.map((unit) => ({ unit, week: WEEK })),
      )
      return test.traffic.roundTrips
    }
    const few = await asked(communes.slice(0, 2))
    expect(await asked(communes)).toBe(few)
  })
})
