import type { PersonId } from '../domain/brand.ts'
import type { Addressee, BroadcastStore } from '../usecases/ports.ts'
import type { StoreContext } from './context.ts'
import { idsBelow, isInScope, isValidOn } from './scope-sql.ts'

type Found = Omit<Addressee, 'telegramUserId'> & { readonly telegramUserId: bigint }

/** Messages to many are rows of the outbox whose dedupe key begins with `broadcast:<id>:`; who sent them is in the audit. */
export const createBroadcastStore = ({ db, today }: StoreContext): BroadcastStore => ({
  async recipients(scope, unit, roles) {
    const rows = await db.$queryRaw<Found[]>`
      SELECT p."id", p."telegramUserId", p."locale" FROM "Person" p
      WHERE p."telegramUserId" IS NOT NULL AND p."consentedAt" IS NOT NULL AND p."suspendedAt" IS NULL AND p."blockedAt" IS NULL
        AND EXISTS (SELECT 1 FROM "RoleAssignment" r WHERE r."personId" = p."id" AND r."state" = 'active'
          AND r."role" = ANY(${[...roles]}::text[]) AND ${isValidOn('r', today())}
          AND r."unitId" IN (${idsBelow([unit], today())}) AND ${isInScope(scope, 'r."unitId"', today())})
      ORDER BY p."id" COLLATE "C"`
    return rows.map((row) => ({ ...row, telegramUserId: Number(row.telegramUserId) }))
  },
  async progress(id) {
    const rows = await db.$queryRaw<{ state: string; count: number }[]>`
      SELECT o."state", count(*)::int AS count FROM "Outbox" o WHERE starts_with(o."dedupeKey", ${`broadcast:${id}:`}) GROUP BY o."state"`
    const of = (...states: readonly string[]) =>
      rows.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0)
    const [sent] = await db.$queryRaw<{ actor: string }[]>`
      SELECT e."actor" FROM "AuditEvent" e WHERE e."subject" = ${`broadcast:${id}`} AND e."action" = 'broadcast.send' LIMIT 1`
    return {
      ...{ waiting: of('pending', 'sending'), sent: of('sent'), stopped: of('dropped') },
      ...{ failed: of('failed', 'in-doubt'), ...(sent && { by: sent.actor as PersonId }) },
    }
  },
  stop: (id) =>
    db.$executeRaw`UPDATE "Outbox" o SET "state" = 'dropped', "error" = 'stopped by the sender'
      WHERE starts_with(o."dedupeKey", ${`broadcast:${id}:`}) AND o."state" = 'pending'`,
})
