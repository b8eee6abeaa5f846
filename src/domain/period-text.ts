import { type LocalDate, partsOf } from './local-date.ts'
import { buildPeriod, type Period, type PeriodParts, parsePeriod, periodParts } from './period.ts'
import { searchKey } from './search-key.ts'
import type { Locale } from './text.ts'

/** Returns the period as people write it: «năm 2026», «6 tháng đầu năm 2026», «học kỳ I năm học 2025–2026». */
export function formatPeriod(period: Period, locale: Locale): string {
  const parts = periodParts(period)
  return locale === 'vi' ? formatVietnamese(parts) : formatEnglish(parts)
}

function formatVietnamese({ type, year, part }: PeriodParts): string {
  const schoolYear = `năm học ${year}–${year + 1}`
  if (type === 'year') return `năm ${year}`
  if (type === 'half-year') return `6 tháng ${part === 1 ? 'đầu' : 'cuối'} năm ${year}`
  if (type === 'school-year') return schoolYear
  if (type === 'term') return `học kỳ ${part === 1 ? 'I' : 'II'} ${schoolYear}`
  return `tháng ${part}/${year}`
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

function formatEnglish({ type, year, part }: PeriodParts): string {
  const schoolYear = `school year ${year}–${year + 1}`
  if (type === 'year') return `${year}`
  if (type === 'half-year') return `${part === 1 ? 'first' : 'second'} half of ${year}`
  if (type === 'school-year') return schoolYear
  if (type === 'term') return `term ${part === 1 ? 'I' : 'II'} of ${schoolYear}`
  return `${MONTHS[part - 1]} ${year}`
}

const SCHOOL_YEAR = /(20\d\d)\s?[-–—/]\s?(20\d\d)/
const HALF_FIRST = /6 thang dau|nua dau|first half/
const HALF_SECOND = /6 thang cuoi|nua cuoi|second half/
const TERM = /(?:hoc ky|hk|term) ?(i{1,2}|[12])\b/
const MONTH = /(?:thang|month) ?(1[0-2]|0?[1-9])(?: nam |\/| )(20\d\d)/
const YEAR = /\b(20\d\d)\b/

/**
 * Returns the one period a text names: a code, or words as `formatPeriod` writes them, accents not needed.
 * Missing: undefined where it names none. Without a year the current one counts («6 tháng đầu năm»).
 */
export function findPeriod(text: string, today: LocalDate): Period | undefined {
  const code = parsePeriod(text.trim().toUpperCase())
  if (code !== undefined) return code
  const key = searchKey(text)
  return findSchoolPeriod(key) ?? findCalendarPeriod(key, today)
}

function findSchoolPeriod(key: string): Period | undefined {
  const years = SCHOOL_YEAR.exec(key)
  const year = Number(years?.[1])
  if (years === null || Number(years[2]) !== year + 1) return undefined
  const term = TERM.exec(key)?.[1]
  if (term === undefined) return buildPeriod({ type: 'school-year', year, part: 0 })
  return buildPeriod({ type: 'term', year, part: term === 'ii' || term === '2' ? 2 : 1 })
}

function findCalendarPeriod(key: string, today: LocalDate): Period | undefined {
  if (SCHOOL_YEAR.test(key)) return undefined
  const month = MONTH.exec(key)
  if (month !== null) return buildPeriod({ type: 'month', year: Number(month[2]), part: Number(month[1]) })
  const english = MONTHS.findIndex((name) => key.includes(`${name.toLowerCase()} 20`))
  const printed = YEAR.exec(key)?.[1]
  const year = printed === undefined ? partsOf(today).year : Number(printed)
  if (english >= 0) return buildPeriod({ type: 'month', year, part: english + 1 })
  if (HALF_FIRST.test(key)) return buildPeriod({ type: 'half-year', year, part: 1 })
  if (HALF_SECOND.test(key)) return buildPeriod({ type: 'half-year', year, part: 2 })
  return printed === undefined ? undefined : buildPeriod({ type: 'year', year, part: 0 })
}
