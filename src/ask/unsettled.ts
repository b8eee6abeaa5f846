import type { Plan } from '../domain/plan.ts'
import { asksNumber } from './answering.ts'
import type { Candidate } from './candidate.ts'
import { hasNumber } from './has-number.ts'
import { answerWith, type Outcome, silentOn } from './outcome.ts'
import type { Query } from './query.ts'
import { rowsOfYears, targetOf } from './target-rows.ts'
import type { Weights } from './weights.ts'

const LEAST_SAID = 0.35
const HALF = 0.5

/** Everything said is known, yet it fits several facts in part: «mức độ 3». */
export function vague(ranked: readonly Candidate[], query: Query, weights: Weights): Outcome | undefined {
  const { words, values, intents } = query
  const said = words.reduce((sum, word) => sum + weights.cost(word), 0)
  // «giáo viên đạt bao nhiêu %» fits every share of teachers; without «%» it asks for a head count
  const isShare = said > 0 && said < LEAST_SAID && intents.has('share')
  if ((said < LEAST_SAID && !isShare) || values.length > 1) return undefined
  const whole = isShare
    ? ranked.filter(({ entry, coverage }) => coverage >= 0.95 && targetOf(entry)?.printed.vi.includes('%'))
    : ranked.filter(
        ({ entry, coverage, evidence, lacksWord }) =>
          coverage >= 0.85 &&
          evidence >= 0.3 &&
          !lacksWord &&
          (!asksNumber(query) || hasNumber(entry, query)),
      )
  const [best] = whole
  if (!best || (query.years.length > 0 && rowsOfYears([best.entry], query).length === 0)) return undefined
  const deadlines = ranked.filter(({ entry, coverage }) => entry.kind === 'deadline' && coverage >= HALF)
  const holding = whole.filter(({ entry }) => values.some((value) => entry.words.has(value)))
  if (holding.length === 1) return answerWith(holding.map(({ entry }) => entry))
  const options =
    intents.has('when') && deadlines.length > 0
      ? deadlines
      : whole.filter(({ text }) => text >= best.text - 0.15)
  const bySeries = options.filter(
    ({ entry }, at) => options.findIndex((other) => other.entry.series === entry.series) === at,
  )
  return bySeries.length < 2
    ? undefined
    : { kind: 'ask', options: bySeries.slice(0, 10).map(({ entry }) => entry) }
}

/** Says that the plans do not state it, with what comes nearest. */
export const notStated = (ranked: readonly Candidate[], plans: readonly Plan[]): Outcome =>
  silentOn(
    plans,
    ranked
      .filter(({ coverage, precision }) => coverage >= 0.35 && precision >= 0.25)
      .slice(0, 3)
      .map(({ entry }) => entry),
  )
