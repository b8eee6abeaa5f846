import { type AnswerWord, isSamePhrase } from './answer-words.ts'
import type { ElementType, Value } from './data-element.ts'
import { found, type Parsed, refused } from './parsed.ts'
import { RATIO_SIGN } from './ratio-sign.ts'
import { showValue } from './render-value.ts'
import { findSmallWhole } from './small-whole.ts'
import type { Locale } from './text.ts'

const PREFIX =
  /^(?:(?:xếp|xep|đứng|dung) )?(?:(?:thứ hạng|thu hang|thứ|thu|hạng|hang|vị trí|vi tri|rank|place|#) ?)?(?:thứ |thu )?/iu
const ENGLISH_ORDINAL = /^(\d+)(?:st|nd|rd|th)$/i
const ORDINALS: readonly (readonly [readonly string[], number])[] = [
  [['nhất'], 1],
  [['nhì'], 2],
  [['tư'], 4],
]

/** Returns a place, with the size of the field where typed or known: «7/30», «thứ 7», «hạng 7», «thứ tư». Never a share. */
export function parseRank(
  type: Extract<ElementType, { kind: 'rank' }>,
  text: string,
  word: AnswerWord | undefined,
  locale: Locale,
): Parsed {
  const example = `7/${type.of ?? 30}`
  if (word === 'no' || word === 'not-yet' || word === 'none-there') return { kind: 'unavailable' }
  const [place = '', field, ...more] = text.replace(PREFIX, '').split(RATIO_SIGN)
  const rank = findPlace(place)
  const typedOf = field === undefined ? undefined : findSmallWhole(field)
  const isField = field === undefined || (typedOf !== undefined && more.length === 0)
  if (rank === undefined || rank < 1 || !isField) return refused('not-a-rank', example)
  if (typedOf !== undefined && type.of !== undefined && typedOf !== type.of) {
    return refused('rank-field-differs', example, { of: type.of })
  }
  const of = typedOf ?? type.of
  if (of !== undefined && rank > of) return refused('rank-beyond-field', example, { of })
  const value: Value = of === undefined ? { kind: 'rank', rank } : { kind: 'rank', rank, of }
  return found(value, showValue(value, '', locale))
}

function findPlace(text: string): number | undefined {
  const ordinal = ORDINALS.find(([name]) => isSamePhrase([text], name))?.[1]
  return ordinal ?? findSmallWhole(text.replace(ENGLISH_ORDINAL, '$1'))
}
