import type { Scope } from '../domain/access.ts'
import type { OrgUnitId, UnitChangeId } from '../domain/brand.ts'
import type { HeldLink, UnitWish } from '../domain/unit-change.ts'
import type { UnitChange, UnitChangeStore } from '../usecases/ports.ts'
import { applyUnitChange } from './apply-unit-change.ts'
import { Prisma } from './client/client.ts'
import type { StoreContext } from './context.ts'
import { createOrgUnitStore } from './org-units.ts'
import { present } from './rows.ts'
import { isInScope, isValidOn } from './scope-sql.ts'
import { settleEndedUnits } from './settle-ended-units.ts'
import { undoUnitChange } from './undo-unit-change.ts'

export const createUnitChangeStore = (context: StoreContext): UnitChangeStore => ({
  surroundings: async (scope, codes, on) => {
    const units = await createOrgUnitStore(context).findByCodes(scope, codes)
    const links = await selectLinks(context, codes, on)
    const around = [...codes, ...links.map(({ child }) => child)]
    return {
      units: new Map(units.map((unit) => [unit.code, unit])),
      links,
      changedLater: new Set(await selectChangedLater(context, around, on)),
    }
  },
  apply: (wish, plan, by, at) =>
    context.atomically((db) => applyUnitChange(db, { wish, plan, by, at, today: context.today() })),
  list: (scope, unit, limit) => listChanges(context, scope, unit, limit),
  find: async (scope, id) =>
    (await selectChanges(context, Prisma.sql`c."id" = ${id} AND ${areInScope(context, scope)}`, 1))[0],
  undo: (id, by, at) => context.atomically((db) => undoUnitChange(db, id, by, at)),
  settleEnded: async (at) => {
    const { groups, invitations } = await context.atomically((db) =>
      settleEndedUnits(db, context.today(), at),
    )
    return groups.length + invitations
  },
})

const selectLinks = (
  { db }: StoreContext,
  codes: readonly string[],
  on: string,
): Promise<HeldLink[]> => db.$queryRaw`
  SELECT l."kind", c."code" AS child, p."code" AS parent FROM "UnitLink" l
  JOIN "OrgUnit" c ON c."id" = l."childId" JOIN "OrgUnit" p ON p."id" = l."parentId"
  WHERE (c."code" = ANY(${codes}::text[]) OR p."code" = ANY(${codes}::text[])) AND ${isValidOn('l', on)}
  ORDER BY c."code" COLLATE "C", l."kind"`

/** Those that end, are called otherwise or report elsewhere from a later day. */
async function selectChangedLater(
  { db }: StoreContext,
  codes: readonly string[],
  on: string,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ code: string }[]>`
    SELECT u."code" FROM "OrgUnit" u WHERE u."code" = ANY(${codes}::text[]) AND (u."validTo" > ${on}::date
      OR EXISTS (SELECT 1 FROM "UnitVersion" w WHERE w."unitId" = u."id" AND w."validTo" > ${on}::date)
      OR EXISTS (SELECT 1 FROM "UnitLink" l WHERE l."childId" = u."id"
        AND (l."validFrom" > ${on}::date OR (l."validTo" > ${on}::date AND l."validTo" > l."validFrom"))))`
  return rows.map(({ code }) => code)
}

const listChanges = (
  context: StoreContext,
  scope: Scope,
  unit: OrgUnitId,
  limit: number,
): Promise<UnitChange[]> => {
  const inScope = isInScope(scope, 'u."id"', context.today())
  return selectChanges(
    context,
    Prisma.sql`${unit} = ANY(c."units") AND EXISTS (SELECT 1 FROM "OrgUnit" u WHERE u."id" = ${unit} AND ${inScope})`,
    limit,
  )
}

const areInScope = (context: StoreContext, scope: Scope): Prisma.Sql => Prisma.sql`NOT EXISTS (
  SELECT 1 FROM "OrgUnit" u WHERE u."id" = ANY(c."units") AND NOT ${isInScope(scope, 'u."id"', context.today())})`

interface ChangeRecord {
  readonly id: UnitChangeId
  readonly wish: UnitWish
  readonly madeAt: Date
  readonly undoneAt: Date | null
  readonly successions: UnitChange['successions']
}

async function selectChanges(
  { db }: StoreContext,
  condition: Prisma.Sql,
  limit: number,
): Promise<UnitChange[]> {
  const rows = await db.$queryRaw<ChangeRecord[]>`
    SELECT c."id", c."wish", c."madeAt", c."undoneAt", COALESCE((
      SELECT jsonb_agg(jsonb_build_object('from', f."name", 'to', t."name") ORDER BY f."code", t."code")
      FROM "UnitSuccession" s JOIN "OrgUnit" f ON f."id" = s."fromId" JOIN "OrgUnit" t ON t."id" = s."toId"
      WHERE s."changeId" = c."id"), '[]') AS successions
    FROM "UnitChange" c WHERE ${condition} ORDER BY c."on" DESC, c."id" DESC LIMIT ${limit}::int`
  return rows.map(present)
}
