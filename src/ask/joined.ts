import { LEVELS, type Level } from '../domain/level.ts'
import type { Plan } from '../domain/plan.ts'
import { asksNumber } from './answering.ts'
import { type Candidate, isConfident, rank } from './candidate.ts'
import { type Conjunct, joins } from './conjuncts.ts'
import type { Entry } from './entry.ts'
import type { FactIndex } from './fact-index.ts'
import { hasNumber } from './has-number.ts'
import { bodyNamed, wordsOfWho } from './named-body.ts'
import type { Token } from './normalise.ts'
import { type Outcome, rowsIn } from './outcome.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import { settle } from './settle.ts'
import { notStated } from './unsettled.ts'
import type { Weights } from './weights.ts'
import { isSlot } from './word-class.ts'

/** «Which office works on legal affairs and teaches the law»: one body is asked for. */
const ONE_BODY = /^(?:which|what) (?:@\S+ )?(?:offic|board|body|unit|centr|department|agency) /
const LEAST_SAID = 0.08
/** «Mấy môn, mấy lớp». */
const LEAST_COUNTED = 0.05
/** A subject that says this much must be found. */
const SAYS_MUCH = 0.2
const MOST_ROWS = 12
const WHOLE_NAME = 0.9
const NEARLY_AS_GOOD = 0.15
/** «… and when was that directive …»: words between what joins and what is said again. */
const NEAR = 4
/** «…, em là hiệu trưởng» is no subject of its own. */
const LEAST_COVERED = 0.6
const ASKS_FIGURE = ['quantity', 'when', 'days-left'] as const

/** «Công nhận mới và công nhận lại»: the facts of each subject joined in the question; undefined where one fact says it all. */
export function joined(
  index: FactIndex,
  ranked: readonly Candidate[],
  query: Query,
  plan: Plan,
): Outcome | undefined {
  const best = ranked.find(isConfident)
  if (best?.entry.kind === 'duty' && ONE_BODY.test(plainly(query.words))) return undefined
  const all = query.conjuncts()
  const least =
    all.filter(asksNumberItself).length > 1 ? LEAST_COUNTED : query.words.some(joins) ? LEAST_SAID : SAYS_MUCH
  const weighty = all.filter((one) => weightOf(one, index.weights) >= least)
  const likely = [best, ranked[0]].filter((one) => one !== undefined)
  const others = weighty.filter((one) => !likely.some((fact) => namesCarrier(one, fact, index.weights)))
  const conjuncts = others.length > 0 && !query.intents.has('compare') ? others : weighty
  if (conjuncts.length < 2 || (best && !asksEach(conjuncts, query) && isOne(best, query, index.weights)))
    return undefined
  const subjects = subjectsOf(conjuncts, index, query, plan)
  const found = subjects && foundForEach(subjects, index, plan)
  const rows = found?.flatMap(rowsIn) ?? []
  if (!found || rows.length > MOST_ROWS) return undefined
  return found.some(({ kind }) => kind === 'ask')
    ? { kind: 'ask', options: rows }
    : { kind: 'answer', entries: rows, isCompared: query.intents.has('compare') }
}

/** «Xã, phường và nhà trường phải xong … trước ngày nào»: who has to is no subject beside what has to be done. */
function namesCarrier({ words }: Conjunct, { entry, who }: Candidate, weights: Weights): boolean {
  const carrier = wordsOfWho(entry)
  return (
    entry.kind === 'deadline' &&
    who >= WHOLE_NAME &&
    words.every((word) => weights.cost(word) === 0 || carrier.has(word.plain))
  )
}

interface Subject {
  readonly query: Query
  readonly ranked: readonly Candidate[]
  readonly weight: number
  /** How far its best fact is ahead of the next. */
  readonly lead: number
}

/** Undefined as soon as one that says much has no fact, so that a long message is not ranked for all its clauses. */
function subjectsOf(
  conjuncts: readonly Conjunct[],
  index: FactIndex,
  query: Query,
  plan: Plan,
): readonly Subject[] | undefined {
  const subjects: Subject[] = []
  const isEach = conjuncts.filter(asksNumberItself).length > 1
  for (const [at, one] of conjuncts.entries()) {
    const levels = isEach ? levelsFor(conjuncts, at) : query.levels
    const subject = subjectOf(one, index, { ...query, levels }, plan)
    if (subject.weight >= SAYS_MUCH && !subject.ranked.some(isFound)) return undefined
    subjects.push(subject)
  }
  return subjects
}

/** «Bao nhiêu trường chuẩn và bao nhiêu % tốt nghiệp THPT»: a level said of a later subject is not that of an earlier one. */
function levelsFor(conjuncts: readonly Conjunct[], at: number): readonly Level[] {
  const said = conjuncts
    .slice(0, at + 1)
    .map(({ words }) => LEVELS.filter((level) => words.some(({ text }) => text === `@${level}`)))
  return said.findLast(({ length }) => length > 0) ?? []
}

const isFound = (one: Candidate): boolean => isConfident(one) && one.coverage >= LEAST_COVERED

function subjectOf(one: Conjunct, index: FactIndex, query: Query, plan: Plan): Subject {
  const said = { ...query, words: one.words, carried: one.others, keywords: [], wholeWords: [] }
  const isBody = bodyNamed(said).length > 0 && !ASKS_FIGURE.some((intent) => query.intents.has(intent))
  const intents = isBody ? new Set([...query.intents, 'task' as const]) : query.intents
  // what another body does says nothing of this one
  const part: Query = { ...said, intents, isConjunct: true, ...(isBody ? { carried: [] } : {}) }
  const { ranked } = rankedFor(part, index, plan)
  const [first, second] = ranked.filter(isConfident)
  return {
    query: part,
    ranked,
    weight: weightOf(one, index.weights),
    lead: (first?.total ?? 0) - (second?.total ?? 0),
  }
}

const rankedFor = (query: Query, index: FactIndex, plan: Plan): Pick<Subject, 'query' | 'ranked'> => ({
  query,
  ranked: rank(index.entriesOf([plan]), query, index.weights),
})

/** Each subject has facts of its own; the clearest chooses first. Undefined when one that says much finds none. */
function foundForEach(
  subjects: readonly Subject[],
  index: FactIndex,
  plan: Plan,
): readonly Outcome[] | undefined {
  const taken = new Set<Entry>()
  const found = new Map<Subject, Outcome>()
  for (const subject of subjects.toSorted((a, b) => b.lead - a.lead)) {
    const beside = outcomeOf(subject, taken, index, plan)
    // «mấy trường chất lượng cao và mấy trường theo mô hình …»: the other's words lead to the other's fact
    const outcome =
      beside.kind === 'refuse' && subject.query.words.some(isCounting)
        ? outcomeOf(rankedFor({ ...subject.query, carried: [] }, index, plan), taken, index, plan)
        : beside
    if (outcome.kind === 'refuse' && subject.weight >= SAYS_MUCH) return undefined
    for (const row of rowsIn(outcome)) taken.add(row)
    if (outcome.kind !== 'refuse') found.set(subject, outcome)
  }
  return found.size < 2 ? undefined : subjects.flatMap((subject) => found.get(subject) ?? [])
}

function outcomeOf(
  { query, ranked }: Pick<Subject, 'query' | 'ranked'>,
  taken: ReadonlySet<Entry>,
  index: FactIndex,
  plan: Plan,
): Outcome {
  const { weights, fullText } = index
  const least = (ranked.find(isConfident)?.total ?? 0) - NEARLY_AS_GOOD
  const free = ranked.filter(({ entry, total }) => !taken.has(entry) && total >= least)
  if (!free.some(isFound)) return notStated([], [plan])
  const outcome = settle(free, query, [plan], weights, fullText)
  const isOpen = outcome.kind === 'ask' && outcome.options.every(({ kind }) => kind === 'deadline')
  // «hạn báo cáo 6 tháng và báo cáo năm của trường»: who it is was said with another of them
  return isOpen && query.isConjunct
    ? outcomeOf(rankedFor({ ...query, isConjunct: false }, index, plan), taken, index, plan)
    : outcome
}

/** One fact says all of it, and has the number that is asked for. */
const isOne = (best: Candidate, query: Query, weights: Weights): boolean =>
  saysAll(best, query, weights) &&
  saysPairs(best.entry, query) &&
  (!asksNumber(query) || hasNumber(best.entry, query))

/** «Công nhận mới và công nhận lại»: what follows a word that is said twice must stand after it in the fact as well. */
const saysPairs = ({ pairs }: Entry, { words }: Query): boolean =>
  words.every((word, at) => {
    const next = words[at + 1]
    const isSaidTwice = words.some(
      (other, i) => i !== at && other.text === word.text && !other.isGeneral && beginsSubject(words, i, at),
    )
    return !isSaidTwice || !next || isSlot(next) || asks(next) || pairs.has(`${word.plain} ${next.plain}`)
  })

/** What two places say alike stands near a word that joins at the later one: elsewhere it is only said again. */
function beginsSubject(words: readonly Token[], one: number, other: number): boolean {
  let [first, second] = [Math.min(one, other), Math.max(one, other)]
  while (first > 0 && words[first - 1]?.text === words[second - 1]?.text) {
    first--
    second--
  }
  return words.slice(Math.max(0, second - NEAR), second).some((word) => joins(word) || ASKING.has(word.plain))
}

/** «… mấy trường và … mấy trường», or what is compared: there are as many facts as subjects. */
const asksEach = (subjects: readonly Conjunct[], { intents }: Query): boolean =>
  intents.has('compare') || subjects.filter(({ words }) => words.some(asks)).length > 1

const asksNumberItself = ({ words }: Conjunct): boolean => words.some(isCounting)

const isCounting = ({ text }: Token): boolean => text === 'nhiêu' || text === 'many'

const ASKING = new Set(['nhieu', 'nao', 'gi'])

const asks = ({ text }: Token): boolean => text === 'nhiêu' || text === 'nào' || text === 'gì'

const saysAll = ({ entry }: Candidate, { words }: Query, weights: Weights): boolean =>
  words.every((word) => weights.cost(word) === 0 || word.isLight || entry.plains.has(word.plain))

const weightOf = ({ words }: Conjunct, weights: Weights): number =>
  words.reduce((sum, word) => sum + weights.cost(word), 0)
