import { isSameWord } from './search-key.ts'

/** What an answer of words alone says, before anything is known about the question. */
export type AnswerWord = 'yes' | 'no' | 'not-yet' | 'none-there' | 'unknown' | 'no-one' | 'all' | 'last'

/** Every way of saying it, with its marks; typed without any marks they are understood too. */
const PHRASES: Readonly<Record<AnswerWord, readonly string[]>> = {
  yes: ['có', 'rồi', 'có rồi', 'đã có', 'đạt', 'đã đạt', 'đạt rồi', 'x', 'đúng', 'vâng', 'dạ', 'yes', 'y'],
  no: ['không', 'ko', 'k', 'kh', 'hok', 'no', 'n', 'none'],
  'not-yet': ['chưa', 'chưa đạt', 'chưa được', 'không đạt', 'ko đạt', 'k đạt', 'not yet'],
  'none-there': ['không có', 'chưa có', 'k có', 'ko có', 'kh có', 'hok có'],
  unknown: [
    ...[
      '-',
      '–',
      '—',
      'không rõ',
      'ko rõ',
      'k rõ',
      'chưa rõ',
      'không biết',
      'ko biết',
      'k biết',
      'chưa biết',
    ],
    ...[
      'chưa thống kê',
      'chưa có số liệu',
      'không có số liệu',
      'k có số liệu',
      'ko có số liệu',
      'chưa có sl',
    ],
    ...['n/a', 'na', 'unknown', 'not available', "don't know"],
  ],
  'no-one': [
    'không có em nào',
    'không em nào',
    'không có ai',
    'không có trường nào',
    'không có lớp nào',
    'zero',
  ],
  all: ['hết', 'đủ', 'tất cả', 'toàn bộ', 'đủ cả', 'hết cả', 'all', 'all of them'],
  last: [
    'như cũ',
    'như kỳ trước',
    'như kì trước',
    'như lần trước',
    'như trước',
    'same',
    'same as before',
    'as before',
  ],
}

const SPLIT: readonly (readonly [AnswerWord, readonly (readonly string[])[]])[] = (
  Object.entries(PHRASES) as [AnswerWord, readonly string[]][]
).map(([word, phrases]) => [word, phrases.map((phrase) => phrase.split(' '))])

const POLITE_FIRST = ['dạ', 'vâng', 'thưa', 'là']
const POLITE_LAST = ['ạ', 'nhé', 'nha', 'nhá']

/** Returns what words alone say, or undefined when the answer is something else. */
export function findAnswerWord(text: string): AnswerWord | undefined {
  const typed = text.split(' ')
  return SPLIT.find(([, phrases]) => phrases.some((phrase) => isSamePhrase(typed, phrase)))?.[0]
}

/** Returns the answer without «dạ … ạ» and the full stop that phones add; a word that is the whole answer stays. */
export function stripPoliteness(text: string): string {
  const words = text.replace(/(?<=[\p{L}\p{N}%])\s?[.!]$/u, '').split(' ')
  while (words.length > 1 && POLITE_FIRST.some((word) => isSameWord(words[0] ?? '', word))) words.shift()
  while (words.length > 1 && POLITE_LAST.includes((words.at(-1) ?? '').toLowerCase())) words.pop()
  return words.join(' ')
}

export const isSamePhrase = (typed: readonly string[], phrase: readonly string[]): boolean =>
  typed.length === phrase.length && phrase.every((word, at) => isSameWord(typed[at] ?? '', word))
