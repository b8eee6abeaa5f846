import type { AuditStore } from '../usecases/ports.ts'
import { createAuditPages, isVisible } from './audit-pages.ts'
import { Prisma } from './client/client.ts'
import type { StoreContext } from './context.ts'

type Listed = Awaited<ReturnType<AuditStore['list']>>[number]

export const createAuditStore = (context: StoreContext): AuditStore => ({
  ...createAuditPages(context),
  append: async (...events) => {
    const data = events.map(({ before, after, ...event }) => ({
      ...{ ...event, ...jsonOf('before', before), ...jsonOf('after', after) },
    }))
    await context.db.auditEvent.createMany({ data })
  },
  list: (scope, { subject, limit }) => {
    const ofSubject = subject === undefined ? Prisma.sql`TRUE` : Prisma.sql`e."subject" = ${subject}`
    return context.db.$queryRaw<Listed[]>`
      SELECT e."at", e."actor", e."action", e."subject" FROM "AuditEvent" e
      WHERE ${ofSubject} AND ${isVisible(scope, context.today())} ORDER BY e."at" DESC, e."id" DESC LIMIT ${limit}::int`
  },
})

const jsonOf = <Name extends 'before' | 'after'>(
  name: Name,
  value: unknown,
): { [K in Name]?: Prisma.InputJsonValue } =>
  value === undefined || value === null ? {} : ({ [name]: value } as { [K in Name]?: Prisma.InputJsonValue })
