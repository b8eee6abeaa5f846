import type { Brand } from './brand.ts'

/** A calendar day `YYYY-MM-DD` where the office is; no hour, no zone. Compares as a string. */
export type LocalDate = Brand<'LocalDate'>

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/
const DAY_MS = 86_400_000

/** Returns the day written `YYYY-MM-DD`, or undefined if there is no such day. */
export function parseLocalDate(text: string): LocalDate | undefined {
  const parts = SHAPE.exec(text)
  return parts === null ? undefined : localDate(Number(parts[1]), Number(parts[2]), Number(parts[3]))
}

/** Returns the day, or undefined if the calendar has none such (31 June). Months count from 1. */
export function localDate(year: number, month: number, day: number): LocalDate | undefined {
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  const date = new Date(`${text}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) return undefined
  return text as LocalDate
}

/** Returns the day of a constant or a stored text. Throws: RangeError where there is no such day, as the program itself is wrong. */
export function toLocalDate(text: string): LocalDate {
  const date = parseLocalDate(text)
  if (date === undefined) throw new RangeError(`not a day: ${text}`)
  return date
}

export const addDays = (date: LocalDate, days: number): LocalDate => fromDayNumber(dayNumber(date) + days)

/** Returns the same day of the month that many years later; 29 February falls on the 28th where the year has none. */
export function addYears(date: LocalDate, years: number): LocalDate {
  const { year, month, day } = partsOf(date)
  return localDate(year + years, month, day) ?? toLocalDate(`${pad(year + years, 4)}-02-28`)
}

/** Returns how many days `to` is after `from`; negative if before. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from)

/** ISO weekday: 1 Monday … 7 Sunday. */
export const weekday = (date: LocalDate): number => ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1

export const partsOf = (date: LocalDate): { year: number; month: number; day: number } => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
})

/** Returns the day it is in the time zone at that instant. */
export function localDateOf(instant: Date, timeZone: string): LocalDate {
  const minute = Math.floor(instant.getTime() / 60_000)
  if (latest.minute !== minute || latest.timeZone !== timeZone) {
    const at = clockParts(instant, timeZone)
    const date = toLocalDate(`${at('year').padStart(4, '0')}-${at('month')}-${at('day')}`)
    latest = { minute, timeZone, date }
  }
  return latest.date
}

/** The day is asked several times for each message, and nearly always of the same minute. */
let latest: { readonly minute: number; readonly timeZone: string; readonly date: LocalDate } = {
  ...{ minute: Number.NaN, timeZone: '' },
  date: '1970-01-01' as LocalDate,
}

/** Returns `HH:MM` of the time zone's clock at that instant. */
export function localTimeOf(instant: Date, timeZone: string): string {
  const at = clockParts(instant, timeZone)
  return `${at('hour')}:${at('minute')}`
}

/**
 * Returns the instant at which the zone's clocks show that day and `HH:MM`.
 * A time that a change of clocks skips gives the instant just after the change.
 */
export function instantOf(date: LocalDate, time: string, timeZone: string): Date {
  const wanted = Date.parse(`${date}T${time}:00Z`)
  const first = wanted - offsetMs(new Date(wanted), timeZone)
  return new Date(wanted - offsetMs(new Date(first), timeZone))
}

function offsetMs(instant: Date, timeZone: string): number {
  const shown = Date.parse(`${localDateOf(instant, timeZone)}T${localTimeOf(instant, timeZone)}:00Z`)
  return shown - Math.floor(instant.getTime() / 60_000) * 60_000
}

const formats = new Map<string, Intl.DateTimeFormat>()

function clockParts(instant: Date, timeZone: string): (type: Intl.DateTimeFormatPartTypes) => string {
  const format = formats.get(timeZone) ?? clockFormat(timeZone)
  formats.set(timeZone, format)
  const parts = format.formatToParts(instant)
  return (type) => parts.find((part) => part.type === type)?.value ?? ''
}

const clockFormat = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })

const dayNumber = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS

const fromDayNumber = (days: number): LocalDate =>
  new Date(days * DAY_MS).toISOString().slice(0, 10) as LocalDate

const pad = (value: number, length: number): string => String(value).padStart(length, '0')
