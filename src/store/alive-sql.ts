import { Prisma } from './client/client.ts'
import type { StoreContext } from './context.ts'

/**
 * True when the instance in the column no longer runs: nobody but `mine` runs on the embedded database; on a server it is one that
 * was not seen for a minute by the server's own clock, as those of its processes may differ, or is unknown.
 */
export const isDead = (
  { isEmbedded }: Pick<StoreContext, 'isEmbedded'>,
  column: string,
  mine: string,
): Prisma.Sql => {
  const instance = Prisma.raw(column)
  if (isEmbedded) return Prisma.sql`(${instance} <> ${mine})`
  return Prisma.sql`(${instance} <> ${mine} AND NOT EXISTS (
    SELECT 1 FROM "Instance" alive WHERE alive."id" = ${instance} AND alive."seenAt" >= clock_timestamp() - interval '1 minute'))`
}
