import type { AskContext } from './answer.ts'
import { isAboutAsker, withoutAsker } from './asides.ts'
import { rank } from './candidate.ts'
import { decide } from './decide.ts'
import type { FactIndex } from './fact-index.ts'
import type { Lexicon } from './lexicon.ts'
import { type Outcome, rowsIn } from './outcome.ts'
import type { Query } from './query.ts'
import { pointsBack, questionsIn } from './segments.ts'
import { understand } from './understand.ts'

/** A message as understood, with what is to be said to it. */
export interface Reading {
  readonly query: Query
  readonly outcome: Outcome
}

interface WeighedReading extends Reading {
  /** How much of it the best fact holds. */
  readonly weight: number
  readonly coverage: number
}

/** A part of which the plan says this much needs nothing around it. */
const SAYS_ITSELF = 0.7
const SAYS_ENOUGH = 0.7
/** How much more an answer counts than a choice. */
const CLEAR = 1.1
/** What a part of a message must say to be a question by itself. */
const LEAST_SAID = 0.3

/** What the whole message asks; where the plans do not say that, what the question in it asks without the story around it. */
export function readingOf(index: FactIndex, lexicon: Lexicon, message: string, context: AskContext): Reading {
  const whole = understandWhole(lexicon, message, context)
  const outcome = decide(index, whole, context)
  if (outcome.kind !== 'refuse') return { query: whole, outcome }
  for (const stretches of questionsIn(message)) {
    const readings = stretches.flatMap(
      (question) => readPart(index, whole, understand(lexicon, question, context), context) ?? [],
    )
    const [alone] = readings
    if (
      alone &&
      stretches[0] !== undefined &&
      alone.coverage >= SAYS_ITSELF &&
      alone.weight >= SAYS_ENOUGH &&
      !pointsBack(stretches[0])
    )
      return alone
    const [best] = readings.toSorted((a, b) => b.weight - a.weight)
    if (best) return best
  }
  return { query: whole, outcome }
}

/** The question as understood, without the words on who asks where it is not about them; a plan that those name stays meant. */
export function understandWhole(lexicon: Lexicon, question: string, context: AskContext): Query {
  const whole = understand(lexicon, question, context)
  const rest = withoutAsker(question)
  if (rest === undefined) return whole
  const asked = understand(lexicon, rest, context)
  if (isAboutAsker(asked)) return whole
  return asked.plans.length > 0 ? asked : { ...asked, plans: whole.plans }
}

/** A part of a message, asked of the place and year that the message names; undefined when it is not answered. */
function readPart(
  index: FactIndex,
  whole: Query,
  part: Query,
  context: AskContext,
): WeighedReading | undefined {
  const said = part.words.reduce((sum, word) => sum + index.weights.cost(word), 0)
  if (said < LEAST_SAID || part.isBare) return undefined
  const query: Query = {
    ...part,
    plans: part.plans.length > 0 ? part.plans : whole.plans,
    years: part.years.length > 0 ? part.years : whole.years,
    ...(whole.unknownPlace === undefined ? {} : { unknownPlace: whole.unknownPlace }),
  }
  const ofLevel = query.levels.length > 0 ? query : { ...query, levels: whole.levels }
  return weighed(index, ofLevel, context) ?? (ofLevel === query ? undefined : weighed(index, query, context))
}

function weighed(index: FactIndex, query: Query, context: AskContext): WeighedReading | undefined {
  const outcome = decide(index, query, context)
  if (outcome.kind === 'refuse') return undefined
  const [best] = rank(rowsIn(outcome), query, index.weights)
  const { matched = 0, coverage = 0 } = best ?? {}
  const clear = outcome.kind === 'answer' ? CLEAR : 1
  return { query, outcome, weight: clear * matched * coverage ** 2, coverage }
}
