import { findAnswerWord, stripPoliteness } from './answer-words.ts'
import type { Value } from './data-element.ts'
import { parseValue, TWO_CELLS } from './numbers.ts'
import { type AnswerContext, type Parsed, type ProblemFound, refused } from './parsed.ts'
import { RATIO_SIGN } from './ratio-sign.ts'
import { renderNumber } from './render-value.ts'
import { cleanText } from './search-key.ts'

type Count = Extract<Value, { kind: 'count' }>

/** An answer to a question that asks numerator and denominator together. */
export type ParsedRatio =
  | { readonly kind: 'ratio'; readonly numerator: Count; readonly denominator: Count; readonly echo: string }
  /** Only the first figure was given: ask the other. */
  | { readonly kind: 'numerator'; readonly numerator: Count; readonly echo: string }
  | Exclude<Parsed, { kind: 'value' | 'choices' }>

export type RatioContext = Pick<AnswerContext, 'locale' | 'denominator' | 'last' | 'unit'>

const EXAMPLE = '18/21'
/** Two figures with a bare space between can't be told from one grouped by a space. */
const SPACED = /\d \d/

/** Returns numerator and denominator of «18/21», «18 trên 21», «18 em : 21 em». Both must be whole, the first not above the second. */
export function parseRatio(text: string, context: RatioContext): ParsedRatio {
  const answer = stripPoliteness(cleanText(text))
  if (TWO_CELLS.test(text)) return refused('ratio-unclear', EXAMPLE)
  const [left = '', right, ...more] = answer.split(RATIO_SIGN)
  if (findAnswerWord(answer) !== undefined || right === undefined) return parseSingle(answer, context)
  if (more.length > 0) return refused('not-a-ratio', EXAMPLE)
  const numerator = parseSide(left, context)
  const denominator = parseSide(right, context)
  if (numerator.kind === 'problem') return numerator
  if (denominator.kind === 'problem') return denominator
  if (numerator.count > denominator.count) {
    return refused('numerator-above-denominator', EXAMPLE, {
      numerator: numerator.count,
      denominator: denominator.count,
    })
  }
  const echo = `${renderNumber(numerator.count, context.locale)}/${renderNumber(denominator.count, context.locale)}`
  return { kind: 'ratio', numerator, denominator, echo }
}

function parseSingle(answer: string, context: RatioContext): ParsedRatio {
  if (SPACED.test(answer)) return refused('ratio-unclear', EXAMPLE)
  const parsed = parseValue({ kind: 'count' }, answer, context)
  if (parsed.kind === 'problem') return { ...parsed, params: { ...parsed.params, example: EXAMPLE } }
  if (parsed.kind === 'choices') return refused('ratio-unclear', EXAMPLE)
  if (parsed.kind !== 'value') return parsed
  if (parsed.value.kind !== 'count') return refused('not-a-ratio', EXAMPLE)
  const { denominator } = context
  if (denominator !== undefined && parsed.value.count > denominator) {
    return refused('numerator-above-denominator', EXAMPLE, { numerator: parsed.value.count, denominator })
  }
  return { kind: 'numerator', numerator: parsed.value, echo: parsed.echo }
}

/** One side must be a sure count: words such as «hết» belong to the whole answer, and readings can't be offered for a half. */
function parseSide(text: string, context: RatioContext): Count | ProblemFound {
  const parsed = parseValue({ kind: 'count' }, text, { ...context })
  if (parsed.kind === 'value' && parsed.value.kind === 'count') return parsed.value
  if (parsed.kind === 'problem') return { ...parsed, params: { ...parsed.params, example: EXAMPLE } }
  return refused(parsed.kind === 'choices' ? 'ratio-unclear' : 'not-a-ratio', EXAMPLE)
}
