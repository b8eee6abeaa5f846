import type { Entry } from './entry.ts'
import type { Token } from './normalise.ts'
import type { Phrase } from './phrase.ts'
import type { Tally } from './tally.ts'
import { isSlot, isSoft, isYear } from './word-class.ts'

const SOFT_IN_QUESTION = 0.2
const SOFT_IN_WORDING = 0.3
const GENERAL_IN_WORDING = 0.02
const ADMINISTRATIVE_IN_NAME = 0.003
const NUMBER_IN_QUESTION = 0.4
const LEAST_RARITY = 0.15
/** What no plan says: they tell the same in other words more often than not. */
const OTHER_WORDING = 0.5
/** From this many facts on a word is as telling as its share of them, however many more there are. */
const LARGE = 450

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

/** A wording of a fact with what all its words weigh together. */
export interface WeighedPhrase {
  readonly total: number
  readonly isWho: boolean
}

/** A word of the wordings, as it is spelled there. */
export interface WeighedPlace {
  readonly text: string
  /** Each wording that holds it, by its index, with what the word weighs there. */
  readonly phrases: number[]
  readonly weights: number[]
}

/** The wordings of a fact, and where its words stand in them, by their accent-free spelling. */
export interface WeighedPhrases {
  readonly phrases: readonly WeighedPhrase[]
  readonly places: ReadonlyMap<string, readonly WeighedPlace[]>
}

/** How telling words are: rare ones more (0–1), ones no plan knows most. */
export class Weights {
  readonly #tally: Tally
  readonly #phrases = new WeakMap<readonly Phrase[], WeighedPhrases>()

  constructor(tally: Tally) {
    this.#tally = tally
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
    const seen = this.#tally.pairs.get(pair)
    return seen === undefined ? 0 : this.#rarity(seen)
  }

  phrasesOf({ phrases }: Entry): WeighedPhrases {
    const known = this.#phrases.get(phrases)
    if (known) return known
    const places = new Map<string, WeighedPlace[]>()
    const weighed = {
      phrases: phrases.map((phrase, index) => this.#weigh(phrase, index, places)),
      places,
    }
    this.#phrases.set(phrases, weighed)
    return weighed
  }

  #weigh({ words, isWho }: Phrase, phrase: number, places: Map<string, WeighedPlace[]>): WeighedPhrase {
    let total = 0
    for (const token of words) {
      const weight = isWho && ADMINISTRATIVE.has(token.text) ? ADMINISTRATIVE_IN_NAME : this.#inWording(token)
      total += weight
      const spellings = places.get(token.plain) ?? []
      if (spellings.length === 0) places.set(token.plain, spellings)
      let place = spellings.find(({ text }) => text === token.text)
      if (!place) {
        place = { text: token.text, phrases: [], weights: [] }
        spellings.push(place)
      }
      place.phrases.push(phrase)
      place.weights.push(weight)
    }
    return { total, isWho }
  }

  #of({ text, plain, isLoose }: Token): number {
    const seen = (isLoose ? undefined : this.#tally.texts.get(text)) ?? this.#tally.plains.get(plain)
    return seen === undefined ? OTHER_WORDING : this.#rarity(seen)
  }

  #inWording(token: Token): number {
    if (isSlot(token) || isYear(token)) return 0
    if (token.isGeneral) return GENERAL_IN_WORDING
    return this.#of(token) * (isSoft(token) ? SOFT_IN_WORDING : 1)
  }

  #rarity(seen: number): number {
    const { size } = this.#tally
    const rarity = Math.log((size + 1) / seen) / Math.log(Math.min(size, LARGE) + 1)
    return Math.min(1, Math.max(LEAST_RARITY, rarity))
  }
}
