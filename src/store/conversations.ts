import type {
  ConversationRow,
  ConversationStore,
  LastStep,
  Person,
  UpdateContext,
} from '../usecases/ports.ts'
import { isGone } from './alive-sql.ts'
import { Prisma } from './client/client.ts'
import { commitStep } from './commit-step.ts'
import type { StoreContext } from './context.ts'
import { personJson } from './person-sql.ts'

interface OpenedRecord {
  readonly isProcessed: boolean
  readonly person: Person | null
  /** Absent properties are left out; `form` is empty after the end. */
  readonly conversation: ConversationRow | null
  readonly lastStep: LastStep | null
}

export const createConversationStore = (context: StoreContext): ConversationStore => {
  const { db, prepared, exclusively, isEmbedded } = context
  return {
    openUpdate: (input, instance) => openUpdate(context, input, instance),
    commitStep: (step, instance, at) => commitStep(prepared, step, instance, at),
    markProcessed: (updateId, at) => markProcessed(context, updateId, at),
    once: (updateId, at, work) =>
      exclusively(`update ${updateId}`, async () => {
        if (!isEmbedded && (await isProcessed(context, updateId))) return
        await work()
        await markProcessed(context, updateId, at)
      }),
    end: async (key, at) => {
      await db.conversation.updateMany({
        where: { key },
        data: { form: '', state: {}, submissionId: null, revision: { increment: 1 }, updatedAt: at },
      })
    },
    endAll: async (telegramUserId, at) => {
      await db.conversation.updateMany({
        where: { key: { endsWith: `:${telegramUserId}` }, form: { not: '' } },
        data: { form: '', state: {}, submissionId: null, revision: { increment: 1 }, updatedAt: at },
      })
    },
    atWork: async (submission, key, since) => {
      const rows = await db.$queryRaw<{ name: string }[]>`
        SELECT p."name" FROM "Conversation" c JOIN "Person" p ON p."telegramUserId"::text = split_part(c."key", ':', 2)
        WHERE c."submissionId" = ${submission} AND c."key" <> ${key} AND c."updatedAt" >= ${since.toISOString()}::timestamptz
        ORDER BY p."name" COLLATE "C"`
      return rows.map(({ name }) => name)
    },
    forgetProcessed: async (before) => {
      const { count } = await db.processedUpdate.deleteMany({ where: { at: { lt: before } } })
      return count
    },
  }
}

async function markProcessed({ db }: StoreContext, updateId: number, at: Date): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "ProcessedUpdate" ("updateId", "at") VALUES (${updateId}::bigint, ${at.toISOString()}::timestamptz)
    ON CONFLICT DO NOTHING`
}

const isProcessed = async ({ db }: StoreContext, updateId: number): Promise<boolean> =>
  (await db.processedUpdate.count({ where: { updateId } })) > 0

/** One statement: it is one of the two round trips an answer may take. */
async function openUpdate(
  context: StoreContext,
  input: Parameters<ConversationStore['openUpdate']>[0],
  instance: string,
): Promise<UpdateContext> {
  const [row] = await context.prepared<OpenedRecord>(Prisma.sql`
    SELECT EXISTS (SELECT 1 FROM "ProcessedUpdate" WHERE "updateId" = ${input.updateId}::bigint) AS "isProcessed",
      (SELECT ${personJson(context.today())} FROM "Person" p
       WHERE p."telegramUserId" = ${input.telegramUserId ?? null}::bigint) AS person,
      (SELECT jsonb_build_object('form', c."form", 'version', c."version", 'state', c."state", 'revision', c."revision")
         || ${OF_SUBMISSION} FROM "Conversation" c WHERE c."key" = ${input.key ?? null}::text) AS conversation,
      (SELECT jsonb_build_object('updateId', c."lastUpdateId", 'isPlayedByDead', ${isGone(context, 'c."playedBy"', instance)})
         || ${OF_SUBMISSION} FROM "Conversation" c WHERE c."key" = ${input.key ?? null}::text) AS "lastStep"`)
  if (row === undefined) throw new Error('a SELECT without FROM gave no row')
  return toContext(row)
}

const OF_SUBMISSION = Prisma.sql`CASE WHEN c."submissionId" IS NULL THEN '{}'
  ELSE jsonb_build_object('submission', c."submissionId") END`

const toContext = ({ isProcessed, person, conversation, lastStep }: OpenedRecord): UpdateContext => ({
  isProcessed,
  conversationRevision: conversation?.revision ?? 0,
  ...(person === null ? {} : { person }),
  ...(lastStep === null ? {} : { lastStep }),
  ...(conversation === null || conversation.form === '' ? {} : { conversation }),
})
