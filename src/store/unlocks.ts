import type { UnlockId } from '../domain/brand.ts'
import type { Unlock, UnlockStore } from '../usecases/ports.ts'
import type { StoreContext } from './context.ts'
import { presentFirst } from './rows.ts'

type UnlockRecord = Omit<Unlock, 'openUntil'> & { readonly openUntil: Date | null }

export const createUnlockStore = ({ db }: StoreContext): UnlockStore => ({
  ask: async ({ submission, reason, by }, at) => {
    const data = { submissionId: submission, reason, askedBy: by, askedAt: at }
    const { id } = await db.unlock.create({ data, select: { id: true } })
    return id as UnlockId
  },
  find: async (id) =>
    presentFirst(
      await db.$queryRaw<UnlockRecord[]>`
        SELECT "id", "submissionId" AS submission, "reason", "askedBy", "decidedAt" IS NOT NULL AS "isDecided", "openUntil"
        FROM "Unlock" WHERE "id" = ${id}`,
    ),
  decide: async (id, decidedBy, decidedAt, openUntil) => {
    const { count } = await db.unlock.updateMany({
      where: { id, decidedAt: null },
      data: { decidedBy, decidedAt, openUntil: openUntil ?? null },
    })
    return count === 1
  },
  openUntil: async (submissionId) => {
    const { _max } = await db.unlock.aggregate({ where: { submissionId }, _max: { openUntil: true } })
    return _max.openUntil ?? undefined
  },
})
