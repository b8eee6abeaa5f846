import { addDays, instantOf, localDateOf, localTimeOf } from './local-date.ts'

/** From this time to the other nobody is reminded; `HH:MM` of the office. */
const QUIET_FROM = '21:00'
const QUIET_UNTIL = '06:30'

/** Returns the instant itself, or the end of the quiet hours it falls into. */
export function afterQuietHours(now: Date, timeZone: string): Date {
  const [day, time] = [localDateOf(now, timeZone), localTimeOf(now, timeZone)]
  if (time >= QUIET_FROM) return instantOf(addDays(day, 1), QUIET_UNTIL, timeZone)
  return time < QUIET_UNTIL ? instantOf(day, QUIET_UNTIL, timeZone) : now
}
