import type { Plan } from '../domain/plan.ts'
import { type Candidate, isConfident, rank } from './candidate.ts'
import type { Conjunct } from './conjuncts.ts'
import type { Entry } from './entry.ts'
import type { FactIndex } from './fact-index.ts'
import { hasNumber } from './has-number.ts'
import type { Token } from './normalise.ts'
import type { Outcome } from './outcome.ts'
import type { Query } from './query.ts'
import { asksNumber, settle } from './settle.ts'
import type { Weights } from './weights.ts'

const LEAST_SAID = 0.08
/** A subject that says this much must be found. */
const SAYS_MUCH = 0.2
const MOST_ROWS = 12

/** «Công nhận mới và công nhận lại»: the facts of each subject joined in the question; undefined where one fact says it all. */
export function joined(
  index: FactIndex,
  ranked: readonly Candidate[],
  query: Query,
  plan: Plan,
): Outcome | undefined {
  const best = ranked.find(isConfident)
  const subjects = query.conjuncts().filter((one) => saysSomething(one, index.weights))
  if (subjects.length < 2 || (best && !asksEach(subjects, query) && isOne(best, query, index.weights)))
    return undefined
  const found = subjects
    .map((one) => ({ rows: rowsOf(one, index, query, plan), weight: weightOf(one, index.weights) }))
    .filter(({ rows, weight }) => rows.length > 0 || weight >= SAYS_MUCH)
    .map(({ rows }) => rows)
  const rows = [...new Set(found.flat())]
  const isEachFound = found.every((some) => some.length > 0)
  const differ = new Set(found.map((some) => some[0])).size === found.length
  return found.length > 1 && isEachFound && differ && rows.length <= MOST_ROWS
    ? { kind: 'answer', entries: rows, isCompared: query.intents.has('compare') }
    : undefined
}

/** One fact says all of it, and has the number that is asked for. */
const isOne = (best: Candidate, query: Query, weights: Weights): boolean =>
  saysAll(best, query, weights) && (!asksNumber(query) || hasNumber(best.entry, query))

/** «… mấy trường và … mấy trường», or what is compared: there are as many facts as subjects. */
const asksEach = (subjects: readonly Conjunct[], { intents }: Query): boolean =>
  intents.has('compare') || subjects.filter(({ words }) => words.some(asks)).length > 1

const asks = ({ text }: Token): boolean => text === 'nhiêu' || text === 'nào' || text === 'gì'

const saysAll = ({ entry }: Candidate, { words }: Query, weights: Weights): boolean =>
  words.every((word) => weights.cost(word) === 0 || word.isLight || entry.plains.has(word.plain))

const saysSomething = (one: Conjunct, weights: Weights): boolean => weightOf(one, weights) >= LEAST_SAID

const weightOf = ({ words }: Conjunct, weights: Weights): number =>
  words.reduce((sum, word) => sum + weights.cost(word), 0)

function rowsOf(
  { words, others }: Conjunct,
  index: FactIndex,
  query: Query,
  plan: Plan,
): readonly Entry[] {
  const part: Query = { ...query, words, carried: others, keywords: [], wholeWords: [], isConjunct: true }
  const outcome = settle(rank(index.entriesOf([plan]), part, index.weights), part, [plan], index.weights, index.fullText)
  return outcome.kind === 'answer' ? outcome.entries : []
}
