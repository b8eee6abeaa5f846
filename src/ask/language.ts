import type { Locale } from '../domain/text.ts'
import { hasMarks, plainOf, tokenise } from './normalise.ts'
import { GENERAL_EN, GENERAL_VI } from './words/general.ts'

const VI_PLAIN = new Set([...GENERAL_VI].map(plainOf))

/** English when English function words outweigh Vietnamese ones; names with marks do not make a question Vietnamese. */
export function languageOf(question: string): Locale {
  const words = tokenise(question).filter(({ isNumber }) => !isNumber)
  const english = words.filter(({ text }) => GENERAL_EN.has(text) && !VI_PLAIN.has(text)).length
  const vietnamese = words.filter(({ text }) => GENERAL_VI.has(text) && hasMarks(text)).length
  const unmarked = words.filter(({ text }) => VI_PLAIN.has(text) && !GENERAL_EN.has(text)).length
  return english > vietnamese && english >= Math.max(2, unmarked) ? 'en' : 'vi'
}
