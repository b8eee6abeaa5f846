import { type Token, tokenise, tokenOf } from './normalise.ts'

export interface PhraseMatch<T> {
  readonly length: number
  readonly value: T
}

interface Row<T> {
  readonly words: readonly Token[]
  readonly needsNumber: boolean
  readonly value: T
}

/** Phrases by first word, longest first; a word typed without marks matches by its accent-free key. */
export class PhraseTable<T> {
  readonly #rows = new Map<string, Row<T>[]>()

  constructor(phrases: Iterable<readonly [string, T]>) {
    for (const [phrase, value] of phrases) {
      const needsNumber = phrase.endsWith(' #')
      const words = wordsOf(needsNumber ? phrase.slice(0, -2) : phrase)
      const [first] = words
      if (!first) continue
      const rows = this.#rows.get(first.plain) ?? []
      rows.push({ words, needsNumber, value })
      this.#rows.set(first.plain, rows)
    }
    for (const rows of this.#rows.values()) rows.sort((a, b) => b.words.length - a.words.length)
  }

  /** Every phrase that begins at the place, longest first. */
  matchesAt(tokens: readonly Token[], at: number): PhraseMatch<T>[] {
    const rows = this.#rows.get(tokens[at]?.plain ?? '') ?? []
    return rows
      .filter((row) => fits(row, tokens, at))
      .map(({ words, value }) => ({ length: words.length, value }))
  }
}

/** Places of the words that belong to a phrase of the table. */
export function placesOf<T>(tokens: readonly Token[], table: PhraseTable<T>): ReadonlySet<number> {
  const places = new Set<number>()
  for (let at = 0; at < tokens.length; at++) {
    const length = table.matchesAt(tokens, at)[0]?.length ?? 0
    for (let i = 0; i < length; i++) places.add(at + i)
  }
  return places
}

/** Words of a phrase of ours, where `@half` and the like stand for themselves. */
export const wordsOf = (phrase: string): Token[] =>
  phrase.split(' ').flatMap((word) => (IS_ONE.test(word) ? [tokenOf(word)] : tokenise(word)))

/** `@half`, and the letters of a document's number. */
const IS_ONE = /^@|^\p{L}+(?:[-/]\p{L}+)+$/u

function fits<T>({ words, needsNumber }: Row<T>, tokens: readonly Token[], at: number): boolean {
  const same = words.every((word, i) => isSameWord(tokens[at + i], word))
  if (!same || !needsNumber) return same
  const next = tokens[at + words.length]
  return next?.isNumber === true && !/^(19|20)\d\d$/.test(next.text)
}

/** The typed word is the wanted one, or its unmarked spelling. */
export const isSameWord = (typed: Token | undefined, wanted: Token): boolean =>
  typed !== undefined && (typed.text === wanted.text || (typed.isLoose && typed.plain === wanted.plain))
