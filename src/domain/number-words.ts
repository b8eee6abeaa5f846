import { isSameWord } from './search-key.ts'

const DIGITS: readonly (readonly string[])[] = [
  ['không'],
  ['một'],
  ['hai'],
  ['ba'],
  ['bốn'],
  ['năm'],
  ['sáu'],
  ['bảy', 'bẩy'],
  ['tám'],
  ['chín'],
]
/** After «mươi» only: mốt, tư, lăm. «Hai mươi năm» is twenty years, and refused. */
const AFTER_TENS: Readonly<Record<string, number>> = { mốt: 1, tư: 4, lăm: 5, nhăm: 5 }
const TEN = 'mười'
const TENS = ['mươi', 'chục']
const HUNDRED = 'trăm'
const ODD = ['linh', 'lẻ']
const POINT = ['phẩy', 'chấm']
const SCALES: readonly (readonly [readonly string[], number])[] = [
  [['triệu'], 1_000_000],
  [['nghìn', 'ngàn'], 1000],
]

type Words = readonly string[]

/**
 * Returns the figures a Vietnamese number in words can mean as exact decimals, likeliest first; none where it is no number.
 * «hai mươi mốt» is 21. «một trăm hai» is 120 as spoken and 102 as written by some: two readings.
 */
export function readNumberWords(words: Words): readonly string[] {
  const point = words.findIndex((word) => isOneOf(word, POINT))
  if (point < 0) return readWhole(words).map(String)
  const fraction = readFraction(words.slice(point + 1))
  const whole = readWhole(words.slice(0, point))
  return fraction === undefined || whole.length !== 1 ? [] : [`${whole[0]}.${fraction}`]
}

/** True for a single unaccented word that spells another word too («nam», «sau», «bay»): never taken without asking. */
export const isDoubtfulNumberWord = (words: Words): boolean =>
  words.length === 1 && ![...DIGITS.flat(), TEN].includes((words[0] ?? '').toLowerCase())

/** Places after the point: digit by digit («không năm» → 05) or as a number below a hundred («hai mươi lăm» → 25). */
function readFraction(words: Words): string | undefined {
  const digits = words.map(digitOf)
  if (words.length > 0 && digits.every((digit) => digit !== undefined)) return digits.join('')
  const number = readBelowHundred(words)
  return number === undefined || number < 10 ? undefined : String(number)
}

function readWhole(words: Words): readonly number[] {
  for (const [names, scale] of SCALES) {
    const at = words.findIndex((word) => isOneOf(word, names))
    if (at >= 0) return readScaled(words.slice(0, at), words.slice(at + 1), scale)
  }
  return readBelowThousand(words)
}

function readScaled(before: Words, after: Words, scale: number): readonly number[] {
  const heads = readBelowThousand(before)
  const head = heads[0]
  if (heads.length !== 1 || head === undefined || head === 0) return []
  if (after.length === 0) return [head * scale]
  const spoken = after.length === 1 ? unitOf(after[0] ?? '') : undefined
  if (spoken !== undefined && spoken > 0) return [head * scale + spoken * (scale / 10), head * scale + spoken]
  return readWhole(withoutOdd(after))
    .filter((rest) => rest < scale)
    .map((rest) => head * scale + rest)
}

function readBelowThousand(words: Words): readonly number[] {
  const at = words.findIndex((word) => isSameWord(word, HUNDRED))
  if (at < 0) return [readBelowHundred(words)].filter((number) => number !== undefined)
  const hundreds = at === 1 ? digitOf(words[0] ?? '') : undefined
  if (hundreds === undefined) return []
  const rest = words.slice(2)
  if (rest.length === 0) return [hundreds * 100]
  const spoken = rest.length === 1 ? unitOf(rest[0] ?? '') : undefined
  if (spoken !== undefined && spoken > 0) return [hundreds * 100 + spoken * 10, hundreds * 100 + spoken]
  const tens = readBelowHundred(withoutOdd(rest))
  return tens === undefined ? [] : [hundreds * 100 + tens]
}

function readBelowHundred(words: Words): number | undefined {
  const [first = '', second = '', third] = words
  if (words.length === 1) return digitOf(first) ?? (isSameWord(first, TEN) ? 10 : undefined)
  if (words.length === 2 && isSameWord(first, TEN)) return added(10, tensUnit(second))
  const tens = digitOf(first)
  if (tens === undefined || tens === 0) return undefined
  if (words.length === 2) return isOneOf(second, TENS) ? tens * 10 : added(tens * 10, afterTens(second))
  return words.length === 3 && isOneOf(second, TENS) ? added(tens * 10, tensUnit(third ?? '')) : undefined
}

const added = (tens: number, unit: number | undefined): number | undefined =>
  unit === undefined ? undefined : tens + unit

const digitOf = (word: string): number | undefined => {
  const digit = DIGITS.findIndex((names) => isOneOf(word, names))
  return digit < 0 ? undefined : digit
}

const afterTens = (word: string): number | undefined =>
  Object.entries(AFTER_TENS).find(([name]) => isSameWord(word, name))?.[1]

/** Unit after «mười» or «mươi»: not «không», and five is «lăm». */
function tensUnit(word: string): number | undefined {
  const digit = digitOf(word)
  return digit === 0 || digit === 5 ? undefined : (digit ?? afterTens(word))
}

const unitOf = (word: string): number | undefined => digitOf(word) ?? afterTens(word)

const withoutOdd = (words: Words): Words => {
  const rest = isOneOf(words[0] ?? '', ODD) ? words.slice(1) : words
  return rest.length === words.length || rest.length === 1 ? rest : []
}

const isOneOf = (word: string, names: readonly string[]): boolean =>
  names.some((name) => isSameWord(word, name))
