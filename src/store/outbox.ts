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
    claimNext: (instance, now, held) => claimNext(context, instance, now, held),
    record: async ({ id, attempts }, outcome, at) => {
      const { count } = await db.outbox.updateMany({
        where: { id, attempts, state: { in: ['sending', 'in-doubt'] } },
        data: toOutcomeColumns(outcome, at),
      })
      return count === 1
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
      const dropped = toOutcomeColumns(
        { kind: 'dropped', reason: 'superseded', error: 'a newer one is due' },
        at,
      )
      const { count } = await db.outbox.updateMany({
        where: { chatId, kind, state: 'pending' },
        data: dropped,
      })
      return count
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

async function enqueue(db: Db, message: OutboxMessage, at: Date): Promise<OutboxId | undefined> {
  const id = randomUUID() as string as OutboxId
  const count = await db.$executeRaw`
    INSERT INTO "Outbox" ("id", "chatId", "threadId", "kind", "params", "locale", "priority", "dedupeKey", "notBefore", "dueAt", "createdAt")
    VALUES (${id}, ${message.chatId}::bigint, ${message.threadId ?? null}::int, ${message.kind},
      ${JSON.stringify(message.params)}::jsonb, ${message.locale}, ${message.priority}::int, ${message.dedupeKey ?? null},
      ${message.notBefore.toISOString()}::timestamptz, ${message.notBefore.toISOString()}::timestamptz, ${at.toISOString()}::timestamptz)
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
