import type { OrgUnitId, RevisionId, SubmissionId } from '../domain/brand.ts'
import type { Level } from '../domain/level.ts'
import type { SubmissionState } from '../domain/submission.ts'
import type { SubmissionRow } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import type { Db } from './context.ts'
import { present } from './rows.ts'

interface SubmissionRecord {
  readonly id: SubmissionId
  readonly form: string
  readonly formVersion: number
  readonly unit: OrgUnitId
  readonly period: string
  readonly state: SubmissionState
  readonly revision: number
  readonly receipt: string | null
  readonly counted: RevisionId | null
  readonly returnReason: string | null
  readonly unitName: string
  readonly unitLevels: Level[]
  readonly updatedAt: Date
}

/** Why it was last returned; told until it is submitted again. */
const RETURN_REASON = Prisma.sql`CASE WHEN s."state" IN ('returned', 'draft') THEN (
  SELECT w."reason" FROM "Review" w JOIN "Revision" r ON r."id" = w."revisionId"
  WHERE r."submissionId" = s."id" AND w."outcome" = 'returned' ORDER BY w."at" DESC LIMIT 1) END`

/** True when the revision in `countedId` was accepted and that was not undone. */
export const WAS_ACCEPTED = Prisma.sql`COALESCE((
  SELECT w."outcome" = 'accepted' FROM "Review" w
  WHERE w."revisionId" = s."countedId" AND w."outcome" IN ('accepted', 'undone') ORDER BY w."at" DESC LIMIT 1), FALSE)`

/**
 * True when the values of `countedId` count: confirmed and accepted submissions; while a correction is open, the last accepted revision.
 * Source: rules.md of the product, «What is summed».
 */
export const IS_COUNTED = Prisma.sql`(s."countedId" IS NOT NULL AND (s."state" IN ('confirmed', 'accepted') OR ${WAS_ACCEPTED}))`

/** Returns the submissions for which the condition on aliases `s` (Submission) and `u` (OrgUnit) holds, by period, form and unit. */
export async function selectSubmissions(db: Db, condition: Prisma.Sql): Promise<SubmissionRow[]> {
  const rows = await db.$queryRaw<SubmissionRecord[]>`
    SELECT s."id", s."form", s."formVersion", s."unitId" AS unit, s."period", s."state", s."revision", s."receipt",
      s."countedId" AS counted, s."updatedAt", u."name" AS "unitName", u."levels" AS "unitLevels", ${RETURN_REASON} AS "returnReason"
    FROM "Submission" s JOIN "OrgUnit" u ON u."id" = s."unitId"
    WHERE ${condition}
    ORDER BY s."period" COLLATE "C" DESC, s."form" COLLATE "C", u."code" COLLATE "C"`
  return rows.map(present)
}
