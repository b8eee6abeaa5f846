import type { PersonId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import { searchKey } from '../domain/search-key.ts'
import type { PersonalDataStore, PersonalRecord } from '../usecases/ports.ts'
import type { StoreContext } from './context.ts'
import { forgetPerson } from './forget-person.ts'
import { present } from './rows.ts'

type Look = Awaited<ReturnType<PersonalDataStore['looks']>>[number]

export const createPersonalDataStore = (context: StoreContext): PersonalDataStore => {
  const { db } = context
  return {
    get: (id) => getRecord(context, id),
    rename: async (id, name) => {
      await db.person.updateMany({ where: { id }, data: { name, searchKey: searchKey(name) } })
    },
    forgetPhone: async (id) => {
      await db.person.updateMany({ where: { id }, data: { phone: null, phoneHash: null } })
    },
    setDeleteAfter: async (id, at) => {
      await db.person.updateMany({ where: { id, deletedAt: null }, data: { deleteAfter: at } })
    },
    listToForget: (...which) => listToForget(context, ...which),
    forget: (id, on, at) => context.atomically((inside) => forgetPerson(inside, id, on, at)),
    noteLook: async (people, by, what, at) => {
      const rows = people
        .filter((personId) => personId !== by)
        .map((personId) => ({ personId, by, what, at }))
      await db.personLook.createMany({ data: rows })
    },
    looks: (id, limit) => db.$queryRaw<Look[]>`
      SELECT l."by", p."name", l."what", l."at" FROM "PersonLook" l JOIN "Person" p ON p."id" = l."by"
      WHERE l."personId" = ${id} ORDER BY l."at" DESC, l."id" DESC LIMIT ${limit}::int`,
    forgetOld: (before) => forgetOld(context, before),
  }
}

async function getRecord({ db }: StoreContext, id: PersonId): Promise<PersonalRecord> {
  const [row] = await db.$queryRaw<RecordRow[]>`
    SELECT p."name", p."locale", p."telegramUserId", p."phone", p."phoneHash", p."createdAt", p."consentedAt", p."suspendedAt",
      p."deleteAfter", (SELECT count(*)::int FROM "Revision" r WHERE r."submittedBy" = p."id") AS revisions
    FROM "Person" p WHERE p."id" = ${id}`
  if (!row) throw new DomainError('not-registered')
  const { telegramUserId, ...record } = row
  return {
    ...present(record),
    ...(telegramUserId !== null && { telegramUserId: Number(telegramUserId) }),
  }
}

interface RecordRow {
  readonly name: string
  readonly locale: PersonalRecord['locale']
  readonly telegramUserId: bigint | null
  readonly phone: Uint8Array | null
  readonly phoneHash: string | null
  readonly createdAt: Date
  readonly consentedAt: Date | null
  readonly suspendedAt: Date | null
  readonly deleteAfter: Date | null
  readonly revisions: number
}

/** Without a role means: none today, none to come, and none that ended since then. */
async function listToForget(
  { db }: StoreContext,
  now: Date,
  idleSince: Date,
  keep: readonly number[],
): Promise<readonly PersonId[]> {
  const rows = await db.$queryRaw<{ id: PersonId }[]>`
    SELECT p."id" FROM "Person" p WHERE p."deletedAt" IS NULL AND (
      p."deleteAfter" <= ${now.toISOString()}::timestamptz
      OR ((p."telegramUserId" = ANY(${keep}::bigint[])) IS NOT TRUE AND p."createdAt" < ${idleSince.toISOString()}::timestamptz AND NOT EXISTS (
        SELECT 1 FROM "RoleAssignment" r WHERE r."personId" = p."id"
          AND (r."validTo" IS NULL OR r."validTo" > ${idleSince.toISOString()}::timestamptz::date))))
    ORDER BY p."id"`
  return rows.map(({ id }) => id)
}

/** Of messages that were sent, what they were about is forgotten; that they were stays, so that none is sent twice. */
async function forgetOld(
  { db }: StoreContext,
  before: Parameters<PersonalDataStore['forgetOld']>[0],
): Promise<number> {
  const looks = await db.personLook.deleteMany({ where: { at: { lt: before.looks } } })
  const tries = await db.invitationTry.deleteMany({ where: { at: { lt: before.tries } } })
  const codes = await db.groupCode.deleteMany({ where: { expiresAt: { lt: before.tries } } })
  const topics = await db.askTopic.deleteMany({ where: { at: { lt: before.tries } } })
  const messages = await db.$executeRaw`
    UPDATE "Outbox" SET "params" = '{}' WHERE "state" IN ('sent', 'dropped')
      AND "createdAt" < ${before.messages.toISOString()}::timestamptz AND "params" <> '{}'`
  const names = await db.invitation.updateMany({
    where: {
      OR: [
        { claimedAt: { lt: before.messages } },
        { revokedAt: { lt: before.messages } },
        { expiresAt: { lt: before.messages } },
      ],
      NOT: { forName: null, phoneHash: null },
    },
    data: { forName: null, phoneHash: null },
  })
  return looks.count + tries.count + codes.count + topics.count + messages + names.count
}
