import type { ReminderParams } from '../../usecases/queue-reminders.ts'
import { reminderView } from '../views/reminder.ts'
import { asMessage, type Notice } from './notice.ts'

/**
 * To whoever owes: all of it in one message. Nothing when it was seen to meanwhile, or when what held it up lasted into the night: who
 * was not reminded then is found again the next morning.
 */
export const reminder: Notice = {
  kind: 'reminder',
  async render(deps, t, params: ReminderParams) {
    if (deps.isQuiet()) return undefined
    const items = await deps.stillOwed(params.items)
    if (items.length === 0 && params.late === undefined) return undefined
    return asMessage(reminderView(t, deps.library, { ...params, items }))
  },
}
