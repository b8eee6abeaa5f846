import { cleanText, foldTone, searchKey } from './search-key.ts'

/** A word of a label with its tone marks in one place, and without any marks. */
export interface LabelWord {
  readonly word: string
  readonly key: string
}

/** Words that add nothing to a label: «Tổng số … của trường», «… năm 2026»; typed without marks too. */
export const FILLERS: ReadonlySet<string> = new Set(
  ['số', 'tổng', 'lượng', 'của', 'trường', 'nhà', 'toàn', 'cả', 'là', 'năm', 'kỳ', 'này'].flatMap((word) => [
    foldTone(word),
    searchKey(word),
  ]),
)

/** What is counted, and the levels of school: alone they do not tell one question from another. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  [
    'học sinh giáo viên trẻ em cháu lớp phòng người thí sinh cán bộ quản lý nhân viên tuổi mục chương trình',
    'tiểu học thcs thpt mầm non trung học cơ sở phổ thông có đã được đạt là và các',
    'pupils students teachers children classes rooms people schools primary preschool secondary lower upper of the in',
  ].flatMap((line) => line.split(' ').map(foldTone)),
)

/** A part of a label that leaves one of these out may mean the opposite: «dùng tiền mặt» of «không dùng tiền mặt». */
export const TURNING_WORDS: ReadonlySet<string> = new Set(
  ['không', 'chưa', 'thiếu', 'without', 'not', 'no'].map(foldTone),
)

/** Short forms that stand for the same words in labels and in what people type. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ['hs', 'học sinh'],
  ['gv', 'giáo viên'],
  ['nv', 'nhân viên'],
  ['cbql', 'cán bộ quản lý'],
  ['cqg', 'chuẩn quốc gia'],
  ['gcn', 'giấy chứng nhận'],
  ['qsdđ', 'quyền sử dụng đất'],
  ['mn', 'mầm non'],
])

/** Returns the words of a label in lower case, short forms written out; brackets, quotes and bullets are no part of it. */
export const wordsOf = (label: string): readonly LabelWord[] =>
  cleanText(label)
    .toLowerCase()
    .replace(/[()[\]{}«»"“”'’*•,;:.?!–—+_-]+/gu, ' ')
    .split(' ')
    .filter((word) => word !== '')
    .flatMap((word) => (SHORT_FORMS.get(word) ?? word).split(' '))
    .map((word) => ({ word: foldTone(word), key: searchKey(word) }))
