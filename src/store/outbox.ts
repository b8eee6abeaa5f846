import { randomUUID } from 'node:crypto'
import type { Scope } from '../domain/access.ts'
import type { OutboxId } from '../domain/brand.ts'
import type { OutboxMessage, OutboxStore } from '../usecases/ports.ts'
import { isDead } from './alive-sql.ts'
import { claimNext } from './claim-next.ts'
import { Prisma } from './client/client.ts'
import type { Db, StoreContext } from './context.ts'
import { type OutboxRecord, outboxColumns, toOutboxRow } from './outbox-rows.ts'
import { readOutboxStatus } from './outbox-status.ts'
import { isInScope } from './scope-sql.ts'
import { outcomeColumns } from './send-outcome.ts'

export const createOutboxStore = (context: StoreContext): OutboxStore => {
  const { db } = context
  const isVisible = (scope: Scope) => isChatInScope(scope, context.today())
  const enqueueAll = async (messages: readonly OutboxMessage[], at: Date) => {
    const ids = await insert(db, messages, at)
    if (ids.length > 0) context.queued()
    return ids
  }
  return {
    enqueue: async (message, at) => (await enqueueAll([message], at))[0],
    enqueueAll: async (messages, at) => (await enqueueAll(messages, at)).length,
    claimNext: (instance, now, held) => claimNext(context, instance, now, held),
    record: async ({ id, attempts }, outcome, at) => {
      const recorded = await context.prepared(Prisma.sql`
        UPDATE "Outbox" SET ${outcomeColumns(outcome, at)}
        WHERE "id" = ${id} AND "attempts" = ${attempts}::int AND "state" IN ('sending', 'in-doubt') RETURNING "id"`)
      return recorded.length === 1
    },
    doubtAbandoned: async (instance, now) => {
      const rows = await db.$queryRaw<OutboxRecord[]>`
        UPDATE "Outbox" o SET "state" = 'in-doubt', "error" = 'the process that was sending it ended',
          "endedAt" = ${now.toISOString()}::timestamptz
        WHERE o."state" = 'sending' AND ${isDead(context, 'o."sender"', instance)} RETURNING ${outboxColumns('o')}`
      return rows.map(toOutboxRow)
    },
    listInDoubt: async (scope) => {
      const rows = await db.$queryRaw<(OutboxRecord & { to: string | null })[]>`
        SELECT ${outboxColumns('o')}, COALESCE(
          (SELECT g."title" FROM "Group" g WHERE g."chatId" = o."chatId"),
          (SELECT p."name" FROM "Person" p WHERE p."telegramUserId" = o."chatId")) AS "to"
        FROM "Outbox" o WHERE o."state" = 'in-doubt' AND ${isVisible(scope)} ORDER BY o."createdAt", o."id"`
      return rows.map(({ to, ...record }) => ({ ...toOutboxRow(record), ...(to !== null && { to }) }))
    },
    sendAgain: (scope, id, attempts, now) =>
      requeue(
        context,
        now,
        Prisma.sql`o."id" = ${id} AND o."state" IN ('in-doubt', 'failed') AND o."attempts" = ${attempts}::int AND ${isVisible(scope)}`,
      ).then((count) => count === 1),
    sendAllAgain: (scope, doubtedBy, now) =>
      requeue(
        context,
        now,
        Prisma.sql`o."state" = 'in-doubt' AND COALESCE(o."endedAt", o."dueAt") <= ${doubtedBy.toISOString()}::timestamptz AND ${isVisible(scope)}`,
      ),
    supersede: async (chatId, kind, at) => {
      const dropped = { kind: 'dropped', reason: 'superseded', error: 'a newer one is due' } as const
      return db.$executeRaw`
        UPDATE "Outbox" SET ${outcomeColumns(dropped, at)}
        WHERE "chatId" = ${chatId}::bigint AND "kind" = ${kind} AND "state" = 'pending'`
    },
    status: (scope, now, lostSince) => readOutboxStatus(db, isVisible(scope), now, lostSince),
    forget: async (endedBefore) => {
      const { count } = await db.outbox.deleteMany({
        where: { state: { in: ['sent', 'dropped'] }, endedAt: { lt: endedBefore } },
      })
      return count
    },
  }
}

async function requeue(context: StoreContext, now: Date, condition: Prisma.Sql): Promise<number> {
  const count = await context.db.$executeRaw`
    UPDATE "Outbox" o SET "state" = 'pending', "notBefore" = ${now.toISOString()}::timestamptz,
      "dueAt" = ${now.toISOString()}::timestamptz, "sender" = NULL, "reason" = NULL, "endedAt" = NULL WHERE ${condition}`
  if (count > 0) context.queued()
  return count
}

/** Returns the ids of those that were not queued before. */
async function insert(db: Db, messages: readonly OutboxMessage[], at: Date): Promise<readonly OutboxId[]> {
  const rows = messages.map((message) => ({ ...message, id: randomUUID() }))
  const inserted = await db.$queryRaw<{ readonly id: OutboxId }[]>`
    INSERT INTO "Outbox" ("id", "chatId", "threadId", "kind", "params", "locale", "priority", "dedupeKey", "notBefore", "dueAt", "createdAt")
    SELECT i."id", i."chatId", i."threadId", i."kind", COALESCE(i."params", 'null'), i."locale", i."priority", i."dedupeKey",
      i."notBefore", i."notBefore", ${at.toISOString()}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS i("id" text, "chatId" bigint, "threadId" int, "kind" text, "params" jsonb,
      "locale" text, "priority" int, "dedupeKey" text, "notBefore" timestamptz)
    ON CONFLICT ("dedupeKey") DO NOTHING RETURNING "id"`
  return inserted.map(({ id }) => id)
}

/** True for the groups of units in scope, and the private chats of people holding a role there. */
const isChatInScope = (scope: Scope, today: string): Prisma.Sql =>
  scope.roots === 'everything'
    ? Prisma.sql`TRUE`
    : Prisma.sql`(
        EXISTS (SELECT 1 FROM "Group" g WHERE g."chatId" = o."chatId" AND ${isInScope(scope, 'g."unitId"', today)})
        OR EXISTS (SELECT 1 FROM "Person" p JOIN "RoleAssignment" r ON r."personId" = p."id"
          WHERE p."telegramUserId" = o."chatId" AND ${isInScope(scope, 'r."unitId"', today)}))`
