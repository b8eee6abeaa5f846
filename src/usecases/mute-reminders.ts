import type { Actor } from '../domain/access.ts'
import { addDays, instantOf } from '../domain/local-date.ts'
import { today, type WindowDeps } from './form-window.ts'
import type { Database } from './ports.ts'

const LONGEST_PAUSE_DAYS = 60

/** Keeps reminders from the actor to the end of the day that many days from now; 0: lets them through again. Returns until when. */
export async function muteReminders(
  deps: Pick<WindowDeps, 'clock' | 'timeZone'> & { readonly database: Database },
  actor: Actor,
  days: number,
): Promise<Date | undefined> {
  const length = Number.isInteger(days) ? Math.min(Math.max(days, 0), LONGEST_PAUSE_DAYS) : 0
  const until = length === 0 ? undefined : instantOf(addDays(today(deps), length), '23:59', deps.timeZone)
  await deps.database.reminders.mute(actor.person, until ?? null)
  return until
}
