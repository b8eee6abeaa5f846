import type { Scope } from '../domain/access.ts'
import type { OrgUnitId } from '../domain/brand.ts'
import type { OrgUnit } from '../domain/org-unit.ts'
import { searchKey } from '../domain/search-key.ts'
import type { OrgUnitStore } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import type { StoreContext } from './context.ts'
import { likePatterns } from './like-patterns.ts'
import { unitsAsOf, unitsReporting } from './reporting-sql.ts'
import { present, presentFirst } from './rows.ts'
import { saveUnits } from './save-org-units.ts'
import { idsBelow, isInScope, isValidOn, wasInScope } from './scope-sql.ts'
import { readUnitDetails } from './unit-details.ts'

type UnitRecord = Omit<OrgUnit, 'validTo'> & { readonly validTo: string | null }

const UNIT_COLUMNS = Prisma.sql`u."id", u."code", u."name", u."kind", u."levels",
  u."validFrom"::text AS "validFrom", u."validTo"::text AS "validTo"`
const SELECT_UNIT = Prisma.sql`SELECT ${UNIT_COLUMNS} FROM "OrgUnit" u`

export const createOrgUnitStore = (context: StoreContext): OrgUnitStore => ({
  find: (scope, id) => findUnit(context, scope, Prisma.sql`u."id" = ${id}`),
  findByCode: (scope, code) => findUnit(context, scope, Prisma.sql`u."code" = ${code}`),
  findByCodes: async (scope, codes) => {
    const inScope = isInScope(scope, 'u."id"', context.today())
    const rows = await context.db.$queryRaw<UnitRecord[]>`
      ${SELECT_UNIT} WHERE u."code" = ANY(${codes}::text[]) AND ${inScope} ORDER BY u."code" COLLATE "C"`
    return rows.map(present)
  },
  path: async (id, on) => (await findPath(context, id, on)).map((unit) => unit.id),
  pathCodes: async (id, on) => (await findPath(context, id, on)).map(({ code }) => code),
  listBelow: (scope, root, on, filter = {}) => listBelow(context, scope, [root].flat(), on, filter),
  listReporting: async (scope, input) => {
    const units = unitsReporting(scope, input, context.today())
    const rows = await context.db.$queryRaw<UnitRecord[]>`
      SELECT ${UNIT_COLUMNS} FROM (${units}) u ORDER BY u."code" COLLATE "C"`
    return rows.map(present)
  },
  findAsOf: async (scope, id, on) => {
    const inScope = isInScope(scope, 'u."id"', context.today())
    return presentFirst(
      await context.db.$queryRaw<UnitRecord[]>`
        SELECT ${UNIT_COLUMNS} FROM (${unitsAsOf(on)}) u WHERE u."id" = ${id} AND ${inScope}`,
    )
  },
  listParts: (scope, unit, on) => listParts(context, scope, unit, on),
  describe: async (scope, id, on) => {
    const unit = await findUnit(context, scope, Prisma.sql`u."id" = ${id}`)
    return unit && readUnitDetails(context, id, on)
  },
  search: (scope, text, limit) => searchUnits(context, scope, text, limit),
  save: (units) => context.atomically((db) => saveUnits(db, units)),
})

async function findUnit(
  context: StoreContext,
  scope: Scope,
  condition: Prisma.Sql,
): Promise<OrgUnit | undefined> {
  const inScope = isInScope(scope, 'u."id"', context.today())
  return presentFirst(
    await context.db.$queryRaw<UnitRecord[]>`${SELECT_UNIT} WHERE ${condition} AND ${inScope}`,
  )
}

const findPath = (context: StoreContext, id: OrgUnitId, on: string) =>
  context.db.$queryRaw<Pick<OrgUnit, 'id' | 'code'>[]>`
    WITH RECURSIVE path(id, depth) AS (
      SELECT "id", 0 FROM "OrgUnit" WHERE "id" = ${id}
      UNION ALL
      SELECT l."parentId", p.depth + 1 FROM path p
      JOIN "UnitLink" l ON l."childId" = p.id AND l."kind" = 'reporting' AND ${isValidOn('l', on)}
    ) CYCLE id SET is_cycle USING trail
    SELECT u."id", u."code" FROM path p JOIN "OrgUnit" u ON u."id" = p.id WHERE NOT is_cycle ORDER BY depth`

async function listBelow(
  context: StoreContext,
  scope: Scope,
  roots: readonly OrgUnitId[],
  on: string,
  filter: NonNullable<Parameters<OrgUnitStore['listBelow']>[3]>,
): Promise<OrgUnit[]> {
  const ofKind = filter.kind === undefined ? Prisma.empty : Prisma.sql`AND u."kind" = ${filter.kind}`
  const ofLevels = filter.levels?.length
    ? Prisma.sql`AND u."levels" && ${filter.levels}::text[]`
    : Prisma.empty
  const rows = await context.db.$queryRaw<UnitRecord[]>`${SELECT_UNIT}
    WHERE u."id" IN (${idsBelow(roots, on, filter.link)}) AND u."id" <> ALL(${roots}::text[]) AND ${isValidOn('u', on)}
      AND ${wasInScope(scope, 'u."id"', on, context.today())} ${ofKind} ${ofLevels}
    ORDER BY u."code" COLLATE "C"`
  return rows.map(present)
}

/** What a district, a province or a cluster is made of; departments report for themselves alone. */
async function listParts(
  { db }: StoreContext,
  scope: Scope,
  unit: OrgUnitId,
  on: string,
): Promise<OrgUnit[]> {
  const rows = await db.$queryRaw<UnitRecord[]>`${SELECT_UNIT}
    JOIN "UnitLink" l ON l."childId" = u."id" AND l."kind" = 'reporting' AND ${isValidOn('l', on)}
    WHERE l."parentId" = ${unit} AND u."kind" IN ('province', 'district', 'commune', 'cluster') AND ${isValidOn('u', on)}
      AND ${isInScope(scope, 'u."id"', on)}
    ORDER BY u."searchKey" COLLATE "C", u."code" COLLATE "C"`
  return rows.map(present)
}

async function searchUnits(
  context: StoreContext,
  scope: Scope,
  text: string,
  limit: number,
): Promise<OrgUnit[]> {
  const key = searchKey(text)
  const today = context.today()
  const rows = await context.db.$queryRaw<UnitRecord[]>`${SELECT_UNIT}
    WHERE u."searchKey" LIKE ALL (${likePatterns(text)}::text[]) AND ${isValidOn('u', today)} AND ${isInScope(scope, 'u."id"', today)}
    ORDER BY position(${key}::text IN u."searchKey") = 0, u."searchKey" COLLATE "C", u."code" COLLATE "C"
    LIMIT ${limit}::int`
  return rows.map(present)
}
