import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import { isSlot, isYear } from './word-class.ts'

/** «… hả» */
const ENDS = / (?:ha|ho)$/
const CONFIRMS_VALUE = /^(?:is|are|was|were|does|do|will|must) /

/** «91% là tới năm 2025 đúng không», «tới 2027 mới đạt»: the year, said last, is what is to be confirmed, so it tells no row. */
export function supposesYear({ words, years, values, intents }: Query): boolean {
  if (
    years.length !== 1 ||
    !(
      intents.has('verify') ||
      ENDS.test(plainly(words)) ||
      (values.length > 0 && CONFIRMS_VALUE.test(plainly(words)))
    )
  )
    return false
  const at = words.findLastIndex(isYear)
  const after = words.slice(at + 1).filter((word) => !isSlot(word))
  return (
    at >= 0 &&
    (after.slice(0, 2).some(({ text }) => text === 'mới') || after.every(({ isGeneral }) => isGeneral))
  )
}
