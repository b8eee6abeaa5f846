import { aggregate, type IndicatorSums } from './aggregate.ts'
import type { ElementCode } from './data-element.ts'
import { deadlineOf } from './deadline.ts'
import type { JudgedTarget, ProgressRow } from './digest.ts'
import type { Form } from './form.ts'
import type { Indicator } from './indicator.ts'
import { elementsOf } from './indicator-elements.ts'
import { type DueStatus, judgeTargets, type NextStatus } from './judge-target.ts'
import type { Level } from './level.ts'
import {
  getPeriod,
  type Period,
  periodAt,
  periodEnd,
  periodParts,
  periodTypeOf,
  previousPeriod,
} from './period.ts'
import { formatPeriod } from './period-text.ts'
import type { Plan, Target } from './plan.ts'
import { rememberFor } from './remember.ts'
import { limitOf } from './target-verdict.ts'
import type { Text } from './text.ts'

/** One indicator at one set of levels, with all targets the plan has for it and the form that feeds it. */
export interface RowPlan {
  readonly indicator: Indicator
  /** Empty = all together. */
  readonly levels: readonly Level[]
  readonly targets: readonly Target[]
  readonly form: Form
}

/**
 * Returns the rows a plan can show for a period, in the plan's order; targets that no form feeds have no figure and no row.
 * The form is the one the plan names, unless another that asks the same figures is of the very period type asked for.
 */
export function listRowPlans(
  plan: Plan,
  indicatorOf: (code: string) => Indicator,
  period: Period,
): readonly RowPlan[] {
  const groups = new Map<string, Target[]>()
  for (const target of plan.targets) {
    const key = [target.indicator, ...target.levels.toSorted()].join(' ')
    groups.set(key, [...(groups.get(key) ?? []), target])
  }
  return [...groups.values()].flatMap((targets) => {
    const [first] = targets
    if (first === undefined) return []
    const indicator = indicatorOf(first.indicator)
    const form = formFor(plan, targets, indicator, period)
    return form === undefined ? [] : [{ indicator, levels: first.levels, targets, form }]
  })
}

function formFor(
  plan: Plan,
  targets: readonly Target[],
  indicator: Indicator,
  period: Period,
): Form | undefined {
  const named = plan.forms.find(({ code }) =>
    targets.some(({ collect }) => 'form' in collect && collect.form === code),
  )
  const elements = elementsOf(indicator.formula)
  if (named === undefined || elements.length === 0) return undefined
  const isOfPeriod = (form: Form): boolean => form.periodType === periodTypeOf(period)
  if (isOfPeriod(named)) return named
  return plan.forms.find((form) => isOfPeriod(form) && asksAll(form, elements)) ?? named
}

const asksAll = (form: Form, elements: readonly ElementCode[]): boolean => {
  const asked = new Set(
    form.sections.flatMap(({ questions }) => questions.flatMap((question) => [...question.elements])),
  )
  return elements.every((element) => asked.has(element))
}

/** A form with two periods a year may be due only once. */
const PERIODS_BACK = 3

/** Returns the form's own period to read for a period asked: the same, or the latest of its type that has ended by then and was asked. */
export function formPeriodFor(form: Form, period: Period): Period {
  if (form.periodType === periodTypeOf(period)) return period
  const at = periodAt(form.periodType, periodEnd(period))
  const latest = periodEnd(at) > periodEnd(period) ? previousPeriod(at) : at
  let asked = latest
  for (let back = 0; back < PERIODS_BACK && deadlineOf(form, asked) === undefined; back += 1)
    asked = previousPeriod(asked)
  return deadlineOf(form, asked) === undefined ? latest : asked
}

/** A figure the unit enters itself is no total of those below, and no part of their reporting rate. */
export const isOwnFigure = ({ indicator, form }: RowPlan): boolean =>
  indicator.formula.kind === 'value' || (form.for.kind !== 'school' && form.for.kind !== 'commune')

/**
 * Returns the row: figure, targets judged, completeness. `baseline`: last year's figure; null if there is none.
 * Thousands are built at a time, so every property is written in its place: objects put together by spreading take twenty times as long.
 */
export function buildProgressRow(
  plan: RowPlan,
  document: string,
  period: Period,
  sums: IndicatorSums,
  baseline: string | null,
): ProgressRow {
  const { indicator, levels, targets, form } = plan
  const result = aggregate(sums, indicator)
  const { due, next } = judgeTargets({ indicator, targets, period, result, baseline })
  const describe = describeIn(indicator)
  return {
    indicator: indicator.code,
    label: indicator.label,
    shortLabel: indicator.shortLabel,
    unit: indicator.unit,
    countedAs: indicator.countedAs,
    direction: indicator.direction,
    level: levels.length === 1 ? levels[0] : undefined,
    levels,
    form: form.code,
    source: isOwnFigure(plan) ? 'own' : 'below',
    countsUnits: indicator.formula.kind === 'share-of-units' || indicator.formula.kind === 'count-of-units',
    numerator: result.numerator,
    // Of a rank: the size of the field.
    denominator: indicator.unit === 'rank' ? sums.denominator : result.denominator,
    value: result.value,
    interval: result.interval,
    expected: sums.expectedUnits,
    reported: sums.reportedUnits,
    accepted: sums.acceptedUnits,
    isProvisional: result.isProvisional,
    floor: due && judged(describe(due.target), document, due.status),
    aim: next && judged(describe(next.target), document, next.status, next.needed),
  }
}

function judged(
  { id, due, isDated, comparator, printed, number, section }: TargetText,
  document: string,
  status: DueStatus | NextStatus,
  needed?: number,
): JudgedTarget {
  const citation = { document, section }
  const shown = status === 'open' ? 'interval' : status
  return { id, due, isDated, comparator, printed, number, citation, status: shown, needed }
}

/** What a target says, whatever the figures. */
interface TargetText extends Omit<JudgedTarget, 'status' | 'needed' | 'citation'> {
  readonly section: string
}

const describeIn = rememberFor((indicator: Indicator) =>
  rememberFor(
    (target: Target): TargetText => ({
      id: target.id,
      due: dueText(target),
      isDated: target.due !== undefined,
      comparator: target.comparator,
      printed: target.printed,
      number: target.value.kind === 'range' ? target.value.from : limitOf(target, indicator)?.limit,
      section: target.section,
    }),
  ),
)

/** «2025», «2023–2024»; what the plan says itself where it prints no date. */
function dueText(target: Target): Text {
  if (target.due === undefined) return target.when
  const period = getPeriod(target.due)
  const { type, year } = periodParts(period)
  if (type === 'year') return { vi: String(year), en: String(year) }
  if (type === 'school-year') return { vi: `${year}–${year + 1}`, en: `${year}–${year + 1}` }
  return { vi: formatPeriod(period, 'vi'), en: formatPeriod(period, 'en') }
}
