import { Prisma } from './client/client.ts'
import type { StoreContext } from './context.ts'

const SILENT_AFTER_MS = 60_000

/**
 * True when the instance in the column no longer runs: nobody but `mine` runs on the embedded database;
 * on a server it is one that was not seen for a minute, or is unknown.
 */
export const isDead = (
  { isEmbedded }: Pick<StoreContext, 'isEmbedded'>,
  column: string,
  mine: string,
  now: Date,
): Prisma.Sql => {
  const instance = Prisma.raw(column)
  if (isEmbedded) return Prisma.sql`(${instance} <> ${mine})`
  const since = new Date(now.getTime() - SILENT_AFTER_MS).toISOString()
  return Prisma.sql`(${instance} <> ${mine} AND NOT EXISTS (
    SELECT 1 FROM "Instance" alive WHERE alive."id" = ${instance} AND alive."seenAt" >= ${since}::timestamptz))`
}
