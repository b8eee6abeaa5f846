import { type Candidate, isConfident, isInWords } from './candidate.ts'
import type { Entry } from './entry.ts'
import type { Outcome } from './outcome.ts'
import type { Query } from './query.ts'
import { rowsOfLevels, rowsOfSeries, rowsOfYears, targetOf } from './target-rows.ts'
import { HALF_NAMED, SAID_WHOLE } from './thresholds.ts'
import type { Weights } from './weights.ts'
import { OVERALL } from './words/general.ts'

/** Two or more facts side by side: years, levels, plans, or two indicators of one plan; undefined when only one is found. */
export function compare(
  perPlan: readonly (readonly Candidate[])[],
  query: Query,
  weights: Weights,
): Outcome | undefined {
  const entries =
    perPlan.length > 1 ? acrossPlans(perPlan, query) : withinPlan(perPlan[0] ?? [], query, weights)
  return entries.length > 1 ? { kind: 'answer', entries, isCompared: true } : undefined
}

function acrossPlans(perPlan: readonly (readonly Candidate[])[], query: Query): Entry[] {
  const tops = perPlan.map((ranked) => topOf(ranked, query))
  const isOfFigures = tops.some((top) => targetOf(top?.entry) !== undefined)
  return perPlan.flatMap((ranked, at) => {
    const top = (isOfFigures && !targetOf(tops[at]?.entry) ? ranked.find(isNamed) : undefined) ?? tops[at]
    if (!top) return []
    const series = rowsOfSeries(top, ranked)
    const ofLevel = rowsOfLevels(series, query.levels)
    // «mầm non … so với mức chung của tỉnh»
    const rows = ofLevel.length === 0 && saysOverall(query) ? rowsOfLevels(series, []) : ofLevel
    const ofYear = rowsOfYears(rows, query)
    return ofYear.length > 0 ? ofYear : rows.slice(0, 3)
  })
}

const saysOverall = ({ words }: Query): boolean => words.some(({ text }) => OVERALL.has(text))

function topOf(ranked: readonly Candidate[], { intents }: Query): Candidate | undefined {
  const sure = ranked.filter(isConfident)
  const [first] = sure
  return (
    sure.find(({ entry }) => targetOf(entry) && (intents.has('quantity') || !isInWords(entry))) ??
    sure.find(({ entry, coverage }) => !targetOf(entry) && coverage >= (first?.coverage ?? 1)) ??
    first
  )
}

/** Of what is compared with a figure of another plan: the words that tell of that one are none of its own. */
const isNamed = ({ entry, precision, evidence }: Candidate): boolean =>
  targetOf(entry) !== undefined && precision >= SAID_WHOLE && evidence >= HALF_NAMED

function withinPlan(ranked: readonly Candidate[], query: Query, weights: Weights): Entry[] {
  const targets = ranked.filter(({ entry }) => entry.kind === 'target')
  const sure = targets.filter(isConfident)
  const top =
    sure.find((one) => tellsApart(one, sure, query)) ??
    sure[0] ??
    targets.find((one) => one.precision >= HALF && saysTheRest(one, targets, query, weights))
  if (!top) return []
  // «năm nay» of a plan for one year only
  const isOfThisYear = query.years.every(({ isRelative }) => isRelative)
  const settle = (one: Candidate): Entry[] => {
    const all = rowsOfSeries(one, ranked)
    const ofLevels = rowsOfLevels(all, query.levels)
    // «tính chung và riêng tiểu học»
    const rows =
      query.levels.length === 1 && saysOverall(query) ? [...rowsOfLevels(all, []), ...ofLevels] : ofLevels
    const ofYears = rowsOfYears(rows, query)
    return isOfThisYear && ofYears.length === 0 ? rows : ofYears
  }
  const rows = settle(top)
  if (query.years.length > 1 || query.levels.length > 1 || rows.length > 1) return rows
  const other = secondSubject(top, targets, query, weights)
  return other ? [...rows.slice(0, 1), ...settle(other).slice(0, 1)] : rows
}

const HALF = 0.5

/** «Hàn với Nhật bên nào nhiều hơn»: neither says all, both together do. */
function saysTheRest(one: Candidate, targets: readonly Candidate[], query: Query, weights: Weights): boolean {
  const other = secondSubject(one, targets, query, weights)
  return (
    query.intents.has('compare') &&
    other !== undefined &&
    query.words.every(
      (word) =>
        weights.cost(word) === 0 ||
        KINDS.has(word.plain) ||
        one.entry.plains.has(word.plain) ||
        other.entry.plains.has(word.plain),
    )
  )
}

/** «Môn nào», «mỗi thứ»: what both are. */
const KINDS = new Set('mon thu loai ben'.split(' '))

/** Whether the series has a row of its own for each of the levels that are compared. */
const tellsApart = ({ entry }: Candidate, all: readonly Candidate[], { levels }: Query): boolean =>
  levels.length > 1 &&
  levels.every((level) =>
    all.some(
      (other) =>
        other.entry.series === entry.series && (targetOf(other.entry)?.levels ?? []).join() === level,
    ),
  )

/** The best fact of another series that says what the first leaves unsaid. */
function secondSubject(
  top: Candidate,
  targets: readonly Candidate[],
  { words }: Query,
  weights: Weights,
): Candidate | undefined {
  const missing = words.filter((word) => weights.cost(word) > 0 && !top.entry.plains.has(word.plain))
  if (missing.length === 0) return undefined
  const gain = ({ entry }: Candidate): number => missing.filter(({ plain }) => entry.plains.has(plain)).length
  const others = targets.filter(
    (one) => one.entry.series !== top.entry.series && gain(one) > 0 && one.precision > 0.4,
  )
  return others.sort((a, b) => gain(b) + b.total - gain(a) - a.total)[0]
}
