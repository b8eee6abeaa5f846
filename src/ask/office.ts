import type { OfficeAnswer } from '../domain/office-answer.ts'
import type { AskContext } from './answer.ts'
import type { Token } from './normalise.ts'
import type { Query } from './query.ts'
import type { Weights } from './weights.ts'

/** The question asked must be said by the one that was answered, and most of that by it. */
const LEAST_SAID = 0.85
const LEAST_KEPT = 0.7

/** The office's answer to this very question: the same words, place, years, levels and figures; undefined when there is none. */
export function officeAnswerTo(
  query: Query,
  { office = [], home, topic }: AskContext,
  read: (question: string) => Query,
  weights: Weights,
): OfficeAnswer | undefined {
  const places = query.plans.length > 0 ? query.plans.map(({ code }) => code) : [topic?.plan ?? home]
  return office.find((one) => {
    const answered = read(one.question)
    return (
      places.includes(one.plan) &&
      slotsOf(answered) === slotsOf(query) &&
      shareSaid(query.words, answered.words, weights) >= LEAST_SAID &&
      shareSaid(answered.words, query.words, weights) >= LEAST_KEPT
    )
  })
}

const slotsOf = ({ years, levels, values }: Query): string =>
  JSON.stringify([years, levels, values.toSorted()])

/** Share of what the words say that the others say as well; nothing said is nothing alike. */
function shareSaid(words: readonly Token[], others: readonly Token[], weights: Weights): number {
  const plains = new Set(others.map(({ plain }) => plain))
  let got = 0
  let all = 0
  for (const word of words) {
    const weight = weights.cost(word)
    all += weight
    if (plains.has(word.plain)) got += weight
  }
  return all === 0 ? 0 : got / all
}
