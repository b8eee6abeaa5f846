/** What plans count, by kind; words as they are read, after shorthand and synonyms. */
export const COUNTED = {
  school: ['trường', 'cơ sở', 'cơ sở giáo dục', 'school', 'institution'],
  class: ['lớp', 'lớp học', 'class', 'classroom'],
  teacher: ['giáo viên', 'teacher'],
  manager: ['cán bộ quản lý', 'hiệu trưởng', 'cấp phó', 'manager', 'principal'],
  pupil: ['học sinh', 'trẻ', 'thí sinh', 'student', 'child', 'candidate', 'lượt'],
  parent: ['cha mẹ', 'parent'],
  pair: ['cặp', 'pair'],
  book: ['cuốn', 'quyển', 'đầu sách', 'book'],
  computer: ['máy tính', 'máy chiếu', 'computer'],
  hour: ['tiết', 'giờ', 'hour'],
  area: ['m2', 'mét vuông', 'square metre'],
  library: ['thư viện', 'library'],
  ward: ['phường', 'xã', 'ward', 'commune'],
} as const

/** What «bao nhiêu người» may be answered with: the first syllable of the word a passage counts by. */
export const PERSONS_COUNTED: readonly string[] = ['nguoi', 'dai', 'delegat', 'peopl', 'person']

/** Said of pupils right after «bao nhiêu»; elsewhere the one who asks. */
export const PUPILS_COUNTED: readonly string[] = ['em', 'cháu', 'bạn', 'đứa', 'bé']
