import { aggregate, type IndicatorSums } from '../domain/aggregate.ts'
import type { ProgressRow } from '../domain/digest.ts'
import type { Level } from '../domain/level.ts'
import { buildProgressRow, type RowPlan } from '../domain/progress-rows.ts'
import { joinSums } from './build-sum-specs.ts'
import type { ReportCounts, Sums } from './ports.ts'
import type { FormQuestion, ProgressQuestions } from './progress-questions.ts'
import { type AnswerSums, type RowReader, readOwnFigures } from './read-own-figures.ts'

/** A form read for one period, and the reports on it. */
export interface FormReports extends FormQuestion {
  readonly reports: ReportCounts
}

/** Returns the reports of each form, and the rows in the plan's order. */
export async function readRows(
  reader: RowReader,
  document: string,
  questions: ProgressQuestions,
): Promise<{ readonly reports: readonly FormReports[]; readonly rows: readonly ProgressRow[] }> {
  const { totals, scope, view } = reader
  const all = [...questions.forms, ...questions.before]
  const of = { unit: reader.unit.id, view }
  const [sums, counts, own] = await Promise.all([
    totals.sums(scope, { ...of, asked: questions.sums }),
    totals.counts(scope, { ...of, asked: questions.counts }),
    Promise.all(all.map((form) => readOwnFigures(reader, form))),
  ])
  const read = all.map((form, place) => sumRows(form, sums[place] ?? [], counts, own[place]))
  const before = new Map(read.slice(questions.forms.length).flat())
  const rows = new Map(
    questions.forms.flatMap(({ period }, place) =>
      (read[place] ?? []).map(([plan, found]) => {
        const then = before.get(plan)
        const baseline = then === undefined ? null : aggregate(then, plan.indicator).value
        return [plan, buildProgressRow(plan, document, period, found, baseline)] as const
      }),
    ),
  )
  return {
    reports: questions.forms.map((form) => ({ ...form, reports: countsOf(counts[form.counted]) })),
    rows: questions.rowPlans.flatMap((plan) => rows.get(plan) ?? []),
  }
}

function sumRows(
  { rows }: FormQuestion,
  sums: readonly Sums[],
  counts: readonly (readonly ReportCounts[])[],
  own: ReadonlyMap<RowPlan, AnswerSums> | undefined,
): readonly (readonly [RowPlan, IndicatorSums])[] {
  let read = 0
  return rows.map(({ plan, specs, counted, level }) => {
    const added = own?.get(plan) ?? joinSums(sums.slice(read, read + specs))
    read += specs
    return [plan, withCounts(added, countsOf(counts[counted], level))]
  })
}

const NOBODY: ReportCounts = { expected: 0, reported: 0, accepted: 0 }

/** Without a level: all together. */
const countsOf = (counts: readonly ReportCounts[] = [], level?: Level): ReportCounts =>
  counts.find((each) => each.level === level) ?? NOBODY

const withCounts = (added: AnswerSums, { expected, reported, accepted }: ReportCounts): IndicatorSums => ({
  numerator: added.numerator,
  denominator: added.denominator,
  yes: added.yes,
  no: added.no,
  answeredUnits: added.answeredUnits,
  reportedUnits: reported,
  acceptedUnits: accepted,
  expectedUnits: expected,
  unitsInPeriod: expected,
})
