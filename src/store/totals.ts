import type { ElementCode } from '../domain/data-element.ts'
import type { TotalStore } from '../usecases/ports.ts'
import type { StoreContext } from './context.ts'
import { countReports } from './report-counts.ts'
import { daysOf, unitsBelow } from './reporting-sql.ts'
import { isInScope } from './scope-sql.ts'
import { IS_COUNTED } from './submission-sql.ts'
import { selectSums } from './sums.ts'
import { selectUndecided } from './undecided.ts'
import { toValue, type ValueColumns, valueColumns } from './value-columns.ts'

export const createTotalStore = (context: StoreContext): TotalStore => ({
  sums: async (scope, input) => {
    const units = unitsBelow(scope, { ...input, days: daysOf(input.asked) }, context.today())
    return (await selectSums(context.db, units, input.asked))(1)
  },
  counts: async (scope, input) => {
    const units = unitsBelow(scope, { ...input, days: daysOf(input.asked) }, context.today())
    return (await countReports(context.db, units, input.asked))(1)
  },
  undecided: async (scope, { unit, ...input }) => {
    const found = await selectUndecided(
      context.db,
      [unit],
      input,
      isInScope(scope, 'u."id"', context.today()),
    )
    return found.get(unit) ?? []
  },
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
