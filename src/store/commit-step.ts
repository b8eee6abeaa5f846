import type { ConversationStore, StepWrite } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import { answersJson, draftRecordset, INTO_DRAFT, REPLACING_DRAFT } from './drafts.ts'
import type { Prepared } from './prepared.ts'

type Outcome = Awaited<ReturnType<ConversationStore['commitStep']>>

/**
 * Writes all a step of a form does in one statement, so that it is one round trip, one commit, and whole or not at all:
 * it holds the draft, swaps the conversation's state where the revision is the expected one, and only then marks the update and
 * stores the answers. Locks are taken in the order submission, conversation, as those who submit do.
 */
export async function commitStep(
  prepared: Prepared,
  step: StepWrite,
  instance: string,
  at: Date,
): Promise<Outcome> {
  if (step.answers.length > 0 && step.submission === undefined)
    throw new Error('answers can be stored only with their submission')
  const [row] = await prepared<{ outcome: Outcome }>(Prisma.sql`
    WITH input AS (SELECT ${step.updateId}::bigint AS update_id, ${at.toISOString()}::timestamptz AS at),
    draft AS (
      SELECT "id" FROM "Submission" WHERE "id" = ${step.submission ?? null}::text
        AND ("state" = 'draft' OR (${step.isAddition ?? false}::boolean AND "state" IN ('submitted', 'confirmed', 'accepted')))
      FOR UPDATE),
    ${clashSql(step)},
    ${conversationSql(step, instance)},
    processed AS (
      INSERT INTO "ProcessedUpdate" ("updateId", "at") SELECT i.update_id, i.at FROM input i, step ON CONFLICT DO NOTHING),
    answered AS (${INTO_DRAFT}
      SELECT d."id", a.element, a."numeric", a.yes, a.detail, a.missing, a.reason, a."by", a."at", ${step.formVersion}::int, a.source
      FROM step, draft d, ${draftRecordset(answersJson(step.answers))} ${REPLACING_DRAFT} RETURNING 1),
    touched AS (
      UPDATE "Submission" s SET "updatedAt" = i.at, "formVersion" = ${step.formVersion}::int
      FROM input i, draft d WHERE s."id" = d."id" AND EXISTS (SELECT 1 FROM answered))
    SELECT CASE WHEN EXISTS (SELECT 1 FROM step) THEN 'committed' ${closedSql(step)} ELSE 'superseded' END AS outcome`)
  if (row === undefined) throw new Error('a SELECT without FROM gave no row')
  return row.outcome
}

function conversationSql(step: StepWrite, instance: string): Prisma.Sql {
  const { form, version, state } = step.conversation ?? { form: '', version: 0, state: {} }
  const ofDraft = step.submission === undefined ? Prisma.empty : Prisma.sql`AND EXISTS (SELECT 1 FROM draft)`
  return Prisma.sql`step AS (
    INSERT INTO "Conversation" AS c
      ("key", "form", "version", "state", "submissionId", "revision", "lastUpdateId", "playedBy", "updatedAt")
    SELECT ${step.key}, ${form}, ${version}::int, ${JSON.stringify(state)}::jsonb, ${step.submission ?? null}::text,
      ${step.expectedRevision}::int + 1, i.update_id, ${instance}, i.at
    FROM input i WHERE ${isNewSql(step)} ${ofDraft} AND NOT EXISTS (SELECT 1 FROM clash)
    ON CONFLICT ("key") DO UPDATE SET "form" = EXCLUDED."form", "version" = EXCLUDED."version", "state" = EXCLUDED."state",
      "submissionId" = EXCLUDED."submissionId", "revision" = EXCLUDED."revision", "lastUpdateId" = EXCLUDED."lastUpdateId",
      "playedBy" = EXCLUDED."playedBy", "updatedAt" = EXCLUDED."updatedAt"
    WHERE c."revision" = ${step.expectedRevision}::int RETURNING 1)`
}

/** Answers somebody else has given since the person saw them. */
const clashSql = ({ seen }: StepWrite): Prisma.Sql => {
  const rows = Object.entries(seen).map(([element, at]) => ({ element, at }))
  return Prisma.sql`clash AS (
    SELECT 1 FROM draft d JOIN "DraftAnswer" x ON x."submissionId" = d."id"
    JOIN jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS s(element text, "at" timestamptz) ON s.element = x."element"
    WHERE x."at" IS DISTINCT FROM s."at")`
}

const isNewSql = (step: StepWrite): Prisma.Sql =>
  step.isShownAgain
    ? Prisma.sql`TRUE`
    : Prisma.sql`NOT EXISTS (SELECT 1 FROM "ProcessedUpdate" p WHERE p."updateId" = i.update_id)`

/** Closed or changed only if nothing else was in the way: a step that came too late is told so whatever became of the submission. */
const closedSql = (step: StepWrite): Prisma.Sql =>
  step.submission === undefined
    ? Prisma.empty
    : Prisma.sql`WHEN (SELECT ${isNewSql(step)} FROM input i)
        AND COALESCE((SELECT c."revision" FROM "Conversation" c WHERE c."key" = ${step.key}), 0) = ${step.expectedRevision}::int
        THEN CASE WHEN NOT EXISTS (SELECT 1 FROM draft) THEN 'closed' WHEN EXISTS (SELECT 1 FROM clash) THEN 'changed'
          ELSE 'superseded' END`
