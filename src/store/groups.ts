import { randomUUID } from 'node:crypto'
import type { OrgUnitId, PersonId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import type { Group, GroupStore } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import type { Db, StoreContext } from './context.ts'
import { migrateGroup } from './migrate-group.ts'
import { present } from './rows.ts'
import { isInScope } from './scope-sql.ts'

type GroupRecord = Omit<Group, 'chatId' | 'threadId' | 'unit' | 'linkedAt' | 'mutedUntil'> & {
  readonly chatId: bigint
  readonly threadId: number | null
  readonly unit: Group['unit'] | null
  readonly linkedAt: Date | null
  readonly mutedUntil: Date | null
}

const SELECT_GROUP = Prisma.sql`SELECT g."id", g."chatId", g."threadId", g."title", g."unitId" AS unit, g."state", g."locale",
  g."digestWeekday", g."digestTime", g."skipQuiet", g."mutedUntil", g."linkedAt" FROM "Group" g`

export const createGroupStore = (context: StoreContext): GroupStore => {
  const { db } = context
  const findByChat = async (chatId: number): Promise<Group | undefined> =>
    (await selectGroups(db, Prisma.sql`g."chatId" = ${chatId}::bigint`))[0]
  const getByChat = async (chatId: number): Promise<Group> => {
    const group = await findByChat(chatId)
    if (group === undefined) throw new DomainError('group-not-linked')
    return group
  }
  return {
    findByChat,
    see: async (chatId, title, at) => {
      await see(db, chatId, title, at)
      return getByChat(chatId)
    },
    link: async (scope, chatId, unit, by, at, threadId) => {
      await getByChat(chatId)
      const linked = await db.$executeRaw`
        UPDATE "Group" SET "unitId" = u."id", "state" = 'linked', "linkedBy" = ${by}, "linkedAt" = ${at.toISOString()}::timestamptz,
          "threadId" = ${threadId ?? null}::int, "toldAt" = NULL
        FROM "OrgUnit" u WHERE "chatId" = ${chatId}::bigint AND u."id" = ${unit} AND ${isInScope(scope, 'u."id"', context.today())}`
      if (linked === 0) throw new DomainError('unit-not-found')
      return getByChat(chatId)
    },
    unlink: async (scope, chatId) => {
      await db.$executeRaw`
        UPDATE "Group" g SET "unitId" = NULL, "state" = 'seen', "linkedBy" = NULL, "linkedAt" = NULL
        WHERE g."chatId" = ${chatId}::bigint AND ${isInScope(scope, 'g."unitId"', context.today())}`
    },
    leave: async (chatId) => {
      await db.group.updateMany({ where: { chatId }, data: { state: 'left', toldAt: null } })
    },
    setPublic: async (chatId, isPublic) => {
      const [before, after] = isPublic ? ['linked', 'public'] : ['public', 'linked']
      const { count } = await db.group.updateMany({
        where: { chatId, state: before },
        data: { state: after },
      })
      return count === 1
    },
    leaveTopic: async (chatId) => {
      await db.group.updateMany({ where: { chatId }, data: { threadId: null } })
    },
    migrate: (from, to) => context.atomically((inside) => migrateGroup(inside, from, to)),
    find: async (scope, id) =>
      (
        await selectGroups(
          db,
          Prisma.sql`g."id" = ${id} AND ${isInScope(scope, 'g."unitId"', context.today())}`,
        )
      )[0],
    configure: async (scope, id, settings) => {
      const [known] = await selectGroups(
        db,
        Prisma.sql`g."id" = ${id} AND ${isInScope(scope, 'g."unitId"', context.today())}`,
      )
      if (known) await db.group.update({ where: { id }, data: settings })
    },
    ...createUnlinkedGroups(context),
    list: (scope) => selectGroups(db, isInScope(scope, 'g."unitId"', context.today())),
  }
}

async function selectGroups(db: Db, condition: Prisma.Sql): Promise<Group[]> {
  const rows = await db.$queryRaw<GroupRecord[]>`
    ${SELECT_GROUP} WHERE ${condition} ORDER BY g."title" COLLATE "C", g."id"`
  return rows.map(({ chatId, ...group }) => ({ ...present(group), chatId: Number(chatId) }))
}

/** What befalls groups before they are linked. */
const createUnlinkedGroups = ({
  db,
}: StoreContext): Pick<GroupStore, 'tell' | 'listToLeave' | 'addCode' | 'takeCode'> => ({
  tell: async (chatId, at) => {
    const where = { chatId, unitId: null, toldAt: null }
    return (await db.group.updateMany({ where, data: { toldAt: at } })).count === 1
  },
  listToLeave: (toldBefore) =>
    selectGroups(
      db,
      Prisma.sql`g."state" = 'seen' AND g."unitId" IS NULL AND g."toldAt" < ${toldBefore.toISOString()}::timestamptz`,
    ),
  addCode: async ({ hash, person, unit, expiresAt }) => {
    await db.groupCode.create({ data: { codeHash: hash, personId: person, unitId: unit, expiresAt } })
  },
  takeCode: async (codeHash, at) => {
    const where = { codeHash, usedAt: null, expiresAt: { gt: at } }
    const { count } = await db.groupCode.updateMany({ where, data: { usedAt: at } })
    const code = count === 1 ? await db.groupCode.findUnique({ where: { codeHash } }) : null
    return code ? { person: code.personId as PersonId, unit: code.unitId as OrgUnitId } : undefined
  },
})

/** A group the bot had left is linked again to what it was linked to. */
const SEEN_STATE = Prisma.sql`CASE WHEN g."unitId" IS NULL THEN 'seen' WHEN g."state" = 'public' THEN 'public' ELSE 'linked' END`
const see = (db: Db, chatId: number, title: string, at: Date): Promise<number> => db.$executeRaw`
  INSERT INTO "Group" AS g ("id", "chatId", "title", "createdAt")
  VALUES (${randomUUID()}, ${chatId}::bigint, ${title}, ${at.toISOString()}::timestamptz)
  ON CONFLICT ("chatId") DO UPDATE SET "title" = EXCLUDED."title",
    "state" = ${SEEN_STATE}
  WHERE (g."title", g."state") IS DISTINCT FROM (EXCLUDED."title", ${SEEN_STATE})`
