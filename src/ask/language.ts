import type { Locale } from '../domain/text.ts'
import { plainOf, type Token, tokenise } from './normalise.ts'
import { isSyllable } from './syllable.ts'
import { GENERAL_EN, GENERAL_VI } from './words/general.ts'

const VI_PLAIN = new Set([...GENERAL_VI].map(plainOf))

/** Typed in Vietnamese as well. */
const IN_BOTH = new Set(['vs'])

const FOREIGN_SHARE = 0.3
/** An English question has marks in its names only. */
const MARKED_SHARE = 0.5

/** A longer word that no Vietnamese syllable could be. */
const isForeign = (word: string): boolean =>
  word.length >= 4 && /^[a-z]+$/.test(word) && /[aeiouy]/.test(word) && !isSyllable(word)

const isMarked = ({ text, plain }: Token): boolean => text !== plain

/** English when English function words outweigh Vietnamese ones; names with marks do not make a question Vietnamese. */
export function languageOf(question: string): Locale {
  const words = tokenise(question).filter(({ isNumber }) => !isNumber)
  if (words.filter(isMarked).length > words.length * MARKED_SHARE) return 'vi'
  const english = words.filter(
    ({ text }) => GENERAL_EN.has(text) && !VI_PLAIN.has(text) && !IN_BOTH.has(text),
  )
  const vietnamese = words.filter((word) => isMarked(word) && GENERAL_VI.has(word.text)).length
  const unmarked = words.filter(({ text }) => VI_PLAIN.has(text) && !GENERAL_EN.has(text)).length
  const foreign = words.filter(({ text }) => isForeign(text)).length
  if (vietnamese === 0 && foreign >= 2 && foreign >= words.length * FOREIGN_SHARE) return 'en'
  // «day them, hoc them»: words that could be Vietnamese without their marks do not make it English
  const isEnglish = foreign > 0 || english.some(({ text }) => !isSyllable(text))
  return isEnglish && english.length > vietnamese && english.length >= Math.max(2, unmarked) ? 'en' : 'vi'
}
