import { LOCALES, type Locale, type Text } from '../domain/text.ts'
import { canonicalWords } from './canonical.ts'
import { telling } from './compound.ts'
import { languageOf } from './language.ts'
import type { Token } from './normalise.ts'
import { PhraseTable, placesOf } from './phrase-table.ts'
import { WHOLE_WORDS } from './words/compounds.ts'

/** One way in which a fact is written, before it is read. */
export interface Draft {
  readonly text: string
  readonly weight: number
  readonly isPhrase: boolean
  readonly isWho?: boolean
  readonly locale?: Locale
}

/** One way in which a fact is written, read into words; facts that are written alike share it. */
export interface Wording {
  readonly words: readonly Token[]
  readonly weight: number
  readonly isPhrase: boolean
  readonly isWho: boolean
}

/** Reads each text once, and keeps each word once, however many plans say it. */
export class WordingReader {
  readonly #names: PhraseTable<readonly Token[]>
  readonly #read = new Map<string, Wording>()
  readonly #tokens = new Map<string, Token>()

  constructor(names: PhraseTable<readonly Token[]>) {
    this.#names = names
  }

  read({ text, weight, isPhrase, isWho = false, locale = languageOf(text) }: Draft): Wording {
    const key = [locale, weight, isPhrase, isWho, text].join('|')
    const known = this.#read.get(key)
    if (known) return known
    const words = unveiled(canonicalWords(text, locale, this.#names)).map((token) => this.#once(token))
    const made = { words, weight, isPhrase, isWho }
    this.#read.set(key, made)
    return made
  }

  #once(token: Token): Token {
    const key = `${token.text}|${Number(token.isGeneral)}${Number(token.isLight)}${Number(token.isLoose)}`
    const known = this.#tokens.get(key)
    if (!known) this.#tokens.set(key, token)
    return known ?? token
  }
}

/** One syllable alone may be a word of English: «hè», he. */
const OF_SEVERAL = new PhraseTable(
  WHOLE_WORDS.filter((word) => word.includes(' ')).map((word) => [word, true] as const),
)

/** «Xuống cấp» says something, though «xuống» does not. */
function unveiled(words: readonly Token[]): Token[] {
  const within = placesOf(words, OF_SEVERAL)
  return words.map((word, at) => (within.has(at) ? telling(word) : word))
}

/** A comma parts two bodies only where the next one begins: «Phòng Lao động, Thương binh và Xã hội» is one. */
const BETWEEN_BODIES =
  /[;+/()→↔]|(?:,|\svà|\sand)\s+(?=(?:các|phòng|ban|ủy ban|ubnd|trường|nhà trường|hội|công an|sở|trung tâm|hiệu trưởng|giáo viên|cơ sở|đơn vị|thủ trưởng|chủ tịch|tổ|đoàn|ngành|liên đoàn|the|schools?|teachers?|principals?|communes?|wards?|offices?)(?!\p{L}))/iu

/** «UBND xã, phường» are also called «xã, phường». */
const COMMITTEE = /^\s*(?:UBND|ủy ban nhân dân)\s+(?:các\s+)?(.+)$/iu

/** «Các phòng, ban, ngành, xã, phường». */
const LISTED_PLACES = /xã, phường|communes and wards/iu

const WARDS = /^phường$/iu

/** «Phòng Lao động, Thương binh và Xã hội» is called «Phòng Lao động». */
const SHORT_NAME = /^\s*\S+(?:\s+(?!và\s)[^\s,–-]+)+(?=,| [–-] | và )/u

/** Each body named, apart: «các cơ quan; UBND xã, phường; các cơ sở giáo dục». A place where children are taught is a school. */
export const whoParts = (who: Text): Draft[] =>
  LOCALES.flatMap((locale) => {
    const one = who[locale]
    const parts = one.split(BETWEEN_BODIES).filter((part) => part.trim() !== '')
    const schools = /cơ sở giáo dục|CSGD|education establishment|educational institution/i.test(one)
      ? ['trường', 'hiệu trưởng', 'school', 'principal']
      : []
    const places = parts
      .flatMap((part) => COMMITTEE.exec(part)?.[1] ?? LISTED_PLACES.exec(part)?.[0] ?? [])
      .flatMap((place) => [place, ...place.split(/,\s*/)])
    // a district of wards only means by them what another calls communes and wards
    const tier = places.filter((place) => WARDS.test(place)).map((place) => `xã, ${place}`)
    const all = one.split(';').length > 2 ? ['đơn vị'] : []
    const short = parts.flatMap((part) => SHORT_NAME.exec(part)?.[0] ?? [])
    return [one, ...parts, ...places, ...tier, ...short, ...schools, ...all].map((text) => ({
      text,
      weight: 1,
      isPhrase: true,
      isWho: true,
      locale,
    }))
  })

export const both = (text: Text, weight: number, isPhrase = true): Draft[] =>
  LOCALES.map((locale) => ({ text: text[locale], weight, isPhrase, locale }))

export const keywords = (texts: readonly string[]): Draft[] =>
  texts.map((text) => ({ text, weight: 1, isPhrase: true }))

export const clauses = (text: Text): Draft[] =>
  LOCALES.flatMap((locale) =>
    text[locale]
      .split(/[;:()]|[.,](?=\s)/)
      .map((clause) => ({ text: clause, weight: 1, isPhrase: true, locale })),
  )
