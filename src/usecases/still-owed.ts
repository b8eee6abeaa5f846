import { systemScope } from '../domain/access.ts'
import { isReported } from '../domain/submission.ts'
import { itemKey, type ReminderItem } from './plan-reminders.ts'
import type { Database } from './ports.ts'

/** Returns the items that nobody has seen to since they were queued: a reminder may wait for the morning. */
export async function stillOwed(
  { database }: { readonly database: Database },
  items: readonly ReminderItem[],
): Promise<readonly ReminderItem[]> {
  if (items.length === 0) return []
  const rows = await database.submissions.list(systemScope, {
    units: [...new Set(items.map(({ unit }) => unit.id))],
    forms: [...new Set(items.map(({ form }) => form))],
  })
  const states = new Map(rows.map((row) => [itemKey(row.form, row.period, row.unit), row.state]))
  return items.filter((item) => {
    const state = states.get(itemKey(item.form, item.period, item.unit.id))
    if (state === undefined || item.isLate) return true
    return !isReported(state) && (state !== 'submitted' || item.state === 'submitted')
  })
}
