import type { Person } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import type { Db } from './context.ts'
import { isValidOn } from './scope-sql.ts'

/** A Person as JSON, of the row of alias `p`, with the roles held on that day. Absent phone numbers and ids are left out. */
export const personJson = (day: string): Prisma.Sql => Prisma.sql`jsonb_strip_nulls(jsonb_build_object(
  'id', p."id", 'telegramUserId', p."telegramUserId", 'name', p."name", 'locale', p."locale",
  'hasConsented', p."consentedAt" IS NOT NULL, 'isSuspended', p."suspendedAt" IS NOT NULL, 'menu', p."menu",
  'roles', COALESCE((
    SELECT jsonb_agg(jsonb_build_object('role', r."role", 'unit', r."unitId", 'state', r."state") ORDER BY r."validFrom", r."id")
    FROM "RoleAssignment" r WHERE r."personId" = p."id" AND ${isValidOn('r', day)}), '[]')))`

/** Returns the people for whom the condition on alias `p` holds, ordered by name; all, or the first `limit`. */
export async function selectPeople(
  db: Db,
  day: string,
  condition: Prisma.Sql,
  limit?: number,
): Promise<Person[]> {
  const rows = await db.$queryRaw<{ person: Person }[]>`
    SELECT ${personJson(day)} AS person FROM "Person" p WHERE ${condition} ORDER BY p."name" COLLATE "C", p."id"
    LIMIT ${limit ?? null}::int`
  return rows.map((row) => row.person)
}
