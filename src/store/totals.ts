import type { Scope } from '../domain/access.ts'
import type { ElementCode } from '../domain/data-element.ts'
import { LEVELS } from '../domain/level.ts'
import type { ReportCounts, TotalStore } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import type { StoreContext } from './context.ts'
import { unitsReporting } from './reporting-sql.ts'
import { present } from './rows.ts'
import { isInScope } from './scope-sql.ts'
import { IS_COUNTED, WAS_ACCEPTED } from './submission-sql.ts'
import { selectSums } from './sums.ts'
import { toValue, type ValueColumns, valueColumns } from './value-columns.ts'

type CountRecord = Omit<ReportCounts, 'level'> & { readonly level: ReportCounts['level'] | null }

export const createTotalStore = (context: StoreContext): TotalStore => ({
  sums: (scope, input) =>
    selectSums(context.db, unitsReporting(scope, input, context.today()), input.period, input.specs),
  counts: (scope, input) => countReports(context, scope, input),
  ownValues: async (scope, unit, period, elements) => {
    const rows = await context.db.$queryRaw<(ValueColumns & { element: ElementCode })[]>`
      SELECT DISTINCT ON (v."element") v."element", ${valueColumns('v')}
      FROM "Submission" s JOIN "Revision" r ON r."id" = s."countedId" JOIN "DataValue" v ON v."revisionId" = r."id"
      WHERE s."unitId" = ${unit} AND s."period" = ${period} AND v."element" = ANY(${elements}::text[]) AND ${IS_COUNTED}
        AND ${isInScope(scope, 's."unitId"', context.today())}
      ORDER BY v."element", r."submittedAt" DESC, r."id" DESC`
    return new Map(rows.map(({ element, ...columns }) => [element, toValue(columns)]))
  },
})

async function countReports(
  { db, today }: StoreContext,
  scope: Scope,
  input: Parameters<TotalStore['counts']>[1],
): Promise<ReportCounts[]> {
  // A form for no level in particular is for all units, and counted in every level they teach.
  const levels = input.levels.length === 0 ? LEVELS : input.levels
  const ofLevels = input.levels.length === 0 ? Prisma.sql`TRUE` : Prisma.sql`u."levels" && ${levels}::text[]`
  const rows = await db.$queryRaw<CountRecord[]>`
    WITH units AS (${unitsReporting(scope, input, today())} AND ${ofLevels}),
    reports AS (
      SELECT u."levels", COALESCE(s."state" IN ('confirmed', 'accepted') OR ${IS_COUNTED}, FALSE) AS reported,
        COALESCE(s."state" = 'accepted' OR (s."countedId" IS NOT NULL AND ${WAS_ACCEPTED}), FALSE) AS accepted
      FROM units u LEFT JOIN "Submission" s ON s."unitId" = u."id" AND s."form" = ${input.form} AND s."period" = ${input.period}),
    tagged AS (
      SELECT NULL AS level, reported, accepted FROM reports
      UNION ALL
      SELECT level, reported, accepted FROM reports, unnest("levels") AS level WHERE level = ANY(${levels}::text[]))
    SELECT level, count(*)::int AS expected, (count(*) FILTER (WHERE reported))::int AS reported,
      (count(*) FILTER (WHERE accepted))::int AS accepted
    FROM tagged GROUP BY level ORDER BY array_position(${[...LEVELS]}::text[], level) NULLS FIRST`
  const counts = rows.map(present)
  return counts.length > 0 ? counts : [{ expected: 0, reported: 0, accepted: 0 }]
}
