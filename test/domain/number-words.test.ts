import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readNumberWords } from '../../src/domain/number-words.ts'
import { searchKey } from '../../src/domain/search-key.ts'

const DIGITS = 'không một hai ba bốn năm sáu bảy tám chín'.split(' ')
const digit = (value: number): string => DIGITS[value] ?? ''

/** Writes a number as taught at school, the other way round from what is tested. */
function spellBelowThousand(value: number, isAfterScale: boolean): string {
  const hundreds = Math.floor(value / 100)
  const tens = Math.floor((value % 100) / 10)
  const unit = value % 10
  const words: string[] = []
  if (hundreds > 0 || isAfterScale) words.push(digit(hundreds), 'trăm')
  if (tens === 0 && unit > 0 && words.length > 0) words.push('linh', digit(unit))
  if (tens === 0 && words.length === 0) words.push(digit(unit))
  if (tens === 1) words.push('mười')
  if (tens > 1) words.push(digit(tens), 'mươi')
  if (tens > 0 && unit > 0) words.push(unit === 5 ? 'lăm' : unit === 1 && tens > 1 ? 'mốt' : digit(unit))
  return words.join(' ')
}

function spell(value: number): string {
  const [millions, thousands, rest] = [Math.floor(value / 1e6), Math.floor(value / 1000) % 1000, value % 1000]
  const parts: string[] = []
  if (millions > 0) parts.push(`${spellBelowThousand(millions, false)} triệu`)
  if (thousands > 0) parts.push(`${spellBelowThousand(thousands, parts.length > 0)} nghìn`)
  if (rest > 0 || parts.length === 0) parts.push(spellBelowThousand(rest, parts.length > 0))
  return parts.join(' ')
}

it('reads every number as it is written out, with and without marks', () => {
  fc.assert(
    fc.property(fc.oneof(fc.nat(1200), fc.nat(999_999_999)), (value) => {
      const words = spell(value)
      expect(readNumberWords(words.split(' ')), words).toEqual([String(value)])
      expect(readNumberWords(searchKey(words).split(' ')), searchKey(words)).toEqual([String(value)])
    }),
    { numRuns: 2000 },
  )
})

it.each([
  'mươi',
  'trăm',
  'nghìn',
  'phẩy',
  'phẩy năm',
  'năm phẩy',
  'một một',
  'hai mươi không',
  'mười năm',
  'linh hai',
  'tư',
  'trường năm',
])('«%s» is no number', (words) => {
  expect(readNumberWords(words.split(' '))).toEqual([])
})
