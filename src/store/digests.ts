import { randomUUID } from 'node:crypto'
import type { DigestRow, DigestStore } from '../usecases/ports.ts'
import type { StoreContext } from './context.ts'

const COLUMNS = { week: true, asOf: true, snapshot: true, outcome: true } as const

export const createDigestStore = ({ db }: StoreContext): DigestStore => ({
  last: async (groupId) =>
    toRow(await db.digest.findFirst({ where: { groupId }, orderBy: { week: 'desc' }, select: COLUMNS })),
  find: async (groupId, week) =>
    toRow(await db.digest.findUnique({ where: { groupId_week: { groupId, week } }, select: COLUMNS })),
  add: async (group, { week, asOf, snapshot, outcome, outbox }) => {
    const count = await db.$executeRaw`
      INSERT INTO "Digest" ("id", "groupId", "week", "asOf", "snapshot", "outcome", "outboxId")
      VALUES (${randomUUID()}, ${group}, ${week}, ${asOf.toISOString()}::timestamptz, ${JSON.stringify(snapshot)}::jsonb,
        ${outcome}, ${outbox ?? null})
      ON CONFLICT ("groupId", "week") DO NOTHING`
    return count === 1
  },
})

const toRow = (row: (Omit<DigestRow, 'outcome'> & { outcome: string }) | null): DigestRow | undefined =>
  row === null ? undefined : { ...row, outcome: row.outcome as DigestRow['outcome'] }
