import { randomUUID } from 'node:crypto'
import type { PersonId, RevisionId, SubmissionId } from '../domain/brand.ts'
import type { ElementCode } from '../domain/data-element.ts'
import type { RevisionRow, SubmissionStore } from '../usecases/ports.ts'
import type { Db, StoreContext } from './context.ts'
import { toValue, type ValueColumns } from './value-columns.ts'

interface RevisionRecord extends Omit<RevisionRow, 'values' | 'reviews'> {
  readonly values: readonly (ValueColumns & {
    readonly element: ElementCode
    readonly reason: string | null
  })[]
  readonly reviews: readonly { outcome: string; by: PersonId; at: string; reason: string | null }[]
}

/** The part of the submissions' store that freezes drafts and moves them through their states. */
export const createRevisionStore = ({
  db,
}: StoreContext): Pick<SubmissionStore, 'freeze' | 'move' | 'addReview' | 'revisions'> => ({
  freeze: (input) => freeze(db, input),
  move: async (id, from, to, at) => {
    const { count } = await db.submission.updateMany({
      where: { id, ...from },
      data: {
        ...{ state: to.state, revision: to.revision, updatedAt: at },
        ...(to.counted === undefined ? {} : { countedId: to.counted }),
      },
    })
    return count === 1
  },
  addReview: async (revisionId, outcome, by, at, reason) => {
    await db.review.create({ data: { revisionId, outcome, by, at, reason: reason ?? null } })
  },
  revisions: (id) => listRevisions(db, id),
})

/** Copies the draft's answers in the statement that makes the revision, so that none can slip in between. */
async function freeze(db: Db, input: Parameters<SubmissionStore['freeze']>[0]): Promise<RevisionId> {
  const id = randomUUID()
  const at = input.at.toISOString()
  await db.$executeRaw`
    WITH revision AS (
      INSERT INTO "Revision" ("id", "submissionId", "number", "formVersion", "submittedBy", "submittedAt", "source")
      VALUES (${id}, ${input.id}, ${input.number}::int, ${input.formVersion}::int, ${input.by}, ${at}::timestamptz, ${input.source})
      RETURNING "id"),
    review AS (
      INSERT INTO "Review" ("id", "revisionId", "outcome", "by", "at")
      SELECT ${randomUUID()}, r."id", 'submitted', ${input.by}, ${at}::timestamptz FROM revision r),
    figures AS (
      INSERT INTO "DataValue" ("revisionId", "element", "unitId", "period", "numeric", "yes", "detail", "missing", "reason")
      SELECT r."id", a."element", s."unitId", s."period", a."numeric", a."yes", a."detail", a."missing", a."reason"
      FROM revision r, "Submission" s JOIN "DraftAnswer" a ON a."submissionId" = s."id" WHERE s."id" = ${input.id})
    UPDATE "Submission" SET "receipt" = ${input.receipt}, "formVersion" = ${input.formVersion}::int, "updatedAt" = ${at}::timestamptz
    WHERE "id" = ${input.id}`
  return id as RevisionId
}

async function listRevisions(db: Db, id: SubmissionId): Promise<RevisionRow[]> {
  const rows = await db.$queryRaw<RevisionRecord[]>`
    SELECT r."id", r."number", r."submittedBy", r."submittedAt", r."source",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('element', v."element", 'numeric', trim_scale(v."numeric")::text, 'yes', v."yes",
        'detail', v."detail", 'missing', v."missing", 'reason', v."reason") ORDER BY v."element" COLLATE "C")
        FROM "DataValue" v WHERE v."revisionId" = r."id"), '[]') AS "values",
      COALESCE((SELECT jsonb_agg(jsonb_build_object('outcome', w."outcome", 'by', w."by",
        'at', to_char(w."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'reason', w."reason") ORDER BY w."at", w."outcome" <> 'submitted', w."id")
        FROM "Review" w WHERE w."revisionId" = r."id"), '[]') AS "reviews"
    FROM "Revision" r WHERE r."submissionId" = ${id} ORDER BY r."number" DESC`
  return rows.map(toRevision)
}

const toRevision = (row: RevisionRecord): RevisionRow => ({
  ...row,
  values: row.values.map(({ element, reason, ...columns }) => ({
    ...{ element, value: toValue(columns) },
    ...(reason === null ? {} : { reason }),
  })),
  reviews: row.reviews.map(({ reason, at, ...review }) => ({
    ...{ ...review, at: new Date(at) },
    ...(reason === null ? {} : { reason }),
  })),
})
