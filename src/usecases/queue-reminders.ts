import type { Role } from '../domain/access.ts'
import { type LocalDate, localDateOf } from '../domain/local-date.ts'
import { afterQuietHours } from '../domain/quiet-hours.ts'
import type { Reminded, ReminderDeps, ReminderItem } from './plan-reminders.ts'
import type { OutboxMessage, Stores } from './ports.ts'

/** What a reminder is rendered from when it is sent. */
export interface ReminderParams {
  readonly role: Role
  /** The day it is read on. */
  readonly on: LocalDate
  readonly items: readonly ReminderItem[]
  /** Late forms of the units below, for those who look after them. */
  readonly late?: { readonly units: number; readonly forms: number }
}

/** A person, and what they are told. */
export type ToRemind = Reminded & Pick<ReminderParams, 'late'>

/** The day and instant at which what is queued now may be sent. */
export function sendingDay({ clock, timeZone }: Pick<ReminderDeps, 'clock' | 'timeZone'>) {
  const at = afterQuietHours(clock.now(), timeZone)
  return { at, on: localDateOf(at, timeZone) }
}

/** Queues one message for each person, in the caller's transaction; one who has one of that day already gets none. Returns how many were queued. */
export async function queueReminders(
  stores: Stores,
  deps: Pick<ReminderDeps, 'clock' | 'timeZone'>,
  people: readonly ToRemind[],
): Promise<number> {
  const { at, on } = sendingDay(deps)
  const messages = people.flatMap(({ person, role, items, late }): readonly OutboxMessage[] => {
    if (person.telegramUserId === undefined) return []
    const params: ReminderParams = { role, on, items, ...(late && { late }) }
    const dedupeKey = `reminder:${person.id}:${on}`
    const { telegramUserId: chatId, locale } = person
    return [{ chatId, kind: 'reminder', params, locale, priority: 2, dedupeKey, notBefore: at }]
  })
  return stores.outbox.enqueueAll(messages, deps.clock.now())
}
