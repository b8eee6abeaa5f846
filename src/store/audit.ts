import type { Scope } from '../domain/access.ts'
import type { AuditStore } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import type { StoreContext } from './context.ts'
import { idsOf } from './scope-sql.ts'

type Listed = Awaited<ReturnType<AuditStore['list']>>[number]

export const createAuditStore = ({ db, today }: StoreContext): AuditStore => ({
  append: async ({ at, actor, action, subject, before, after }) => {
    await db.auditEvent.create({
      data: { at, actor, action, subject, ...jsonOf('before', before), ...jsonOf('after', after) },
      select: { id: true },
    })
  },
  list: (scope, { subject, limit }) => {
    const ofSubject = subject === undefined ? Prisma.sql`TRUE` : Prisma.sql`e."subject" = ${subject}`
    return db.$queryRaw<Listed[]>`
      SELECT e."at", e."actor", e."action", e."subject" FROM "AuditEvent" e
      WHERE ${ofSubject} AND ${isVisible(scope, today())} ORDER BY e."at" DESC, e."id" DESC LIMIT ${limit}::int`
  },
})

const jsonOf = <Name extends 'before' | 'after'>(
  name: Name,
  value: unknown,
): { [K in Name]?: Prisma.InputJsonValue } =>
  value === undefined || value === null ? {} : ({ [name]: value } as { [K in Name]?: Prisma.InputJsonValue })

/** Whoever sees part of the tree sees what was done there: by those who hold a role in it, or to its units and submissions. */
function isVisible(scope: Scope, day: string): Prisma.Sql {
  if (scope.roots === 'everything') return Prisma.sql`TRUE`
  const units = idsOf(scope, day)
  // A subject is an id or a code, with its kind before a colon or without.
  const subject = Prisma.sql`regexp_replace(e."subject", '^[a-zA-Z-]+:', '')`
  return Prisma.sql`(
    e."actor" IN (SELECT r."personId" FROM "RoleAssignment" r WHERE r."unitId" IN (${units}))
    OR ${subject} IN (SELECT u."id" FROM "OrgUnit" u WHERE u."id" IN (${units}))
    OR ${subject} IN (SELECT u."code" FROM "OrgUnit" u WHERE u."id" IN (${units}))
    OR ${subject} IN (SELECT s."id" FROM "Submission" s WHERE s."unitId" IN (${units})))`
}
