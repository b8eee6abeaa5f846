import type { Plan } from '../domain/plan.ts'
import type { AskContext } from './answer.ts'
import { asksNumber } from './answering.ts'
import { type Candidate, isConfident, isInWords, rank } from './candidate.ts'
import { decideWithin } from './decide-within.ts'
import { documentAsked } from './document-asked.ts'
import { type Entry, isFirstOfPlan } from './entry.ts'
import type { FactIndex } from './fact-index.ts'
import { goOn } from './going-on.ts'
import { documentNumbered, whichDocument } from './identity.ts'
import { list, mentions } from './listing.ts'
import { leavesOut } from './must-tell.ts'
import { bodyNamed } from './named-body.ts'
import { answerWith, type Outcome, rowsIn, silentOn } from './outcome.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import { refusalFor } from './refusal.ts'
import { settle } from './settle.ts'
import { HALF_SAID, MOSTLY_SAID, SAID_WHOLE } from './thresholds.ts'
import { notStated, vague } from './unsettled.ts'
import { POINTING } from './words/general.ts'

/** Facts whose wording fits this much less than the best of another plan are not what was asked. */
const AS_GOOD_IN_ANOTHER_PLAN = 0.16
/** How near a fact of another kind must lie to be an answer of the same sort; one told in words may lie farther from another. */
const NEAR = 0.05
const NEAR_IN_WORDS = 0.25

/** What to say to a question: the facts meant, the choice between them, or that the plans do not say. */
export function decide(index: FactIndex, query: Query, context: AskContext): Outcome {
  const outcome = decideOn(index, query, context)
  const rows = rowsIn(outcome)
  return rows.length > 0 && leavesOut(rows, query)
    ? silentOn([...new Set(rows.map(({ plan }) => plan))], rows.slice(0, 3))
    : outcome
}

function decideOn(index: FactIndex, query: Query, context: AskContext): Outcome {
  if (query.unknownPlace !== undefined && query.plans.length === 0)
    return { kind: 'refuse', reason: 'place-unknown', plans: [], nearest: [], place: query.unknownPlace }
  const ofDocument = documentAsked(index, query, context)
  if (ofDocument) return ofDocument
  if (query.isFollowUp || query.isBare) {
    const continued = goOn(index, query, context)
    if (continued) return continued
  }
  const alone =
    query.isFollowUp || query.carried.length > 0 ? { ...query, carried: [], isFollowUp: false } : query
  const spokenOf = planSpokenOf(index, query, context)
  const there = spokenOf && query.plans.length === 0 ? decideWithin(index, alone, [spokenOf]) : undefined
  return there && (there.kind !== 'refuse' || staysWithPlan(query))
    ? there
    : decideAlone(index, alone, context.home)
}

/** The plan talked about before, which a follow-up that names none goes on with. */
const planSpokenOf = (
  { plans }: FactIndex,
  { isFollowUp }: Query,
  { topic }: AskContext,
): Plan | undefined => (isFollowUp ? plans.find(({ code }) => code === topic?.plan) : undefined)

/** «Cái báo cáo đó», «its date», «mẫu giáo thì sao»: nothing of another plan is meant. */
const staysWithPlan = ({ words }: Query): boolean =>
  goesOn(words[0]) || words.some(({ text }) => POINTING.has(text)) || /(?:^| )thi sao$/.test(plainly(words))

const goesOn = (word: Query['words'][number] | undefined): boolean =>
  word !== undefined && (GOES_ON.has(word.text) || (word.isLoose && GOES_ON_UNMARKED.has(word.plain)))

const GOES_ON = new Set('còn thế vậy rồi và and'.split(' '))
const GOES_ON_UNMARKED = new Set('con the vay roi va'.split(' '))

function decideAlone(index: FactIndex, query: Query, place: string | undefined): Outcome {
  if (query.plans.length > 0 || index.plans.length === 1)
    return decideWithin(index, query, query.plans.length > 0 ? query.plans : index.plans)
  const home = index.plans.find(({ code }) => code === place)
  if (home) {
    const there = decideWithin(index, query, [home])
    if (there.kind !== 'refuse' || there.reason !== 'not-stated') return there
  }
  return decideAnywhere(index, query)
}

function decideAnywhere(index: FactIndex, query: Query): Outcome {
  const ranked = rank(index.near(query, index.plans), query, index.weights)
  const refusal = refusalFor(ranked, query, [])
  if (refusal) return refusal
  const special =
    whichDocument(index, ranked, query) ??
    mentions(index, ranked, query) ??
    documentNumbered(index, query, index.plans) ??
    list(index, ranked, query, index.plans)
  if (special) return special
  const best = ranked.find(isSure)
  if (!best) return vague(ranked, query, index.weights) ?? notStated(ranked, [])
  const plans = plansThatSay(best, ranked, query, index)
  if (plans.length < 2) {
    const there = decideWithin(index, query, [best.entry.plan])
    return there.kind === 'refuse' ? (givenElsewhere(ranked, query) ?? there) : there
  }
  const options = plans.flatMap((plan) => optionsOf(ofPlan(ranked, plan), query, index))
  if (options.length === 1) return answerWith(options)
  return options.length > 0 ? { kind: 'ask', options } : notStated(ranked, [])
}

/** «Phòng Y tế làm gì để …»: the plan that says most knows no such office, others do; undefined where none does. */
function givenElsewhere(ranked: readonly Candidate[], query: Query): Outcome | undefined {
  const body = query.intents.has('task') ? bodyNamed(query) : []
  if (body.length === 0) return undefined
  const own = ranked.filter(({ entry, who }) => isDutyOf(entry, body) && who >= SAID_WHOLE)
  const firsts = own.map(({ entry }) => entry).filter(isFirstOfPlan)
  if (firsts.length === 0) return undefined
  return firsts.length === 1 ? answerWith(firsts) : { kind: 'ask', options: firsts }
}

const isDutyOf = ({ source, pairs }: Entry, body: readonly string[]): boolean =>
  'duty' in source && source.duty.kind === 'unit' && body.every((pair) => pairs.has(pair))

const ofPlan = (ranked: readonly Candidate[], plan: Plan): readonly Candidate[] =>
  ranked.filter(({ entry }) => entry.plan === plan)

/** Plans with a fact whose wording fits about as well as the best. */
function plansThatSay(
  best: Candidate,
  ranked: readonly Candidate[],
  query: Query,
  index: FactIndex,
): readonly Plan[] {
  const margin = (best.entry.kind === 'deadline' ? 2 : 1) * AS_GOOD_IN_ANOTHER_PLAN
  const alike = ranked.filter(
    (one) =>
      isSure(one) &&
      ((one.text >= best.text - margin && sameSort(one, best)) ||
        (!asksNumber(query) && saysAsMuch(one, best, query))),
  )
  const plans = new Set(alike.map(({ entry }) => entry.plan))
  return index.plans.filter((plan) => plans.has(plan))
}

/** As much of the question, in a wording that was said as a whole: another plan tells of the same thing at less length. */
const saysAsMuch = (one: Candidate, best: Candidate, { words }: Query): boolean =>
  one.coverage >= best.coverage - NEARLY_AS_MUCH &&
  one.precision >= SAID_WHOLE &&
  one.evidence >= HALF_SAID &&
  one.entry.kind !== 'deadline' &&
  words.every(({ text, isNumber }) => !isNumber || one.entry.words.has(text) || !best.entry.words.has(text))

const NEARLY_AS_MUCH = 0.25

/** Where no plan is named, a question that has nothing to do with any must not be answered. */
const isSure = (one: Candidate): boolean => isConfident(one) && one.coverage >= MOSTLY_SAID

const sameSort = (a: Candidate, b: Candidate): boolean =>
  a.entry.kind === b.entry.kind ||
  Math.abs(a.total - b.total) < (isInWords(a.entry) && isInWords(b.entry) ? NEAR_IN_WORDS : NEAR)

function optionsOf(
  ranked: readonly Candidate[],
  query: Query,
  { weights, fullText }: FactIndex,
): readonly Entry[] {
  const [plan] = ranked.map(({ entry }) => entry.plan)
  return plan ? rowsIn(settle(ranked, query, [plan], weights, fullText)) : []
}
