import { findAnswerWord, stripPoliteness } from './answer-words.ts'
import { addDays, daysBetween, type LocalDate, localDate, parseLocalDate, partsOf } from './local-date.ts'
import { type ProblemFound, refused } from './parsed.ts'
import { renderDate } from './render-value.ts'
import { cleanText, searchKey } from './search-key.ts'

export type ParsedDate =
  | { readonly kind: 'date'; readonly date: LocalDate }
  /** No year typed, and another year's day is nearer to today than this year's: earlier one first. */
  | { readonly kind: 'choices'; readonly readings: readonly LocalDate[] }
  | { readonly kind: 'unavailable' }
  | ProblemFound

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
/** A date as it stands in a sentence: `20/6`, `20-6-2026`, `20.6`, `20 tháng 6 năm 2026`, `20 Jun 2026`, `2026-06-20`. */
export const DATE_IN_TEXT =
  /\d{4}-\d{2}-\d{2}|\d{1,2} ?(?:[/.-] ?\d{1,2}(?: ?[/.-] ?(?:\d{4}|\d{2}))?|(?:tháng|thang|thg) ?\d{1,2}(?:(?: ?[/,] ?| (?:năm |nam )?)\d{4})?| ?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*(?: \d{4})?)(?!\d)/iu
const NUMERIC = /^(\d{1,2}) ?([/.-]) ?(\d{1,2})(?: ?\2 ?(\d{4}|\d{2}))?$/
const SPELLED = /^(\d{1,2}) ?(?:thang|thg) ?(\d{1,2})(?:(?: ?[/,] ?| (?:nam )?)(\d{4}))?$/
const ENGLISH = /^(\d{1,2}) ([a-z]{3})[a-z]*(?: (\d{4}))?$/
const PREFIX = /^(?:(?:vao )?(?:ngay|hom|on) )?(?:mung |mong )?/
const NEAR_DAYS: Readonly<Record<string, number>> = {
  'hom nay': 0,
  today: 0,
  'hom qua': -1,
  yesterday: -1,
  'ngay mai': 1,
}

/** Returns the day a person means; without a year the one in today's year, unless another is nearer to today. */
export function parseDate(text: string, today: LocalDate): ParsedDate {
  const answer = stripPoliteness(cleanText(text))
  const word = findAnswerWord(answer)
  if (word === 'unknown' || word === 'none-there' || word === 'not-yet') return { kind: 'unavailable' }
  const key = searchKey(answer)
  const near = NEAR_DAYS[key]
  if (near !== undefined) return { kind: 'date', date: addDays(today, near) }
  const bare = key.replace(PREFIX, '')
  if (/^\d{4}-\d{2}-\d{2}$/.test(bare)) return dated(parseLocalDate(bare), today)
  const parts = readParts(bare)
  if (parts === undefined) return problemOf('date-unclear', today)
  if (parts.year !== undefined) return dated(localDate(parts.year, parts.month, parts.day), today)
  return withoutYear(parts.day, parts.month, today)
}

/** Returns the last allowed day: «trước ngày 20/6» → 19/6; «20/6» and «đến hết ngày 20/6» → 20/6. */
export function parseLastDay(text: string, today: LocalDate): ParsedDate {
  const parts = /^(trước|truoc|before)?\s?(?:đến hết|den het|chậm nhất|hạn|by)?\s?(.*)$/isu.exec(
    stripPoliteness(cleanText(text)),
  )
  const parsed = parseDate(parts?.[2] ?? '', today)
  if (parts?.[1] === undefined) return parsed
  if (parsed.kind === 'date') return { kind: 'date', date: addDays(parsed.date, -1) }
  if (parsed.kind !== 'choices') return parsed
  return { kind: 'choices', readings: parsed.readings.map((date) => addDays(date, -1)) }
}

interface TypedParts {
  readonly day: number
  readonly month: number
  readonly year: number | undefined
}

function readParts(key: string): TypedParts | undefined {
  const numeric = NUMERIC.exec(key)
  if (numeric !== null) return parts(numeric[1], Number(numeric[3]), numeric[4])
  const spelled = SPELLED.exec(key)
  if (spelled !== null) return parts(spelled[1], Number(spelled[2]), spelled[3])
  const english = ENGLISH.exec(key)
  const month = MONTHS.indexOf(english?.[2] ?? '') + 1
  return english === null || month === 0 ? undefined : parts(english[1], month, english[3])
}

const parts = (day: string | undefined, month: number, year: string | undefined): TypedParts => ({
  day: Number(day),
  month,
  year: year === undefined ? undefined : year.length === 2 ? 2000 + Number(year) : Number(year),
})

function withoutYear(day: number, month: number, today: LocalDate): ParsedDate {
  const { year } = partsOf(today)
  const candidates = [year - 1, year, year + 1].map((each) => localDate(each, month, day))
  const [, own] = candidates
  if (own === undefined) return problemOf('date-impossible', today)
  const distance = (date: LocalDate) => Math.abs(daysBetween(today, date))
  const nearer = candidates.find((date) => date !== undefined && distance(date) < distance(own))
  return nearer === undefined
    ? { kind: 'date', date: own }
    : { kind: 'choices', readings: [nearer, own].sort() }
}

const dated = (date: LocalDate | undefined, today: LocalDate): ParsedDate =>
  date === undefined ? problemOf('date-impossible', today) : { kind: 'date', date }

const problemOf = (problem: 'date-unclear' | 'date-impossible', today: LocalDate): ProblemFound =>
  refused(problem, renderDate(today, 'vi'))
