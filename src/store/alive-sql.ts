import { Prisma } from './client/client.ts'
import type { StoreContext } from './context.ts'
import { isHeld } from './exclusively.ts'

/**
 * True when the instance in the column no longer runs: nobody but `mine` runs on the embedded database; on a server it is one that
 * was not seen for a minute by the server's own clock, as those of its processes may differ, or is unknown.
 */
export const isDead = (
  { isEmbedded }: Pick<StoreContext, 'isEmbedded'>,
  column: string,
  mine: string | Prisma.Sql,
): Prisma.Sql => {
  const instance = Prisma.raw(column)
  if (isEmbedded) return Prisma.sql`(${instance} <> ${mine})`
  return Prisma.sql`(${instance} <> ${mine} AND NOT EXISTS (
    SELECT 1 FROM "Instance" alive WHERE alive."id" = ${instance} AND alive."seenAt" >= clock_timestamp() - interval '1 minute'))`
}

/** Name of the lock an instance holds while it lives; a process that dies lets go of it at once. */
export const lifeOf = (instance: string): string => `instance ${instance}`

/**
 * True when the instance in the column is known to be gone: as `isDead`, and on a server also as soon as its lock is free, for what does
 * no harm should only its connection be lost.
 */
export const isGone = (
  context: Pick<StoreContext, 'isEmbedded' | 'hold'>,
  column: string,
  mine: string | Prisma.Sql,
): Prisma.Sql => {
  const dead = isDead(context, column, mine)
  if (!context.hold) return dead
  const instance = Prisma.raw(column)
  return Prisma.sql`(${instance} <> ${mine} AND (${dead} OR NOT ${isHeld(Prisma.sql`'instance ' || ${instance}`)}))`
}
