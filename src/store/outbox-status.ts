import type { OutboxStatus } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import type { Db } from './context.ts'
import { present } from './rows.ts'

interface Counted {
  readonly waiting: number
  readonly oldestDueAt: Date | null
  readonly sending: number
  readonly planned: number
  readonly inDoubt: number
}

/** Counts the messages of alias `o` for which the condition holds. */
export async function readOutboxStatus(
  db: Db,
  condition: Prisma.Sql,
  now: Date,
  lostSince: Date,
): Promise<OutboxStatus> {
  const isWaiting = Prisma.sql`o."state" = 'pending' AND o."dueAt" <= ${now.toISOString()}::timestamptz`
  const [counted] = await db.$queryRaw<Counted[]>`
    SELECT count(*) FILTER (WHERE ${isWaiting})::int AS waiting, min(o."dueAt") FILTER (WHERE ${isWaiting}) AS "oldestDueAt",
      count(*) FILTER (WHERE o."state" = 'sending')::int AS sending,
      count(*) FILTER (WHERE o."state" = 'pending' AND NOT (${isWaiting}))::int AS planned,
      count(*) FILTER (WHERE o."state" = 'in-doubt')::int AS "inDoubt"
    FROM "Outbox" o WHERE o."state" IN ('pending', 'sending', 'in-doubt') AND ${condition}`
  const lost = await db.$queryRaw<OutboxStatus['lost'][number][]>`
    SELECT o."reason", count(*)::int AS count FROM "Outbox" o
    WHERE o."state" IN ('failed', 'dropped') AND o."reason" <> 'nothing-to-say' AND o."endedAt" >= ${lostSince.toISOString()}::timestamptz
      AND ${condition}
    GROUP BY 1 ORDER BY 2 DESC, 1`
  if (!counted) throw new Error('counting gives one row')
  return { ...present(counted), lost }
}
