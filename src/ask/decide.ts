import type { Plan } from '../domain/plan.ts'
import type { AskContext } from './answer.ts'
import { type Candidate, isConfident, rank } from './candidate.ts'
import { compare } from './comparison.ts'
import { settleDuty } from './duty-rows.ts'
import type { Entry } from './entry.ts'
import { continueTopic } from './follow-up.ts'
import { list, mentions } from './listing.ts'
import { answerWith, type Outcome } from './outcome.ts'
import type { Query } from './query.ts'
import { refusalFor } from './refusal.ts'
import { rowsOfSeries, settleRows, targetOf } from './target-rows.ts'
import type { Weights } from './weights.ts'

export interface Index {
  readonly entries: readonly Entry[]
  readonly weights: Weights
  readonly plans: readonly Plan[]
}

/** Facts whose wording fits this much less than the best of another plan are not what was asked. */
const AS_GOOD = 0.015
const AS_GOOD_IN_ANOTHER_PLAN = 0.16

/** What to say to a question: the facts meant, the choice between them, or that the plans do not say. */
export function decide(index: Index, query: Query, context: AskContext): Outcome {
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

function scopeOf({ plans }: Index, query: Query, { topic }: AskContext): readonly Plan[] {
  if (query.plans.length > 0) return query.plans
  const before = query.isFollowUp ? plans.find(({ code }) => code === topic?.plan) : undefined
  return before ? [before] : plans
}

function decideWithin(index: Index, query: Query, plans: readonly Plan[]): Outcome {
  const perPlan = plans.map((plan) => rank(index.entries, query, index.weights, [plan]))
  const ranked = perPlan.flat().sort((a, b) => b.total - a.total)
  const refusal = refusalFor(ranked, query, plans)
  if (refusal) return refusal
  if (query.intents.has('compare') || plans.length > 1 || query.years.length > 1 || query.levels.length > 1) {
    const compared = compare(perPlan, query, index.weights)
    if (compared) return compared
  }
  const identity = identityOf(index, query, plans)
  if (identity) return identity
  const listed = list(index, ranked, query, plans)
  if (listed) return listed
  return settle(ranked, query, plans, index.weights)
}

/** «Kế hoạch 371 ban hành ngày nào»: nothing but the document itself is asked about. */
function identityOf({ entries, weights }: Index, { intents, words }: Query, plans: readonly Plan[]): Outcome | undefined {
  if (!(intents.has('identity') || intents.has('who')) || words.some((word) => weights.cost(word) > 0)) return undefined
  const facts = entries.filter(({ plan, source }) => plans.includes(plan) && 'fact' in source && source.fact.kind === 'identity')
  return facts.length > 0 ? answerWith(facts.slice(0, 3)) : undefined
}

function decideAnywhere(index: Index, query: Query): Outcome {
  const ranked = rank(index.entries, query, index.weights, index.plans)
  const refusal = refusalFor(ranked, query, [])
  if (refusal) return refusal
  const mentioned = mentions(index, ranked, query)
  if (mentioned) return mentioned
  const best = ranked.find(isConfident)
  if (!best) return vague(ranked, query, index.weights) ?? notStated(ranked, [])
  const plans = index.plans.filter((plan) => ranked.some((one) => one.entry.plan === plan && isConfident(one) && one.text >= best.text - AS_GOOD_IN_ANOTHER_PLAN && sameSort(one, best)))
  if (plans.length < 2) return decideWithin(index, query, [best.entry.plan])
  return { kind: 'ask', options: plans.flatMap((plan) => optionsOf(ranked.filter(({ entry }) => entry.plan === plan), query, index.weights)) }
}

const sameSort = (a: Candidate, b: Candidate): boolean => a.entry.kind === b.entry.kind || Math.abs(a.total - b.total) < 0.05

function optionsOf(ranked: readonly Candidate[], query: Query, weights: Weights): readonly Entry[] {
  const [plan] = ranked.map(({ entry }) => entry.plan)
  return plan ? rowsIn(settle(ranked, query, [plan], weights)) : []
}

function settle(ranked: readonly Candidate[], query: Query, plans: readonly Plan[], weights: Weights): Outcome {
  const top = ranked.find(isConfident)
  if (!top) return vague(ranked, query, weights) ?? notStated(ranked, plans)
  if (asksNumber(query) && !hasNumber(top.entry, query)) return notStated([top], plans)
  if (top.entry.kind === 'fact') return { kind: 'answer', entries: [top.entry] }
  if (top.entry.kind !== 'target') return settleDuty(top, ranked, query, weights)
  return withPassage(withRivals(settleRows(rowsOfSeries(top, ranked), query), top, ranked, query), ranked)
}

/** A target told in words says little: the passage it stands in says what is to be done. */
function withPassage(outcome: Outcome, ranked: readonly Candidate[]): Outcome {
  const target = outcome.kind === 'answer' && outcome.entries.length === 1 ? targetOf(outcome.entries[0]) : undefined
  if (outcome.kind !== 'answer' || target?.value.kind !== 'words') return outcome
  const sections = target.section.split(/;\s*/)
  const passage = ranked.find(({ entry, coverage }) => entry.plan === outcome.entries[0]?.plan && 'duty' in entry.source && coverage >= 0.6 && sections.includes(entry.source.duty.section))
  return passage ? answerWith([...outcome.entries, passage.entry]) : outcome
}

/** Another indicator whose wording fits just as well makes the question open. */
function withRivals(outcome: Outcome, top: Candidate, ranked: readonly Candidate[], query: Query): Outcome {
  const saysLabel = top.label >= 0.9
  const isRival = (one: Candidate): boolean =>
    one.entry.kind === 'target' && !(saysLabel && one.label < top.label - 0.1) && one.entry.plan === top.entry.plan && one.entry.series !== top.entry.series && isConfident(one) && one.text >= top.text - AS_GOOD && one.total >= top.total - 2 * AS_GOOD
  const rivals = ranked.filter(isRival)
  if (rivals.length === 0 || outcome.kind === 'refuse') return outcome
  const seriesOfRivals = rivals.filter(({ entry }, at) => rivals.findIndex((other) => other.entry.series === entry.series) === at)
  const others = seriesOfRivals.flatMap((rival) => rowsIn(settleRows(rowsOfSeries(rival, ranked), query)))
  return others.length === 0 ? outcome : { kind: 'ask', options: [...rowsIn(outcome), ...others] }
}

const rowsIn = (outcome: Outcome): readonly Entry[] => (outcome.kind === 'answer' ? outcome.entries : outcome.kind === 'ask' ? outcome.options : [])

/** «bao nhiêu», «mấy»: words alone are no answer. A date is one where the question asks when. */
const asksNumber = ({ intents }: Query): boolean => intents.has('how-many') && !intents.has('identity') && !intents.has('when') && !intents.has('days-left') && !intents.has('define')

/** A target prints its figure; a passage holds one when it counts the very thing that is asked about: «550 đại biểu». */
const hasNumber = ({ source, pairs }: Entry, { words }: Query): boolean => {
  if ('target' in source) return /\d/.test(source.target.printed.vi + (source.target.printedCount ?? '')) || source.target.value.kind === 'rank'
  const said = new Set(words.map(({ plain }) => plain))
  return [...pairs.keys()].some((pair) => /^\d/.test(pair) && said.has(pair.slice(pair.indexOf(' ') + 1)))
}

/** Everything said is known, yet it fits several facts in part: «mức độ 3». */
function vague(ranked: readonly Candidate[], { words, values }: Query, weights: Weights): Outcome | undefined {
  const said = words.reduce((sum, word) => sum + weights.cost(word), 0)
  if (said < 0.35 || values.length > 1) return undefined
  const whole = ranked.filter(({ coverage, evidence }) => coverage >= 0.85 && evidence >= 0.3)
  const [best] = whole
  if (!best) return undefined
  const options = whole.filter(({ text }) => text >= best.text - 0.15)
  const bySeries = options.filter(({ entry }, at) => options.findIndex((other) => other.entry.series === entry.series) === at)
  return bySeries.length < 2 ? undefined : { kind: 'ask', options: bySeries.slice(0, 8).map(({ entry }) => entry) }
}

const notStated = (ranked: readonly Candidate[], plans: readonly Plan[]): Outcome => ({
  kind: 'refuse',
  reason: 'not-stated',
  plans,
  nearest: ranked.filter(({ coverage, precision }) => coverage >= 0.35 && precision >= 0.25).slice(0, 3).map(({ entry }) => entry),
})
