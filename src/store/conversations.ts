import type {
  ConversationRow,
  ConversationStore,
  LastStep,
  Person,
  UpdateContext,
} from '../usecases/ports.ts'
import { isGone } from './alive-sql.ts'
import { Prisma } from './client/client.ts'
import { commitSteps, type StepInput, type StepOutcome, touchedBy } from './commit-steps.ts'
import type { StoreContext } from './context.ts'
import { inBatches } from './in-batches.ts'
import { personJson } from './person-sql.ts'
import { statement, type Told } from './prepared.ts'

/** Of statements every message needs: one process has the embedded database, a server's connections work side by side. */
const SERVER_LANES = 2

interface OpenedRecord {
  readonly isProcessed: boolean
  readonly person: Person | null
  /** Absent properties are left out; `form` is empty after the end. */
  readonly conversation: ConversationRow | null
  readonly lastStep: LastStep | null
}

export const createConversationStore = (context: StoreContext): ConversationStore => {
  const { db, prepared, exclusively, isEmbedded } = context
  const lanes = isEmbedded ? 1 : SERVER_LANES
  const opening = openingOf(context)
  const open = inBatches<OpenInput, UpdateContext>({
    run: (inputs) => openUpdates(context, opening, inputs),
    touches: () => [],
    lanes,
  })
  const commit = inBatches<StepInput, StepOutcome>({
    run: (inputs) => commitSteps(prepared, inputs),
    touches: touchedBy,
    lanes,
  })
  return {
    openUpdate: (input, instance) => open({ ...input, instance }),
    commitStep: async (step, instance, at) => {
      if (step.answers.length > 0 && step.submission === undefined)
        throw new Error('answers can be stored only with their submission')
      return commit({ step, instance, at })
    },
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

type OpenInput = Parameters<ConversationStore['openUpdate']>[0] & { readonly instance: string }

/** One statement: it is one of the two round trips an answer may take. */
async function openUpdates(
  { prepared, today }: StoreContext,
  opening: Opening,
  inputs: readonly OpenInput[],
): Promise<readonly UpdateContext[]> {
  const asked = JSON.stringify(inputs.map((input, place) => ({ place, ...input })))
  return (await prepared<OpenedRecord>(opening({ asked, day: today() }))).map(toContext)
}

type Opening = (values: Readonly<Record<'asked' | 'day', string>>) => Told

const openingOf = (context: StoreContext): Opening =>
  statement(
    ['asked', 'day'],
    ({ asked, day }) => Prisma.sql`
    SELECT (SELECT TRUE FROM "ProcessedUpdate" u WHERE u."updateId" = i."updateId") IS NOT NULL AS "isProcessed",
      (SELECT ${personJson(day)} FROM "Person" p WHERE p."telegramUserId" = i."telegramUserId") AS person,
      (SELECT jsonb_build_object('form', c."form", 'version', c."version", 'state', c."state", 'revision', c."revision")
         || ${OF_SUBMISSION} FROM "Conversation" c WHERE c."key" = i.key) AS conversation,
      (SELECT jsonb_build_object('updateId', c."lastUpdateId", 'isPlayedByDead', ${isGone(context, 'c."playedBy"', Prisma.sql`i.instance`)})
         || ${OF_SUBMISSION} FROM "Conversation" c WHERE c."key" = i.key) AS "lastStep"
    FROM jsonb_to_recordset(${asked}::jsonb) AS i(place int, "updateId" bigint, key text, "telegramUserId" bigint, instance text)
    ORDER BY i.place`,
  )

const OF_SUBMISSION = Prisma.sql`CASE WHEN c."submissionId" IS NULL THEN '{}'
  ELSE jsonb_build_object('submission', c."submissionId") END`

const toContext = ({ isProcessed, person, conversation, lastStep }: OpenedRecord): UpdateContext => ({
  isProcessed,
  conversationRevision: conversation?.revision ?? 0,
  ...(person === null ? {} : { person }),
  ...(lastStep === null ? {} : { lastStep }),
  ...(conversation === null || conversation.form === '' ? {} : { conversation }),
})
