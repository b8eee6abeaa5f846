import type { Scope } from '../domain/access.ts'
import type { OrgUnitId } from '../domain/brand.ts'
import type { ElementCode, Value } from '../domain/data-element.ts'
import type { SubmissionStore } from '../usecases/ports.ts'
import type { StoreContext } from './context.ts'
import { isInScope } from './scope-sql.ts'
import { IS_COUNTED } from './submission-sql.ts'
import { toValue, type ValueColumns, valueColumns } from './value-columns.ts'

/** Returns the values that count of each unit's submission of the form and period. */
export async function listCountedValues(
  { db, today }: StoreContext,
  scope: Scope,
  { form, period, units }: Parameters<SubmissionStore['countedValues']>[1],
): Promise<ReadonlyMap<OrgUnitId, ReadonlyMap<ElementCode, Value>>> {
  const rows = await db.$queryRaw<(ValueColumns & { unit: OrgUnitId; element: ElementCode })[]>`
    SELECT s."unitId" AS unit, v."element", ${valueColumns('v')}
    FROM "Submission" s JOIN "DataValue" v ON v."revisionId" = s."countedId"
    WHERE s."form" = ${form} AND s."period" = ${period} AND s."unitId" = ANY(${[...units]}::text[])
      AND ${IS_COUNTED} AND ${isInScope(scope, 's."unitId"', today())}`
  const byUnit = new Map<OrgUnitId, Map<ElementCode, Value>>()
  for (const { unit, element, ...columns } of rows) {
    const values = byUnit.get(unit) ?? new Map<ElementCode, Value>()
    byUnit.set(unit, values.set(element, toValue(columns)))
  }
  return byUnit
}
