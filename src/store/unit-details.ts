import type { Role } from '../domain/access.ts'
import type { OrgUnitId } from '../domain/brand.ts'
import { LINK_KINDS, type LinkKind } from '../domain/org-unit.ts'
import type { UnitDetails } from '../usecases/ports.ts'
import type { StoreContext } from './context.ts'
import { isValidOn } from './scope-sql.ts'

/** Returns what stands around the unit on the day; people are those of today. */
export async function readUnitDetails(
  context: StoreContext,
  id: OrgUnitId,
  on: string,
): Promise<UnitDetails> {
  const [governance = [], reporting = []] = await Promise.all(
    LINK_KINDS.map((kind) => namesAbove(context, id, kind, on)),
  )
  const [children, people, formerNames] = await Promise.all([
    selectChildren(context, id, on),
    countPeople(context, id),
    selectFormerNames(context, id),
  ])
  return { above: { governance, reporting }, children, people, formerNames }
}

async function namesAbove(
  { db }: StoreContext,
  id: OrgUnitId,
  kind: LinkKind,
  on: string,
): Promise<readonly string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    WITH RECURSIVE path(id, depth) AS (
      SELECT ${id}, 0
      UNION ALL
      SELECT l."parentId", p.depth + 1 FROM path p
      JOIN "UnitLink" l ON l."childId" = p.id AND l."kind" = ${kind} AND ${isValidOn('l', on)}
    ) CYCLE id SET is_cycle USING trail
    SELECT u."name" FROM path p JOIN "OrgUnit" u ON u."id" = p.id WHERE p.depth > 0 AND NOT is_cycle ORDER BY p.depth`
  return rows.map(({ name }) => name)
}

const selectChildren = (
  { db }: StoreContext,
  id: OrgUnitId,
  on: string,
): Promise<UnitDetails['children']> => db.$queryRaw`
  SELECT u."code", u."name", u."kind" FROM "OrgUnit" u
  WHERE u."id" IN (SELECT l."childId" FROM "UnitLink" l WHERE l."parentId" = ${id} AND ${isValidOn('l', on)}) AND ${isValidOn('u', on)}
  ORDER BY u."code" COLLATE "C"`

async function countPeople({ db, today }: StoreContext, id: OrgUnitId): Promise<UnitDetails['people']> {
  const rows = await db.$queryRaw<{ role: Role; count: number }[]>`
    SELECT r."role", count(DISTINCT r."personId")::int AS count FROM "RoleAssignment" r
    WHERE r."unitId" = ${id} AND r."state" = 'active' AND ${isValidOn('r', today())} GROUP BY r."role"`
  return Object.fromEntries(rows.map(({ role, count }) => [role, count]))
}

const selectFormerNames = (
  { db }: StoreContext,
  id: OrgUnitId,
): Promise<UnitDetails['formerNames']> => db.$queryRaw`
  SELECT w."name", w."validTo"::text AS until FROM "UnitVersion" w JOIN "OrgUnit" u ON u."id" = w."unitId"
  WHERE w."unitId" = ${id} AND w."name" <> u."name" ORDER BY w."validTo" DESC`
