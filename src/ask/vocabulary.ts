import type { Locale } from '../domain/text.ts'
import { englishStem } from './english-stem.ts'
import { plainOf, type Token, tokenise, tokenOf } from './normalise.ts'
import { isClipped, isDoubled, isOneSlip, isSwap } from './slip.ts'
import { isSyllable } from './syllable.ts'
import { COMMON_ENGLISH } from './words/common-english.ts'
import { WHOLE_WORDS } from './words/compounds.ts'
import { COUNTED } from './words/counted.ts'
import { DIALECT } from './words/dialect.ts'
import { EVERYDAY_EN, EVERYDAY_VI } from './words/everyday.ts'
import { GENERAL_EN, GENERAL_PHRASES, GENERAL_VI, GREETINGS, HELP, SOFT, THANKS } from './words/general.ts'
import { COST_NOUNS, INTENT_PHRASES, ROLE_NOUNS } from './words/intents.ts'
import { LIGHT_EN, LIGHT_VI } from './words/light.ts'
import { NUMBER_WORDS } from './words/numbers.ts'
import { SHORTHAND } from './words/shorthand.ts'
import { SYNONYMS } from './words/synonyms.ts'

/** An unmarked spelling at least this common beside its marked ones is a word of its own: «thanh», «an». */
const OWN_WORD = 0.2
/** Share of a neighbour's places at which an unknown syllable, or a known word, is taken for a slip. */
const LEAST_BOND = 0.15
const SURE_BOND = 0.4
/** Where both neighbours know the other word. */
const BOND_OF_BOTH = 0.35
/** A word this long is hardly a short word of its own when a neighbour knows it otherwise. */
const LONG = 4
/** What asks or joins is no slip of anything: «đạt chưa» is not «đạt chuẩn», «Long Biên, cho em hỏi» is not «biên chế». */
const KEPT = new Set(
  'chưa không nào bao nhiêu mấy sao đâu cho của là có được thì và với để em anh chị mình tôi này đó về trong theo những cái hỏi'.split(
    ' ',
  ),
)
const LONGEST_GLUED = 24
const CLIPPED = /(?<![\p{L}\p{N}.])([\p{L}]{1,2})\.(\p{L}{2,})/gu
const MOST_KEPT = 2000
const CHAT_LETTERS = [
  [/^f/, 'ph'],
  [/^w/, 'qu'],
  [/^z/, 'd'],
  [/^[zj]/, 'gi'],
  [/j$/, 'i'],
] as const
/** A neighbour seen less often says little. */
const LEAST_SEEN = 3
/** How much less likely two letters are than a word. */
const CLIPPING = 4

/** Every spelling that is known: those of the plans, and the general vocabulary. */
export class Vocabulary {
  readonly #texts = new Map<string, number>()
  readonly #plains = new Map<string, number>()
  readonly #pairs = new Map<string, number>()
  /** Each spelling with the syllable before and after it. */
  readonly #marked = new Set<string>()
  readonly #byFirst = new Map<string, string[]>()
  /** A message is read in parts as well: words between the same neighbours are looked for once. */
  readonly #slips = new Map<string, Likely | undefined>()

  constructor(texts: Iterable<string>) {
    const times = new Map<string, number>()
    for (const text of texts) times.set(text, (times.get(text) ?? 0) + 1)
    for (const text of generalTexts()) times.set(text, (times.get(text) ?? 0) + 1)
    for (const [text, seen] of times) {
      const tokens = tokenise(text)
      for (const [at, token] of tokens.entries()) this.#add(token, tokens[at + 1], seen)
    }
    // known, yet no reason to take another word for a slip of one
    for (const text of [...EVERYDAY_VI, ...EVERYDAY_EN])
      for (const token of tokenise(text)) if (!this.#plains.has(token.plain)) this.#add(token, undefined, 1)
    for (const word of this.#plains.keys()) {
      const first = word[0] ?? ''
      const alike = this.#byFirst.get(first)
      if (alike) alike.push(word)
      else this.#byFirst.set(first, [word])
    }
  }

  #add({ text, plain }: Token, next: Token | undefined, seen: number): void {
    this.#texts.set(text, (this.#texts.get(text) ?? 0) + seen)
    this.#plains.set(plain, (this.#plains.get(plain) ?? 0) + seen)
    const pair = `${plain} ${next?.plain}`
    if (next) {
      this.#pairs.set(pair, (this.#pairs.get(pair) ?? 0) + seen)
      this.#marked.add(`${plain} ${next.text}`).add(`${text} ${next.plain}`)
    }
  }

  /** The words as they were probably meant: wrong tone marks dropped, Telex left-overs, glued words and one slip mended. */
  mend(tokens: readonly Token[], language: Locale = 'vi'): Token[] {
    const isMarked = tokens.some(({ text, plain }) => text !== plain)
    return tokens.flatMap((token, at) =>
      language === 'en' && this.#isRightInEnglish(token)
        ? token
        : this.#mendOne(token, isMarked, [tokens[at - 1]?.plain, tokens[at + 1]?.plain]),
    )
  }

  /** «Flat» is right as it stands; «covered» is no slip where «cover» is known. */
  #isRightInEnglish({ plain }: Token): boolean {
    if (this.#plains.has(plain)) return false
    const stem = englishStem(plain)
    const isKnown = (word: string): boolean => COMMON_ENGLISH.has(word) || this.#plains.has(word)
    return COMMON_ENGLISH.has(plain) || (stem !== plain && (isKnown(stem) || isKnown(`${stem}e`)))
  }

  /** «c.trình», «h.sinh»: the first syllable clipped to its first letters and a dot, written out as it stands most before the second. */
  writeOut(text: string): string {
    return text.replace(CLIPPED, (whole, letters: string, rest: string) => {
      const [head, tail] = [letters, rest].map((part) => plainOf(part.toLowerCase())) as [string, string]
      const alike = this.#byFirst.get(head[0] ?? '') ?? []
      const times = (word: string): number => this.#pairs.get(`${word} ${tail}`) ?? 0
      const [likeliest] = alike
        .filter((word) => word.length > head.length && word.startsWith(head) && times(word) > 0)
        .sort((a, b) => times(b) - times(a))
      return likeliest ? `${likeliest} ${rest}` : whole
    })
  }

  #mendOne(token: Token, isMarked: boolean, beside: Beside): Token | Token[] {
    if (token.isNumber) return token
    const { plain } = token
    if (this.#plains.has(plain)) return this.#meant(token, beside) ?? this.#known(token, isMarked)
    return (
      this.#chat(plain) ?? this.#nearest(plain, beside) ?? this.#telex(plain) ?? this.#split(plain) ?? token
    )
  }

  /** A known spelling as typed; unmarked, where marks were probably left out or are wrong. */
  #known(token: Token, isMarked: boolean): Token {
    const seen = this.#texts.get(token.text) ?? 0
    if (seen === 0) return { ...token, isLoose: true }
    const isMeant =
      token.text !== token.plain || (isMarked && seen >= OWN_WORD * (this.#plains.get(token.plain) ?? 0))
    return isMeant ? token : unmarked(token.text)
  }

  /** A known word that never stands beside these neighbours, one slip from one that nearly always does: «Long Bên». */
  #meant({ text, plain }: Token, beside: Beside): Token | undefined {
    if (plain.length < 3 || KEPT.has(text)) return undefined
    if (this.#fits(plain, beside) > 0) return this.#swapped(text, plain, beside)
    const best = this.#likeliest(plain, beside)
    const isSure = best && best.bond >= (this.#fits(best.word, beside) === 2 ? BOND_OF_BOTH : SURE_BOND)
    return isSure ? unmarked(best.word) : undefined
  }

  /** «Thi đau»: with other marks it stands here, but two letters swapped much more often: «thi đua», not «thi đậu». */
  #swapped(text: string, plain: string, beside: Beside): Token | undefined {
    const [before, after] = beside
    if (text === plain || (this.#texts.get(text) ?? 0) >= LEAST_SEEN) return undefined
    if (this.#marked.has(`${before} ${text}`) || this.#marked.has(`${text} ${after}`)) return undefined
    const best = this.#likeliest(plain, beside)
    return best && isSwap(plain, best.word) && best.bond > this.#bond(plain, beside)
      ? unmarked(best.word)
      : undefined
  }

  /** «Fải», «wá», «jờ»: letters of chat for those that sound alike. */
  #chat(plain: string): Token | undefined {
    const meant = CHAT_LETTERS.map(([letter, sound]) => plain.replace(letter, sound)).find(
      (word) => word !== plain && this.#plains.has(word),
    )
    return meant === undefined ? undefined : unmarked(meant)
  }

  #telex(plain: string): Token | undefined {
    const key = telexKey(plain)
    return key !== plain && this.#plains.has(key) ? unmarked(key) : undefined
  }

  #split(plain: string): Token[] | undefined {
    if (plain.length < 5 || plain.length > LONGEST_GLUED || isSyllable(plain)) return undefined
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

  /** An unknown word: what could be no syllable is a slip; what could be one, only where its neighbours call for another word. */
  #nearest(plain: string, beside: Beside): Token | undefined {
    if (plain.length < 3) return undefined
    const best = this.#likeliest(plain, beside)
    if (!best) return undefined
    const isCalledFor =
      best.bond >= LEAST_BOND ||
      this.#fits(best.word, beside) >= (plain.length < LONG ? Math.max(1, beside.filter(isSpoken).length) : 1)
    return !isSyllable(plain) || isCalledFor ? unmarked(best.word) : undefined
  }

  /** The likeliest word one slip away: one that its neighbours call for, then a letter doubled or two swapped, then the commonest. */
  #likeliest(plain: string, beside: Beside): Likely | undefined {
    const key = `${plain} ${beside.join(' ')}`
    if (this.#slips.has(key)) return this.#slips.get(key)
    const found = this.#findLikeliest(plain, beside)
    if (this.#slips.size >= MOST_KEPT) this.#slips.clear()
    this.#slips.set(key, found)
    return found
  }

  #findLikeliest(plain: string, beside: Beside): Likely | undefined {
    let best: Likely | undefined
    for (const word of this.#byFirst.get(plain[0] ?? '') ?? []) {
      if (Math.abs(word.length - plain.length) > 1 || word === plain || !isOneSlip(plain, word)) continue
      const bond = this.#bond(word, beside)
      const score =
        4 * this.#fits(word, beside) +
        6 * bond +
        (isSwap(plain, word) || isDoubled(plain, word) ? 5 : 0) -
        (isClipped(plain, word) ? CLIPPING : 0) +
        Math.log10(this.#plains.get(word) ?? 1)
      if (!best || score > best.score) best = { word, score, bond }
    }
    return best
  }

  /** With how many of its neighbours a word is seen. */
  #fits(word: string, [before, after]: Beside): number {
    return Number(this.#pairs.has(`${before} ${word}`)) + Number(this.#pairs.has(`${word} ${after}`))
  }

  /** How much its neighbours call for a word: the share of their places where it stands, 0–1. */
  #bond(word: string, [before, after]: Beside): number {
    const share = (pair: string, neighbour: string | undefined): number =>
      (this.#pairs.get(pair) ?? 0) / Math.max(LEAST_SEEN, this.#plains.get(neighbour ?? '') ?? 1)
    return Math.max(share(`${before} ${word}`, before), share(`${word} ${after}`, after))
  }
}

interface Likely {
  readonly word: string
  readonly score: number
  readonly bond: number
}

/** «Ph», «hs», «7»: what is no syllable calls for no other. */
const isSpoken = (word: string | undefined): boolean => word !== undefined && /[aeiouy]/.test(word)

type Beside = readonly [before: string | undefined, after: string | undefined]

const unmarked = (plain: string): Token => tokenOf(plain, true)

const GENERAL_TEXTS = [
  ...[GENERAL_PHRASES, GENERAL_VI, GENERAL_EN, SOFT, GREETINGS, THANKS, HELP],
  ...[...Object.values(COUNTED), ROLE_NOUNS, COST_NOUNS, LIGHT_VI, LIGHT_EN, WHOLE_WORDS],
]

function* generalTexts(): Generator<string> {
  for (const [from, to] of [...DIALECT, ...SHORTHAND, ...SYNONYMS, ...NUMBER_WORDS])
    yield `${from.replace('#', '')} ${to.replaceAll('@', '')}`
  for (const words of GENERAL_TEXTS) yield* words
  for (const phrases of Object.values(INTENT_PHRASES)) yield* phrases
}

/** «truongwf» → truong, «ddaatj» → dat: the letters of Telex that stayed in the word, dropped. */
function telexKey(plain: string): string {
  const [first = '', ...rest] = plain.replace(/dd/g, 'd').replace(/([aeo])\1/g, '$1')
  const doubled = rest.join('').replace(/w/g, '')
  return plainOf(first + doubled.replace(/[sfrxjz]/g, ''))
}
