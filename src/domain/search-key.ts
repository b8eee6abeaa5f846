import { remember } from './remember.ts'

/** Zero-width, soft hyphen and direction marks: they come with text copied from web pages and iPhones, and nobody sees them. */
const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g
const MARKS = /\p{M}/gu
const TONES = '\u0300\u0301\u0303\u0309\u0323'
const TONE_ON_FIRST = new RegExp(`(o)([${TONES}])([ae])|(u)([${TONES}])(y)`, 'gi')

/** Returns the text in NFC, without invisible characters, every kind of space and control character made one plain space, trimmed. */
export const cleanText = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/**
 * Returns the text with the tone of oa, oe and uy on the second vowel, so that «hòa» and «hoà», «thủy» and «thuỷ» are equal.
 * Case and all other marks stay.
 */
export const foldTone = (text: string): string => (isAscii(text) ? text : foldMarked(text))

/** Most of what is typed without marks, and every figure. */
const isAscii = (text: string): boolean => /^[\x20-\x7E]*$/.test(text)

const foldMarked = (text: string): string =>
  text
    .normalize('NFD')
    .replace(TONE_ON_FIRST, (_, o = '', toneO = '', ae = '', u = '', toneU = '', y = '') =>
      o === '' ? `${u}${y}${toneU}` : `${o}${ae}${toneO}`,
    )
    .normalize('NFC')

/** Returns the accent-free lower-case key for search («Trường Đông Mai» → «truong dong mai»); never for display. */
export const searchKey = (text: string): string =>
  cleanText(text.normalize('NFD').replace(MARKS, '').replace(/[đĐ]/g, 'd')).toLowerCase()

/**
 * True when a typed word is meant as `word`: same letters and marks (case and tone placement apart), or typed without any marks.
 * A word with other marks is another word («dư» is not «đủ»).
 */
export const isSameWord = (typed: string, word: string): boolean => {
  const lower = typed.toLowerCase()
  const { folded, key } = formsOf(word)
  return lower === key || foldTone(lower) === folded
}

const formsOf = remember((word: string) => ({ folded: foldTone(word), key: searchKey(word) }))
