import { randomUUID } from 'node:crypto'
import type { PersonStore } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import type { StoreContext } from './context.ts'
import { selectPeople } from './person-sql.ts'
import { isInScope, isValidOn } from './scope-sql.ts'

/** The part of the people's store that says who may act for which unit. */
export const createRoleStore = (
  context: StoreContext,
): Pick<PersonStore, 'grant' | 'activate' | 'endRole' | 'holders'> => ({
  grant: async (id, role, unit, from, state) => {
    // A role held already is kept, and an active one never becomes pending again.
    await context.db.$executeRaw`
      WITH held AS (
        UPDATE "RoleAssignment" r SET "state" = CASE WHEN r."state" = 'active' THEN 'active' ELSE ${state} END
        WHERE r."personId" = ${id} AND r."role" = ${role} AND r."unitId" = ${unit} AND ${isValidOn('r', from)} RETURNING 1)
      INSERT INTO "RoleAssignment" ("id", "personId", "role", "unitId", "state", "validFrom")
      SELECT ${randomUUID()}, ${id}, ${role}, ${unit}, ${state}, ${from}::date WHERE NOT EXISTS (SELECT 1 FROM held)
      ON CONFLICT ("personId", "role", "unitId", "validFrom") DO UPDATE SET "state" = EXCLUDED."state", "validTo" = NULL`
  },
  activate: async (personId, role, unitId) => {
    await context.db.roleAssignment.updateMany({
      where: { personId, role, unitId, state: 'pending' },
      data: { state: 'active' },
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
})
