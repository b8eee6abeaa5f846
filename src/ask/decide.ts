import type { Plan } from '../domain/plan.ts'
import type { AskContext } from './answer.ts'
import { asksNumber } from './answering.ts'
import { bodiesListed } from './bodies-listed.ts'
import { type Candidate, isConfident, isInWords, rank } from './candidate.ts'
import { compare } from './comparison.ts'
import { documentAsked } from './document-asked.ts'
import { type Entry, isFirstOfPlan } from './entry.ts'
import type { FactIndex } from './fact-index.ts'
import { continueTopic } from './follow-up.ts'
import { sayingTogether } from './general-words.ts'
import { documentNumbered, givenTo, identityOf, ofEachDocument, whichDocument } from './identity.ts'
import { joined } from './joined.ts'
import { list, mentions } from './listing.ts'
import { bodyNamed } from './named-body.ts'
import { answerWith, type Outcome, rowsIn } from './outcome.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import { refusalFor } from './refusal.ts'
import { settle } from './settle.ts'
import { whichSchool } from './shared-name.ts'
import { HALF_SAID, SAID_WHOLE } from './thresholds.ts'
import { notStated, vague } from './unsettled.ts'
import { POINTING } from './words/general.ts'
import { yearOf } from './years.ts'

/** Facts whose wording fits this much less than the best of another plan are not what was asked. */
const AS_GOOD_IN_ANOTHER_PLAN = 0.16
const MOSTLY_SAID = 0.6
/** How near a fact of another kind must lie to be an answer of the same sort; one told in words may lie farther from another. */
const NEAR = 0.05
const NEAR_IN_WORDS = 0.25

/** What to say to a question: the facts meant, the choice between them, or that the plans do not say. */
export function decide(index: FactIndex, query: Query, context: AskContext): Outcome {
  if (query.unknownPlace !== undefined && query.plans.length === 0)
    return { kind: 'refuse', reason: 'place-unknown', plans: [], nearest: [], place: query.unknownPlace }
  const ofDocument = documentAsked(index, query, context)
  if (ofDocument) return ofDocument
  if (query.isFollowUp || query.isBare) {
    const continued = decideOn(index, query, context)
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
  GOES_ON.has(words[0]?.text ?? '') ||
  words.some(({ text }) => POINTING.has(text)) ||
  /(?:^| )thi sao$/.test(plainly(words))

const GOES_ON = new Set('còn thế vậy rồi và and'.split(' '))

/** What goes on from the question before: the same fact in another row, or the words of both; undefined when it stands alone. */
function decideOn(index: FactIndex, query: Query, context: AskContext): Outcome | undefined {
  const continued = query.isBare ? continueTopic(index, query, context) : undefined
  if (continued && continued.kind !== 'refuse') return continued
  const plans = scopeOf(index, query, context)
  if (query.carried.length === 0 || plans.length !== 1) return continued
  const beside = besideShown(index, query, plans, context)
  if (beside) return beside
  const row = inSameRow(index, query, plans, context)
  const both = sayingAll(index, query, plans) ?? sayingNew(index, query, plans, context, row) ?? row
  if (both.kind === 'answer' && (!continued || continued.reason === 'level-not-in-plan')) return both
  return both.kind === 'refuse' && !query.isBare ? continued : (continued ?? both)
}

/** «So với tiếng Nhật thì sao, bên nào nhiều hơn»: what is named beside what was shown last; undefined else. */
function besideShown(
  index: FactIndex,
  query: Query,
  plans: readonly Plan[],
  { topic }: AskContext,
): Outcome | undefined {
  if (!query.intents.has('compare') || query.isBare || query.years.length + query.levels.length > 0)
    return undefined
  if (!SIDE_BY_SIDE.test(plainly(query.words))) return undefined
  const shown = shownOf(index, plans, topic)
  const intents = new Set([...query.intents, 'quantity' as const].filter((one) => !OF_COMPARING.has(one)))
  const other = saidByItself(index, { ...query, intents, carried: [] }, plans)
  const [one, ...more] = shown
  return one?.kind === 'target' && more.length === 0 && other && other !== one
    ? { kind: 'answer', entries: [one, other], isCompared: true }
    : undefined
}

const SIDE_BY_SIDE = /(?:^| )(?:so|so voi|(?:ben|cai|mon|thu|noi|truong|loai) nao|than|compar)(?: |$)/
const OF_COMPARING: ReadonlySet<string> = new Set(['compare', 'who'])

/** «Mấy trường còn lại phải nhích bao nhiêu hạng»: where the words before it lead to what was shown already, those of the question may lead on. */
function sayingNew(
  index: FactIndex,
  query: Query,
  plans: readonly Plan[],
  { topic }: AskContext,
  row: Outcome,
): Outcome | undefined {
  if (query.isBare || query.years.some(({ from }) => !topic?.years.includes(from))) return undefined
  const shown = shownOf(index, plans, topic)
  if (row.kind !== 'answer' || !row.entries.every((entry) => shown.includes(entry))) return undefined
  const other = saidByItself(index, { ...query, carried: [] }, plans)
  return other && shown.every(({ kind }) => kind === 'target') && !shown.includes(other)
    ? answerWith([other])
    : undefined
}

/** The one figure that words without those before them lead to, if it holds most of them. */
function saidByItself(index: FactIndex, fresh: Query, plans: readonly Plan[]): Entry | undefined {
  const alone = decideWithin(index, fresh, plans)
  const [entry, ...others] = alone.kind === 'answer' ? alone.entries : []
  const [best] = entry && others.length === 0 ? rank([entry], fresh, index.weights) : []
  return best?.entry.kind === 'target' && best.coverage >= MOSTLY_SAID && best.evidence >= HALF_SAID
    ? best.entry
    : undefined
}

const shownOf = (index: FactIndex, plans: readonly Plan[], topic: AskContext['topic']): readonly Entry[] =>
  index.entriesOf(plans).filter(({ id }) => topic?.entries.includes(id))

/** «Thế tuyển viên chức thì …»: what of the plan spoken of says all of the new question, where with the words before it another would be meant. */
function sayingAll(index: FactIndex, query: Query, plans: readonly Plan[]): Outcome | undefined {
  const fresh = { ...query, carried: [] }
  const alone = query.isBare ? undefined : decideWithin(index, fresh, plans)
  if (alone?.kind !== 'answer') return undefined
  const [best] = rank(alone.entries, fresh, index.weights)
  if (!best || best.coverage < ALL_NEW || best.evidence < HALF_SAID || best.matched < TELLING_NEW)
    return undefined
  // «còn số xếp loại tốt thì sao» of managers: what says all of it and of the question before it as well
  const [both] = rank(index.entriesOf(plans), query, index.weights)
  const isAlike =
    both !== undefined &&
    both.entry !== best.entry &&
    both.entry.kind === best.entry.kind &&
    best.entry.kind !== 'duty' &&
    isConfident(both)
  const [asMuch] = isAlike ? rank([both.entry], fresh, index.weights) : []
  return asMuch && asMuch.coverage >= best.coverage && asMuch.evidence >= best.evidence - NEAR
    ? undefined
    : alone
}

const ALL_NEW = 0.95
const TELLING_NEW = 0.8

/** What was asked of one year or level goes on in that where it is left open. */
function inSameRow(index: FactIndex, query: Query, plans: readonly Plan[], { topic }: AskContext): Outcome {
  const both = decideWithin(index, query, plans)
  if (both.kind !== 'ask' || topic === undefined) return both
  const years = query.years.length > 0 ? query.years : topic.years.map(yearOf)
  const levels = query.levels.length > 0 ? query.levels : topic.levels
  if (years.length === query.years.length && levels.length === query.levels.length) return both
  const then = decideWithin(index, { ...query, years, levels }, plans)
  return then.kind === 'answer' ? then : both
}

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
  const documents = ofEachDocument(index, query, plans)
  if (documents) return { kind: 'answer', entries: documents, isCompared: true }
  if (query.intents.has('compare') || plans.length > 1 || query.years.length > 1 || query.levels.length > 1) {
    const compared = compare(perPlan, query, index.weights)
    if (compared) return compared
  }
  const given = givenTo(index.entriesOf(plans), query)
  if (given) return answerWith([given])
  const [plan, ...others] = plans
  const ofOne =
    plan && others.length === 0
      ? (whichSchool(ranked, query, plan, index.weights) ??
        bodiesListed(index, query, plan) ??
        joined(index, ranked, query, plan))
      : undefined
  if (ofOne) return ofOne
  const numbered = documentNumbered(index, query, plans)
  if (numbered) return numbered
  const together = query.intents.has('identity')
    ? undefined
    : sayingTogether(index, index.entriesOf(plans), query)
  const identity = identityOf(index, ranked, query, plans)
  if (identity) return together ?? identity
  const listed = list(index, ranked, query, plans)
  if (listed) return listed
  const settled = settle(ranked, query, plans, index.weights, index.fullText)
  if (plan && isOfOtherYear(settled, query, plan))
    return { kind: 'refuse', reason: 'year-not-printed', plans, nearest: rowsIn(settled).slice(0, 3) }
  return settled.kind === 'refuse' && settled.reason === 'not-stated' ? (together ?? settled) : settled
}

/** «Tuyển dụng năm 2027 là bao nhiêu»: what is told in words of no year says nothing of one the plan is not for. */
const isOfOtherYear = (outcome: Outcome, { years, intents }: Query, { term }: Plan): boolean =>
  outcome.kind === 'answer' &&
  intents.has('how-many') &&
  years.length > 0 &&
  years.every(
    ({ from, to, isRelative }) =>
      !isRelative &&
      (to < term.fromYear || from > term.toYear) &&
      outcome.entries.every((entry) => isInWords(entry) && !entry.words.has(`${from}`)),
  )

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
