import type { Locale } from './text.ts'

/** Why something that looks like a number is not taken for one. */
export type NumeralProblem =
  | 'full-width-digits'
  | 'letters-for-digits'
  | 'infinite'
  | 'negative'
  | 'sign'
  | 'leading-zeros'
  | 'separators'
  | 'not-a-number'

export type Numeral =
  | {
      readonly kind: 'numeral'
      /** Exact decimals, the grouped reading first; zeros after the point stay, as «1,000» must not pass for 1. */
      readonly readings: readonly string[]
      /** True where one comma groups as in English: to be tapped even if one reading fits. */
      readonly isEnglish: boolean
    }
  | { readonly kind: 'problem'; readonly problem: NumeralProblem }

interface Shape {
  readonly shape: RegExp
  readonly locale?: Locale
  readonly isEnglish?: boolean
  readonly read: (digits: string) => readonly string[]
}

const ungroup = (digits: string): string => digits.replace(/[. ]/g, '').replace(',', '.')
const pointed = (digits: string): string => digits.replace(',', '.')
const withoutCommas = (digits: string): string => digits.replace(/,/g, '')

/**
 * How Vietnamese people write numbers, first match wins. A dot groups thousands or marks decimals, a comma marks decimals; a space
 * groups. The rules hold for readers of English too, who may group by commas besides.
 */
const SHAPES: readonly Shape[] = [
  { shape: /^\d+$/, read: (digits) => [digits] },
  { shape: /^[1-9]\d{0,2}\.\d{3}$/, read: (digits) => [ungroup(digits), digits] },
  { shape: /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/, read: (digits) => [ungroup(digits)] },
  { shape: /^[1-9]\d{0,2}(?: \d{3})+(?:,\d+)?$/, read: (digits) => [ungroup(digits)] },
  { shape: /^[1-9]\d{0,2}(?: \d{3})+\.(?:\d{1,2}|\d{4,})$/, read: (digits) => [digits.replace(/ /g, '')] },
  {
    shape: /^[1-9]\d{0,2},\d{3}$/,
    locale: 'en',
    isEnglish: true,
    read: (digits) => [withoutCommas(digits), pointed(digits)],
  },
  { shape: /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/, locale: 'en', read: (digits) => [withoutCommas(digits)] },
  { shape: /^\d+[.,]\d+$/, read: (digits) => [pointed(digits)] },
]

/** The start of a text that is written in digits: «1 234 em» → «1 234». */
export const LEADING_NUMERAL = /^\d(?:[\d., ]*\d)?/

/** Returns what digits with their separators can mean. The text holds nothing else: no sign, noun or percent mark. */
export function readNumeral(digits: string, locale: Locale): Numeral {
  if (/^0\d{2,}/.test(digits)) return { kind: 'problem', problem: 'leading-zeros' }
  const found = SHAPES.find((shape) => (shape.locale ?? locale) === locale && shape.shape.test(digits))
  if (found === undefined) return { kind: 'problem', problem: 'separators' }
  return { kind: 'numeral', readings: found.read(digits), isEnglish: found.isEnglish === true }
}

const OTHER_DIGITS = /[^\P{N}0-9]/u
const LETTERS_AMONG_DIGITS = /^(?=.*[OolI|])[\dOolI|.,]+(?:\s?%)?$/

/** Returns why a text is a number written in a way that can't be trusted; undefined if nothing speaks against it. */
export function findNumeralProblem(text: string, canBeNegative: boolean): NumeralProblem | undefined {
  if (OTHER_DIGITS.test(text)) return 'full-width-digits'
  if (LETTERS_AMONG_DIGITS.test(text)) return 'letters-for-digits'
  if (/∞|^[-+]?(?:infinity|nan|vô cùng|vô hạn)$/iu.test(text)) return 'infinite'
  if (/^(?:[-−–—]\s?\d|âm\s)/iu.test(text)) return canBeNegative ? undefined : 'negative'
  return /^[-−–—+]/u.test(text) ? 'sign' : undefined
}
