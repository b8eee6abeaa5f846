import type { InvitationId } from '../domain/brand.ts'
import type { Invitation, InvitationInput, InvitationStore, OpenInvitation } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import type { StoreContext } from './context.ts'
import { present, presentFirst } from './rows.ts'
import { isInScope } from './scope-sql.ts'

type Nullable<T> = { [K in keyof T]-?: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K] }

const SELECT_INVITATION = Prisma.sql`SELECT "id", "role", "unitId" AS unit, "phoneHash", "personId" AS person, "expiresAt",
  "claimedBy", "revokedAt" IS NOT NULL AS "isRevoked" FROM "Invitation"`

export const createInvitationStore = ({ db, today }: StoreContext): InvitationStore => ({
  create: async (input) => {
    const { id } = await db.invitation.create({ data: rowOf(input), select: { id: true } })
    return id as InvitationId
  },
  createAll: async (inputs) => {
    const select = { id: true, tokenHash: true } as const
    const made = await db.invitation.createManyAndReturn({ data: inputs.map(rowOf), select })
    const ids = new Map(made.map(({ id, tokenHash }) => [tokenHash, id as InvitationId]))
    return inputs.map(({ tokenHash }) => ids.get(tokenHash) as InvitationId)
  },
  findByHash: async (tokenHash) => {
    const rows = await db.$queryRaw<
      Nullable<Invitation>[]
    >`${SELECT_INVITATION} WHERE "tokenHash" = ${tokenHash}`
    return presentFirst(rows)
  },
  find: async (scope, id) => {
    const rows = await db.$queryRaw<Nullable<Invitation>[]>`
      ${SELECT_INVITATION} i WHERE i."id" = ${id} AND ${isInScope(scope, 'i."unitId"', today())}`
    return presentFirst(rows)
  },
  listOpen: async (scope, now) => {
    const rows = await db.$queryRaw<Nullable<OpenInvitation>[]>`
      SELECT i."id", i."role", i."unitId" AS unit, i."phoneHash", i."personId" AS person, i."expiresAt",
        i."forName",
        u."name" AS "unitName", u."code" AS "unitCode"
      FROM "Invitation" i JOIN "OrgUnit" u ON u."id" = i."unitId"
      WHERE i."claimedBy" IS NULL AND i."revokedAt" IS NULL AND i."expiresAt" > ${now.toISOString()}::timestamptz
        AND ${isInScope(scope, 'i."unitId"', today())}
      ORDER BY u."code" COLLATE "C", i."role", i."createdAt", i."id"`
    return rows.map(present)
  },
  listClaimed: async (by) => {
    const rows = await db.$queryRaw<Nullable<Invitation>[]>`
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
  revokeAll: async (scope, ids, at) => {
    await db.$executeRaw`
      UPDATE "Invitation" i SET "revokedAt" = ${at.toISOString()}::timestamptz
      WHERE i."id" = ANY(${ids}::text[]) AND i."revokedAt" IS NULL AND ${isInScope(scope, 'i."unitId"', today())}`
  },
  countTries: (telegramUserId, since, kind = 'token') =>
    db.invitationTry.count({ where: { telegramUserId, kind, at: { gte: since } } }),
  listTries: async (telegramUserId, since, kind) => {
    const where = { telegramUserId, kind, at: { gte: since } }
    return (await db.invitationTry.findMany({ where, orderBy: { at: 'asc' } })).map(({ at }) => at)
  },
  recordTry: async (telegramUserId, at, kind = 'token') => {
    await db.invitationTry.create({ data: { telegramUserId, kind, at } })
  },
})

const rowOf = ({ unit, person, ...input }: InvitationInput) => ({
  ...{ ...input, unitId: unit, personId: person ?? null },
})
