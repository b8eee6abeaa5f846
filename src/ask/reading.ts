import type { AskContext } from './answer.ts'
import { asksNumber } from './answering.ts'
import { isAboutAsker, withoutAsker } from './asides.ts'
import { rank } from './candidate.ts'
import { withoutCourtesy, withoutDenied, withoutKnown } from './courtesy.ts'
import { decide } from './decide.ts'
import type { FactIndex } from './fact-index.ts'
import { NOT_OF_PLANS } from './follow-up.ts'
import { withHearsay } from './hearsay.ts'
import type { Lexicon } from './lexicon.ts'
import { lacksKind, leavesOut } from './must-tell.ts'
import { wantsNames } from './naming.ts'
import { type Outcome, rowsIn } from './outcome.ts'
import { plainly } from './plainly.ts'
import { withToldSeveral } from './plurals.ts'
import type { Query } from './query.ts'
import { type AskedPart, isOfSentences, pointsBack, questionIn } from './segments.ts'
import { withoutStory } from './story.ts'
import { withPlainTag } from './tag.ts'
import { withPlainTurns } from './turns.ts'
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

/** What a part of a message must say to be a question by itself. */
const LEAST_SAID = 0.3
const LIGHT = 0.2
/** A part of which the plan says this much needs nothing around it. */
const SAYS_ITSELF = 0.7
const SAYS_ENOUGH = 0.7
const SAYS_ALL = 0.85
const SAYS_WHOLE = 0.95
/** How much more an answer counts than a choice. */
const CLEAR = 1.1
/** What answers a part with more around it must still say this much of the part itself. */
const OF_THE_QUESTION = 0.6

/** What a message asks, beside what it says is known; where the plans say nothing else of that, what it asks with it. */
export function readingOf(index: FactIndex, lexicon: Lexicon, typed: string, context: AskContext): Reading {
  const message = withToldSeveral(
    withHearsay(withPlainTag(withoutDenied(withPlainTurns(typed.normalize('NFC'))))),
  )
  const beside = withoutKnown(message)
  const read = reader(lexicon, context)
  const told = beside === message ? undefined : readingBesideStory(index, lexicon, read, beside, context)
  return told && told.outcome.kind !== 'refuse'
    ? told
    : readingBesideStory(index, lexicon, read, message, context)
}

/** What the whole message asks; where the plans do not say that, what the question in it asks without the story around it. */
function readingBesideStory(
  index: FactIndex,
  lexicon: Lexicon,
  read: Read,
  message: string,
  context: AskContext,
): Reading {
  const rest = withoutStory(index, lexicon, message)
  const told = rest === undefined ? undefined : readingOfRest(index, read, rest, context)
  return told && (told.outcome.kind !== 'refuse' || isAsked(told.query, index))
    ? told
    : readingOfRest(index, read, message, context)
}

/** What a part of the message asks for. */
type Read = (text: string) => Query

/** The same part is looked at alone and beside others: each is understood once. */
function reader(lexicon: Lexicon, context: AskContext): Read {
  const known = new Map<string, Query>()
  return (text) => {
    const query = known.get(text) ?? understand(lexicon, text, context)
    known.set(text, query)
    return query
  }
}

/** It says what it asks of, so that it stays refused whatever the story around it holds. */
const isAsked = (query: Query, index: FactIndex): boolean =>
  !query.isBare && saidBy(query, index) >= LEAST_SAID

/** The question in a message, of the place and year that the message names. */
interface AskedQuestion extends AskedPart {
  readonly query: Query
  /** What it asks by itself; undefined when the plans do not answer that. */
  readonly alone: () => WeighedReading | undefined
}

function readingOfRest(index: FactIndex, read: Read, message: string, context: AskContext): Reading {
  const query = understandWhole(read, message)
  const whole = { query, outcome: decide(index, query, context) }
  const part = questionIn(message)
  if (!part) return whole
  const asked = askedIn(part, index, read, query, context)
  if (whole.outcome.kind === 'refuse') return readAsked(index, read, asked, query, context) ?? whole
  const sentence = sentenceAlone(index, read, asked, whole, context)
  if (sentence) return sentence
  return (
    sayingMore(index, asked, whole) ??
    (isOfSentences(message) ? refusalOf(index, asked, context) : undefined) ??
    whole
  )
}

function askedIn(
  part: AskedPart,
  index: FactIndex,
  read: Read,
  whole: Query,
  context: AskContext,
): AskedQuestion {
  const core = within(whole, read(part.core))
  // «tổng cộng bao nhiêu trường, cả công lập lẫn tư thục»: what asks nothing itself is asked as the whole is
  const isOfCounted = core.intents.size === 0 && asksNumber(whole) && OF_COUNTED.test(plainly(core.words))
  const query = isOfCounted ? { ...core, intents: whole.intents } : core
  let found: { readonly alone: WeighedReading | undefined } | undefined
  const alone = (): WeighedReading | undefined => {
    found ??= { alone: readPart(index, query, whole, context) }
    return found.alone
  }
  return { ...part, query, alone }
}

const OF_COUNTED = /^(?:(?:ke |tinh |gom )?ca |bao gom |both |including )/

/** It says enough to be a question by itself. */
const saysSomething = ({ query }: AskedQuestion, index: FactIndex): boolean =>
  saidBy(query, index) >= LEAST_SAID && !query.isBare

/** The question alone, where the plans say all of it and only a part of the story with it: «tôi muốn gửi thư cảm ơn, ai ký vậy». */
function sayingMore(
  index: FactIndex,
  asked: AskedQuestion,
  { query: whole, outcome }: Reading,
): Reading | undefined {
  // of subjects joined by commas each part says all of itself
  if (!asked.isOnly || rowsIn(outcome).length > 1) return undefined
  const { weight, coverage } = weigh(index, whole, outcome)
  if (coverage >= SAYS_ITSELF || !saysSomething(asked, index)) return undefined
  const alone = asked.alone()
  return alone && alone.coverage >= SAYS_ALL && alone.weight > weight ? alone : undefined
}

/** The sentence that asks, where the plans say all of it and much less of the message: what stands around it tells a story. */
function sentenceAlone(
  index: FactIndex,
  read: Read,
  { sentence }: AskedQuestion,
  { query: whole, outcome }: Reading,
  context: AskContext,
): Reading | undefined {
  if (sentence === undefined || pointsBack(sentence)) return undefined
  const query = within(whole, read(sentence))
  if (query.isBare || query.intents.size === 0 || saidBy(query, index) < LEAST_SAID) return undefined
  if (weigh(index, whole, outcome).coverage >= SAYS_ITSELF) return undefined
  const alone = weighed(index, query, context)
  return alone && alone.coverage >= SAYS_WHOLE ? alone : undefined
}

/** That a question which says all by itself is not answered, though the story around it may seem to be; undefined else. */
function refusalOf(index: FactIndex, asked: AskedQuestion, context: AskContext): Reading | undefined {
  const { core, isOnly, query } = asked
  if (!isOnly || !saysSomething(asked, index) || pointsBack(core) || asked.alone()) return undefined
  return { query, outcome: decide(index, query, context) }
}

/** The question of a message, alone or with what stands around it; undefined when the plans do not answer it. */
function readAsked(
  index: FactIndex,
  read: Read,
  asked: AskedQuestion,
  whole: Query,
  context: AskContext,
): Reading | undefined {
  const { core, isOnly, around, query: question } = asked
  // «bao nhiêu tỷ để cải tạo, sửa chữa trường»: what stands behind the comma asks nothing by itself
  const { intents } = question.intents.size === 0 ? whole : question
  if (NOT_OF_PLANS.some((intent) => intents.has(intent))) return undefined
  if (wantsNames(whole) && !wantsNames(question)) return undefined
  const isQuestion = saysSomething(asked, index)
  const alone = isQuestion ? asked.alone() : undefined
  // a question that says all by itself and is not answered stays so
  if (isQuestion && !alone && isOnly && !pointsBack(core)) return undefined
  if (alone && alone.coverage >= SAYS_ITSELF && alone.weight >= SAYS_ENOUGH && !pointsBack(core)) return alone
  const isMeant = ({ outcome }: Reading): boolean =>
    !isQuestion || (rank(rowsIn(outcome), question, index.weights)[0]?.coverage ?? 0) >= OF_THE_QUESTION
  for (const [at, stretches] of around.entries()) {
    const wider = stretches
      // of several subjects the whole was read before
      .map((text) => ({ ...within(whole, read(text)), conjuncts: () => [] }))
      .filter((query) => saidBy(query, index, 1) >= LEAST_SAID && !query.isBare)
      .flatMap((query) => readPart(index, query, whole, context) ?? [])
      .filter(isMeant)
    const [best] = [...(at === 0 && alone ? [alone] : []), ...wider].toSorted((a, b) => b.weight - a.weight)
    if (best) return best
  }
  return alone
}

/** Light words say next to nothing: «tính tới 2025 thì bao nhiêu» needs what stands before it. */
const saidBy = ({ words }: Query, { weights }: FactIndex, light = LIGHT): number =>
  words.reduce((sum, word) => sum + weights.cost(word) * (word.isLight ? light : 1), 0)

/**
 * The question as understood, without the words on who asks; a plan that those name stays meant. Where it is about them, they tell whose
 * duty or deadline is meant, and nothing of what is asked.
 */
function understandWhole(read: Read, question: string): Query {
  const whole = read(question)
  const apart = withoutAsker(question) ?? withoutAsker(withoutCourtesy(question))
  if (apart === undefined) return whole
  const asked = read(apart.question)
  const plans = asked.plans.length > 0 ? asked.plans : whole.plans
  if (!isAboutAsker(asked)) return { ...asked, plans }
  const { words } = read(apart.asker)
  const levels = asked.levels.length > 0 ? asked.levels : whole.levels
  return {
    ...asked,
    plans,
    levels,
    words: [
      ...asked.words,
      ...(asked.intents.has('task') && OFFICE.test(plainly(words))
        ? words
        : words.map((word) => ({ ...word, isGeneral: true }))),
    ],
  }
}

/** «Em làm ở Phòng Giáo dục, bên em phải làm gì». */
const OFFICE = /(?:^| )(?:phong|ban|hoi|doan|trung tam|cong an|thanh tra) (?!@)\p{L}/u

/** A part of a message, asked of the place and year that the message names. */
const within = (whole: Query, part: Query): Query => ({
  ...part,
  plans: part.plans.length > 0 ? part.plans : whole.plans,
  years: part.years.length > 0 ? part.years : whole.years,
  ...(whole.unknownPlace === undefined ? {} : { unknownPlace: whole.unknownPlace }),
})

/** What a part asks, of the levels named beside it if of any; undefined when it is not answered. */
function readPart(
  index: FactIndex,
  part: Query,
  whole: Query,
  context: AskContext,
): WeighedReading | undefined {
  const isOpen = part.levels.length === 0 && whole.levels.length > 0
  const ofLevel = isOpen ? { ...part, levels: whole.levels } : part
  const read =
    weighed(index, ofLevel, context) ?? (ofLevel === part ? undefined : weighed(index, part, context))
  // «bao nhiêu trường dạy Toán, Khoa học»: what stands behind the comma asks nothing by itself
  const asksNothing = part.intents.size === 0 && !ASKING.test(plainly(whole.words))
  const lacks = asksNothing ? leavesOut : lacksKind
  return read && lacks(rowsIn(read.outcome), whole) ? undefined : read
}

const ASKING = /(?:^| )(?:nao|gi|ai|sao|dau)(?: |$)/

function weighed(index: FactIndex, query: Query, context: AskContext): WeighedReading | undefined {
  const outcome = decide(index, query, context)
  return outcome.kind === 'refuse' ? undefined : weigh(index, query, outcome)
}

function weigh(index: FactIndex, query: Query, outcome: Outcome): WeighedReading {
  const [best] = rank(rowsIn(outcome), query, index.weights)
  const { matched = 0, coverage: ofBest = 0 } = best ?? {}
  const coverage = isOfAll(index, query, outcome) ? 1 : ofBest
  const clear = outcome.kind === 'answer' ? CLEAR : 1
  return { query, outcome, weight: clear * matched * coverage ** 2, coverage }
}

/** Of facts side by side each says a part of the question: together they say all. */
const isOfAll = ({ weights }: FactIndex, { words }: Query, outcome: Outcome): boolean =>
  outcome.kind === 'answer' &&
  outcome.isCompared === true &&
  outcome.entries.length > 1 &&
  words.every(
    (word) =>
      word.isLight ||
      weights.cost(word) === 0 ||
      outcome.entries.some(({ plains }) => plains.has(word.plain)),
  )
