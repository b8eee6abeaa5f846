import type { Scope } from '../domain/access.ts'
import { searchKey } from '../domain/search-key.ts'
import type { AuditEntry, AuditFilter, AuditStore } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import type { StoreContext } from './context.ts'
import { present } from './rows.ts'
import { idsNow, idsOf } from './scope-sql.ts'

type Found = { readonly [K in keyof AuditEntry]-?: Required<AuditEntry>[K] | null }

/** A subject is an id or a code, with its kind before a colon or without. */
export const SUBJECT = Prisma.sql`regexp_replace(e."subject", '^[a-zA-Z-]+:', '')`

/** The part of the audit's store for people who look through it. */
export const createAuditPages = ({ db, today }: StoreContext): Pick<AuditStore, 'page' | 'actors'> => ({
  async page(scope, filter) {
    const rows = await db.$queryRaw<Found[]>`
      SELECT e."at", e."actor", e."action", e."subject", e."before", e."after", p."name" AS "actorName", COALESCE(u."name", su."name") AS "subjectName"
      FROM "AuditEvent" e LEFT JOIN "Person" p ON p."id" = e."actor"
        LEFT JOIN "OrgUnit" u ON u."id" = ${SUBJECT} OR u."code" = ${SUBJECT}
        LEFT JOIN "Submission" s ON s."id" = ${SUBJECT} LEFT JOIN "OrgUnit" su ON su."id" = s."unitId"
      WHERE ${matches(filter, today())} AND ${isVisible(scope, today())}
      ORDER BY e."at" DESC, e."id" DESC LIMIT ${filter.limit}::int OFFSET ${filter.offset ?? 0}::int`
    return rows.map((row) => present(row) as AuditEntry)
  },
  actors: (scope, text, limit) =>
    db.$queryRaw`
      SELECT p."id", p."name" FROM "Person" p WHERE p."searchKey" LIKE ${`%${searchKey(text)}%`}
        AND EXISTS (SELECT 1 FROM "AuditEvent" e WHERE e."actor" = p."id" AND ${isVisible(scope, today())})
      ORDER BY p."name" COLLATE "C", p."id" LIMIT ${limit}::int`,
})

function matches({ since, actor, unit }: AuditFilter, day: string): Prisma.Sql {
  const conditions = [Prisma.sql`TRUE`]
  if (since) conditions.push(Prisma.sql`e."at" >= ${since.toISOString()}::timestamptz`)
  if (actor) conditions.push(Prisma.sql`e."actor" = ${actor}`)
  if (unit) conditions.push(concerns(idsNow([unit], day)))
  return Prisma.join(conditions, ' AND ')
}

/** Whoever sees part of the tree sees what was done there. */
export const isVisible = (scope: Scope, day: string): Prisma.Sql =>
  scope.roots === 'everything' ? Prisma.sql`TRUE` : concerns(idsOf(scope, day))

/** Done by those who hold a role for one of the units, or to the units and their submissions. */
const concerns = (units: Prisma.Sql): Prisma.Sql => Prisma.sql`(
  e."actor" IN (SELECT r."personId" FROM "RoleAssignment" r WHERE r."unitId" IN (${units}))
  OR ${SUBJECT} IN (SELECT o."id" FROM "OrgUnit" o WHERE o."id" IN (${units}))
  OR ${SUBJECT} IN (SELECT o."code" FROM "OrgUnit" o WHERE o."id" IN (${units}))
  OR ${SUBJECT} IN (SELECT b."id" FROM "Submission" b WHERE b."unitId" IN (${units})))`
