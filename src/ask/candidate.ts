import { type AskedWords, type WeighedWord, weighWords } from './asked-words.ts'
import type { Entry } from './entry.ts'
import { wordsNamingWho } from './named-body.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import { scoreText, scoreWho, type TextScore } from './score.ts'
import type { Weights } from './weights.ts'
import { isPeriod } from './word-class.ts'
import { touches, yearsOfDue } from './years.ts'

export interface Candidate extends TextScore {
  readonly entry: Entry
  /** How much of the name of a duty's carrier was said, 0–1. */
  readonly who: number
  readonly whoEvidence: number
  /** The report period asked for is its own; also when none is. */
  readonly isOfPeriod: boolean
  /** Of a deadline: the question tells of what is due by it. */
  readonly saysDue: boolean
  /** With kind, level, year and figures; only to compare. */
  readonly total: number
}

const LEAST_COVERAGE = 0.6
/** From this much said on, one word of several syllables may be missing: people tell more of a thing than the plan does. */
const MUCH = 3.5
const LEAST_PRECISION = 0.42
const WORTH_WEIGHING = 0.2
const SAID_WHO = 0.2
const DATE_INTENTS = ['when', 'days-left', 'recipient'] as const
const WHO_INTENTS = ['who', 'task', 'recipient'] as const
const NAMED = 0.6
const LEAST_EVIDENCE = 0.25
const LEAST_MATCHED = 0.04
/** A target of which a whole wording and most of the label were said may be asked for in other words as well. */
const HALF = 0.5
const LEAST_LABEL = 0.6
/** Words that say little each may still be all of a wording, and all of the question. */
const LEAST_OF_ALL = 0.18
const ALL = 0.99
const NEARLY_ALL = 0.85
const TELLING_EVIDENCE = 1.2
const TELLING_MATCH = 0.8
/** Where nothing else is said. */
const TELLING_WORD = 0.6
const WHOLE_WORDING = 0.9
const LEAST_COVERAGE_OF_WHOLE = 0.42
const WHOLE_EVIDENCE = 0.7

/** Facts, best first; those that share no telling word with the question are left out. */
export function rank(entries: readonly Entry[], query: Query, weights: Weights): Candidate[] {
  const weighed = weighedFor(query, weights)
  return entries
    .filter((entry) => isDue(entry, query) || mayMean(entry, weighed.worths))
    .map((entry) => candidateOf(entry, query, weighed))
    .filter(({ entry, coverage, evidence }) => isDue(entry, query) || (coverage > 0 && evidence > 0))
    .sort((a, b) => b.total - a.total)
}

interface Weighed {
  readonly query: Query
  readonly weights: Weights
  readonly asked: AskedWords
  readonly worths: readonly Worth[]
  readonly scores: Map<Entry, TextScore>
}

/** The words of a question are asked of all plans, of one of them, of its level alone: how well a fact answers them is worked out once. */
const WEIGHED = new WeakMap<Query['words'], Weighed[]>()

function weighedFor(query: Query, weights: Weights): Weighed {
  const made = WEIGHED.get(query.words) ?? []
  if (made.length === 0) WEIGHED.set(query.words, made)
  const known = made.find((one) => one.weights === weights && hasSameWords(one.query, query))
  if (known) return known
  const asked = weighWords(query, weights)
  const worths = [asked.fresh, asked.carried].filter(({ length }) => length > 0).map(worthOf)
  const one = { query, weights, asked, worths, scores: new Map() }
  made.push(one)
  return one
}

function scoreOf(entry: Entry, { asked, weights, scores }: Weighed): TextScore {
  const known = scores.get(entry)
  if (known) return known
  const made = scoreText(entry, asked, weights)
  scores.set(entry, made)
  return made
}

const hasSameWords = (one: Query, other: Query): boolean =>
  (one.carried === other.carried || one.carried.length + other.carried.length === 0) &&
  one.keywords === other.keywords &&
  one.wholeWords === other.wholeWords &&
  one.isConjunct === other.isConjunct

/** A deadline may be meant by words that are general elsewhere. */
const isDue = ({ kind }: Entry, { intents }: Query): boolean => kind === 'deadline' && intents.has('when')

/** Words of the question, and how much of them a fact must hold to be weighed at all: nearly all share «trường» or «học» with any. */
interface Worth {
  readonly words: readonly WeighedWord[]
  readonly least: number
}

const worthOf = (words: readonly WeighedWord[]): Worth => ({
  words,
  least: WORTH_WEIGHING * words.reduce((sum, { token, weight }) => sum + (token.isLight ? 0 : weight), 0),
})

const mayMean = ({ plains, about }: Entry, worths: readonly Worth[]): boolean =>
  worths.length === 0 ||
  worths.some(({ words, least }) => {
    let held = 0
    for (const { token, weight } of words) {
      if (plains.has(token.plain) || about.plains.has(token.plain)) held += weight
      if (held > 0 && held >= least) return true
    }
    return false
  })

function candidateOf(entry: Entry, query: Query, weighed: Weighed): Candidate {
  const { asked, weights } = weighed
  const score = scoreOf(entry, weighed)
  const asksWho = WHO_INTENTS.some((intent) => query.intents.has(intent))
  const named =
    (entry.kind === 'deadline' && asksDate(query)) || (entry.kind === 'duty' && asksWho)
      ? scoreWho(entry, asked, weights)
      : { precision: 0, evidence: 0 }
  const who = named.precision
  const countsWho = entry.kind === 'deadline' || query.intents.has('task')
  const total =
    score.text +
    kindBonus(entry, query) +
    rowBonus(entry, query) +
    valueBonus(entry, query) +
    (countsWho ? SAID_WHO * who * (0.7 + 0.3 * Math.min(1, named.evidence)) : 0)
  const isOfPeriod = periodsOf(query).every(({ text }) => entry.words.has(text))
  const saysDue = entry.kind === 'deadline' && saysWhatIsDue(entry, query, asked)
  // «nghỉ hè ai mở lớp dạy bơi cho học sinh khó khăn»
  const isToldAtLength =
    asksWho && entry.kind === 'duty' && score.matched >= MUCH && score.coverage >= LEAST_COVERAGE
  const lacksWord = score.lacksWord && !isToldAtLength
  return { entry, ...score, lacksWord, who, whoEvidence: named.evidence, isOfPeriod, saysDue, total }
}

/** The report period asked for; of a question that names none the one before it. */
const periodsOf = ({ words, carried }: Query): Query['words'] => {
  const own = words.filter(isPeriod)
  return own.length > 0 ? own : carried.filter(isPeriod)
}

/** Told in words, not as a figure: a passage, a fact, or a target without a number. */
export const isInWords = ({ kind, source }: Entry): boolean =>
  kind === 'duty' || kind === 'fact' || ('target' in source && source.target.value.kind === 'words')

/** Every word that matters is accounted for, and enough of the fact was said to know that it is the one. */
export function isConfident(candidate: Candidate): boolean {
  const { entry, coverage, precision, evidence, label, lacksWord, matched, who, isOfPeriod, saysDue } =
    candidate
  if (lacksWord || (entry.kind === 'deadline' && !saysDue && coverage < NEARLY_ALL)) return false
  const isWhole = (precision >= WHOLE_WORDING && evidence >= WHOLE_EVIDENCE) || who >= WHOLE_WORDING
  const mayMiss = isInWords(entry) || (entry.kind === 'deadline' && isOfPeriod)
  if (mayMiss && isWhole && matched >= LEAST_EVIDENCE) return coverage >= LEAST_COVERAGE_OF_WHOLE
  if (entry.kind === 'target' && precision >= WHOLE_WORDING && label >= LEAST_LABEL && coverage >= HALF)
    return evidence >= LEAST_EVIDENCE
  if (coverage < LEAST_COVERAGE || matched < LEAST_MATCHED) return false
  if (entry.kind !== 'target' && matched >= (coverage >= ALL ? TELLING_WORD : TELLING_MATCH)) return true
  if (evidence < (Math.min(coverage, precision) >= NEARLY_ALL ? LEAST_OF_ALL : LEAST_EVIDENCE) && who < NAMED)
    return false
  return precision >= LEAST_PRECISION || (entry.kind !== 'target' && evidence >= TELLING_EVIDENCE)
}

const SENDING = new Set(['nop', 'gui', 'cao', 'send', 'submit', 'report'])

/** Of reports and plans, or of what else the deadline is for; «khi nào điều chuyển hiệu trưởng» tells only who keeps it. */
function saysWhatIsDue(entry: Entry, { words, carried }: Query, { fresh }: AskedWords): boolean {
  if ([...words, ...carried].some(({ plain }) => OF_REPORTS.has(plain))) return true
  const who = wordsNamingWho(entry)
  return fresh.some(({ token }) => entry.plains.has(token.plain) && !who.has(token.plain))
}

const OF_REPORTS = new Set([
  ...SENDING,
  ...'bao han hoach trinh muon chot tong @half @year deadline plan due late'.split(' '),
])

/** «Báo cáo … phải nộp trước 20/12». */
const SENDS = /(?:^| )bao cao .*(?:nop|gui)(?: |$)/

const asksDate = ({ intents, isFollowUp }: Query): boolean =>
  isFollowUp || DATE_INTENTS.some((intent) => intents.has(intent))

function kindBonus({ kind, source }: Entry, query: Query): number {
  const { intents } = query
  // «mục tiêu … đến khi nào» asks for the year of a target, which no deadline without a day tells
  if ('duty' in source && source.duty.deadline && !source.duty.deadline.lastDay && intents.has('target'))
    return -0.06
  const asksWho = intents.has('who') || intents.has('task') || intents.has('recipient')
  if (kind === 'deadline')
    return intents.has('when') || intents.has('days-left')
      ? SENDS.test(plainly(query.words))
        ? 0.2
        : 0.14
      : intents.has('recipient') && query.words.some(({ plain }) => SENDING.has(plain))
        ? 0.2
        : -0.06
  if (kind === 'fact')
    return intents.has('person') || (intents.has('identity') && !intents.has('task')) ? 0.12 : -0.03
  if ('duty' in source)
    return (
      (asksWho ? 0.1 : intents.has('how-many') ? -0.12 : -0.05) +
      (source.duty.kind === 'process' ? -0.05 : 0) +
      (source.duty.kind === 'unit' && asksWho ? 0.08 : 0)
    )
  if (asksWho) return -0.06
  return intents.has('quantity') || intents.has('target') ? 0.1 : intents.has('identity') ? -0.02 : 0.07
}

function rowBonus({ source }: Entry, { levels, years }: Query): number {
  if (!('target' in source)) return 0
  const { target } = source
  const year =
    years.length === 0 || target.due === undefined
      ? 0
      : years.some((one) => touches(one, yearsOfDue(target.due ?? '')))
        ? 0.05
        : -0.03
  if (target.levels.length === 0) return year + (levels.length === 0 ? 0.02 : -0.02)
  if (levels.length === 0) return year
  return year + (levels.some((one) => target.levels.includes(one)) ? 0.06 : -0.12)
}

/** A figure in a question that has it confirmed may be that of another fact. */
const valueBonus = ({ words }: Entry, { values, intents }: Query): number =>
  intents.has('verify') ? 0 : values.reduce((sum, value) => sum + (words.has(value) ? 0.15 : -0.04), 0)
