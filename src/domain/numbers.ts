import { type AnswerWord, findAnswerWord, stripPoliteness } from './answer-words.ts'
import { isMeasure } from './counted-nouns.ts'
import type { ElementType, Value } from './data-element.ts'
import { parseRecognition } from './decision.ts'
import { type Figure, readFigure } from './figure-text.ts'
import { canonicalDecimal, compareDecimals, decimalPlaces } from './figures.ts'
import { parseLevel } from './parse-level.ts'
import { parseRank } from './parse-rank.ts'
import { parseYesNo } from './parse-yes-no.ts'
import { type AnswerContext, found, type Parsed, refused } from './parsed.ts'
import { renderNumber, showValue } from './render-value.ts'
import { cleanText } from './search-key.ts'

export const LARGEST_FIGURE = 1_000_000_000
/** Figures of two cells or lines must not run together into one grouped by a space. */
export const TWO_CELLS = /\d\s*[\t\r\n]\s*\d/

/**
 * Returns what a person's answer to one question means.
 * The rules are those of Vietnamese writing for everyone; only who reads English may also group by commas, and a count so written
 * («1,234») must be tapped. Missing: `unavailable`, which is never 0.
 * Source: vietnam.md of the product, «Numbers people type».
 */
export function parseValue(type: ElementType, text: string, context: AnswerContext): Parsed {
  const answer = stripPoliteness(cleanText(text))
  const word = findAnswerWord(answer)
  if (answer === '') return refused('empty', exampleOf(type, context))
  if (TWO_CELLS.test(text)) return refused('two-figures', exampleOf(type, context))
  if (word === 'last') return parseLast(type, context)
  if (word === 'unknown') return { kind: 'unavailable' }
  if (type.kind === 'yes-no') return parseYesNo(word, context.locale)
  if (type.kind === 'recognition') return parseRecognition(type, answer, word, context)
  if (type.kind === 'level') return parseLevel(type, answer, word, context.locale)
  if (type.kind === 'rank') return parseRank(type, answer, word, context.locale)
  return parseFigureWord(type, word, context) ?? parseFigure(type, answer, context)
}

/** Returns an answer of this type that would be taken, as the reader's language writes it. */
export function exampleOf(type: ElementType, context: Pick<AnswerContext, 'locale'>): string {
  const { locale } = context
  if (type.kind === 'count') return renderNumber(45, locale)
  if (type.kind === 'decimal') return renderNumber(type.max, locale)
  if (type.kind === 'level') return showValue({ kind: 'level', level: type.max }, '', locale)
  if (type.kind === 'rank') return `7/${type.of ?? 30}`
  return showValue({ kind: 'yes-no', yes: true }, '', locale)
}

type FigureType = Extract<ElementType, { kind: 'count' | 'decimal' }>

function parseLast(type: ElementType, context: AnswerContext): Parsed {
  const hasLast = context.last !== undefined && context.last.kind !== 'missing'
  return hasLast ? { kind: 'last' } : refused('no-last-value', exampleOf(type, context))
}

function parseFigureWord(
  type: FigureType,
  word: AnswerWord | undefined,
  context: AnswerContext,
): Parsed | undefined {
  if (word === 'none-there' || word === 'not-yet') return { kind: 'unavailable' }
  if (word === 'no' || word === 'no-one') return { kind: 'ask-zero' }
  if (word !== 'all' || type.kind !== 'count') return undefined
  return context.denominator === undefined
    ? refused('no-denominator', exampleOf(type, context))
    : { kind: 'all' }
}

function parseFigure(type: FigureType, text: string, context: AnswerContext): Parsed {
  const canBeNegative = type.kind === 'decimal' && compareDecimals(type.min, '0') < 0
  const figure = readFigure(text, { ...context, canBeNegative })
  if (figure.kind === 'problem') return refused(figure.problem, exampleOf(type, context))
  if (!/\d/.test(text) && figure.readings[0] === '0') return { kind: 'ask-zero' }
  return type.kind === 'count' ? parseCount(type, figure, text, context) : parseDecimal(type, figure, context)
}

function parseCount(
  type: Extract<ElementType, { kind: 'count' }>,
  figure: Figure,
  text: string,
  context: AnswerContext,
): Parsed {
  const { locale, denominator } = context
  const isAll = figure.isPercent && figure.readings[0] === '100' && denominator !== undefined
  if (isAll) return { kind: 'all' }
  if (figure.isPercent) return refused('percent-not-asked', exampleOf(type, context))
  const whole = figure.readings.filter((reading) => !reading.includes('.'))
  if (whole.length === 0 && /^[1-9]\d{0,2}(?:,\d{3})+(?!\d)/.test(text)) {
    return refused('comma-for-count', renderNumber(1234, 'vi'))
  }
  if (whole.length === 0) return refused('not-whole', exampleOf(type, context))
  const possible = whole.filter((reading) => compareDecimals(reading, String(LARGEST_FIGURE)) <= 0)
  if (possible.length === 0) return refused('too-large', exampleOf(type, context), { max: LARGEST_FIGURE })
  const max = String(type.max ?? LARGEST_FIGURE)
  const fitting = possible.filter((reading) => compareDecimals(reading, max) <= 0)
  if (fitting.length === 0)
    return refused('out-of-range', exampleOf(type, context), { min: 0, max: Number(max) })
  const values = fitting.map((reading): Value => ({ kind: 'count', count: Number(reading) }))
  return settle(values, figure.isDoubtful, figure.noun, locale)
}

function parseDecimal(
  type: Extract<ElementType, { kind: 'decimal' }>,
  figure: Figure,
  context: AnswerContext,
): Parsed {
  const example = exampleOf(type, context)
  const isOtherUnit = context.unit !== undefined && context.unit !== '' && !context.unit.includes('%')
  if (figure.isPercent && isOtherUnit) return refused('percent-not-asked', example)
  if (figure.noun !== '' && !isMeasure(figure.noun, context.unit)) return refused('noun-unknown', example)
  const max = String(LARGEST_FIGURE)
  if (figure.readings.every((reading) => compareDecimals(reading, max) > 0)) {
    return refused('too-large', example, { max: LARGEST_FIGURE })
  }
  const inRange = figure.readings.filter(
    (reading) => compareDecimals(reading, type.min) >= 0 && compareDecimals(reading, type.max) <= 0,
  )
  if (inRange.length === 0) return refused('out-of-range', example, { min: type.min, max: type.max })
  const storable = inRange.filter((reading) => decimalPlaces(reading) <= type.decimals)
  if (storable.length === 0) return refused('too-many-decimals', example, { decimals: type.decimals })
  const values = storable.map((decimal): Value => ({ kind: 'decimal', decimal: canonicalDecimal(decimal) }))
  const isDoubtful = figure.isDoubtful || storable.length < inRange.length
  return settle(values, isDoubtful, figure.isPercent ? '%' : figure.noun, context.locale)
}

/** One sure reading is the value; anything else is offered as buttons. */
function settle(
  values: readonly Value[],
  isDoubtful: boolean,
  noun: string,
  locale: AnswerContext['locale'],
): Parsed {
  const [value] = values
  if (value === undefined || values.length > 1 || isDoubtful) return { kind: 'choices', readings: values }
  return found(value, showValue(value, noun, locale))
}
