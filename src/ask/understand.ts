import { LEVELS, type Level } from '../domain/level.ts'
import type { Locale } from '../domain/text.ts'
import type { AskContext, Topic } from './answer.ts'
import { canonicalTokens, exact } from './canonical.ts'
import { placesClaimed } from './claimed.ts'
import { telling as asTelling, WHOLE } from './compound.ts'
import { clausesOf, conjunctsOf } from './conjuncts.ts'
import { withoutCourtesy } from './courtesy.ts'
import { stemmed } from './english-stem.ts'
import { readIntents } from './intents.ts'
import { languageOf } from './language.ts'
import type { Lexicon } from './lexicon.ts'
import { hasMarks, type Token, tokenise, tokenOf } from './normalise.ts'
import { PhraseTable, placesOf } from './phrase-table.ts'
import { plainly } from './plainly.ts'
import { firstPlanNamed, planOfSchools, plansNamed, withoutParents } from './plans-named.ts'
import { withPlurals } from './plurals.ts'
import type { AskedYears, Query, Span } from './query.ts'
import { supposesBasis } from './supposed-basis.ts'
import { isValue, supposedIn } from './supposed-figure.ts'
import { readPlaceBeside, readUnknownPlace } from './unknown-place.ts'
import { isPeriod, isSlot, isYear } from './word-class.ts'
import { CHANGING, NEUTRAL, OVERALL, POINTING } from './words/general.ts'
import { FOLLOW_UP_STARTS, INTENTS } from './words/intents.ts'
import { readYears, writeOutAges, writeOutYears, yearOf } from './years.ts'

const NEUTRAL_WORDS = new PhraseTable([...NEUTRAL].map((word) => [word, true] as const))
const CHANGING_WORDS = new PhraseTable(stemmed(CHANGING).map((phrase) => [phrase, true] as const))
/** A question of no more words that names no place may leave out what the one before it said. */
const SHORT = 16
/** The same for one that begins as going on. */
const LONG = 24
const FEW_WORDS = 4
/** A question of more words is read as far as this. */
const MOST_WORDS = 80
const STARTS = new PhraseTable(FOLLOW_UP_STARTS.map((start) => [start, true] as const))

/** What a question asks for, read with the words of the plans and of the earlier question of the chat. */
export function understand(lexicon: Lexicon, asked: string, context: AskContext): Query {
  const question = lexicon.vocabulary.writeOut(
    writeOutAges(writeOutYears(withoutCourtesy(asked.normalize('NFC')))),
  )
  const language = languageIn(question, context)
  const typed = withPlurals(lexicon.vocabulary.mend(tokenise(question).slice(0, MOST_WORDS), language))
  const read = readTyped(lexicon, typed, language)
  const isVerifying = readIntents(read, question).has('verify')
  const isSupposed = supposedIn(read, isVerifying)
  const ofYears = readYears(question, read, context.today)
  // between two years «tăng hay giảm» says how they are compared, and nothing of what
  const ofChange = placesOf(ofYears.length > 1 ? read : [], CHANGING_WORDS)
  const ofClaim = placesClaimed(read, spansOf(lexicon.properNames, read), isVerifying)
  const isFrame = (at: number): boolean => isSupposed(at) || ofChange.has(at) || ofClaim.has(at)
  const words = read.map((word, at) => (isFrame(at) ? { ...word, isGeneral: true } : word))
  const beside = readPlaceBeside(lexicon, question)
  const unknownPlace = beside ?? readUnknownPlace(lexicon, question)
  const isMost = asksMostOfLevels(words)
  const own = readLevels(lexicon, words)
  // «tiểu học với THCS cấp nào cao hơn»
  const levels = asksByLevel(words) || (isMost && own.length < 2) ? LEVELS : own
  const named =
    isVerifying && supposesBasis(words)
      ? firstPlanNamed(lexicon, words)
      : withoutParents(plansNamed(lexicon, words), words)
  const names = spansOf(lexicon.properNames, words)
  const plans = beside !== undefined ? [] : named.length > 0 ? named : planOfSchools(lexicon, words)
  const isBare = words.every(saysNothing) || (context.topic !== undefined && namesOnlyRow(words))
  const isShort = typed.length <= SHORT && plans.length === 0
  const isFollowUp =
    context.topic !== undefined &&
    (isBare || isShort || beginsAgain(typed) || (plans.length === 0 && pointsBack(typed)))
  const intents: Query['intents'] = isMost
    ? new Set(['compare', 'quantity'])
    : intentsOf(isFollowUp && !isBare ? context.topic : undefined, words, language, question)
  return {
    locale: context.locale ?? language,
    words,
    keywords: spansOf(lexicon.compounds, words),
    wholeWords: isVerifying
      ? spansOf(WHOLE, words).filter(holdsNoNumber(words))
      : [...spansOf(WHOLE, words), ...names],
    names,
    carried: isFollowUp ? carriedWords(lexicon, context, words) : [],
    plans,
    ...(unknownPlace === undefined || (isVerifying && isFollowUp) ? {} : { unknownPlace }),
    years: yearsOf(ofYears, intents, isFollowUp ? context.topic : undefined),
    levels: isFollowUp && intents.has('compare') ? levelsOf(levels, context.topic) : levels,
    values: words
      .filter((word, at) =>
        isVerifying ? isValue(word) || isSupposed(at) : isValue(word) && !isSupposed(at),
      )
      .map(({ text }) => text),
    intents,
    conjuncts: () => {
      const clauses = clausesOf(question)
      return conjunctsOf(
        clauses.length === 1 ? [words] : clauses.map((clause) => readWords(lexicon, clause, language)),
      )
    },
    isFollowUp,
    isBare,
  }
}

const readTyped = (lexicon: Lexicon, typed: readonly Token[], language: Locale): Token[] =>
  withPeriod(withoutLetters(unveil(lexicon, canonicalTokens(typed, language, lexicon.placeNames))))

/** «Công văn 2924/UBND-VX»: once the plan is named, the letters of its number say nothing more. */
const withoutLetters = (words: readonly Token[]): Token[] =>
  words.map((word, at) =>
    LETTERS.test(word.text) && words[at - 1]?.text.startsWith('@plan') ? { ...word, isGeneral: true } : word,
  )

const LETTERS = /^\p{L}+(?:[-/&]\p{L}+)+$/u

const NO_PERIOD_AFTER = /^(?:\d|nay|ngoai|hoc|sau|toi|nao|may|truoc (?!ngay|\d)|bao nhieu|co so)/
const NO_PERIOD_BEFORE = /^(?:hang|moi|trong|mot|\d+|dau|cuoi|giua|qua|ca|viet)$/

/** «Báo cáo UBND thị xã năm trước ngày nào»: the report of the year, wherever its «năm» stands. */
function withPeriod(words: readonly Token[]): Token[] {
  const line = plainly(words)
  if (!/bao cao/.test(line) || /@half|@year/.test(line)) return [...words]
  const at = words.findIndex(
    ({ plain }, i) =>
      plain === 'nam' &&
      !NO_PERIOD_AFTER.test(`${words[i + 1]?.plain} ${words[i + 2]?.plain}`) &&
      !NO_PERIOD_BEFORE.test(words[i - 1]?.plain ?? ''),
  )
  return at < 0 ? [...words] : words.with(at, tokenOf('@year'))
}

const readWords = (lexicon: Lexicon, text: string, language: Locale): Token[] =>
  readTyped(lexicon, lexicon.vocabulary.mend(tokenise(text).slice(0, MOST_WORDS), language), language)

/** A few words without marks are of the language of the question they follow. */
function languageIn(question: string, { topic }: AskContext): Locale {
  const isTelling = hasMarks(question) || tokenise(question).length > FEW_WORDS
  return topic === undefined || topic.question === '' || isTelling
    ? languageOf(question)
    : languageOf(topic.question)
}

/** «So với 2030 thì sao»: with the year last spoken of. */
const yearsOf = (
  own: readonly AskedYears[],
  intents: Query['intents'],
  topic: Topic | undefined,
): readonly AskedYears[] =>
  own.length === 1 && topic?.years.length === 1 && intents.has('compare')
    ? [...topic.years.map(yearOf), ...own]
    : own

/** «Còn so với mầm non thì bên nào cao hơn»: with the level last spoken of. */
const levelsOf = (own: readonly Level[], topic: Topic | undefined): readonly Level[] =>
  own.length === 1 && topic?.levels.length === 1
    ? LEVELS.filter((level) => own.includes(level) || topic.levels.includes(level))
    : own

/** «Còn tiếng Đức?» asks as the question before it did. */
function intentsOf(
  topic: Topic | undefined,
  words: readonly Token[],
  language: Locale,
  question: string,
): Query['intents'] {
  const own = readIntents(language === 'en' ? exact(words) : words, question)
  const before = own.size === 0 ? INTENTS.filter((intent) => topic?.intents?.includes(intent)) : []
  return new Set([...own, ...before])
}

/** «Cấp nào cao nhất» compares all levels. */
const asksMostOfLevels = (words: readonly Token[]): boolean =>
  /(?:cap|bac) (?:hoc )?nao .*(?:cao|thap|nhieu|it|kem|lon|be) (?:hon|nhat)|which level .*(?:high|low|most|least)/.test(
    plainly(words),
  )

/** «Theo từng cấp». */
const asksByLevel = (words: readonly Token[]): boolean => /(?:theo|tung|moi) cap(?: |$)/.test(plainly(words))

const saysNothing = (word: Token): boolean =>
  word.isGeneral || isSlot(word) || isYear(word) || NEUTRAL_WORDS.matchesAt([word], 0).length > 0

/** «Riêng tiểu học thì chốt mức mấy»: a level or a year, and words that say little. */
const namesOnlyRow = (words: readonly Token[]): boolean =>
  words.some((word) => isSlot(word) || isYear(word) || OVERALL.has(word.text)) &&
  words.every((word) => saysNothing(word) || word.isLight)

/** «Chu Văn An» is a name, however general its words are; «bao cao» without marks is báo cáo, not bao nhiêu and cao. */
function unveil({ properNames, compounds, pairs }: Lexicon, words: readonly Token[]): Token[] {
  const telling = new Set([
    ...placesOf(words, properNames),
    ...placesOf(words, compounds),
    ...placesOf(words, WHOLE),
  ])
  for (const [at, word] of words.entries()) {
    const next = words[at + 1]
    const pair = next && word.isLoose && next.isLoose ? pairs.get(`${word.plain} ${next.plain}`) : undefined
    if (pair?.first) telling.add(at)
    if (pair?.second) telling.add(at + 1)
  }
  return words.map((word, at) => (telling.has(at) ? asTelling(word) : word))
}

function spansOf(table: PhraseTable<unknown>, words: readonly Token[]): Span[] {
  const found = words.flatMap((_, from) => {
    const [longest] = table.matchesAt(words, from)
    return longest ? [{ from, to: from + longest.length }] : []
  })
  return found.sort((a, b) => b.to - b.from - (a.to - a.from))
}

/** «Mức độ 3 phải không»: the level to be confirmed may be wrong. */
const holdsNoNumber =
  (words: readonly Token[]) =>
  ({ from, to }: Span): boolean =>
    !words.slice(from, to).some(({ isNumber }) => isNumber)

const pointsBack = (typed: readonly Token[]): boolean =>
  typed.length <= LONG && typed.some(({ text }) => POINTING.has(text))

const beginsAgain = (typed: readonly Token[]): boolean =>
  STARTS.matchesAt(typed, 0).length > 0 && typed.length <= LONG

const GOING = new Set(['vao', 'len', 'sang'])

function readLevels({ properNames }: Lexicon, words: readonly Token[]): Level[] {
  const inName = (at: number): boolean => properNames.matchesAt(words, at + 1).length > 0
  // «sắp lên cấp 2», «không vào cấp 3»: where somebody goes is not where something is asked of
  const isGoal = (at: number): boolean => GOING.has(words[at - 1]?.plain ?? '')
  const told = words.flatMap(({ text }, at) => (text.startsWith('@') && !inName(at) ? [at] : []))
  const meant = told.filter((at) => !isGoal(at))
  const found = meant.flatMap((at) => words[at]?.text.slice(1) ?? [])
  return LEVELS.filter((level) => found.includes(level))
}

/** Words of the earlier question that the new one does not replace by another of the same kind. */
function carriedWords(
  { vocabulary, placeNames }: Lexicon,
  { topic }: AskContext,
  words: readonly Token[],
): Token[] {
  const before = canonicalTokens(
    vocabulary.mend(tokenise(topic?.question ?? '')),
    languageOf(topic?.question ?? ''),
    placeNames,
  )
  const replaced = words.some(isPeriod)
  return before.filter((token) => !isYear(token) && !isValue(token) && !(replaced && isPeriod(token)))
}
