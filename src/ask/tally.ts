import type { Entry } from './entry.ts'
import { pairOf, partsOfNumber } from './entry-words.ts'
import type { TellingPair } from './phrase.ts'

/** How many facts say each word and pair of words, and which facts say it. */
export class Tally {
  readonly size: number
  readonly texts = new Map<string, number>()
  readonly plains = new Map<string, number>()
  readonly pairs = new Map<string, number>()
  readonly tellingPairs = new Map<string, TellingPair>()
  readonly #places = new Map<string, number[] | Uint32Array>()

  constructor(entries: readonly Entry[]) {
    this.size = entries.length
    for (const [at, entry] of entries.entries()) this.#add(entry, at)
    for (const [plain, places] of this.#places) this.#places.set(plain, Uint32Array.from(places))
  }

  /** Places, in the order of the entries, of those that say the accent-free word. */
  placesOf(plain: string): Iterable<number> {
    return this.#places.get(plain) ?? []
  }

  #add({ wordings }: Entry, place: number): void {
    const texts = new Set<string>()
    const plains = new Set<string>()
    const pairs = new Set<string>()
    for (const { words } of wordings)
      for (const [at, token] of words.entries()) {
        for (const { text, plain } of [token, ...partsOfNumber(token)]) {
          texts.add(text)
          plains.add(plain)
        }
        const next = words[at + 1]
        if (!next) continue
        const pair = `${token.plain} ${next.plain}`
        pairs.add(pair)
        this.tellingPairs.set(pair, pairOf(token, next))
      }
    countEach(this.texts, texts)
    countEach(this.plains, plains)
    countEach(this.pairs, pairs)
    for (const plain of plains) this.#note(plain, place)
  }

  #note(plain: string, place: number): void {
    const places = this.#places.get(plain)
    if (Array.isArray(places)) places.push(place)
    else this.#places.set(plain, [place])
  }
}

function countEach(counts: Map<string, number>, keys: Iterable<string>): void {
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
}
