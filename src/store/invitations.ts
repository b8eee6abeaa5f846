import type { InvitationId } from '../domain/brand.ts'
import type { Invitation, InvitationStore } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import type { StoreContext } from './context.ts'
import { present, presentFirst } from './rows.ts'
import { isInScope } from './scope-sql.ts'

type InvitationRecord = Omit<Invitation, 'phoneHash' | 'claimedBy'> & {
  readonly phoneHash: string | null
  readonly claimedBy: Invitation['claimedBy'] | null
}

const SELECT_INVITATION = Prisma.sql`SELECT "id", "role", "unitId" AS unit, "phoneHash", "expiresAt", "claimedBy",
  "revokedAt" IS NOT NULL AS "isRevoked" FROM "Invitation"`

export const createInvitationStore = ({ db, today }: StoreContext): InvitationStore => ({
  create: async ({ unit, ...input }) => {
    const { id } = await db.invitation.create({ data: { ...input, unitId: unit }, select: { id: true } })
    return id as InvitationId
  },
  findByHash: async (tokenHash) => {
    const rows = await db.$queryRaw<InvitationRecord[]>`${SELECT_INVITATION} WHERE "tokenHash" = ${tokenHash}`
    return presentFirst(rows)
  },
  find: async (scope, id) => {
    const rows = await db.$queryRaw<InvitationRecord[]>`
      ${SELECT_INVITATION} i WHERE i."id" = ${id} AND ${isInScope(scope, 'i."unitId"', today())}`
    return presentFirst(rows)
  },
  listClaimed: async (by) => {
    const rows = await db.$queryRaw<InvitationRecord[]>`
      ${SELECT_INVITATION} WHERE "claimedBy" = ${by} ORDER BY "claimedAt" DESC, "id"`
    return rows.map(present)
  },
  claim: async (id, by, at) => {
    const { count } = await db.invitation.updateMany({
      where: { id, claimedBy: null, revokedAt: null, expiresAt: { gt: at } },
      data: { claimedBy: by, claimedAt: at },
    })
    return count === 1
  },
  revoke: async (scope, id, at) => {
    const revoked = await db.$executeRaw`
      UPDATE "Invitation" i SET "revokedAt" = ${at.toISOString()}::timestamptz
      WHERE i."id" = ${id} AND i."revokedAt" IS NULL AND ${isInScope(scope, 'i."unitId"', today())}`
    return revoked === 1
  },
  countTries: (telegramUserId, since) =>
    db.invitationTry.count({ where: { telegramUserId, at: { gte: since } } }),
  recordTry: async (telegramUserId, at) => {
    await db.invitationTry.create({ data: { telegramUserId, at } })
  },
})
