import type { DataElement, Value } from './data-element.ts'
import { compareDecimals, floorDecimal, multiplyDecimals, quotient, roundDecimal } from './figures.ts'
import type { LocalDate } from './local-date.ts'
import { parseLocalDate } from './local-date.ts'
import type { Locale } from './text.ts'

/** What tags figures and dates are shown by: en-GB puts the day first, as in Vietnam. */
const TAGS: Readonly<Record<Locale, string>> = { vi: 'vi-VN', en: 'en-GB' }

interface Words {
  readonly yes: string
  readonly no: string
  readonly missing: string
  readonly level: (level: number) => string
  readonly rank: (rank: number) => string
  readonly decided: (number: string | undefined, date: string | undefined) => string
  readonly until: (date: string) => string
}

const WORDS: Readonly<Record<Locale, Words>> = {
  vi: {
    yes: 'có',
    no: 'chưa',
    missing: 'chưa có số liệu',
    level: (level) => `mức độ ${level}`,
    rank: (rank) => `thứ ${rank}`,
    decided: (number, date) => [number, date && `ngày ${date}`].filter(Boolean).join(' '),
    until: (date) => `đến ngày ${date}`,
  },
  en: {
    yes: 'yes',
    no: 'no',
    missing: 'not available',
    level: (level) => `level ${level}`,
    rank: (rank) => `rank ${rank}`,
    decided: (number, date) => [number, date && `of ${date}`].filter(Boolean).join(' '),
    until: (date) => `until ${date}`,
  },
}

/** Returns an answer as people read it, with its unit of measure; it can be typed back. Evidence is not part of the text. */
export const renderValue = (value: Value, element: Pick<DataElement, 'unit'>, locale: Locale): string =>
  showValue(value, element.unit[locale], locale)

/** Returns an answer with the noun to put after a figure; empty noun: the figure alone. */
export function showValue(value: Value, noun: string, locale: Locale): string {
  const words = WORDS[locale]
  if (value.kind === 'count') return withNoun(renderNumber(value.count, locale), noun)
  if (value.kind === 'decimal') return withNoun(renderNumber(value.decimal, locale), noun)
  if (value.kind === 'yes-no') return value.yes ? words.yes : words.no
  if (value.kind === 'level') return words.level(value.level)
  if (value.kind === 'rank')
    return value.of === undefined ? words.rank(value.rank) : `${value.rank}/${value.of}`
  if (value.kind === 'missing') return words.missing
  return showRecognition(value, locale)
}

/**
 * Returns the number with the locale's separators. `value`: a whole number or an exact decimal string, shown with at most
 * `maxDecimals` places, half up. Showing is the only place where figures are rounded.
 */
export const renderNumber = (value: number | string, locale: Locale, maxDecimals = 6): string =>
  formatOf(locale, maxDecimals).format(roundDecimal(String(value), maxDecimals) as `${number}`)

/**
 * Returns a value that is already a percentage («99.5» → «99,5%»), at most two places unless told otherwise.
 * What is short of 100 never shows as 100, what is above 0 never as 0: it is cut instead of rounded there.
 */
export function renderPercent(percent: string, locale: Locale, maxDecimals = 2): string {
  const rounded = roundDecimal(percent, maxDecimals)
  const hidesRest = compareDecimals(rounded, '100') === 0 && compareDecimals(percent, '100') < 0
  const vanishes = compareDecimals(rounded, '0') === 0 && compareDecimals(percent, '0') > 0
  if (vanishes) return `<${renderNumber(smallestShown(maxDecimals), locale, maxDecimals)}%`
  return `${renderNumber(hidesRest ? cut(percent, maxDecimals) : rounded, locale, maxDecimals)}%`
}

/** Returns the share of two counts as a percentage; undefined where the denominator is 0 or either is missing. */
export function renderShare(
  numerator: string | null,
  denominator: string | null,
  locale: Locale,
  maxDecimals = 2,
): string | undefined {
  const percent = quotient(numerator, denominator, 100)
  return percent === null ? undefined : renderPercent(percent, locale, maxDecimals)
}

/** Returns the day as `20/6/2026` in Vietnamese, `20 Jun 2026` in English. */
export const renderDate = (date: LocalDate, locale: Locale): string =>
  DATES[locale].format(new Date(`${date}T00:00:00Z`))

function showRecognition(value: Extract<Value, { kind: 'recognition' }>, locale: Locale): string {
  const words = WORDS[locale]
  if (!value.yes) return words.no
  const decided = words.decided(value.decisionNumber, showIso(value.decidedOn, locale))
  const expires = showIso(value.expiresOn, locale)
  return [
    words.yes,
    value.degree === undefined ? '' : words.level(value.degree),
    decided,
    expires === undefined ? '' : words.until(expires),
  ]
    .filter((part) => part !== '')
    .join(', ')
}

function showIso(text: string | undefined, locale: Locale): string | undefined {
  const date = parseLocalDate(text ?? '')
  return date === undefined ? undefined : renderDate(date, locale)
}

const withNoun = (figure: string, noun: string): string =>
  noun === '' ? figure : noun.startsWith('%') ? `${figure}${noun}` : `${figure} ${noun}`

const dateFormat = (locale: Locale) =>
  new Intl.DateTimeFormat(TAGS[locale], {
    timeZone: 'UTC',
    year: 'numeric',
    day: 'numeric',
    month: locale === 'vi' ? 'numeric' : 'short',
  })

/** Making one costs a hundred times what using it does. */
const DATES = { vi: dateFormat('vi'), en: dateFormat('en') }

const formats = new Map<string, Intl.NumberFormat>()

function formatOf(locale: Locale, maximumFractionDigits: number): Intl.NumberFormat {
  const key = `${locale} ${maximumFractionDigits}`
  const format = formats.get(key) ?? new Intl.NumberFormat(TAGS[locale], { maximumFractionDigits })
  formats.set(key, format)
  return format
}

const smallestShown = (places: number): string => quotient('1', `1${'0'.repeat(places)}`, 1) ?? '1'

function cut(decimal: string, places: number): string {
  const scale = `1${'0'.repeat(places)}`
  return quotient(floorDecimal(multiplyDecimals(decimal, scale)), scale, 1) ?? decimal
}
