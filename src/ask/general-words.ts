import { type Candidate, rank } from './candidate.ts'
import type { Entry } from './entry.ts'
import type { FactIndex } from './fact-index.ts'
import { answerWith, type Outcome } from './outcome.ts'
import type { Query } from './query.ts'
import { ASKING } from './words/general.ts'

const LEAST_TELLING = 0.3
const LEAST_WORDS = 3
const LEAST_COVERAGE = 0.85
const LEAST_PRECISION = 0.5
const AHEAD = 0.1

/**
 * «Giao mục tiêu, trách nhiệm tới từng trường thế nào»: where hardly a word says anything by itself, the one fact that says clearly more
 * of them together than any other; undefined else.
 */
export function sayingTogether(
  index: FactIndex,
  entries: readonly Entry[],
  query: Query,
): Outcome | undefined {
  const telling = query.words.reduce((sum, word) => sum + index.weights.cost(word), 0)
  if (telling >= LEAST_TELLING || query.values.length > 0 || query.intents.has('how-many')) return undefined
  const words = query.words.map((word) => ({ ...word, isGeneral: ASKING.has(word.text), isLight: false }))
  if (words.filter((word) => index.weights.cost(word) > 0).length < LEAST_WORDS) return undefined
  const [best, ...others] = rank(entries, { ...query, words }, index.weights)
  const next = others.find(({ entry }) => entry.series !== best?.entry.series)
  const isAhead = best !== undefined && (next === undefined || best.text >= next.text + AHEAD)
  return isAhead && saysMost(best) ? answerWith([best.entry]) : undefined
}

const saysMost = ({ coverage, precision }: Candidate): boolean =>
  coverage >= LEAST_COVERAGE && precision >= LEAST_PRECISION
