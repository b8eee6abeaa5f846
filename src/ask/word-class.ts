import type { Locale } from '../domain/text.ts'
import { stemmed } from './english-stem.ts'
import type { Token } from './normalise.ts'
import { PhraseTable } from './phrase-table.ts'
import { EVERYDAY_EN, EVERYDAY_VI } from './words/everyday.ts'
import { GENERAL_EN, GENERAL_PHRASES, GENERAL_VI, SOFT } from './words/general.ts'
import { LIGHT_EN, LIGHT_VI } from './words/light.ts'

type WordClass = 'isGeneral' | 'isLight'

const classes = (general: Iterable<string>, light: Iterable<string>): PhraseTable<WordClass> =>
  new PhraseTable([
    ...[...general].map((phrase) => [phrase, 'isGeneral'] as const),
    ...[...light].map((phrase) => [phrase, 'isLight'] as const),
  ])

/** Of several syllables nothing else can be meant. */
const isPhrase = (words: string): boolean => words.includes(' ')

const CLASSES = {
  vi: classes(
    [...GENERAL_VI, ...GENERAL_PHRASES, ...EVERYDAY_VI.filter(isPhrase)],
    [...LIGHT_VI, ...EVERYDAY_VI.filter((word) => !isPhrase(word))],
  ),
  en: classes(
    stemmed([...GENERAL_EN, ...EVERYDAY_EN.filter(isPhrase)]),
    stemmed([...LIGHT_EN, ...EVERYDAY_EN.filter((word) => !isPhrase(word))]),
  ),
}
const SOFT_WORDS = new PhraseTable(stemmed(SOFT).map((word) => [word, true] as const))

/** Marks the words that carry no subject and those that carry little; «nhiệm vụ» is general, «nội vụ» is not; «an» is only in English. */
export function markClasses(tokens: readonly Token[], locale: Locale): Token[] {
  const found = new Map<number, { readonly length: number; readonly value: WordClass }>()
  for (let at = 0; at < tokens.length; at++) {
    const [longest] = CLASSES[locale].matchesAt(tokens, at)
    for (let i = at; longest && i < at + longest.length; i++)
      if ((found.get(i)?.length ?? 0) < longest.length) found.set(i, longest)
  }
  return tokens.map((token, at) => {
    const one = found.get(at)
    if (isUnnamedCount(tokens, at) || ADDRESS.test(token.text)) return { ...token, isGeneral: true }
    return one ? { ...token, [one.value]: true } : token
  })
}

/** «E», «a», «c», «m»: em, anh, chị, mẹ as they are texted. */
const ADDRESS = /^[eacm]$/

/** «Ba việc», «loại thứ hai»: how many there are of what is not named says nothing of it. */
const isUnnamedCount = (tokens: readonly Token[], at: number): boolean =>
  COUNT.test(tokens[at]?.text ?? '') &&
  (UNNAMED.has(tokens[at + 1]?.text ?? '') || ORDINAL.has(tokens[at - 1]?.text ?? ''))

const COUNT = /^(?:hai|ba|bốn|[2-9])$/
const UNNAMED = new Set(['việc', 'điều', 'loại', 'thứ', 'ý', 'khoản', 'chuyện', 'nội', 'things', 'thing'])
const ORDINAL = new Set(['thứ'])

export const isSoft = (token: Token): boolean => SOFT_WORDS.matchesAt([token], 0).length > 0
const PERIODS = new Set(['@half', '@year'])

/** The half year or the year of a report. */
export const isPeriod = ({ text }: Token): boolean => PERIODS.has(text)

/** Report periods and curricula, written as one word. */
const NAMED = /^@(?:half$|year$|curriculum)/

/** Places and levels are slots; they choose between facts but say nothing about what is asked. */
export const isSlot = ({ text }: Token): boolean => text.startsWith('@') && !NAMED.test(text)
export const isYear = ({ text }: Token): boolean => /^(19|20)\d\d$/.test(text)
export const isSoftOrGeneral = (token: Token): boolean =>
  isSlot(token) || isYear(token) || token.isGeneral || isSoft(token)
