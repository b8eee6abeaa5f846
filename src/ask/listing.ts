import type { Plan } from '../domain/plan.ts'
import { type Candidate, isConfident } from './candidate.ts'
import type { Index } from './decide.ts'
import type { Entry } from './entry.ts'
import { answerWith, type Outcome } from './outcome.ts'
import type { Query } from './query.ts'
import { rowsOfLevels, rowsOfYears } from './target-rows.ts'

const MOST_LISTED = 25

/** Many facts at once, when the question asks for «những mốc», «những chỉ tiêu», or for all that hold a figure; else undefined. */
export function list(
  { entries, weights }: Index,
  ranked: readonly Candidate[],
  query: Query,
  plans: readonly Plan[],
): Outcome | undefined {
  if (!query.intents.has('list')) return undefined
  const plurality = query.words.some(
    ({ text }) =>
      text === 'những' ||
      text === 'các' ||
      text === 'nhung' ||
      text === 'which' ||
      text === 'all' ||
      text === 'list' ||
      text === 'kê',
  )
  const said = query.words.reduce((sum, word) => sum + weights.cost(word), 0)
  if (query.intents.has('when') && plurality)
    return listOf(
      ranked
        .filter(({ entry, coverage }) => entry.kind === 'deadline' && coverage >= 0.5)
        .map(({ entry }) => entry),
    )
  if (asksForTargets(query) && query.values.length > 0) return listOf(withValues(ranked, query))
  if (said > 0.3 || !asksForTargets(query) || plans.length !== 1) return undefined
  const targets = entries.filter(({ kind, plan }) => kind === 'target' && plans.includes(plan))
  const rows = rowsOfYears(query.levels.length > 0 ? rowsOfLevels(targets, query.levels) : targets, query)
  return listOf(rows)
}

const asksForTargets = ({ words }: Query): boolean => {
  const text = words.map(({ plain }) => plain).join(' ')
  return /chi tieu (?:nao|gi|co)|(?:nhung|cac|liet ke) chi tieu|which target|target/.test(text)
}

const withValues = (ranked: readonly Candidate[], { values }: Query): Entry[] => {
  const holding = ranked.filter(
    ({ entry }) => entry.kind === 'target' && values.every((value) => entry.words.has(value)),
  )
  const best = holding[0]
  return best
    ? holding.filter(({ coverage }) => coverage >= best.coverage - 0.1).map(({ entry }) => entry)
    : []
}

const listOf = (entries: readonly Entry[]): Outcome | undefined =>
  entries.length === 0 ? undefined : answerWith(entries.slice(0, MOST_LISTED))

/** «Kế hoạch nào nhắc tới …»: the best fact of every plan that says it. */
export function mentions(
  { plans }: Index,
  ranked: readonly Candidate[],
  { words }: Query,
): Outcome | undefined {
  const text = words.map(({ plain }) => plain).join(' ')
  if (!/(?:ke hoach|van ban|tai lieu|noi|quan|huyen|thi xa|tinh) nao|which (?:plan|document)/.test(text))
    return undefined
  const found = plans.flatMap((plan) =>
    ranked.filter(({ entry, coverage }) => entry.plan === plan && coverage >= 0.75).slice(0, 1),
  )
  const best = Math.max(...found.map(({ coverage }) => coverage))
  const kept = found.filter(({ coverage }) => coverage >= best - 0.12)
  return kept.length > 0 && (kept.length > 1 || kept.some(isConfident))
    ? answerWith(kept.map(({ entry }) => entry))
    : undefined
}
