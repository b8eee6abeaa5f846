import type { Level } from '../domain/level.ts'
import type { Target } from '../domain/plan.ts'
import type { Candidate } from './candidate.ts'
import type { Entry } from './entry.ts'
import { answerWith, type Outcome, silentOn } from './outcome.ts'
import { plainly } from './plainly.ts'
import type { AskedYears, Query } from './query.ts'
import { supposesYear } from './supposed-year.ts'
import { touches, yearsOfDue } from './years.ts'

/** Rows of one indicator whose wording fits almost as well as the best belong to the same question. */
const SAME_WORDING = 0.1

export const targetOf = (entry: Entry | undefined): Target | undefined =>
  entry && 'target' in entry.source ? entry.source.target : undefined

/** The rows of the best candidate's series that say the same thing of other levels and years. */
export function rowsOfSeries(top: Candidate, ranked: readonly Candidate[]): Entry[] {
  return ranked
    .filter(
      ({ entry, text }) =>
        entry.series === top.entry.series &&
        (text >= top.text - SAME_WORDING || subjectOf(entry) === subjectOf(top.entry)),
    )
    .map(({ entry }) => entry)
}

/** The label without the level or place after the dash. */
export const subjectOf = (entry: Entry): string => targetOf(entry)?.label.vi.split(' – ')[0] ?? ''

/** Which rows the question means: one is the answer; several that differ are asked back; none is said not to be printed. */
export function settleRows(rows: readonly Entry[], query: Query): Outcome {
  const [first] = rows
  if (!first) return silentOn(query.plans, [])
  const plans = [first.plan]
  const ofLevel = rowsOfLevels(rows, query.levels)
  if (ofLevel.length === 0)
    return {
      kind: 'refuse',
      reason: 'level-not-in-plan',
      plans,
      nearest: rowsOfYears(rows, query).slice(0, 3),
    }
  const ofYear = rowsOfYears(ofLevel, isOfOneYear(ofLevel, query) ? { ...query, years: [] } : query)
  const supposed =
    ofYear.length === 0 && supposesYear(query) ? ofLevel.filter((row) => isSupposed(row, query)) : []
  if (supposed.length > 0) return answerWith(supposed)
  if (ofYear.length === 0)
    return { kind: 'refuse', reason: 'year-not-printed', plans, nearest: ofLevel.slice(0, 4) }
  const holding =
    query.years.length === 0 && asksWhen(query) ? ofYear.filter((row) => isSupposed(row, query)) : []
  if (holding.length > 0 && query.values.length > 0) return answerWith(holding)
  const whole =
    query.years.length === 0 && asksWhen(query) && ALL.test(plainly(query.words))
      ? earliestWhole(ofYear)
      : undefined
  if (whole) return answerWith([whole])
  return isSettled(ofYear, query) ? answerWith(ofYear) : { kind: 'ask', options: ofYear }
}

/** «Đến năm nào thì toàn bộ trường …»: the first year that prints 100%. */
const earliestWhole = (rows: readonly Entry[]): Entry | undefined =>
  rows
    .filter((row) => /^100(?:,0)?%$/.test(targetOf(row)?.printed.vi ?? ''))
    .toSorted((a, b) => (targetOf(a)?.due ?? '').localeCompare(targetOf(b)?.due ?? ''))[0]

const ALL = /(?:^| )(?:toan bo|tat ca|moi truong|100%|100 phan tram|all|every)(?: |$)/

/** «Năm nào có 60/64 trường chuẩn». */
const asksWhen = ({ intents }: Query): boolean => intents.has('when')

/** It prints the figure that is said to be of another year, or nothing but a year can be wrong of it. */
const isSupposed = (row: Entry, { values }: Query): boolean => {
  const kind = targetOf(row)?.value.kind
  return values.length > 0
    ? values.every((value) => row.words.has(value))
    : kind === 'yes' || kind === 'words'
}

/** «Năm nay» of a plan that prints one year only. */
const isOfOneYear = (rows: readonly Entry[], { years }: Query): boolean =>
  years.length > 0 &&
  years.every(({ isRelative }) => isRelative === true) &&
  new Set(rows.map((row) => targetOf(row)?.due)).size === 1 &&
  isSchoolYear(yearsOfDue(targetOf(first(rows) as Entry)?.due ?? ''))

export function rowsOfLevels(rows: readonly Entry[], levels: readonly Level[]): Entry[] {
  const levelsOf = (entry: Entry): readonly Level[] => targetOf(entry)?.levels ?? []
  const overall = rows.filter((row) => levelsOf(row).length === 0)
  if (levels.length === 0) return overall.length > 0 ? overall : [...rows]
  const exact = rows.filter(
    (row) => levelsOf(row).length > 0 && levels.some((level) => levelsOf(row).includes(level)),
  )
  if (exact.length > 0) return exact
  const coversAll = first(rows)?.plan.levels.every((level) => levels.includes(level)) ?? false
  return overall.filter((row) => coversAll || holdsForEach(row))
}

/** «Phổ cập cấp 1 và cấp 2 ở mức nào»: a row of each level named, and of no other. */
export const areOfLevels = (rows: readonly Entry[], levels: readonly Level[]): boolean =>
  levels.length > 1 &&
  rows.length === levels.length &&
  levels.every((level) => rows.some((row) => `${targetOf(row)?.levels}` === level))

const first = <T>(list: readonly T[]): T | undefined => list[0]

/** «100% of schools» and what is told in words hold for each level; a share of all says nothing about one. */
function holdsForEach(entry: Entry): boolean {
  const target = targetOf(entry)
  if (!target) return false
  const { value } = target
  return (
    value.kind === 'words' ||
    value.kind === 'yes' ||
    value.kind === 'level' ||
    (value.kind === 'number' && value.number === '100' && target.printed.vi.includes('%'))
  )
}

export function rowsOfYears(rows: readonly Entry[], { years }: Query): Entry[] {
  if (years.length === 0) return [...rows]
  return rows.filter((row) => {
    const target = targetOf(row)
    const { fromYear, toYear } = row.plan.term
    const span = target?.due === undefined ? { from: fromYear, to: toYear } : yearsOfDue(target.due)
    return years.some((year) => isMeant(year, span) || isPartOfName(row, year))
  })
}

/** The school year 2024–2025 is not that of 2023–2024, though both have a year in common. */
const isMeant = (asked: AskedYears, span: AskedYears): boolean =>
  isSchoolYear(asked) && isSchoolYear(span) ? asked.from === span.from : touches(asked, span)

const isSchoolYear = ({ from, to }: AskedYears): boolean => to === from + 1

/** «Chương trình 2018» names a programme, not a milestone. */
const isPartOfName = ({ phrases }: Entry, { from }: AskedYears): boolean =>
  phrases.some(({ words }) => words.some(({ text }) => text === `${from}`))

function isSettled(rows: readonly Entry[], { years, levels, intents }: Query): boolean {
  if (
    rows.length === 1 ||
    years.length > 1 ||
    levels.length > 1 ||
    intents.has('compare') ||
    intents.has('list')
  )
    return true
  if (years.some(({ from, to }) => to > from + 1)) return true
  const printed = new Set(
    rows.map(
      (row) =>
        `${targetOf(row)?.printed.vi} ${targetOf(row)?.printedCount ?? ''} ${targetOf(row)?.indicator}`,
    ),
  )
  return printed.size === 1
}
