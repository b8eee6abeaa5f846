import type { AnswerWord } from './answer-words.ts'
import { found, type Parsed, refused } from './parsed.ts'
import { showValue } from './render-value.ts'
import type { Locale } from './text.ts'

/** Returns yes or no. «không có», «chưa có» are a no here: the question is whether it is there. Figures are refused. */
export function parseYesNo(word: AnswerWord | undefined, locale: Locale): Parsed {
  const yes = findYes(word)
  if (yes === undefined) return refused('not-yes-or-no', showValue({ kind: 'yes-no', yes: true }, '', locale))
  const value = { kind: 'yes-no', yes } as const
  return found(value, showValue(value, '', locale))
}

/** Returns true for a yes, false for a no, undefined for anything else. */
export function findYes(word: AnswerWord | undefined): boolean | undefined {
  if (word === 'yes') return true
  return word === 'no' || word === 'not-yet' || word === 'none-there' ? false : undefined
}
