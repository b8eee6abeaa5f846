import type { ConversationStore, StepWrite } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import { DRAFT_COLUMNS, draftRecords, INTO_DRAFT, REPLACING_DRAFT } from './drafts.ts'
import { type Prepared, statement } from './prepared.ts'

export type StepOutcome = Awaited<ReturnType<ConversationStore['commitStep']>>

export interface StepInput {
  readonly step: StepWrite
  readonly instance: string
  readonly at: Date
}

/** Steps that share one of these must follow each other. */
export const touchedBy = ({ step }: StepInput): readonly string[] => [
  `chat ${step.key}`,
  `update ${step.updateId}`,
  ...(step.submission === undefined ? [] : [`submission ${step.submission}`]),
]

/**
 * Writes all that steps of forms do in one statement, so that it is one round trip, one commit, and each whole or not at all: it holds
 * the draft, swaps the conversation's state where the revision is the expected one, and only then marks the update and stores the
 * answers. Locks are taken in the order submission, conversation, as those who submit do, and among each other in theirs.
 */
export async function commitSteps(
  prepared: Prepared,
  inputs: readonly StepInput[],
): Promise<readonly StepOutcome[]> {
  const submissions = inputs.flatMap(({ step }) => step.submission ?? [])
  const records = JSON.stringify(inputs.map(toRecord))
  const rows = await prepared<{ outcome: StepOutcome }>(COMMIT({ records, submissions }))
  return rows.map(({ outcome }) => outcome)
}

const COMMIT = statement(
  ['records', 'submissions'],
  ({ records, submissions }) => Prisma.sql`
    WITH input AS MATERIALIZED (
      SELECT i.*, i.is_shown_again OR COALESCE(
          (SELECT FALSE FROM "ProcessedUpdate" p WHERE p."updateId" = i.update_id), TRUE) AS is_new
      FROM jsonb_to_recordset(${records}::jsonb) AS i(
        place int, key text, update_id bigint, "at" timestamptz, played_by text, expected int, form text, version int, state jsonb,
        submission text, form_version int, is_shown_again boolean, is_addition boolean, answers jsonb, seen jsonb)),
    held AS MATERIALIZED (
      SELECT "id", "state" FROM "Submission" WHERE "id" = ANY(${submissions}::text[]) ORDER BY "id" FOR UPDATE),
    draft AS MATERIALIZED (
      SELECT i.place, h."id" FROM input i JOIN held h ON h."id" = i.submission
      WHERE h."state" = 'draft' OR (i.is_addition AND h."state" IN ('submitted', 'confirmed', 'accepted'))),
    clash AS MATERIALIZED (
      SELECT i.place FROM input i JOIN draft d ON d.place = i.place
      CROSS JOIN jsonb_to_recordset(i.seen) AS s(element text, "at" timestamptz)
      JOIN "DraftAnswer" x ON x."submissionId" = d."id" AND x."element" = s.element
      WHERE x."at" IS DISTINCT FROM s."at"),
    step AS (
      INSERT INTO "Conversation" AS c
        ("key", "form", "version", "state", "submissionId", "revision", "lastUpdateId", "playedBy", "updatedAt")
      SELECT i.key, i.form, i.version, i.state, i.submission, i.expected + 1, i.update_id, i.played_by, i."at" FROM input i
      WHERE i.is_new AND (i.submission IS NULL OR i.place IN (SELECT place FROM draft)) AND i.place NOT IN (SELECT place FROM clash)
      ORDER BY i.key
      ON CONFLICT ("key") DO UPDATE SET "form" = EXCLUDED."form", "version" = EXCLUDED."version", "state" = EXCLUDED."state",
        "submissionId" = EXCLUDED."submissionId", "revision" = EXCLUDED."revision", "lastUpdateId" = EXCLUDED."lastUpdateId",
        "playedBy" = EXCLUDED."playedBy", "updatedAt" = EXCLUDED."updatedAt"
      WHERE c."revision" = EXCLUDED."revision" - 1 RETURNING "key"),
    taken AS MATERIALIZED (SELECT i.* FROM step s JOIN input i ON i.key = s."key"),
    processed AS (
      INSERT INTO "ProcessedUpdate" ("updateId", "at") SELECT update_id, "at" FROM taken ON CONFLICT DO NOTHING),
    answered AS (${INTO_DRAFT}
      SELECT t.submission, a.element, a."numeric", a.yes, a.detail, a.missing, a.reason, a."by", a."at", t.form_version, a.source
      FROM taken t CROSS JOIN jsonb_to_recordset(t.answers) AS ${DRAFT_COLUMNS} ${REPLACING_DRAFT} RETURNING "submissionId"),
    touched AS (
      UPDATE "Submission" s SET "updatedAt" = t."at", "formVersion" = t.form_version
      FROM taken t WHERE s."id" = t.submission AND s."id" IN (SELECT "submissionId" FROM answered))
    SELECT CASE WHEN i.place IN (SELECT place FROM taken) THEN 'committed'
      -- Only if nothing else was in the way: a step that came too late is told so whatever became of the submission.
      WHEN i.submission IS NULL OR NOT i.is_new
        OR COALESCE((SELECT c."revision" FROM "Conversation" c WHERE c."key" = i.key), 0) <> i.expected THEN 'superseded'
      WHEN i.place NOT IN (SELECT place FROM draft) THEN 'closed'
      WHEN i.place IN (SELECT place FROM clash) THEN 'changed'
      ELSE 'superseded' END AS outcome
    FROM input i ORDER BY i.place`,
)

function toRecord({ step, instance, at }: StepInput, place: number) {
  const { form, version, state } = step.conversation ?? { form: '', version: 0, state: {} }
  return {
    ...{ place, key: step.key, update_id: step.updateId, at, played_by: instance, form, version, state },
    expected: step.expectedRevision,
    submission: step.submission ?? null,
    form_version: step.formVersion,
    is_shown_again: step.isShownAgain ?? false,
    is_addition: step.isAddition ?? false,
    answers: draftRecords(step.answers),
    seen: Object.entries(step.seen).map(([element, seenAt]) => ({
      element,
      at: seenAt === null ? null : new Date(seenAt),
    })),
  }
}
