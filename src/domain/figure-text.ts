import { isSamePhrase } from './answer-words.ts'
import { isCountedNoun } from './counted-nouns.ts'
import { multiplyDecimals, negateDecimal } from './figures.ts'
import { isDoubtfulNumberWord, readNumberWords } from './number-words.ts'
import { findNumeralProblem, LEADING_NUMERAL, type NumeralProblem, readNumeral } from './numerals.ts'
import type { Locale } from './text.ts'

export type FigureProblem =
  | NumeralProblem
  | 'glued-letters'
  | 'noun-unknown'
  | 'two-figures'
  | 'ratio-not-expected'
  | 'not-exact'

/** One figure in a text: what it can mean, and what stood around it. */
export interface Figure {
  readonly kind: 'figure'
  /** Exact decimals as written, zeros after the point included; two where the writing has two readings. */
  readonly readings: readonly string[]
  readonly isPercent: boolean
  /** As typed; empty if none. */
  readonly noun: string
  /** Must be tapped even if one reading is left. */
  readonly isDoubtful: boolean
}

export type FigureText = Figure | { readonly kind: 'problem'; readonly problem: FigureProblem }

export interface FigureContext {
  readonly locale: Locale
  /** Unit of measure of the question, allowed as a noun. */
  readonly unit?: string
  readonly canBeNegative?: boolean
}

const INEXACT =
  /^(?:khoảng|tầm|cỡ|gần|hơn|trên|dưới|chừng|độ chừng|ít nhất|about|over|under|nearly|[~≈<>≤≥])/iu
const PERCENT = /^\s?(?:%|phần trăm|percent|per cent)$/iu
const SCALES: readonly (readonly [readonly string[], string])[] = [
  [['triệu'], '1000000'],
  [['nghìn'], '1000'],
  [['ngàn'], '1000'],
  [['trăm'], '100'],
  [['chục'], '10'],
]

/** Returns the figure a cleaned text holds, in digits or in words, with its noun or percent mark; or why it holds none. */
export function readFigure(text: string, context: FigureContext): FigureText {
  const wrong = findNumeralProblem(text, context.canBeNegative === true)
  if (wrong !== undefined) return problem(wrong)
  if (INEXACT.test(text)) return problem('not-exact')
  const unsigned = text.replace(/^(?:[-−–—]\s?|âm\s)/iu, '')
  const figure = readUnsigned(unsigned.replace(/^(?:có|tổng|tổng số|all)\s(?=\d)/iu, ''), context)
  if (figure.kind === 'problem' || unsigned === text) return figure
  return { ...figure, readings: figure.readings.map(negateDecimal) }
}

function readUnsigned(text: string, context: FigureContext): FigureText {
  const digits = LEADING_NUMERAL.exec(text)?.[0]
  if (digits === undefined) return readSpelled(text, context)
  const rest = text.slice(digits.length)
  const wrong = restProblem(rest, context.unit)
  if (wrong !== undefined) return problem(wrong)
  const numeral = readNumeral(digits, context.locale)
  if (numeral.kind === 'problem') return numeral
  const { isPercent, noun, scale } = readRest(rest)
  const readings =
    scale === undefined
      ? numeral.readings
      : numeral.readings.map((reading) => multiplyDecimals(reading, scale))
  return { kind: 'figure', readings, isPercent, noun, isDoubtful: numeral.isEnglish }
}

/** What may follow the digits: a percent mark, a scale («nghìn»), a noun. */
function readRest(rest: string): { isPercent: boolean; noun: string; scale: string | undefined } {
  const percent = PERCENT.exec(rest)?.[0]
  if (percent !== undefined) return { isPercent: true, noun: '', scale: undefined }
  const [first = '', ...others] = rest.trim().split(' ')
  const scale = SCALES.find(([name]) => isSamePhrase([first], name))?.[1]
  return scale === undefined
    ? { isPercent: false, noun: rest.trim(), scale }
    : { isPercent: false, noun: others.join(' '), scale }
}

function restProblem(rest: string, unit: string | undefined): FigureProblem | undefined {
  const percent = PERCENT.exec(rest)?.[0]
  if (rest.trim() === '' || percent !== undefined) return undefined
  if (/^\s?[/:]\s?\d|^\s(?:trên|trong|of|tren)\s/iu.test(rest)) return 'ratio-not-expected'
  if (/^\s?[-–—~]\s?\d|^\s?[?+]$|^\s(?:đến|tới|to|hoặc|or)\s/iu.test(rest)) return 'not-exact'
  if (/\d/.test(rest) && /^\s|^%/.test(rest) && !isCountedNoun(rest.trim(), unit)) return 'two-figures'
  const { noun } = readRest(rest)
  if (noun === '' || isCountedNoun(noun, unit)) return undefined
  return /^[\p{L}]/u.test(rest) ? 'glued-letters' : /^\s\p{L}/u.test(rest) ? 'noun-unknown' : 'separators'
}

/** A number in words, with the longest run of words that is one; the rest must be its noun or «phần trăm». */
function readSpelled(text: string, context: FigureContext): FigureText {
  const words = text.split(' ')
  for (let length = words.length; length > 0; length -= 1) {
    const noun = words.slice(length).join(' ')
    const isPercent = PERCENT.test(noun)
    if (noun !== '' && !isPercent && !isCountedNoun(noun, context.unit)) continue
    const spelled = words.slice(0, length)
    const readings = readNumberWords(spelled)
    if (readings.length === 0) continue
    return {
      kind: 'figure',
      readings,
      isPercent,
      noun: isPercent ? '' : noun,
      isDoubtful: isDoubtfulNumberWord(spelled),
    }
  }
  return problem('not-a-number')
}

const problem = (name: FigureProblem): FigureText => ({ kind: 'problem', problem: name })
