import { localDateOf, localTimeOf } from './local-date.ts'

/** Returns the instant as ISO text, to the minute: the office's clock first, its offset behind: `2026-12-14T07:00+07:00`. */
export function formatInstant(instant: Date, timeZone: string): string {
  const local = `${localDateOf(instant, timeZone)}T${localTimeOf(instant, timeZone)}`
  const minutes = Date.parse(`${local}:00Z`) / 60_000 - Math.floor(instant.getTime() / 60_000)
  const [hour, minute] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${local}${minutes < 0 ? '-' : '+'}${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
