import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import { isSlot, isYear } from './word-class.ts'

const CONFIRMS_VALUE = /^(?:is|are|was|were|does|do|will|must) /

/** «91% là tới năm 2025 đúng không», «tới 2027 mới đạt»: the year, said last, is what is to be confirmed, so it tells no row. */
export function supposesYear({ words, years, values, intents }: Query): boolean {
  const at = words.findLastIndex(isYear)
  if (years.length !== 1 || at < 0) return false
  const after = words.slice(at + 1).filter((word) => !isSlot(word))
  const isOnlyThen = after.slice(0, 2).some(({ text }) => text === 'mới')
  const isConfirming = intents.has('verify') || (values.length > 0 && CONFIRMS_VALUE.test(plainly(words)))
  return isConfirming
    ? isOnlyThen || after.every(({ isGeneral }) => isGeneral)
    : isOnlyThen && values.length > 0
}
