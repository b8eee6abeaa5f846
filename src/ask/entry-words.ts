import { type Token, tokenOf } from './normalise.ts'
import type { Phrase, TellingPair } from './phrase.ts'
import { isSlot, isSoftOrGeneral, isYear } from './word-class.ts'
import type { Wording } from './wordings.ts'

/** What matching needs of a fact; made from its wordings when first asked for. */
export interface WordsOfEntry {
  readonly phrases: readonly Phrase[]
  /** Accent-exact words with how telling they are here (1 label, less for what merely accompanies). */
  readonly words: ReadonlyMap<string, number>
  readonly plains: ReadonlyMap<string, number>
  /** Neighbouring pairs, accent-free, and which of the two words say something when read with their marks. */
  readonly pairs: ReadonlyMap<string, TellingPair>
}

/** Facts whose words are kept ready at a time; with many plans loaded few are ever asked about. */
const MOST_READY = 3000

/** Keeps the words of the facts last matched, so that hundreds of plans fit in memory. */
export class EntryWords {
  readonly #ready = new Map<readonly Wording[], WordsOfEntry>()

  of(wordings: readonly Wording[]): WordsOfEntry {
    const known = this.#ready.get(wordings)
    if (known) return known
    const [oldest] = this.#ready.keys()
    if (oldest && this.#ready.size >= MOST_READY) this.#ready.delete(oldest)
    const made = wordsOfAll(wordings)
    this.#ready.set(wordings, made)
    return made
  }
}

function wordsOfAll(wordings: readonly Wording[]): WordsOfEntry {
  const words = new Map<string, number>()
  const plains = new Map<string, number>()
  const pairs = new Map<string, TellingPair>()
  for (const { words: tokens, weight } of wordings)
    for (const [at, token] of tokens.entries()) {
      for (const part of [token, ...partsOfNumber(token)]) {
        raise(words, part.text, weight)
        raise(plains, part.plain, weight)
      }
      const next = tokens[at + 1]
      if (next) pairs.set(`${token.plain} ${next.plain}`, pairOf(token, next))
    }
  const phrases = wordings.filter(isMatchable).map(({ words: tokens, isWho }) => ({ words: tokens, isWho }))
  return { phrases, words, plains, pairs }
}

export const pairOf = (first: Token, second: Token): TellingPair => ({
  first: !first.isGeneral,
  second: !second.isGeneral,
})

const isMatchable = ({ words, isPhrase, isWho }: Wording): boolean =>
  isPhrase && (isWho ? namesBody(words) : saysSomething(words))

/** One soft word alone («học sinh») would fit any question; three together («nhà trẻ ra lớp») name something. */
const saysSomething = (tokens: readonly Token[]): boolean =>
  tokens.some((token) => !isSoftOrGeneral(token)) ||
  tokens.filter((token) => !isSlot(token) && !isYear(token)).length >= 3

/** «Đơn vị» alone names all who report. */
const namesBody = (tokens: readonly Token[]): boolean =>
  tokens.map(({ text }) => text).join(' ') === 'đơn vị' ||
  (tokens.length > 1 ? tokens.some((token) => !token.isGeneral) : tokens.some(({ text }) => BODY.has(text)))

/** What says by one word who is meant. */
const BODY = new Set(['trường', 'school', 'principal', 'teacher', 'xã', 'phường', 'commun', 'ward', 'phòng'])

const raise = (map: Map<string, number>, key: string, weight: number): void => {
  map.set(key, Math.max(map.get(key) ?? 0, weight))
}

/** `59/64` may be asked by 59 or 64, `30%` by 30. */
export function partsOfNumber({ text, isNumber }: Token): Token[] {
  if (!isNumber) return []
  const parts = text.endsWith('%') ? [text.slice(0, -1)] : text.includes('/') ? text.split('/') : []
  return parts.map((part) => tokenOf(part))
}
