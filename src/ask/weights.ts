import type { Entry, Phrase } from './entry.ts'
import type { Token } from './normalise.ts'
import { isSlot, isSoft, isYear } from './word-class.ts'

const SOFT_IN_QUESTION = 0.2
const SOFT_IN_WORDING = 0.3
const GENERAL_IN_WORDING = 0.02
const ADMINISTRATIVE_IN_NAME = 0.003
const NUMBER_IN_QUESTION = 0.4
const LEAST_RARITY = 0.15

/** «Phòng Nội vụ thị xã» is asked for as «phòng nội vụ». */
const ADMINISTRATIVE = new Set([
  'quận',
  'huyện',
  'thị',
  'xã',
  'tỉnh',
  'thành',
  'phố',
  'town',
  'district',
  'province',
])

/** A wording of a fact with what each of its words weighs. */
export interface WeighedPhrase {
  readonly words: readonly { readonly token: Token; readonly weight: number }[]
  readonly total: number
  readonly isWho: boolean
}

/** How telling words are: rare ones more (0–1), ones no plan knows most. */
export class Weights {
  readonly #texts = new Map<string, number>()
  readonly #plains = new Map<string, number>()
  readonly #pairs = new Map<string, number>()
  readonly #phrases = new Map<Entry, readonly WeighedPhrase[]>()
  readonly #count: number

  constructor(entries: readonly Entry[]) {
    this.#count = entries.length
    for (const entry of entries) {
      countEach(this.#texts, entry.words.keys())
      countEach(this.#plains, entry.plains.keys())
      countEach(this.#pairs, entry.pairs.keys())
    }
    for (const entry of entries)
      this.#phrases.set(
        entry,
        entry.phrases.map((phrase) => this.#weigh(phrase)),
      )
  }

  /** What a word of the question weighs when the fact does not say it. */
  cost(token: Token): number {
    if (token.isGeneral || isSlot(token) || isYear(token)) return 0
    if (isSoft(token)) return SOFT_IN_QUESTION * this.#of(token)
    if (token.isNumber) return token.text.endsWith('%') ? 0 : NUMBER_IN_QUESTION
    return this.#of(token)
  }

  /** 0 for a pair that no fact has. */
  ofPair(pair: string): number {
    const seen = this.#pairs.get(pair)
    return seen === undefined ? 0 : this.#rarity(seen)
  }

  phrasesOf(entry: Entry): readonly WeighedPhrase[] {
    return this.#phrases.get(entry) ?? []
  }

  #weigh({ words, isWho }: Phrase): WeighedPhrase {
    const weighed = words.map((token) => ({
      token,
      weight: isWho && ADMINISTRATIVE.has(token.text) ? ADMINISTRATIVE_IN_NAME : this.#inWording(token),
    }))
    return { words: weighed, total: weighed.reduce((sum, { weight }) => sum + weight, 0), isWho }
  }

  #of({ text, plain, isLoose }: Token): number {
    const seen = (isLoose ? undefined : this.#texts.get(text)) ?? this.#plains.get(plain)
    return seen === undefined ? 1 : this.#rarity(seen)
  }

  #inWording(token: Token): number {
    if (isSlot(token) || isYear(token)) return 0
    if (token.isGeneral) return GENERAL_IN_WORDING
    return this.#of(token) * (isSoft(token) ? SOFT_IN_WORDING : 1)
  }

  #rarity(seen: number): number {
    return Math.max(LEAST_RARITY, Math.log((this.#count + 1) / seen) / Math.log(this.#count + 1))
  }
}

function countEach(counts: Map<string, number>, keys: Iterable<string>): void {
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
}
