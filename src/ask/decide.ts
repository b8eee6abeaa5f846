import type { Plan } from '../domain/plan.ts'
import type { AskContext } from './answer.ts'
import { type Candidate, isConfident, rank } from './candidate.ts'
import { compare } from './comparison.ts'
import type { Entry } from './entry.ts'
import type { FactIndex } from './fact-index.ts'
import { continueTopic } from './follow-up.ts'
import { list, mentions } from './listing.ts'
import type { Token } from './normalise.ts'
import { answerWith, type Outcome, rowsIn } from './outcome.ts'
import type { Query } from './query.ts'
import { refusalFor } from './refusal.ts'
import { settle } from './settle.ts'
import { notStated, vague } from './unsettled.ts'

/** Facts whose wording fits this much less than the best of another plan are not what was asked. */
const AS_GOOD_IN_ANOTHER_PLAN = 0.16
const ALL_SAID = 0.85
const MOSTLY_SAID = 0.6
const NEARLY_BEST = 0.2
const MOST_IDENTITY = 2
const MOST_PLANS_OFFERED = 10
/** What stands in the fact itself, not in the title of its document. */
const OWN_WORDS = 0.5

/** What to say to a question: the facts meant, the choice between them, or that the plans do not say. */
export function decide(index: FactIndex, query: Query, context: AskContext): Outcome {
  if (query.unknownPlace !== undefined && query.plans.length === 0)
    return { kind: 'refuse', reason: 'place-unknown', plans: [], nearest: [], place: query.unknownPlace }
  if (query.isBare) {
    const continued = continueTopic(index, query, context)
    if (continued) return continued
  }
  const plans = scopeOf(index, query, context)
  if (query.plans.length > 0 || plans.length === 1) return decideWithin(index, query, plans)
  const home = index.plans.find(({ code }) => code === context.home)
  if (home) {
    const there = decideWithin(index, query, [home])
    if (there.kind !== 'refuse' || there.reason !== 'not-stated') return there
  }
  return decideAnywhere(index, query)
}

function scopeOf({ plans }: FactIndex, query: Query, { topic }: AskContext): readonly Plan[] {
  if (query.plans.length > 0) return query.plans
  const before = query.isFollowUp ? plans.find(({ code }) => code === topic?.plan) : undefined
  return before ? [before] : plans
}

function decideWithin(index: FactIndex, query: Query, plans: readonly Plan[]): Outcome {
  const perPlan = plans.map((plan) => rank(index.entriesOf([plan]), query, index.weights))
  const ranked = perPlan.flat().sort((a, b) => b.total - a.total)
  const refusal = refusalFor(ranked, query, plans)
  if (refusal) return refusal
  if (query.intents.has('compare') || plans.length > 1 || query.years.length > 1 || query.levels.length > 1) {
    const compared = compare(perPlan, query, index.weights)
    if (compared) return compared
  }
  const identity = identityOf(index, ranked, query, plans)
  if (identity) return identity
  const listed = list(index, ranked, query, plans)
  if (listed) return listed
  return settle(ranked, query, plans, index.weights, index.fullText)
}

/** «Kế hoạch 371 ban hành ngày nào», «công văn số mấy»: nothing but the document itself is asked about. */
function identityOf(
  index: FactIndex,
  ranked: readonly Candidate[],
  { intents, words }: Query,
  plans: readonly Plan[],
): Outcome | undefined {
  if (!(intents.has('identity') || intents.has('who')) || words.some(({ text }) => text === 'xong'))
    return undefined
  const telling = words.some((word) => index.weights.cost(word) > 0)
  const facts = telling
    ? ranked
        .filter(
          ({ coverage, total }) => coverage >= ALL_SAID && total >= (ranked[0]?.total ?? 0) - NEARLY_BEST,
        )
        .map(({ entry }) => entry)
    : index.entriesOf(plans)
  const identity = facts.filter(
    ({ source }) =>
      'fact' in source &&
      (source.fact.kind === 'identity' || (telling && source.fact.kind === 'basis')) &&
      (!telling || intents.has('identity')),
  )
  return identity.length > 0
    ? answerWith((telling ? identity : mostSaid(identity, words)).slice(0, MOST_IDENTITY))
    : undefined
}

/** Even general words tell «giai đoạn nào» from «gửi những nơi nào». */
const mostSaid = (facts: readonly Entry[], words: readonly Token[]): readonly Entry[] => {
  const said = (entry: Entry): number =>
    words.filter(({ text }) => (entry.words.get(text) ?? 0) > OWN_WORDS).length
  return facts.toSorted((a, b) => said(b) - said(a))
}

function decideAnywhere(index: FactIndex, query: Query): Outcome {
  const ranked = rank(index.near(query, index.plans), query, index.weights)
  const refusal = refusalFor(ranked, query, [])
  if (refusal) return refusal
  const asksOfPlan =
    query.intents.has('identity') && !query.words.some((word) => index.weights.cost(word) > 0)
  if (asksOfPlan) return { kind: 'ask', options: identityOfEach(index) }
  const mentioned = mentions(index, ranked, query)
  if (mentioned) return mentioned
  const listed = list(index, ranked, query, index.plans)
  if (listed) return listed
  const best = ranked.find(isSure)
  if (!best) return vague(ranked, query, index.weights) ?? notStated(ranked, [])
  const plans = index.plans.filter((plan) =>
    ranked.some(
      (one) =>
        one.entry.plan === plan &&
        isSure(one) &&
        one.text >= best.text - (best.entry.kind === 'deadline' ? 2 : 1) * AS_GOOD_IN_ANOTHER_PLAN &&
        sameSort(one, best),
    ),
  )
  if (plans.length < 2) return decideWithin(index, query, [best.entry.plan])
  return {
    kind: 'ask',
    options: plans.flatMap((plan) =>
      optionsOf(
        ranked.filter(({ entry }) => entry.plan === plan),
        query,
        index,
      ),
    ),
  }
}

/** «Kế hoạch này do ai ban hành»: which plan? */
const identityOfEach = (index: FactIndex): readonly Entry[] =>
  index.plans.slice(0, MOST_PLANS_OFFERED).flatMap((plan) =>
    index
      .entriesOf([plan])
      .filter(({ source }) => 'fact' in source && source.fact.kind === 'identity')
      .slice(0, 1),
  )

/** Where no plan is named, a question that has nothing to do with any must not be answered. */
const isSure = (one: Candidate): boolean => isConfident(one) && one.coverage >= MOSTLY_SAID

const sameSort = (a: Candidate, b: Candidate): boolean =>
  a.entry.kind === b.entry.kind || Math.abs(a.total - b.total) < 0.05

function optionsOf(
  ranked: readonly Candidate[],
  query: Query,
  { weights, fullText }: FactIndex,
): readonly Entry[] {
  const [plan] = ranked.map(({ entry }) => entry.plan)
  return plan ? rowsIn(settle(ranked, query, [plan], weights, fullText)) : []
}
