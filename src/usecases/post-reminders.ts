import { systemScope } from '../domain/access.ts'
import type { OrgUnitId, PersonId } from '../domain/brand.ts'
import { type LocalDate, localDateOf, localTimeOf } from '../domain/local-date.ts'
import { holidaysOf } from '../domain/office-calendar.ts'
import { afterQuietHours } from '../domain/quiet-hours.ts'
import { isReminderDue } from '../domain/reminder-due.ts'
import { isLastWorkingDayWarning, isWorkingDay } from '../domain/working-day.ts'
import { findNearest } from './find-office.ts'
import { findAcceptor } from './form-access.ts'
import type { OwedDeps } from './list-owed.ts'
import { listOwing, type OwingForm } from './list-owing.ts'
import { type CalendarDeps, getCalendar } from './office-calendar.ts'
import {
  lastTold,
  planReminders,
  type Reminded,
  type ReminderItem,
  reachOf,
  weekBefore,
} from './plan-reminders.ts'
import type { Recipient } from './ports.ts'
import { queueReminders, type ToRemind } from './queue-reminders.ts'

export type PostRemindersDeps = OwedDeps & CalendarDeps

/** The office's hour from which reminders go out; what an outage delays goes out later that day, or on the next working day. */
const FIRST_TIME = '07:30'
/** So many in one transaction. */
const BATCH = 200

/**
 * Queues a reminder for everyone who owes and lacks the one due by today; safe to run at any time and as often as one likes.
 * Returns how many were queued.
 */
export async function postReminders(deps: PostRemindersDeps): Promise<number> {
  const { clock, timeZone, database } = deps
  const now = clock.now()
  const day = localDateOf(now, timeZone)
  const holidays = holidaysOf(await getCalendar(deps))
  const isTime = localTimeOf(now, timeZone) >= FIRST_TIME && afterQuietHours(now, timeZone) <= now
  if (!isTime || !isWorkingDay(day, holidays)) return 0
  const owing = await listOwing(deps, systemScope)
  const { people } = await planReminders(deps, owing)
  const due = join(people, await listEscalated(deps, owing)).filter((each) => {
    const since = lastTold(each, timeZone)
    const dates = [...each.items.map(({ dueOn }) => dueOn), ...each.lateSince]
    return (
      since !== undefined &&
      reachOf(each, now, day, timeZone) === 'free' &&
      dates.some((dueOn) => isReminderDue(dueOn, since, day, holidays))
    )
  })
  const warned = (item: ReminderItem): ReminderItem => ({
    ...item,
    isLastWorkingDay: isLastWorkingDayWarning(item, day, holidays),
  })
  let queued = 0
  for (let from = 0; from < due.length; from += BATCH) {
    const batch = due.slice(from, from + BATCH).map((each) => ({ ...each, items: each.items.map(warned) }))
    queued += await database.transaction((stores) => queueReminders(stores, deps, batch))
  }
  return queued
}

/** An officer with the late forms of those whose reports they accept. */
interface Escalated {
  readonly recipient: Recipient
  readonly units: ReadonlySet<OrgUnitId>
  readonly lateSince: readonly LocalDate[]
}

type Due = ToRemind & { readonly lateSince: readonly LocalDate[] }

function join(people: readonly Reminded[], escalated: ReadonlyMap<PersonId, Escalated>): readonly Due[] {
  const isTold = new Set(people.map(({ person }) => person.id))
  const dueOf = (each: Reminded): Due => {
    const late = escalated.get(each.person.id)
    if (late === undefined) return { ...each, lateSince: [] }
    const counts = { units: late.units.size, forms: late.lateSince.length }
    return { ...each, late: counts, lateSince: late.lateSince }
  }
  const others = [...escalated.values()].filter(({ recipient }) => !isTold.has(recipient.person.id))
  return [...people, ...others.map(({ recipient }) => ({ ...recipient, items: [] }))].map(dueOf)
}

/** Who accepts the reports hears of those that are late. */
async function listEscalated(
  deps: PostRemindersDeps,
  owing: readonly OwingForm[],
): Promise<ReadonlyMap<PersonId, Escalated>> {
  const found = new Map<PersonId, Escalated>()
  for (const late of owing.filter(({ status }) => status.state === 'late')) {
    for (const [acceptor, units] of await byAcceptor(deps, late)) {
      for (const recipient of await officersOf(deps, acceptor)) {
        const known = found.get(recipient.person.id)
        found.set(recipient.person.id, {
          recipient,
          units: new Set([...(known?.units ?? []), ...units]),
          lateSince: [...(known?.lateSince ?? []), late.deadline.dueOn],
        })
      }
    }
  }
  return found
}

async function byAcceptor(
  { database }: PostRemindersDeps,
  form: OwingForm,
): Promise<ReadonlyMap<OrgUnitId, readonly OrgUnitId[]>> {
  const byLevels = new Map<string, OrgUnitId>()
  const found = new Map<OrgUnitId, OrgUnitId[]>()
  for (const { unit } of form.units) {
    const key = unit.levels.join(' ')
    const acceptor = byLevels.get(key) ?? (await findAcceptor({ units: database.units }, form, unit.levels))
    byLevels.set(key, acceptor)
    const units = found.get(acceptor) ?? []
    units.push(unit.id)
    found.set(acceptor, units)
  }
  return found
}

/** Those who accept for the unit, as reminders know people: with what reached them in the last week. */
async function officersOf(
  { database, clock, timeZone }: PostRemindersDeps,
  unit: OrgUnitId,
): Promise<readonly Recipient[]> {
  const now = clock.now()
  const path = await database.units.path(unit, localDateOf(now, timeZone))
  return findNearest(path, (above) =>
    database.reminders.recipients(systemScope, [above], ['officer'], weekBefore(now)),
  )
}
