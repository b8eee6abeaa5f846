import type { Level } from '../../src/domain/level.ts'

export interface MadeUnit {
  readonly code: string
  readonly name: string
  readonly kind: 'school' | 'commune'
  readonly levels: readonly Level[]
  readonly validFrom: string
  readonly governance: string
  readonly reporting: string
}

interface SchoolKind {
  readonly short: string
  readonly title: string
  readonly level: Level
  readonly count: number
}

/** The 64 schools whose totals the Quảng Yên plan prints (II.2.1). */
const SCHOOL_KINDS: readonly SchoolKind[] = [
  { short: 'MN', title: 'Trường Mầm non', level: 'preschool', count: 21 },
  { short: 'TH', title: 'Trường Tiểu học', level: 'primary', count: 17 },
  { short: 'THCS', title: 'Trường THCS', level: 'lower-secondary', count: 20 },
  { short: 'THPT', title: 'Trường THPT', level: 'upper-secondary', count: 6 },
]

/** Schools the plan itself names (III.2 and III.5); all other names are made up and say so. */
const NAMED: Readonly<Record<string, string>> = {
  'QY-THCS-01': 'Trường THCS Lê Quý Đôn',
  'QY-THPT-01': 'Trường THPT Bạch Đằng',
}

const COMMUNES = 19
const WARDS = 11
const VALID_FROM = '2020-01-01'

export const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** Returns the communes first, then the schools, so that every parent stands before its children. */
export const makeUnits = (): readonly MadeUnit[] => [
  ...range(COMMUNES).map(makeCommune),
  ...SCHOOL_KINDS.flatMap((kind) => range(kind.count).map((number) => makeSchool(kind, number))),
]

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1)

const communeCode = (number: number): string => `QY-PX-${twoDigits(number)}`

const makeCommune = (number: number): MadeUnit => ({
  code: communeCode(number),
  name: `${number <= WARDS ? 'Phường' : 'Xã'} Mẫu ${twoDigits(number)}`,
  kind: 'commune',
  levels: [],
  validFrom: VALID_FROM,
  governance: 'QN',
  reporting: 'QY',
})

function makeSchool(kind: SchoolKind, number: number): MadeUnit {
  const code = `QY-${kind.short}-${twoDigits(number)}`
  const isUpper = kind.level === 'upper-secondary'
  return {
    code,
    name: NAMED[code] ?? `${kind.title} Mẫu ${twoDigits(number)}`,
    kind: 'school',
    levels: [kind.level],
    validFrom: VALID_FROM,
    governance: isUpper ? 'QN' : communeCode(((number - 1) % COMMUNES) + 1),
    reporting: 'QY',
  }
}
