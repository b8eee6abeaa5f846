import type { Scope } from '../domain/access.ts'
import { aggregate, type IndicatorSums } from '../domain/aggregate.ts'
import type { ProgressRow } from '../domain/digest.ts'
import type { Form } from '../domain/form.ts'
import { coveringForms } from '../domain/form-cover.ts'
import type { Level } from '../domain/level.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { OrgUnit, UnitView } from '../domain/org-unit.ts'
import { type Period, previousPeriod } from '../domain/period.ts'
import type { PlanLibrary } from '../domain/plan.ts'
import { buildProgressRow, type RowPlan } from '../domain/progress-rows.ts'
import { buildSumSpecs, joinSums } from './build-sum-specs.ts'
import type { OrgUnitStore, ReportCounts, TotalStore } from './ports.ts'
import { type FormReader, readOwnFigures } from './read-own-figures.ts'

/** A form with the period of it that is read and the day on which its units are counted. */
export interface FormReading {
  readonly form: Form
  readonly period: Period
  readonly on: LocalDate
  readonly view: UnitView
}

interface FormDeps {
  readonly library: PlanLibrary
  readonly units: OrgUnitStore
  readonly totals: TotalStore
}

/** Returns a form's reports and the rows it feeds, each row with its plan. */
export async function readFormRows(
  deps: FormDeps,
  scope: Scope,
  unit: OrgUnit,
  reading: FormReading,
  document: string,
  plans: readonly RowPlan[],
): Promise<{
  readonly reading: FormReading
  readonly reports: ReportCounts
  readonly rows: readonly (readonly [RowPlan, ProgressRow])[]
}> {
  const { form, on, view } = reading
  const covering = coveringForms(deps.library.plans, form)
  const reader: Reader = { ...deps, scope, unit, form, on, view, covering }
  const reports = await countReports(reader, reading.period, reading.form.for.levels)
  const sums = await readSums(reader, reading.period, plans, reports)
  const before = await readBefore(reader, reading.period, plans.filter(isRelative))
  const rows = plans.map((plan) => {
    const then = before.get(plan)
    const baseline = then === undefined ? null : aggregate(then, plan.indicator).value
    return [
      plan,
      buildProgressRow(plan, document, reading.period, sums.get(plan) ?? NOTHING, baseline),
    ] as const
  })
  return { reading, reports: totalOf(reports), rows }
}

/** `covering`: forms whose reports are reports on this one too. */
type Reader = FormReader & { readonly covering: readonly string[] }

const NOTHING: IndicatorSums = {
  numerator: null,
  denominator: null,
  yes: 0,
  no: 0,
  answeredUnits: 0,
  reportedUnits: 0,
  acceptedUnits: 0,
  expectedUnits: 0,
  unitsInPeriod: 0,
}

const isRelative = ({ targets }: RowPlan): boolean =>
  targets.some(({ comparator }) => comparator === 'increase' || comparator === 'decrease')

const totalOf = (counts: readonly ReportCounts[]): ReportCounts =>
  counts.find(({ level }) => level === undefined) ?? { expected: 0, reported: 0, accepted: 0 }

const countReports = (
  reader: Reader,
  period: Period,
  levels: readonly Level[],
): Promise<readonly ReportCounts[]> =>
  reader.totals.counts(reader.scope, {
    unit: reader.unit.id,
    form: reader.form.code,
    covering: reader.covering,
    kind: reader.form.for.kind,
    levels,
    period,
    on: reader.on,
    view: reader.view,
  })

/** Last year's sums of the rows whose targets ask for a change. */
async function readBefore(
  reader: Reader,
  period: Period,
  plans: readonly RowPlan[],
): Promise<ReadonlyMap<RowPlan, IndicatorSums>> {
  if (plans.length === 0) return new Map()
  const before = previousPeriod(period)
  return readSums(reader, before, plans, await countReports(reader, before, reader.form.for.levels))
}

async function readSums(
  reader: Reader,
  period: Period,
  plans: readonly RowPlan[],
  reports: readonly ReportCounts[],
): Promise<ReadonlyMap<RowPlan, IndicatorSums>> {
  const prepared = plans.map((plan, place) => buildSumSpecs(plan, String(place)))
  const specs = prepared.flatMap((each) => each.specs)
  const { unit, form, on, view } = reader
  const input = { unit: unit.id, kind: form.for.kind, period, on, view, specs }
  const summed = specs.length === 0 ? [] : await reader.totals.sums(reader.scope, input)
  const byKey = new Map(summed.map((each) => [each.key, each]))
  const own = await readOwnFigures(reader, period, plans)
  const counts = await countByLevels(reader, period, plans, reports)
  return new Map(
    prepared.map(({ row, specs: ofRow }) => {
      const added = own.get(row) ?? joinSums(ofRow, byKey)
      return [row, { ...added, ...(counts.get(levelKey(row)) ?? NO_UNITS) }]
    }),
  )
}

type UnitCounts = Pick<IndicatorSums, 'reportedUnits' | 'acceptedUnits' | 'expectedUnits' | 'unitsInPeriod'>
const NO_UNITS: UnitCounts = { reportedUnits: 0, acceptedUnits: 0, expectedUnits: 0, unitsInPeriod: 0 }

/** Only schools teach levels: a level of a commune's row names its subject. */
const levelsOf = (row: RowPlan): readonly Level[] => (row.form.for.kind === 'school' ? row.levels : [])
const levelKey = (row: RowPlan): string => levelsOf(row).join(' ')

/** The counts of each set of levels in the rows; those of one level, or of all, are among the form's own. */
async function countByLevels(
  reader: Reader,
  period: Period,
  plans: readonly RowPlan[],
  reports: readonly ReportCounts[],
): Promise<ReadonlyMap<string, UnitCounts>> {
  const sets = new Map(plans.map((row) => [levelKey(row), levelsOf(row)]))
  const counted = await Promise.all(
    [...sets].map(async ([key, levels]) => {
      const [level, ...others] = levels
      const known = others.length === 0 ? reports.find((each) => each.level === level) : undefined
      const found =
        others.length === 0 ? known : totalOf(await countReports(reader, period, owing(reader.form, levels)))
      return [key, found === undefined ? NO_UNITS : toUnitCounts(found)] as const
    }),
  )
  return new Map(counted)
}

const owing = (form: Form, levels: readonly Level[]): readonly Level[] =>
  form.for.levels.length === 0 ? levels : levels.filter((level) => form.for.levels.includes(level))

const toUnitCounts = ({ expected, reported, accepted }: ReportCounts): UnitCounts => ({
  reportedUnits: reported,
  acceptedUnits: accepted,
  expectedUnits: expected,
  unitsInPeriod: expected,
})
