import type { Token } from './normalise.ts'
import { plainly } from './plainly.ts'

/** `30%`, `20/6`. */
export const isValue = ({ text, isNumber }: Token): boolean => isNumber && /[%/]/.test(text)

/** Whether the figure at a place may be wrong, so that it does not tell which fact is meant. */
export function supposedIn(words: readonly Token[], isVerifying: boolean): (at: number) => boolean {
  if (isVerifying)
    return (at) =>
      isToldDay(words, at) ||
      isCount(words, at) ||
      isLevel(words, at) ||
      isFrequency(words, at) ||
      isSigner(words, at)
  const saysWhose = SAYS_WHOSE.test(plainly(words))
  return (at) => saysWhose && isDay(words, at)
}

/** «8 trường», «trước 30/12»: what is to be confirmed. */
const isCount = (words: readonly Token[], at: number): boolean =>
  /^\d{1,2}\/\d{1,2}\/\d{4}$/.test(words[at]?.text ?? '') ||
  isDay(words, at) ||
  (/^\d{1,3}(?:\/\d{1,3})?$/.test(words[at]?.text ?? '') &&
    /^(?:truong|phuong|cap|diem|mon|school|ward|pair)$/.test(words[at + 1]?.plain ?? ''))

/** "Only level 2": in Vietnamese the level is one word. */
const isLevel = (words: readonly Token[], at: number): boolean =>
  /^\d$/.test(words[at]?.text ?? '') && words[at - 1]?.plain === 'level'

/** «Sếp cứ khăng khăng 30/12»: the day is what was heard. */
const isToldDay = (words: readonly Token[], at: number): boolean =>
  /^\d{1,2}\/\d{1,2}$/.test(words[at]?.text ?? '') &&
  /^(?:noi|bao|la|heard|hear|that)$/.test(words[at - 1]?.plain ?? '')

/** «Mỗi quý một lần», "once a quarter". */
const isFrequency = (words: readonly Token[], at: number): boolean => {
  const before = words[at - 1]
  const isEach =
    before !== undefined && (EACH.has(before.text) || (before.isLoose && EACH_UNMARKED.has(before.plain)))
  return isEach && /^(?:quy|quarter|tuan|week|thang|month|nam|year)$/.test(words[at]?.plain ?? '')
}

const EACH = new Set(['mỗi', 'hằng', 'hàng', 'từng', 'a', 'per', 'each', 'every'])
const EACH_UNMARKED = new Set(['moi', 'hang', 'tung'])

/** «Là cô Thúy giám đốc trực tiếp ký phải không». */
const isSigner = (words: readonly Token[], at: number): boolean => {
  const signed = words.findLastIndex(
    ({ text, plain, isLoose }) => text === 'ký' || (isLoose && plain === 'ky'),
  )
  const from = words
    .slice(0, Math.max(0, signed))
    .findLastIndex(({ plain }) => plain === 'la' || plain === 'do')
  return from >= 0 && at > from && at < signed
}

const isDay = (words: readonly Token[], at: number): boolean =>
  /^\d{1,2}\/\d{1,2}$/.test(words[at]?.text ?? '') && BEFORE_DAY.has(words[at - 1]?.plain ?? '')

/** «Sao các trường phải nộp trước 30/6»: whose report it is was said, so that the day may be wrong. */
const SAYS_WHOSE = /(?:^| )truong (?:\S+ ){0,5}(?:nop|gui|bao cao)(?: |$)/

const BEFORE_DAY = new Set(['truoc', 'ngay', 'han', 'nhat', 'befor', 'by', 'on'])
