import type { AskContext } from './answer.ts'
import { rank } from './candidate.ts'
import type { Entry } from './entry.ts'
import type { FactIndex } from './fact-index.ts'
import { answerWith, type Outcome } from './outcome.ts'
import type { Query } from './query.ts'
import { settleRows, subjectOf } from './target-rows.ts'

/** The same indicator or duty for another year, level or place; undefined when the words have to be searched again. */
export function continueTopic(index: FactIndex, query: Query, { topic }: AskContext): Outcome | undefined {
  if (!topic)
    return query.plans.length === 1 && query.words.length <= 5 && query.intents.size === 0
      ? aboutPlan(index.entriesOf(query.plans))
      : undefined
  const { weights } = index
  const about = index.plans.filter(({ code }) => topic.plan === undefined || code === topic.plan)
  const shown = index.entriesOf(about).filter(({ id }) => topic.entries.includes(id))
  const [last] = shown
  if (!last) return undefined
  const changesPlan = query.plans.length > 0 && query.plans.every(({ code }) => code !== topic.plan)
  const asksAnew = ['who', 'task', 'when', 'days-left', 'identity', 'recipient'].some((intent) =>
    query.intents.has(intent as never),
  )
  if (changesPlan || (asksAnew && last.kind === 'target')) return undefined
  if (last.kind !== 'target') return answerWith(shown.slice(0, 1))
  const levels = query.levels.length > 0 ? query.levels : topic.levels
  const years =
    query.years.length > 0
      ? query.years
      : query.levels.length > 0
        ? topic.years.map((year) => ({ from: year, to: year }))
        : []
  const series = index.entriesOf([last.plan]).filter(({ series }) => series === last.series)
  const alike = sameWording(
    series,
    last,
    rank(series, query, weights).map(({ entry }) => entry),
  )
  return settleRows(alike, { ...query, plans: [last.plan], levels, years })
}

/** An indicator may stand for several subjects («công nhận mới», «công nhận lại»): stay with the label shown. */
function sameWording(series: readonly Entry[], last: Entry, ranked: readonly Entry[]): Entry[] {
  const same = series.filter((entry) => subjectOf(entry) === subjectOf(last))
  return same.length > 0 ? same : [...ranked]
}

/** Only a place was said: offer what its plan holds. */
function aboutPlan(entries: readonly Entry[]): Outcome | undefined {
  const targets = entries.filter(({ kind }) => kind === 'target')
  const bySeries = targets.filter(
    ({ series }, at) => targets.findIndex((other) => other.series === series) === at,
  )
  return bySeries.length === 0 ? undefined : { kind: 'ask', options: bySeries.slice(0, 6) }
}
