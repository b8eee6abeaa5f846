import type { Scope } from '../domain/access.ts'
import type { PersonId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import { searchKey } from '../domain/search-key.ts'
import type { Person, PersonStore } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import type { Db, StoreContext } from './context.ts'
import { likePatterns } from './like-patterns.ts'
import { selectPeople } from './person-sql.ts'
import { createRoleStore } from './roles.ts'
import { isInScope, isValidOn } from './scope-sql.ts'

export const createPersonStore = (context: StoreContext): PersonStore => {
  const { db } = context
  const findFirst = async (condition: Prisma.Sql): Promise<Person | undefined> =>
    (await selectPeople(db, context.today(), condition))[0]
  const get = async (id: PersonId): Promise<Person> => {
    const person = await findFirst(Prisma.sql`p."id" = ${id}`)
    if (person === undefined) throw new DomainError('not-registered')
    return person
  }
  return {
    ...createRoleStore(context),
    get,
    findByTelegram: (telegramUserId) => findFirst(Prisma.sql`p."telegramUserId" = ${telegramUserId}::bigint`),
    upsert: async ({ telegramUserId, name, locale }) => {
      const { id } = await db.person.upsert({
        where: { telegramUserId },
        create: { telegramUserId, name, locale, searchKey: searchKey(name) },
        update: { name, searchKey: searchKey(name) },
        select: { id: true },
      })
      return get(id as PersonId)
    },
    setLocale: (id, locale) => update(context, id, { locale }),
    setConsent: (id, at, consents) =>
      update(context, id, { consentedAt: consents ? at : null, declinedAt: consents ? null : at }),
    setBlocked: async (telegramUserId, at) => {
      const was = at === null ? { not: null } : null
      const { count } = await db.person.updateMany({
        where: { telegramUserId, blockedAt: was },
        data: { blockedAt: at },
      })
      return count === 1
    },
    setPhone: (id, encrypted, hash) =>
      update(context, id, { phone: new Uint8Array(encrypted), phoneHash: hash }),
    setMenu: (id, menu) => update(context, id, { menu }),
    suspend: (id, at) => update(context, id, { suspendedAt: at }),
    search: (scope, text, limit) => searchPeople(context, scope, text, limit),
    moveTelegram: (id, telegramUserId) =>
      context.atomically((inside) => moveTelegram(inside, id, telegramUserId)),
  }
}

function searchPeople(context: StoreContext, scope: Scope, text: string, limit: number): Promise<Person[]> {
  const today = context.today()
  return selectPeople(
    context.db,
    today,
    Prisma.sql`p."searchKey" LIKE ALL (${likePatterns(text)}::text[]) AND p."deletedAt" IS NULL AND EXISTS (
      SELECT 1 FROM "RoleAssignment" h WHERE h."personId" = p."id" AND ${isValidOn('h', today)}
        AND ${isInScope(scope, 'h."unitId"', today)})`,
    limit,
  )
}

/** A person of the new account who never held a role has nothing to lose but the account. */
async function moveTelegram(db: Db, id: PersonId, telegramUserId: number): Promise<boolean> {
  const other = await db.person.findUnique({ where: { telegramUserId }, include: { roles: true } })
  if (other && other.id !== id) {
    if (other.roles.length > 0) return false
    await db.person.update({ where: { id: other.id }, data: { telegramUserId: null } })
  }
  await db.person.update({ where: { id }, data: { telegramUserId, blockedAt: null, menu: null } })
  return true
}

/** Throws: not-registered when there is no such person. */
async function update(
  context: StoreContext,
  id: PersonId,
  data: Prisma.PersonUpdateManyMutationInput,
): Promise<void> {
  const { count } = await context.db.person.updateMany({ where: { id }, data })
  if (count === 0) throw new DomainError('not-registered')
}
