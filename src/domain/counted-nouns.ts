import { isSamePhrase } from './answer-words.ts'

/** Nouns people put after a figure, with their common short forms; the element's own unit of measure is allowed besides. */
const NOUNS: readonly (readonly string[])[] = [
  ...[
    'em',
    'cháu',
    'trẻ',
    'trẻ em',
    'bé',
    'bạn',
    'hs',
    'học sinh',
    'học viên',
    'thí sinh',
    'trẻ 5 tuổi',
    'em học sinh',
  ],
  ...[
    'lớp',
    'lớp học',
    'nhóm',
    'nhóm lớp',
    'trường',
    'trường học',
    'cơ sở',
    'đơn vị',
    'điểm trường',
    'phòng',
    'phòng học',
  ],
  ...[
    'người',
    'thầy',
    'cô',
    'thầy cô',
    'giáo viên',
    'gv',
    'cán bộ',
    'cbql',
    'nhân viên',
    'nv',
    'cb',
    'phụ huynh',
  ],
  ...[
    'xã',
    'phường',
    'thôn',
    'khu',
    'hộ',
    'vụ',
    'trường hợp',
    'lượt',
    'buổi',
    'tiết',
    'môn',
    'điểm',
    'bài',
    'giấy',
  ],
  ...[
    'pupil',
    'pupils',
    'student',
    'students',
    'child',
    'children',
    'teacher',
    'teachers',
    'people',
    'class',
    'classes',
  ],
  ...['school', 'schools', 'case', 'cases', 'point', 'points', 'unit', 'units', 'commune', 'communes'],
].map((noun) => noun.split(' '))

/** True if the words after a figure name what is counted and nothing else. */
export const isCountedNoun = (words: string, unit = ''): boolean => {
  const typed = words.toLowerCase().split(' ')
  const own = unit.toLowerCase().split(' ')
  return isSamePhrase(typed, own) || NOUNS.some((noun) => isSamePhrase(typed, noun))
}

/** True if the words measure a decimal: its own unit, or points. «45 em» is a count and no percentage. */
export const isMeasure = (words: string, unit = ''): boolean =>
  [unit.toLowerCase(), 'điểm', 'point', 'points'].some((own) =>
    isSamePhrase(words.toLowerCase().split(' '), own.split(' ')),
  )
