import type { AnswerWord } from './answer-words.ts'
import type { ElementType } from './data-element.ts'
import { found, type Parsed, refused } from './parsed.ts'
import { showValue } from './render-value.ts'
import { findSmallWhole } from './small-whole.ts'
import type { Locale } from './text.ts'

const PREFIX = /^(?:đạt |dat )?(?:(?:mức độ|muc do|cấp độ|cap do|mức|muc|độ|bậc|bac|cấp|level|degree) ?)?/iu

/** Returns a level: «mức độ 3», «mức 3», «3», «mức ba». «không» is a level only where the scale starts at 0, and is asked back. */
export function parseLevel(
  type: Extract<ElementType, { kind: 'level' }>,
  text: string,
  word: AnswerWord | undefined,
  locale: Locale,
): Parsed {
  const example = showValue({ kind: 'level', level: type.max }, '', locale)
  if (word === 'no' && type.min <= 0) return { kind: 'ask-zero' }
  if (word === 'no' || word === 'not-yet' || word === 'none-there') return { kind: 'unavailable' }
  const level = findSmallWhole(text.replace(PREFIX, ''))
  if (level === undefined) return refused('not-a-level', example)
  if (level < type.min || level > type.max)
    return refused('out-of-range', example, { min: type.min, max: type.max })
  const value = { kind: 'level', level } as const
  return found(value, showValue(value, '', locale))
}
