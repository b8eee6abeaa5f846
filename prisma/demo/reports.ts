import type { SeededRandom } from '../../src/domain/seeded-random.ts'

/** Codes of schools by what has become of their report. */
export interface MadeReports {
  readonly form: string
  readonly period: string
  readonly accepted: readonly string[]
  readonly confirmed: readonly string[]
  readonly submitted: readonly string[]
  readonly returned: readonly { readonly unit: string; readonly reason: string }[]
  readonly draft: readonly string[]
}

const RETURN_REASONS = [
  'Số lớp chưa đủ giáo viên lớn hơn năm trước nhiều, đề nghị kiểm tra lại và ghi rõ lý do.',
  'Số học sinh hoàn thành chương trình chưa khớp với sĩ số, đề nghị rà soát.',
]

/** What the featured people's notes promise for the yearly form 2026. */
const PROMISED = {
  accepted: ['QY-TH-02'],
  confirmed: ['QY-THPT-01', 'QY-THPT-03', 'QY-MN-05'],
  submitted: ['QY-THCS-02', 'QY-TH-03'],
  returned: ['QY-THCS-01', 'QY-MN-09'],
  draft: ['QY-TH-01'],
  missing: ['QY-MN-01'],
} as const

/** Schools in each state on the world's first morning; the rest have not begun. */
const COUNTS = { accepted: 28, confirmed: 6, draft: 8 } as const

export interface Reporters {
  readonly schools: readonly string[]
  readonly communes: readonly string[]
  /** Schools whose principal is not in yet: they have nothing for this year. */
  readonly absent: readonly string[]
}

/**
 * Returns who has reported what: last year's form accepted for nearly all, the half-year for most, this year's in every state.
 * Communes and the office report their own figures.
 */
export function makeReports(
  { schools, communes, absent }: Reporters,
  random: SeededRandom,
): readonly MadeReports[] {
  const lastYear = schools.filter((code) => code !== 'QY-MN-21')
  const halfYear = shuffle(schools, random).slice(0, 58)
  return [
    { ...NOTHING, form: 'qy-annual', period: '2025', accepted: lastYear },
    { ...NOTHING, form: 'qy-half-year', period: '2026-H1', accepted: [...halfYear].sort() },
    thisYear(schools, absent, random),
    { ...NOTHING, form: 'qy-commune', period: '2025', accepted: communes },
    {
      ...NOTHING,
      form: 'qy-commune',
      period: '2026',
      accepted: communes.slice(1, 7),
      confirmed: communes.slice(7, 9),
    },
    { ...NOTHING, form: 'qy-office', period: '2025', accepted: ['QY-PGD'] },
  ]
}

const NOTHING = { accepted: [], confirmed: [], submitted: [], returned: [], draft: [] } as const

function thisYear(schools: readonly string[], absent: readonly string[], random: SeededRandom): MadeReports {
  const promised = new Set<string>([...Object.values(PROMISED).flat(), ...absent])
  const free = shuffle(
    schools.filter((code) => !promised.has(code)),
    random,
  )
  const take = (wanted: number, own: readonly string[]): readonly string[] =>
    [...own, ...free.splice(0, wanted - own.length)].sort()
  return {
    form: 'qy-annual',
    period: '2026',
    accepted: take(COUNTS.accepted, PROMISED.accepted),
    confirmed: take(COUNTS.confirmed, PROMISED.confirmed),
    submitted: PROMISED.submitted,
    returned: PROMISED.returned.map((unit, index) => ({ unit, reason: RETURN_REASONS[index] ?? '' })),
    draft: take(COUNTS.draft, PROMISED.draft),
  }
}

function shuffle<T>(list: readonly T[], random: SeededRandom): T[] {
  const keyed = list.map((value) => ({ value, key: random.next() }))
  return keyed.sort((one, other) => one.key - other.key).map(({ value }) => value)
}
