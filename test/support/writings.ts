import type { DataElement } from '../../src/domain/data-element.ts'
import type { SeededRandom } from '../../src/domain/seeded-random.ts'
import { figureOf, type Raw } from './raw-answers.ts'

const YES = ['có', 'rồi', 'đạt', 'Có ạ', 'x', 'đã có', 'CO']
const NO = ['chưa', 'không', 'Chưa ạ', 'chưa đạt', 'ko']
const SIGNS = ['/', ' / ', ':', ' trên ', ' trong ']
const SMALL = ['', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']
export const AS_LAST = ['như kỳ trước', 'như cũ', 'Như lần trước ạ', 'nhu ky truoc']

/** Returns one of the ways people write what they mean; of a ratio both figures in one. */
export function write(
  elements: readonly DataElement[],
  values: readonly Raw[],
  random: SeededRandom,
): string {
  const [first, second] = elements.map((element, place) => writeOne(element, values[place] ?? 'none', random))
  if (first === undefined) throw new Error('nothing is asked')
  return second === undefined ? first : `${first}${random.pick(SIGNS)}${second}`
}

function writeOne(element: DataElement, raw: Raw, random: SeededRandom): string {
  if (typeof raw === 'object' && 'yes' in raw) return random.pick(raw.yes ? YES : NO)
  const figure = figureOf(raw)
  if (figure === undefined) throw new Error(`${element.code}: that there is no figure is not written so`)
  if (element.type.kind === 'level') return random.pick([figure, `mức độ ${figure}`, `Mức ${figure}`])
  if (element.type.kind === 'decimal') return writeDecimal(figure, random)
  return element.type.kind === 'rank' ? figure : writeCount(figure, element.unit.vi, random)
}

function writeDecimal(figure: string, random: SeededRandom): string {
  const [whole = '', fraction] = figure.split('.')
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, '.')
  return fraction === undefined ? grouped : `${random.pick([whole, grouped])},${fraction}`
}

function writeCount(figure: string, unit: string, random: SeededRandom): string {
  const digits = figure.length < 4 ? figure : random.pick([figure, group(figure, '.'), group(figure, ' ')])
  const word = SMALL[Number(figure)]
  return random.pick([
    digits,
    digits,
    `${digits} ${unit}`,
    `${digits} ${random.pick(['em', 'cháu', 'người'])}`,
    ...(word ? [word] : []),
  ])
}

const group = (digits: string, sign: string): string => digits.replaceAll(/\B(?=(\d{3})+$)/g, sign)
