import type { QuestionId } from '../domain/brand.ts'
import type { AskedQuestion, AskStore, KeptAnswer } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import type { StoreContext } from './context.ts'
import { present } from './rows.ts'
import { isInScope } from './scope-sql.ts'

type Maybe<Row, Key extends keyof Row> = Omit<Row, Key> & { readonly [K in Key]: NonNullable<Row[K]> | null }
type QuestionRecord = Maybe<AskedQuestion, 'answer' | 'answeredBy' | 'keepUntil'> & {
  readonly chatId: bigint | number
}
type KeptRecord = Maybe<KeptAnswer, 'plan'>

const SELECT_QUESTION = Prisma.sql`SELECT q."id", q."askedBy", q."chatId", q."unitId" AS unit, u."name" AS "unitName", q."text",
  q."state", q."answer", q."answeredBy", q."keeping", q."keepUntil"::text AS "keepUntil", q."createdAt"
  FROM "AskedQuestion" q JOIN "OrgUnit" u ON u."id" = q."unitId"`

const questionOf = (row: QuestionRecord): AskedQuestion =>
  present({ ...row, chatId: Number(row.chatId) }) as AskedQuestion

export const createAskStore = ({ db, today }: StoreContext): AskStore => ({
  topic: async (key) => (await db.askTopic.findUnique({ where: { key } }))?.topic,
  setTopic: async (key, topic, at) => {
    const latest = { topic: topic as Prisma.InputJsonValue, at }
    await db.askTopic.upsert({ where: { key }, create: { key, ...latest }, update: latest })
  },
  addQuestion: async ({ unit, at, plan, ...asked }) => {
    const data = { ...asked, unitId: unit, plan: plan ?? null, createdAt: at }
    const [row] = await db.askedQuestion.createManyAndReturn({
      data: [data],
      select: { id: true },
      skipDuplicates: true,
    })
    return row?.id as QuestionId | undefined
  },
  findQuestion: async (scope, id) => {
    const rows = await db.$queryRaw<QuestionRecord[]>`
      ${SELECT_QUESTION} WHERE q."id" = ${id} AND ${isInScope(scope, 'q."unitId"', today())}`
    return rows[0] && questionOf(rows[0])
  },
  listQuestions: async (scope, filter) => {
    const wanted =
      'state' in filter
        ? Prisma.sql`q."state" = 'open' ORDER BY q."createdAt", q."id"`
        : Prisma.sql`q."keeping" = ${filter.keeping} AND q."keepUntil" >= ${filter.on}::date
            ORDER BY q."answeredAt" DESC, q."id"`
    const rows = await db.$queryRaw<QuestionRecord[]>`
      ${SELECT_QUESTION} WHERE ${isInScope(scope, 'q."unitId"', today())} AND ${wanted}`
    return rows.map(questionOf)
  },
  answerQuestion: async (id, { by, text, keepUntil }, at) => {
    const kept = keepUntil === undefined ? {} : { keeping: 'proposed', keepUntil: new Date(keepUntil) }
    const { count } = await db.askedQuestion.updateMany({
      where: { id, state: 'open' },
      data: { state: 'answered', answer: text, answeredBy: by, answeredAt: at, ...kept },
    })
    return count === 1
  },
  keepAnswer: async (id, from, to, decidedBy, decidedAt) => {
    const { count } = await db.askedQuestion.updateMany({
      where: { id, keeping: from },
      data: { keeping: to, decidedBy, decidedAt },
    })
    return count === 1
  },
  listKept: async (on) => {
    const rows = await db.$queryRaw<KeptRecord[]>`
      SELECT "id", "plan", "audience", "text" AS question, "answer" AS text, "keepUntil"::text AS "keepUntil", "answeredAt"
      FROM "AskedQuestion" WHERE "keeping" = 'kept' AND "keepUntil" >= ${on}::date ORDER BY "answeredAt" DESC, "id"`
    return rows.map((row) => present(row) as KeptAnswer)
  },
})
