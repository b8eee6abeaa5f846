import { randomUUID } from 'node:crypto'
import type { Scope } from '../domain/access.ts'
import type { OutboxId } from '../domain/brand.ts'
import type { OutboxMessage, OutboxStore } from '../usecases/ports.ts'
import { isDead } from './alive-sql.ts'
import { claimNext } from './claim-next.ts'
import { Prisma } from './client/client.ts'
import type { Db, StoreContext } from './context.ts'
import { type OutboxRecord, outboxColumns, toOutboxRow } from './outbox-rows.ts'
import { isInScope } from './scope-sql.ts'
import { toOutcomeColumns } from './send-outcome.ts'

export const createOutboxStore = (context: StoreContext): OutboxStore => {
  const { db } = context
  const isVisible = (scope: Scope) => isChatInScope(scope, context.today())
  return {
    enqueue: async (message, at) => {
      const id = await enqueue(db, message, at)
      if (id !== undefined) context.queued()
      return id
    },
    claimNext: (instance, now) => claimNext(db, instance, now),
    record: async (id, outcome, at) => {
      await db.outbox.updateMany({ where: { id, state: 'sending' }, data: toOutcomeColumns(outcome, at) })
    },
    doubtAbandoned: async (instance, now) => {
      const rows = await db.$queryRaw<OutboxRecord[]>`
        UPDATE "Outbox" o SET "state" = 'in-doubt', "error" = 'the process that was sending it ended'
        WHERE o."state" = 'sending' AND ${isDead(context, 'o."sender"', instance, now)} RETURNING ${outboxColumns('o')}`
      return rows.map(toOutboxRow)
    },
    listInDoubt: async (scope) => {
      const rows = await db.$queryRaw<OutboxRecord[]>`
        SELECT ${outboxColumns('o')} FROM "Outbox" o WHERE o."state" = 'in-doubt' AND ${isVisible(scope)}
        ORDER BY o."createdAt", o."id"`
      return rows.map(toOutboxRow)
    },
    sendAgain: async (scope, id, attempts, now) => {
      const count = await db.$executeRaw`
        UPDATE "Outbox" o SET "state" = 'pending', "notBefore" = ${now.toISOString()}::timestamptz, "sender" = NULL
        WHERE o."id" = ${id} AND o."state" IN ('in-doubt', 'failed') AND o."attempts" = ${attempts}::int AND ${isVisible(scope)}`
      if (count === 1) context.queued()
      return count === 1
    },
    nextDue: async () => {
      const [row] = await db.$queryRaw<{ at: Date | null }[]>`
        SELECT min(o."notBefore") AS at FROM "Outbox" o WHERE o."state" = 'pending'
          AND NOT EXISTS (SELECT 1 FROM "Outbox" f WHERE f."chatId" = o."chatId" AND f."state" = 'sending')`
      return row?.at ?? undefined
    },
  }
}

async function enqueue(db: Db, message: OutboxMessage, at: Date): Promise<OutboxId | undefined> {
  const id = randomUUID() as string as OutboxId
  const count = await db.$executeRaw`
    INSERT INTO "Outbox" ("id", "chatId", "threadId", "kind", "params", "locale", "priority", "dedupeKey", "notBefore", "createdAt")
    VALUES (${id}, ${message.chatId}::bigint, ${message.threadId ?? null}::int, ${message.kind},
      ${JSON.stringify(message.params)}::jsonb, ${message.locale}, ${message.priority}::int, ${message.dedupeKey ?? null},
      ${message.notBefore.toISOString()}::timestamptz, ${at.toISOString()}::timestamptz)
    ON CONFLICT ("dedupeKey") DO NOTHING`
  return count === 1 ? id : undefined
}

/** True for the groups of units in scope, and the private chats of people holding a role there. */
const isChatInScope = (scope: Scope, today: string): Prisma.Sql =>
  scope.roots === 'everything'
    ? Prisma.sql`TRUE`
    : Prisma.sql`(
        EXISTS (SELECT 1 FROM "Group" g WHERE g."chatId" = o."chatId" AND ${isInScope(scope, 'g."unitId"', today)})
        OR EXISTS (SELECT 1 FROM "Person" p JOIN "RoleAssignment" r ON r."personId" = p."id"
          WHERE p."telegramUserId" = o."chatId" AND ${isInScope(scope, 'r."unitId"', today)}))`
