import type { PersonId } from '../domain/brand.ts'
import type { ElementCode, Value } from '../domain/data-element.ts'
import type { DraftAnswer } from '../domain/submission.ts'
import type { SubmissionStore } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import type { StoreContext } from './context.ts'
import { IS_COUNTED } from './submission-sql.ts'
import { toColumns, toValue, type ValueColumns, valueColumns } from './value-columns.ts'

type AnswerRecord = ValueColumns & {
  readonly element: ElementCode
  readonly by: PersonId
  readonly at: Date
  readonly reason: string | null
  readonly source: 'upload' | null
}

/** The answers as records of `DRAFT_COLUMNS`. */
export const draftRecords = (answers: readonly DraftAnswer[]): readonly object[] =>
  answers.map(({ value, ...answer }) => ({ ...answer, ...toColumns(value) }))

/** What a recordset of them is read as, under the alias `a`. */
export const DRAFT_COLUMNS = Prisma.sql`a(element text, "numeric" numeric, yes boolean, detail jsonb, missing text, reason text, "by" text, "at" timestamptz, source text)`

/** The columns they fill, and what happens to an answer given before. */
export const INTO_DRAFT = Prisma.sql`INSERT INTO "DraftAnswer"
  ("submissionId", "element", "numeric", "yes", "detail", "missing", "reason", "by", "at", "formVersion", "source")`
export const REPLACING_DRAFT = Prisma.sql`ON CONFLICT ("submissionId", "element") DO UPDATE SET
  "numeric" = EXCLUDED."numeric", "yes" = EXCLUDED."yes", "detail" = EXCLUDED."detail", "missing" = EXCLUDED."missing",
  "reason" = EXCLUDED."reason", "by" = EXCLUDED."by", "at" = EXCLUDED."at", "formVersion" = EXCLUDED."formVersion",
  "source" = EXCLUDED."source"`

/** The part of the submissions' store that holds answers not yet submitted, and what they are compared with. */
export const createDraftStore = ({
  db,
}: StoreContext): Pick<SubmissionStore, 'answers' | 'saveAnswers' | 'deleteAnswers' | 'lastValues'> => ({
  answers: async (id) => {
    const rows = await db.$queryRaw<AnswerRecord[]>`
      SELECT a."element", ${valueColumns('a')}, a."by", a."at", a."reason", a."source"
      FROM "DraftAnswer" a WHERE a."submissionId" = ${id} ORDER BY a."at", a."element" COLLATE "C"`
    return rows.map(({ element, by, at, reason, source, ...columns }) => ({
      ...{ element, by, at, value: toValue(columns) },
      ...(reason === null ? {} : { reason }),
      ...(source === null ? {} : { source }),
    }))
  },
  saveAnswers: async (id, formVersion, answers) => {
    await db.$executeRaw`${INTO_DRAFT}
      SELECT ${id}, a.element, a."numeric", a.yes, a.detail, a.missing, a.reason, a."by", a."at", ${formVersion}::int, a.source
      FROM jsonb_to_recordset(${JSON.stringify(draftRecords(answers))}::jsonb) AS ${DRAFT_COLUMNS} ${REPLACING_DRAFT}`
  },
  deleteAnswers: async (submissionId) => {
    await db.draftAnswer.deleteMany({ where: { submissionId } })
  },
  lastValues: async (unit, elements, before) => {
    // Two periods are of one type when their codes differ in digits only: «2026-H1», «SY2025-T1».
    const rows = await db.$queryRaw<(ValueColumns & { element: ElementCode; period: string })[]>`
      SELECT DISTINCT ON (v."element") v."element", v."period", ${valueColumns('v')}
      FROM "Submission" s JOIN "Revision" r ON r."id" = s."countedId" JOIN "DataValue" v ON v."revisionId" = r."id"
      WHERE s."unitId" = ${unit} AND v."element" = ANY(${elements}::text[]) AND v."missing" IS NULL AND ${IS_COUNTED}
        AND s."period" COLLATE "C" < ${before} AND translate(s."period", '123456789', '000000000') = translate(${before}, '123456789', '000000000')
      ORDER BY v."element", v."period" COLLATE "C" DESC, r."submittedAt" DESC, r."id" DESC`
    return new Map(
      rows.map(({ element, period, ...columns }): [ElementCode, { value: Value; period: string }] => [
        element,
        { value: toValue(columns), period },
      ]),
    )
  },
})
