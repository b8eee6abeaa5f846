import { LOCALES } from '../domain/text.ts'
import type { AskedWords, Spellings, WeighedPair, WeighedWord } from './asked-words.ts'
import type { Entry } from './entry.ts'
import type { WordsOfEntry } from './entry-words.ts'
import type { Token } from './normalise.ts'
import type { WeighedPhrases, WeighedPlace, Weights } from './weights.ts'

interface Wording {
  readonly precision: number
  readonly evidence: number
}

export interface TextScore {
  /** Share of what the question says that the fact accounts for, 0–1. */
  readonly coverage: number
  /** Share of the fact's best wording that the question says, 0–1. */
  readonly precision: number
  /** How much that wording says at all. */
  readonly evidence: number
  /** Share of its label that the question says, 0–1. */
  readonly label: number
  /** The question holds a word of several syllables that the fact does not. */
  readonly lacksWord: boolean
  /** How much of what the question says the fact holds. */
  readonly matched: number
  /** All together; only to compare. */
  readonly text: number
}

const WRONG_MARKS = 0.2
const FRESH = 0.65
/** What the question before may add to how much of this one is accounted for. */
const LENT = 0.2
const OWN_SUBJECT = 0.8
/** A word of one fact alone may be said of another in passing: that it does not say it counts no more than this. */
const MOST_UNSAID = 0.75
const NAMES_THE_PLAN = 0.8
const MOST_EVIDENCE = 4
const LIGHT_UNSAID = 0.2
const PART_OF_KEYWORD = 0.6

/** How well a fact answers the words of a question, by itself. */
export function scoreText(entry: Entry, asked: AskedWords, weights: Weights): TextScore {
  const { read } = entry
  const paired = blend(
    [pairsGot(read, asked.freshPairs), asked.freshPairsWeight],
    [pairsGot(read, asked.carriedPairs), asked.carriedPairsWeight],
  )
  const fresh = shareOfWords(entry, read, asked.fresh)
  const carried = shareOfWords(entry, read, asked.carried)
  const coverage = Math.min(blend(fresh, carried) ?? paired ?? 0, fresh[1] === 0 ? 1 : ratio(...fresh) + LENT)
  const wordings = weights.phrasesOf(entry)
  const said = saidIn(wordings, asked.all)
  const { precision, evidence } = bestWording(wordings, said)
  let label = 0
  for (let at = 0; at < LOCALES.length; at++)
    label = Math.max(label, ratio(said[at] ?? 0, wordings.phrases[at]?.total ?? 0))
  const text =
    0.5 * coverage +
    0.25 * (paired ?? 0) +
    0.3 * precision +
    0.05 * label +
    0.04 * Math.min(evidence, MOST_EVIDENCE)
  const lacksWord = asked.fresh.some(
    ({ wordPairs }) => wordPairs !== undefined && !wordPairs.every((pair) => read.pairs.has(pair)),
  )
  return { coverage, precision, evidence, label, lacksWord, matched: fresh[0] + carried[0], text }
}

/** How well the question names the carrier of a duty. */
export function scoreWho(entry: Entry, asked: AskedWords, weights: Weights): Wording {
  const wordings = weights.phrasesOf(entry)
  return bestWording(wordings, saidIn(wordings, asked.actors), true)
}

/** How far a fact holds one word of the question, 0–1. */
function held({ about }: Entry, { plains, words }: WordsOfEntry, token: Token): number {
  const plain = plains.get(token.plain) ?? 0
  const own = token.isLoose ? plain : (words.get(token.text) ?? WRONG_MARKS * plain)
  if (own >= NAMES_THE_PLAN || token.isLight) return own
  return (token.isLoose ? about.plains.has(token.plain) : about.texts.has(token.text)) ? NAMES_THE_PLAN : own
}

const NONE: readonly string[] = []
const NOWHERE: readonly WeighedPlace[] = []

/** What the fact holds of the words, and what there was to hold; a light word that it does not say hardly counts. */
function shareOfWords(
  entry: Entry,
  read: WordsOfEntry,
  words: readonly WeighedWord[],
): readonly [got: number, asked: number] {
  let got = 0
  let asked = 0
  for (const { token, weight, beside, within, wordPairs = NONE } of words) {
    const stands =
      (beside === undefined || beside.some((pair) => read.pairs.has(pair))) &&
      wordPairs.every((pair) => read.pairs.has(pair))
    const isWhole = within === undefined || within.every((word) => read.plains.has(word))
    const part = stands ? held(entry, read, token) * (isWhole ? 1 : PART_OF_KEYWORD) : 0
    got += weight * part
    // a word of several syllables that the fact does not say is a subject of its own
    const unsaid = part > 0 || token.isLight ? weight : Math.min(weight, MOST_UNSAID)
    const least = stands || wordPairs.length === 0 ? unsaid : Math.max(weight, OWN_SUBJECT)
    asked += least * (token.isLight && stands ? Math.max(part, LIGHT_UNSAID) : 1)
  }
  return [got, asked]
}

const pairsGot = (read: WordsOfEntry, pairs: readonly WeighedPair[]): number =>
  pairs.reduce((sum, { pair, weight }) => (read.pairs.has(pair) ? sum + weight : sum), 0)

/** The best-matched wording of the fact, by how much of each is said; `isWho` looks at the names of carriers only. */
function bestWording({ phrases }: WeighedPhrases, said: Float64Array, isWho = false): Wording {
  let best = { precision: 0, evidence: 0 }
  for (const [at, phrase] of phrases.entries()) {
    const evidence = said[at] ?? 0
    if (evidence === 0 || (isWho && !phrase.isWho)) continue
    const precision = ratio(evidence, phrase.total)
    if (precision + 0.12 * evidence > best.precision + 0.12 * best.evidence) best = { precision, evidence }
  }
  return best
}

/** How much of each wording the question says. */
function saidIn({ phrases, places }: WeighedPhrases, { texts, loose, plains }: Spellings): Float64Array {
  const said = new Float64Array(phrases.length)
  for (const plain of plains)
    for (const place of places.get(plain) ?? NOWHERE)
      if (texts.has(place.text) || loose.has(plain))
        for (let at = 0; at < place.phrases.length; at++)
          said[place.phrases[at] ?? 0] = (said[place.phrases[at] ?? 0] ?? 0) + (place.weights[at] ?? 0)
  return said
}

/** Shares of this question and of the one before it: what is new counts more, however few words it has. Undefined when nothing was said. */
function blend(
  fresh: readonly [got: number, asked: number],
  carried: readonly [got: number, asked: number],
): number | undefined {
  if (fresh[1] === 0 && carried[1] === 0) return undefined
  if (fresh[1] === 0) return ratio(...carried)
  return carried[1] === 0 ? ratio(...fresh) : FRESH * ratio(...fresh) + (1 - FRESH) * ratio(...carried)
}

const ratio = (got: number, asked: number): number => (asked === 0 ? 0 : got / asked)
