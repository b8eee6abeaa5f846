import { type Actor, scopeFor } from '../domain/access.ts'
import type { OrgUnitId } from '../domain/brand.ts'
import type { OwedDeps } from './list-owed.ts'
import { listOwing, type OwingForm } from './list-owing.ts'
import { itemKey, planReminders, type Reach, type Reminded, reachOf } from './plan-reminders.ts'
import { queueReminders, sendingDay } from './queue-reminders.ts'

/** What is asked for: everything owed, one form's, or one unit's. */
export interface Chase {
  readonly form?: string
  readonly period?: string
  readonly unit?: OrgUnitId
}

/** What reminding comes to: how many people by whether they may be reminded now, and units with nobody to remind. */
export interface ChaseCount {
  readonly reach: Readonly<Record<Reach, number>>
  readonly unitsWithoutAnyone: number
  /** When what is queued now will be sent. */
  readonly at: Date
}

interface ChasePlan {
  readonly people: readonly (Reminded & { readonly reach: Reach })[]
  readonly count: ChaseCount
}

/** Returns what reminding would come to, without doing it. */
export const previewChase = async (deps: OwedDeps, actor: Actor, chase: Chase): Promise<ChaseCount> =>
  (await planChase(deps, actor, chase)).count

/**
 * Reminds all who answer for what is chased and may be reminded now, each with one message of all they owe.
 * Returns what it came to; `reach.free` were reminded.
 */
export async function remindUnits(deps: OwedDeps, actor: Actor, chase: Chase): Promise<ChaseCount> {
  const { people, count } = await planChase(deps, actor, chase)
  const free = people.filter(({ reach }) => reach === 'free')
  const queued = await deps.database.transaction(async (stores) => {
    const made = await queueReminders(stores, deps, free)
    await stores.audit.append({
      at: deps.clock.now(),
      actor: actor.person,
      action: 'reminder.ask',
      subject: [chase.form ?? 'all', chase.period, chase.unit].filter(Boolean).join(' '),
      after: { people: made },
    })
    return made
  })
  return { ...count, reach: { ...count.reach, free: queued } }
}

async function planChase(deps: OwedDeps, actor: Actor, chase: Chase): Promise<ChasePlan> {
  const owing = await listOwing(deps, scopeFor(actor, 'chase'))
  const { people, answering } = await planReminders(deps, owing)
  const keys = new Set(owing.flatMap((form) => keysOf(form, chase)))
  const chased = people.filter(({ items }) =>
    items.some(({ form, period, unit }) => keys.has(itemKey(form, period, unit.id))),
  )
  const { at, on } = sendingDay(deps)
  const reached = chased.map((each) => ({
    ...each,
    reach: reachOf(each, deps.clock.now(), on, deps.timeZone),
  }))
  const reach = { free: 0, absent: 0, blocked: 0, muted: 0, today: 0, week: 0 }
  for (const each of reached) reach[each.reach]++
  const unitsWithoutAnyone = [...keys].filter((key) => (answering.get(key) ?? []).length === 0).length
  return { people: reached, count: { reach, unitsWithoutAnyone, at } }
}

const keysOf = ({ form, period, units }: OwingForm, chase: Chase): readonly string[] =>
  (chase.form !== undefined && chase.form !== form.code) ||
  (chase.period !== undefined && chase.period !== period)
    ? []
    : units
        .filter(({ unit }) => chase.unit === undefined || chase.unit === unit.id)
        .map(({ unit }) => itemKey(form.code, period, unit.id))
