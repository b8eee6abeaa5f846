import type { Level } from '../../domain/level.ts'

/** Words naming a level, after shorthand and synonyms; longest first wins. */
export const LEVEL_WORDS: readonly (readonly [string, readonly Level[]])[] = [
  ['mầm non', ['preschool']],
  ['tiểu học', ['primary']],
  ['thcs', ['lower-secondary']],
  ['thpt', ['upper-secondary']],
  ['phổ thông', []],
  ['giáo dục trung học', ['lower-secondary', 'upper-secondary']],
  ['học sinh trung học', ['lower-secondary', 'upper-secondary']],
  ['cấp trung học', ['lower-secondary', 'upper-secondary']],
  ['preschool', ['preschool']],
  ['primary', ['primary']],
  ['lower secondary', ['lower-secondary']],
  ['upper secondary', ['upper-secondary']],
  ['secondary', ['lower-secondary', 'upper-secondary']],
]
