import type { Scope } from '../domain/access.ts'
import type { IndicatorSums } from '../domain/aggregate.ts'
import type { OrgUnitId } from '../domain/brand.ts'
import type { Value } from '../domain/data-element.ts'
import type { OrgUnit, UnitView } from '../domain/org-unit.ts'
import type { RowPlan } from '../domain/progress-rows.ts'
import type { OrgUnitStore, TotalStore } from './ports.ts'
import type { FormQuestion } from './progress-questions.ts'

/** What reading figures for one unit needs. */
export interface RowReader {
  readonly units: OrgUnitStore
  readonly totals: TotalStore
  readonly scope: Scope
  readonly unit: OrgUnit
  readonly view: UnitView
}

/** What was answered, without how many were asked. */
export type AnswerSums = Pick<IndicatorSums, 'numerator' | 'denominator' | 'yes' | 'no' | 'answeredUnits'>

/** Returns the figures of `value` indicators: what the one unit that owes the form answered. Missing: no entry when none or several owe it. */
export async function readOwnFigures(
  reader: RowReader,
  question: FormQuestion,
): Promise<ReadonlyMap<RowPlan, AnswerSums>> {
  const rows = question.rows.flatMap(({ plan: row }) =>
    row.indicator.formula.kind === 'value' ? [{ row, element: row.indicator.formula.element }] : [],
  )
  const owner = rows.length === 0 ? undefined : await findOwner(reader, question)
  if (owner === undefined) return new Map()
  const values = await reader.totals.ownValues(
    reader.scope,
    owner,
    question.period,
    rows.map(({ element }) => element),
  )
  return new Map(rows.map(({ row, element }) => [row, toSums(values.get(element))]))
}

/** The unit itself, or the one department or the like below it that owes the form for it; as now also the one it is the heir of. */
async function findOwner(
  { units, scope, unit, view }: RowReader,
  { form, on }: FormQuestion,
): Promise<OrgUnitId | undefined> {
  const { kind } = form.for
  const owing = await units.listReporting(scope, { unit: unit.id, kind, on, view })
  if (unit.kind === kind && (view === 'then' || owing.some(({ id }) => id === unit.id))) return unit.id
  return owing.length === 1 ? owing[0]?.id : undefined
}

function toSums(value: Value | undefined): AnswerSums {
  const none = { numerator: null, denominator: null, yes: 0, no: 0, answeredUnits: 0 }
  switch (value?.kind) {
    case 'count':
      return { ...none, numerator: String(value.count), answeredUnits: 1 }
    case 'decimal':
      return { ...none, numerator: value.decimal, answeredUnits: 1 }
    case 'level':
      return { ...none, numerator: String(value.level), answeredUnits: 1 }
    case 'rank':
      return {
        ...none,
        numerator: String(value.rank),
        denominator: value.of === undefined ? null : String(value.of),
        answeredUnits: 1,
      }
    case 'yes-no':
    case 'recognition':
      return { ...none, yes: value.yes ? 1 : 0, no: value.yes ? 0 : 1, answeredUnits: 1 }
    default:
      return none
  }
}
