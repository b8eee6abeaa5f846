import type { Brand } from './brand.ts'
import { DomainError } from './errors.ts'
import { addDays, type LocalDate, localDate, partsOf, toLocalDate } from './local-date.ts'
import { remember } from './remember.ts'

export const PERIOD_TYPES = ['year', 'half-year', 'school-year', 'term', 'month'] as const
export type PeriodType = (typeof PERIOD_TYPES)[number]

/** `2026`, `2026-H1`, `SY2025` (school year 2025–2026), `SY2025-T1`, `2026-09`. Made by `parsePeriod` only. */
export type Period = Brand<'Period'>

/** What a code says: the year it starts in and which half, term or month of it (0 where the type has no parts). */
export interface PeriodParts {
  readonly type: PeriodType
  readonly year: number
  readonly part: number
}

const SHAPES: readonly (readonly [PeriodType, RegExp])[] = [
  ['year', /^(\d{4})$/],
  ['half-year', /^(\d{4})-H([12])$/],
  ['school-year', /^SY(\d{4})$/],
  ['term', /^SY(\d{4})-T([12])$/],
  ['month', /^(\d{4})-(0[1-9]|1[0-2])$/],
]

const PARTS_IN: Readonly<Record<PeriodType, number>> = {
  year: 1,
  'half-year': 2,
  'school-year': 1,
  term: 2,
  month: 12,
}

/** Returns the period of a code, or undefined if the code is none. Years 2000 to 2099. */
export const parsePeriod = (code: string): Period | undefined =>
  /^(?:SY)?20\d\d/.test(code) && SHAPES.some(([, shape]) => shape.test(code)) ? (code as Period) : undefined

/** Returns the period of a code. Throws: period-invalid. */
export function getPeriod(code: string): Period {
  const period = parsePeriod(code)
  if (period === undefined) throw new DomainError('period-invalid', { period: code })
  return period
}

export const periodParts = remember((period: Period): PeriodParts => {
  for (const [type, shape] of SHAPES) {
    const match = shape.exec(period)
    if (match !== null) return { type, year: Number(match[1]), part: Number(match[2] ?? 0) }
  }
  throw new DomainError('period-invalid', { period })
})

export const periodTypeOf = (period: Period): PeriodType => periodParts(period).type

/** Returns the first day. A school year runs 1 September to 31 August; its second term starts on 16 January. */
export const periodStart = remember((period: Period): LocalDate => {
  const { type, year, part } = periodParts(period)
  if (type === 'half-year') return toLocalDate(`${year}-${part === 1 ? '01' : '07'}-01`)
  if (type === 'school-year') return toLocalDate(`${year}-09-01`)
  if (type === 'term') return part === 1 ? toLocalDate(`${year}-09-01`) : toLocalDate(`${year + 1}-01-16`)
  return toLocalDate(`${year}-${String(Math.max(part, 1)).padStart(2, '0')}-01`)
})

/** Returns the last day, inclusive. */
export const periodEnd = remember((period: Period): LocalDate => addDays(periodStart(nextPeriod(period)), -1))

export const nextPeriod = (period: Period): Period => shiftPeriod(period, 1)

export const previousPeriod = (period: Period): Period => shiftPeriod(period, -1)

/** Returns the period of that type in which the day lies. */
export function periodAt(type: PeriodType, date: LocalDate): Period {
  const { year, month } = partsOf(date)
  const schoolYear = month >= 9 ? year : year - 1
  if (type === 'year') return buildPeriod({ type, year, part: 0 })
  if (type === 'half-year') return buildPeriod({ type, year, part: month <= 6 ? 1 : 2 })
  if (type === 'month') return buildPeriod({ type, year, part: month })
  if (type === 'school-year') return buildPeriod({ type, year: schoolYear, part: 0 })
  const second = localDate(schoolYear + 1, 1, 16)
  return buildPeriod({ type, year: schoolYear, part: second !== undefined && date >= second ? 2 : 1 })
}

/** Orders by last day, then by first day, so that a year comes before its second half and after its first. */
export function comparePeriods(left: Period, right: Period): number {
  const byEnd = order(periodEnd(left), periodEnd(right))
  return byEnd === 0 ? order(periodStart(left), periodStart(right)) : byEnd
}

/**
 * Returns the school year whose results a period reports: the one that ended in it (`2026` → `SY2025`), or for a month the one
 * it lies in.
 * Source: rules.md of the product, «Periods».
 */
export function schoolYearOf(period: Period): Period {
  const { type, year } = periodParts(period)
  if (type === 'month') return periodAt('school-year', periodStart(period))
  const startsIn = type === 'school-year' || type === 'term' ? year : year - 1
  return buildPeriod({ type: 'school-year', year: startsIn, part: 0 })
}

/** Returns the period of those parts, which must be right for the type. */
export function buildPeriod({ type, year, part }: PeriodParts): Period {
  const codes: Readonly<Record<PeriodType, string>> = {
    year: String(year),
    'half-year': `${year}-H${part}`,
    'school-year': `SY${year}`,
    term: `SY${year}-T${part}`,
    month: `${year}-${String(part).padStart(2, '0')}`,
  }
  return codes[type] as Period
}

function shiftPeriod(period: Period, by: 1 | -1): Period {
  const { type, year, part } = periodParts(period)
  const count = PARTS_IN[type]
  if (count === 1) return buildPeriod({ type, year: year + by, part: 0 })
  const index = year * count + part - 1 + by
  return buildPeriod({ type, year: Math.floor(index / count), part: (index % count) + 1 })
}

const order = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)
