import { plainOf, type Token, tokenise, tokenOf } from './normalise.ts'
import { isSyllable } from './syllable.ts'
import { GENERAL_EN, GENERAL_PHRASES, GENERAL_VI, GREETINGS, HELP, SOFT, THANKS } from './words/general.ts'
import { INTENT_PHRASES } from './words/intents.ts'
import { NUMBER_WORDS } from './words/numbers.ts'
import { SHORTHAND } from './words/shorthand.ts'
import { SYNONYMS } from './words/synonyms.ts'

/** An unmarked spelling at least this common beside its marked ones is a word of its own: «thanh», «an». */
const OWN_WORD = 0.2

/** Every spelling that is known: those of the plans, and the general vocabulary. */
export class Vocabulary {
  readonly #texts = new Map<string, number>()
  readonly #plains = new Map<string, number>()
  readonly #pairs = new Set<string>()

  constructor(texts: Iterable<string>) {
    for (const text of [...texts, ...generalTexts()]) {
      const tokens = tokenise(text)
      for (const [at, token] of tokens.entries()) this.#add(token, tokens[at + 1])
    }
  }

  #add({ text, plain }: Token, next: Token | undefined): void {
    this.#texts.set(text, (this.#texts.get(text) ?? 0) + 1)
    this.#plains.set(plain, (this.#plains.get(plain) ?? 0) + 1)
    if (next) this.#pairs.add(`${plain} ${next.plain}`)
  }

  /** The words as they were probably meant: wrong tone marks dropped, Telex left-overs, glued words and one slip mended. */
  mend(tokens: readonly Token[]): Token[] {
    const isMarked = tokens.some(({ text, plain }) => text !== plain)
    return tokens.flatMap((token, at) =>
      this.#mendOne(token, isMarked, [tokens[at - 1]?.plain, tokens[at + 1]?.plain]),
    )
  }

  #mendOne(token: Token, isMarked: boolean, beside: Beside): Token | Token[] {
    if (token.isNumber) return token
    const seen = this.#texts.get(token.text) ?? 0
    const isMeant =
      token.text !== token.plain || (isMarked && seen >= OWN_WORD * (this.#plains.get(token.plain) ?? 0))
    if (seen > 0) return isMeant ? token : unmarked(token.text)
    if (this.#plains.has(token.plain)) return { ...token, isLoose: true }
    return this.#nearest(token, beside) ?? this.#telex(token.plain) ?? this.#split(token.plain) ?? token
  }

  #telex(plain: string): Token | undefined {
    const key = telexKey(plain)
    return key !== plain && this.#plains.has(key) ? unmarked(key) : undefined
  }

  #split(plain: string): Token[] | undefined {
    if (plain.length < 5 || isSyllable(plain)) return undefined
    for (let at = plain.length - 2; at >= 2; at--) {
      const head = plain.slice(0, at)
      const tail = plain.slice(at)
      if ((this.#plains.get(head) ?? 0) < 2) continue
      if ((this.#plains.get(tail) ?? 0) >= 2) return [unmarked(head), unmarked(tail)]
      const rest = tail.length >= 4 ? this.#split(tail) : undefined
      if (rest) return [unmarked(head), ...rest]
    }
    return undefined
  }

  /** The likeliest word one slip away: one that fits its neighbours, then swapped letters, then the commonest. */
  #nearest({ plain }: Token, [before, after]: Beside): Token | undefined {
    if (plain.length < 3 || isSyllable(plain)) return undefined
    let best: { readonly word: string; readonly score: number } | undefined
    for (const [word, count] of this.#plains) {
      if (word[0] !== plain[0] || Math.abs(word.length - plain.length) > 1 || !isOneSlip(plain, word))
        continue
      const fits =
        (this.#pairs.has(`${before} ${word}`) ? 4 : 0) + (this.#pairs.has(`${word} ${after}`) ? 4 : 0)
      const score = fits + (isSwap(plain, word) ? 5 : 0) + Math.log10(count)
      if (!best || score > best.score) best = { word, score }
    }
    return best && unmarked(best.word)
  }
}

type Beside = readonly [before: string | undefined, after: string | undefined]

const isSwap = (a: string, b: string): boolean =>
  a.length === b.length && [...a].sort().join('') === [...b].sort().join('')

const unmarked = (plain: string): Token => tokenOf(plain, true)

function* generalTexts(): Generator<string> {
  for (const [from, to] of [...SHORTHAND, ...SYNONYMS, ...NUMBER_WORDS])
    yield `${from.replace('#', '')} ${to.replaceAll('@', '')}`
  for (const words of [GENERAL_PHRASES, GENERAL_VI, GENERAL_EN, SOFT, GREETINGS, THANKS, HELP]) yield* words
  for (const phrases of Object.values(INTENT_PHRASES)) yield* phrases
}

/** «truongwf» → truong, «ddaatj» → dat: the letters of Telex that stayed in the word, dropped. */
function telexKey(plain: string): string {
  const [first = '', ...rest] = plain.replace(/dd/g, 'd').replace(/([aeo])\1/g, '$1')
  const doubled = rest.join('').replace(/w/g, '')
  return plainOf(first + doubled.replace(/[sfrxjz]/g, ''))
}

/** One letter missing, added, changed, or two neighbours swapped. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b) return true
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const left = a.slice(start, a.length - end)
  const right = b.slice(start, b.length - end)
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}
