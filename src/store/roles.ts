import { randomUUID } from 'node:crypto'
import type { RoleHeld } from '../domain/access.ts'
import type { HeldRole, PersonStore } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import type { Db, StoreContext } from './context.ts'
import { selectPeople } from './person-sql.ts'
import { present } from './rows.ts'
import { isInScope, isValidOn } from './scope-sql.ts'

type RoleStore = Pick<
  PersonStore,
  | 'grant'
  | 'activate'
  | 'makePending'
  | 'endRole'
  | 'holders'
  | 'holdersOf'
  | 'findRole'
  | 'rolesOf'
  | 'listPending'
>

/** The part of the people's store that says who may act for which unit. */
export const createRoleStore = (context: StoreContext): RoleStore => ({
  grant: async (id, role, unit, from, state, asked) => {
    const [askedAt, askedVia] = [asked?.at.toISOString() ?? null, asked?.via ?? null]
    // A role held already is kept, and an active one never becomes pending again.
    await context.db.$executeRaw`
      WITH held AS (
        UPDATE "RoleAssignment" r SET "state" = CASE WHEN r."state" = 'active' THEN 'active' ELSE ${state} END
        WHERE r."personId" = ${id} AND r."role" = ${role} AND r."unitId" = ${unit} AND ${isValidOn('r', from)} RETURNING 1)
      INSERT INTO "RoleAssignment" ("id", "personId", "role", "unitId", "state", "validFrom", "askedAt", "askedVia")
      SELECT ${randomUUID()}, ${id}, ${role}, ${unit}, ${state}, ${from}::date, ${askedAt}::timestamptz, ${askedVia}
      WHERE NOT EXISTS (SELECT 1 FROM held)
      ON CONFLICT ("personId", "role", "unitId", "validFrom") DO UPDATE
      SET "state" = EXCLUDED."state", "validTo" = NULL, "askedAt" = EXCLUDED."askedAt", "askedVia" = EXCLUDED."askedVia"`
  },
  activate: async (personId, role, unitId) => {
    await context.db.roleAssignment.updateMany({
      where: { personId, role, unitId, state: 'pending' },
      data: { state: 'active' },
    })
  },
  makePending: async (personId, roles, at) => {
    await context.db.roleAssignment.updateMany({
      where: { personId, role: { in: [...roles] }, state: 'active' },
      data: { state: 'pending', askedAt: at, askedVia: 'invitation' },
    })
  },
  endRole: async (id, role, unit, on) => {
    await context.db.$executeRaw`
      UPDATE "RoleAssignment" r SET "validTo" = GREATEST(${on}::date, r."validFrom")
      WHERE r."personId" = ${id} AND r."role" = ${role} AND r."unitId" = ${unit}
        AND (r."validTo" IS NULL OR r."validTo" > ${on}::date)`
  },
  holders: (scope, unit, roles) => {
    const today = context.today()
    return selectPeople(
      context.db,
      today,
      Prisma.sql`p."suspendedAt" IS NULL AND p."blockedAt" IS NULL AND EXISTS (
        SELECT 1 FROM "RoleAssignment" h WHERE h."personId" = p."id" AND h."unitId" = ${unit} AND h."state" = 'active'
          AND h."role" = ANY(${roles}::text[]) AND ${isValidOn('h', today)} AND ${isInScope(scope, 'h."unitId"', today)})`,
    )
  },
  holdersOf: async (scope, units) => {
    const today = context.today()
    const rows = await context.db.$queryRaw<(RoleHeld & { name: string; phoneHash: string | null })[]>`
      SELECT h."role", h."unitId" AS unit, p."name", p."phoneHash"
      FROM "RoleAssignment" h JOIN "Person" p ON p."id" = h."personId"
      WHERE p."suspendedAt" IS NULL AND p."blockedAt" IS NULL AND h."unitId" = ANY(${units}::text[])
        AND h."state" = 'active' AND ${isValidOn('h', today)} AND ${isInScope(scope, 'h."unitId"', today)}`
    return rows.map(present)
  },
  findRole: async (scope, id) => {
    const inScope = isInScope(scope, 'r."unitId"', context.today())
    return (await selectRoles(context, Prisma.sql`r."id" = ${id} AND ${inScope}`))[0]
  },
  rolesOf: (id) => selectRoles(context, Prisma.sql`r."personId" = ${id}`),
  listPending: (scope) =>
    selectRoles(
      context,
      Prisma.sql`r."state" = 'pending' AND p."deletedAt" IS NULL AND ${isInScope(scope, 'r."unitId"', context.today())}`,
    ),
})

async function selectRoles(
  { db, today }: { readonly db: Db; today(): string },
  condition: Prisma.Sql,
): Promise<HeldRole[]> {
  const rows = await db.$queryRaw<RoleRecord[]>`
    SELECT r."id", r."personId" AS person, p."name", r."role", r."unitId" AS unit, u."name" AS "unitName", r."state",
      r."validFrom"::text AS since, r."askedAt", r."askedVia"
    FROM "RoleAssignment" r JOIN "Person" p ON p."id" = r."personId" JOIN "OrgUnit" u ON u."id" = r."unitId"
    WHERE ${isValidOn('r', today())} AND ${condition} ORDER BY r."askedAt" NULLS LAST, r."validFrom", r."id"`
  return rows.map(present)
}

type RoleRecord = Omit<HeldRole, 'askedAt' | 'askedVia'> & {
  readonly askedAt: Date | null
  readonly askedVia: NonNullable<HeldRole['askedVia']> | null
}
