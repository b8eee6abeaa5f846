import { stemmed } from './english-stem.ts'
import type { Locale } from '../domain/text.ts'
import type { Token } from './normalise.ts'
import { PhraseTable, placesOf } from './phrase-table.ts'
import { GENERAL_EN, GENERAL_PHRASES, GENERAL_VI, SOFT } from './words/general.ts'
import { LIGHT_EN, LIGHT_VI } from './words/light.ts'

const tableOf = (phrases: Iterable<string>): PhraseTable<true> =>
  new PhraseTable([...phrases].map((phrase) => [phrase, true] as const))

const GENERAL = {
  vi: tableOf([...GENERAL_VI, ...GENERAL_PHRASES]),
  en: tableOf(stemmed(GENERAL_EN)),
}
const LIGHT = { vi: tableOf(LIGHT_VI), en: tableOf(stemmed(LIGHT_EN)) }
const SOFT_WORDS = tableOf(stemmed(SOFT))

/** Marks the words that carry no subject and those that carry little; «nhiệm vụ» is general, «nội vụ» is not; «an» is only in English. */
export function markClasses(tokens: readonly Token[], locale: Locale): Token[] {
  const general = placesOf(tokens, GENERAL[locale])
  const light = placesOf(tokens, LIGHT[locale])
  return tokens.map((token, at) =>
    general.has(at) ? { ...token, isGeneral: true } : light.has(at) ? { ...token, isLight: true } : token,
  )
}

export const isSoft = (token: Token): boolean => SOFT_WORDS.matchesAt([token], 0).length > 0
/** Places and levels are slots; they choose between facts but say nothing about what is asked. */
export const isSlot = ({ text }: Token): boolean =>
  text.startsWith('@') && text !== '@half' && text !== '@year'
export const isYear = ({ text }: Token): boolean => /^(19|20)\d\d$/.test(text)
export const isSoftOrGeneral = (token: Token): boolean =>
  isSlot(token) || isYear(token) || token.isGeneral || isSoft(token)
