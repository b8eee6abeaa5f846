const MARKS = /[\u0300-\u036f]/g

export const withoutMarks = (text: string): string =>
  text.normalize('NFD').replace(MARKS, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')

const PLACEMENTS: readonly (readonly [string, string])[] = [
  ['òa', 'oà'],
  ['óa', 'oá'],
  ['ỏa', 'oả'],
  ['õa', 'oã'],
  ['ọa', 'oạ'],
  ['ỏe', 'oẻ'],
  ['òe', 'oè'],
  ['ùy', 'uỳ'],
  ['úy', 'uý'],
  ['ủy', 'uỷ'],
  ['ũy', 'uỹ'],
  ['ụy', 'uỵ'],
]

const withOtherPlacement = (text: string): string =>
  PLACEMENTS.reduce(
    (out, [a, b]) => (out.includes(a) ? out.replaceAll(a, b) : out.replaceAll(b, a)),
    text.normalize('NFC'),
  )

/** Said around a question, each question in other words. */
const COURTESIES = {
  vi: [
    ['Dạ thưa anh chị, ', ' ạ'],
    ['ad ơi cho e hỏi ', ' z ad'],
    ['Em là giáo viên mới, ', ' nha'],
    ['Xin phép hỏi chút: ', ' ạ, em cảm ơn nhiều'],
    ['Mình là phụ huynh, cho mình hỏi ', ' vậy mn ơi'],
    ['Chào bot, ', ' 😊'],
    ['Nhờ mọi người giải đáp giúp: ', ' dạ em cảm ơn anh chị ạ'],
  ],
  en: [
    ['Hi there, ', ' Thanks a lot!'],
    ['Hello, I am a teacher. ', ''],
    ['Quick question: ', ' Thank you in advance.'],
  ],
} as const

/** The question as people ask somebody they do not know. */
export const withCourtesy = (text: string, lang: 'vi' | 'en'): string => {
  const [before, after] = COURTESIES[lang][text.length % COURTESIES[lang].length] ?? ['', '']
  return `${before}${text.replace(/[?.!]+$/, '')}${after}`
}

/** Other ways of writing the same question. */
export const VARIANTS: Readonly<Record<string, (text: string) => string>> = {
  'without marks': withoutMarks,
  'without marks and capitals': (text) => withoutMarks(text).toLowerCase(),
  'in NFD': (text) => text.normalize('NFD'),
  'in capitals': (text) => text.toUpperCase(),
  'with the other tone placement': withOtherPlacement,
  'with zero-width characters': (text) => text.replaceAll(' ', ' \u200b'),
}

/** Figures from 0 to 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const LETTERS = 'abcdeghiklmnopqrstuvxy'

/** One slip inside one word of four letters or more: a letter left out, doubled, swapped with the next, or another in its place. */
export function withTypo(question: string, random: () => number): string {
  const text = question.normalize('NFC')
  const words = [...text.matchAll(/\p{L}{4,}/gu)].filter(([word]) => !/^\p{Lu}{2}/u.test(word))
  const word = words[Math.floor(random() * words.length)]
  if (!word) return text
  const at = word.index + 1 + Math.floor(random() * (word[0].length - 2))
  const [before, letter, after] = [text.slice(0, at), text.slice(at, at + 1), text.slice(at + 1)]
  const slips = [
    before + after,
    before + letter + letter + after,
    before + after.slice(0, 1) + letter + after.slice(1),
    before + (LETTERS[Math.floor(random() * LETTERS.length)] ?? '') + after,
  ]
  return slips[Math.floor(random() * slips.length)] ?? text
}
