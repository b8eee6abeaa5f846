import { randomUUID } from 'node:crypto'
import type { GroupId } from '../domain/brand.ts'
import type { DigestRow, DigestStore } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import type { Db, StoreContext } from './context.ts'

export const createDigestStore = ({ db }: StoreContext): DigestStore => ({
  last: async (group) => (await selectLatest(db, Prisma.sql`d."groupId" = ${group}`, 1))[0],
  find: async (group, week) =>
    (await selectLatest(db, Prisma.sql`d."groupId" = ${group} AND d."week" = ${week}`, 1))[0],
  before: async (group, week) =>
    (await selectLatest(db, Prisma.sql`d."groupId" = ${group} AND d."week" < ${week}`, 1))[0],
  latest: (group, limit) => selectLatest(db, Prisma.sql`d."groupId" = ${group}`, limit),
  lastOf: async (groups) => {
    const rows = await db.$queryRaw<(Omit<DigestRow, 'delivery'> & { group: GroupId })[]>`
      SELECT DISTINCT ON (d."groupId") d."groupId" AS group, d."week", d."asOf", d."snapshot", d."outcome"
      FROM "Digest" d WHERE d."groupId" = ANY(${groups}::text[]) ORDER BY d."groupId", d."week" COLLATE "C" DESC`
    return new Map(rows.map(({ group, ...row }) => [group, row]))
  },
  add: async (group, { week, asOf, snapshot, outcome, outbox }) => {
    const count = await db.$executeRaw`
      INSERT INTO "Digest" ("id", "groupId", "week", "asOf", "snapshot", "outcome", "outboxId")
      VALUES (${randomUUID()}, ${group}, ${week}, ${asOf.toISOString()}::timestamptz, ${JSON.stringify(snapshot)}::jsonb,
        ${outcome}, ${outbox ?? null})
      ON CONFLICT ("groupId", "week") DO NOTHING`
    return count === 1
  },
})

interface DigestRecord extends Omit<DigestRow, 'delivery'> {
  readonly delivery: NonNullable<DigestRow['delivery']> | null
}

/** Newest week first. */
async function selectLatest(db: Db, condition: Prisma.Sql, limit: number): Promise<DigestRow[]> {
  const rows = await db.$queryRaw<DigestRecord[]>`
    SELECT d."week", d."asOf", d."snapshot", d."outcome", o."state" AS delivery
    FROM "Digest" d LEFT JOIN "Outbox" o ON o."id" = d."outboxId"
    WHERE ${condition} ORDER BY d."week" COLLATE "C" DESC LIMIT ${limit}::int`
  return rows.map(({ delivery, ...row }) => ({ ...row, ...(delivery && { delivery }) }))
}
