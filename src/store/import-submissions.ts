import { randomUUID } from 'node:crypto'
import type { ImportedSubmission } from '../usecases/ports.ts'
import type { Db } from './context.ts'
import { toColumns } from './value-columns.ts'

type Row = ImportedSubmission & { readonly id: string; readonly revisionId: string }

/** Writes submissions, answers, revisions, figures and reviews with a statement for each table, however many there are. */
export async function importSubmissions(db: Db, submissions: readonly ImportedSubmission[]): Promise<void> {
  const rows = submissions.map((row) => ({ ...row, id: randomUUID(), revisionId: randomUUID() }))
  await insertSubmissions(db, rows)
  await insertAnswers(db, rows)
  await insertRevisions(db, rows)
  await insertReviews(db, rows)
  // The planner has to learn of many new rows at once; the embedded database never looks by itself.
  await db.$executeRaw`ANALYZE "Submission", "DraftAnswer", "Revision", "Review", "DataValue"`
}

async function insertSubmissions(db: Db, rows: readonly Row[]): Promise<void> {
  const json = rows.map(({ id, revisionId, form, formVersion, unit, period, state, at, revision }) => ({
    ...{ id, form, formVersion, unit, period, state, at },
    ...{ receipt: revision?.receipt, countedId: revision?.isCounted ? revisionId : undefined },
  }))
  await db.$executeRaw`
    INSERT INTO "Submission" ("id", "form", "formVersion", "unitId", "period", "state", "receipt", "countedId", "updatedAt")
    SELECT i.id, i.form, i."formVersion", i.unit, i.period, i.state, i.receipt, i."countedId", i."at"
    FROM jsonb_to_recordset(${JSON.stringify(json)}::jsonb) AS i(id text, form text, "formVersion" int, unit text,
      period text, state text, receipt text, "countedId" text, "at" timestamptz)`
}

async function insertAnswers(db: Db, rows: readonly Row[]): Promise<void> {
  const json = rows.flatMap(({ id, formVersion, answers }) =>
    answers.map(({ value, ...answer }) => ({ id, formVersion, ...answer, ...toColumns(value) })),
  )
  await db.$executeRaw`
    INSERT INTO "DraftAnswer" ("submissionId", "element", "numeric", "yes", "detail", "missing", "reason", "by", "at", "formVersion")
    SELECT i.id, i.element, i."numeric", i.yes, i.detail, i.missing, i.reason, i."by", i."at", i."formVersion"
    FROM jsonb_to_recordset(${JSON.stringify(json)}::jsonb) AS i(id text, "formVersion" int, element text, "numeric" numeric,
      yes boolean, detail jsonb, missing text, reason text, "by" text, "at" timestamptz)`
}

/** The figures of a revision are those of its answers, copied where they lie. */
async function insertRevisions(db: Db, rows: readonly Row[]): Promise<void> {
  const json = rows.flatMap(({ id, revisionId, formVersion, revision }) =>
    revision
      ? [
          {
            id,
            revisionId,
            formVersion,
            by: revision.submittedBy,
            at: revision.submittedAt,
            source: revision.source,
          },
        ]
      : [],
  )
  await db.$executeRaw`
    INSERT INTO "Revision" ("id", "submissionId", "number", "formVersion", "submittedBy", "submittedAt", "source")
    SELECT i."revisionId", i.id, 1, i."formVersion", i."by", i."at", i.source
    FROM jsonb_to_recordset(${JSON.stringify(json)}::jsonb) AS i(id text, "revisionId" text, "formVersion" int, "by" text,
      "at" timestamptz, source text)`
  const ids = json.map(({ revisionId }) => revisionId)
  await db.$executeRaw`
    INSERT INTO "DataValue" ("revisionId", "element", "unitId", "period", "numeric", "yes", "detail", "missing", "reason")
    SELECT r."id", a."element", s."unitId", s."period", a."numeric", a."yes", a."detail", a."missing", a."reason"
    FROM "Revision" r JOIN "Submission" s ON s."id" = r."submissionId" JOIN "DraftAnswer" a ON a."submissionId" = s."id"
    WHERE r."id" = ANY(${ids}::text[])`
}

async function insertReviews(db: Db, rows: readonly Row[]): Promise<void> {
  const json = rows.flatMap(({ revisionId, revision }) =>
    (revision?.reviews ?? []).map((review) => ({ id: randomUUID(), revisionId, ...review })),
  )
  await db.$executeRaw`
    INSERT INTO "Review" ("id", "revisionId", "outcome", "by", "at", "reason")
    SELECT i.id, i."revisionId", i.outcome, i."by", i."at", i.reason
    FROM jsonb_to_recordset(${JSON.stringify(json)}::jsonb) AS i(id text, "revisionId" text, outcome text, "by" text,
      "at" timestamptz, reason text)`
}
