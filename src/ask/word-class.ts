import type { Locale } from '../domain/text.ts'
import type { Token } from './normalise.ts'
import { PhraseTable } from './phrase-table.ts'
import { GENERAL_EN, GENERAL_PHRASES, GENERAL_VI, SOFT } from './words/general.ts'

const GENERAL = {
  vi: new PhraseTable([...GENERAL_VI, ...GENERAL_PHRASES].map((phrase) => [phrase, true] as const)),
  en: new PhraseTable([...GENERAL_EN].map((phrase) => [phrase, true] as const)),
}
const SOFT_WORDS = new PhraseTable([...SOFT].map((word) => [word, true] as const))

/** Marks the words that carry no subject; «nhiệm vụ» is general, «nội vụ» is not; «an» is only in English. */
export function markGeneral(tokens: readonly Token[], locale: Locale): Token[] {
  const general = new Set<number>()
  for (let at = 0; at < tokens.length; at++) {
    const length = GENERAL[locale].matchesAt(tokens, at)[0]?.length ?? 0
    for (let i = 0; i < length; i++) general.add(at + i)
  }
  return tokens.map((token, at) => (general.has(at) ? { ...token, isGeneral: true } : token))
}

export const isSoft = (token: Token): boolean => SOFT_WORDS.matchesAt([token], 0).length > 0
/** Places and levels are slots; they choose between facts but say nothing about what is asked. */
export const isSlot = ({ text }: Token): boolean =>
  text.startsWith('@') && text !== '@half' && text !== '@year'
export const isYear = ({ text }: Token): boolean => /^(19|20)\d\d$/.test(text)
export const isSoftOrGeneral = (token: Token): boolean =>
  isSlot(token) || isYear(token) || token.isGeneral || isSoft(token)
