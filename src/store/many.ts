import type { OrgUnitId } from '../domain/brand.ts'
import type { OrgUnit } from '../domain/org-unit.ts'
import type { ManyStore } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import type { StoreContext } from './context.ts'
import { countReports } from './report-counts.ts'
import { daysOf, unitsAsOf, unitsBelowEach } from './reporting-sql.ts'
import { present } from './rows.ts'
import { isValidOn } from './scope-sql.ts'
import { selectSums } from './sums.ts'
import { selectUndecided } from './undecided.ts'

type UnitRecord = Omit<OrgUnit, 'validTo'> & { readonly validTo: string | null }

const UNIT_COLUMNS = Prisma.sql`u."id", u."code", u."name", u."kind", u."levels",
  u."validFrom"::text AS "validFrom", u."validTo"::text AS "validTo"`

/** What is asked of many units, by one statement for all of them; for the installation itself, so nothing is out of scope. */
export const createManyStore = ({ db }: StoreContext): ManyStore => ({
  find: async (ids) => {
    const rows = await db.$queryRaw<UnitRecord[]>`
      SELECT ${UNIT_COLUMNS} FROM "OrgUnit" u WHERE u."id" = ANY(${distinct(ids)}::text[])`
    return inOrder(ids, rows, ({ id }) => id)
  },
  findByCode: async (codes) => {
    const rows = await db.$queryRaw<UnitRecord[]>`
      SELECT ${UNIT_COLUMNS} FROM "OrgUnit" u WHERE u."code" = ANY(${distinct(codes)}::text[])`
    return inOrder(codes, rows, ({ code }) => code)
  },
  findAsOf: async (ids, on) => {
    const rows = await db.$queryRaw<UnitRecord[]>`
      SELECT ${UNIT_COLUMNS} FROM (${unitsAsOf(on)}) u WHERE u."id" = ANY(${distinct(ids)}::text[])`
    return inOrder(ids, rows, ({ id }) => id)
  },
  pathCodes: async (ids, on) => {
    const rows = await db.$queryRaw<{ root: OrgUnitId; codes: string[] }[]>`
      WITH RECURSIVE path(root, id, depth) AS (
        SELECT r, r, 0 FROM unnest(${distinct(ids)}::text[]) r
        UNION ALL
        SELECT p.root, l."parentId", p.depth + 1 FROM path p
        JOIN "UnitLink" l ON l."childId" = p.id AND l."kind" = 'reporting' AND ${isValidOn('l', on)}
      ) CYCLE id SET is_cycle USING trail
      SELECT root, array_agg(u."code" ORDER BY depth) AS codes FROM path p JOIN "OrgUnit" u ON u."id" = p.id
      WHERE NOT is_cycle GROUP BY root`
    const byRoot = new Map(rows.map(({ root, codes }) => [root, codes]))
    return ids.map((id) => byRoot.get(id) ?? [])
  },
  parts: async (ids, on) => {
    const rows = await db.$queryRaw<(UnitRecord & { parent: OrgUnitId })[]>`
      SELECT l."parentId" AS parent, ${UNIT_COLUMNS} FROM "OrgUnit" u
      JOIN "UnitLink" l ON l."childId" = u."id" AND l."kind" = 'reporting' AND ${isValidOn('l', on)}
      WHERE l."parentId" = ANY(${distinct(ids)}::text[]) AND ${isValidOn('u', on)}
        AND u."kind" IN ('province', 'district', 'commune', 'cluster')
      ORDER BY u."searchKey" COLLATE "C", u."code" COLLATE "C"`
    return ids.map((id) =>
      rows.filter(({ parent }) => parent === id).map(({ parent: _parent, ...unit }) => present(unit)),
    )
  },
  sums: async ({ units, asked }) =>
    ofEach(units, (roots) => selectSums(db, unitsBelowEach(roots, daysOf(asked)), asked)),
  counts: async ({ units, asked }) =>
    ofEach(units, (roots) => countReports(db, unitsBelowEach(roots, daysOf(asked)), asked)),
  undecided: async ({ units, ...input }) => {
    const byRoot = await selectUndecided(db, units, input)
    return units.map((unit) => byRoot.get(unit) ?? [])
  },
})

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)]

/** What is read for all of them, in their order; `read` gives it by the place of a root, from 1. */
async function ofEach<Result>(
  units: readonly string[],
  read: (roots: readonly string[]) => Promise<(root: number) => Result>,
): Promise<readonly Result[]> {
  const roots = distinct(units)
  const places = new Map(roots.map((id, place) => [id, place + 1]))
  const of = await read(roots)
  return units.map((id) => of(places.get(id) ?? 0))
}

function inOrder(
  keys: readonly string[],
  rows: readonly UnitRecord[],
  keyOf: (row: UnitRecord) => string,
): readonly (OrgUnit | undefined)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), present(row)]))
  return keys.map((key) => byKey.get(key))
}
