import type { Held, OutboxRow } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import type { StoreContext } from './context.ts'
import { type OutboxRecord, outboxColumns, toOutboxRow } from './outbox-rows.ts'
import { violatedUnique } from './unique-violation.ts'

/**
 * Takes the most urgent due message, oldest first, of the chats that have none on its way and are not held. A message that waits to be tried again,
 * or whose kind is held, holds back the later ones of its chat that are no more urgent, so that their order stays.
 * Must run outside a transaction: the claim has to be kept before anything is sent.
 */
export async function claimNext(
  { prepared }: Pick<StoreContext, 'prepared'>,
  instance: string,
  now: Date,
  held: Held,
): Promise<OutboxRow | undefined> {
  try {
    const [row] = await prepared<OutboxRecord>(claim(instance, now.toISOString(), held))
    return row && toOutboxRow(row)
  } catch (error) {
    // Another process took a message of the same chat at the same moment; the next turn sees it.
    if (violatedUnique(error) === 'Outbox_one_in_flight') return undefined
    throw error
  }
}

const claim = (instance: string, now: string, { chats, kinds }: Held): Prisma.Sql => Prisma.sql`
  UPDATE "Outbox" o SET "state" = 'sending', "sender" = ${instance}, "attempts" = o."attempts" + 1
  WHERE o."id" = (
    SELECT d."id" FROM "Outbox" d
    WHERE d."state" = 'pending' AND d."notBefore" <= ${now}::timestamptz
      AND d."chatId" <> ALL(${chats.map(String)}::bigint[]) AND d."kind" <> ALL(${kinds}::text[])
      AND NOT EXISTS (SELECT 1 FROM "Outbox" f WHERE f."chatId" = d."chatId" AND f."state" = 'sending')
      AND NOT EXISTS (SELECT 1 FROM "Outbox" w WHERE ${isHoldingBack(now, kinds)})
    ORDER BY d."priority", d."createdAt", d."id" LIMIT 1 FOR UPDATE SKIP LOCKED)
  RETURNING ${outboxColumns('o')}`

const isHoldingBack = (now: string, kinds: readonly string[]): Prisma.Sql => Prisma.sql`
  w."chatId" = d."chatId" AND w."state" = 'pending'
  AND CASE WHEN w."notBefore" > ${now}::timestamptz THEN w."attempts" > 0 ELSE w."kind" = ANY(${kinds}::text[]) END
  AND (w."priority", w."createdAt", w."id") < (d."priority", d."createdAt", d."id")`
