import { localDateOf, localTimeOf } from '../domain/local-date.ts'
import { findAdministrators } from './find-office.ts'
import { noticePerson } from './notice.ts'
import type { OutboxRow, Stores } from './ports.ts'

/**
 * Tells those who answer for it of a message in doubt: each one of a group, with its button; of people's at most once an hour that
 * there are some, to be seen with /hethong.
 */
export async function tellInDoubt(stores: Stores, timeZone: string, row: OutboxRow, at: Date): Promise<void> {
  if (row.kind === 'in-doubt' || row.kind === 'doubts') return
  const group = await stores.groups.findByChat(row.chatId)
  if (group?.unit) {
    const params = { outbox: row.id, attempts: row.attempts, kind: row.kind, title: group.title }
    for (const admin of await findAdministrators(stores, group.unit, timeZone, at))
      await noticePerson(
        stores,
        admin,
        'in-doubt',
        params,
        at,
        `in-doubt:${row.id}:${row.attempts}:${admin.id}`,
      )
    return
  }
  const person = await stores.people.findByTelegram(row.chatId)
  const hour = `${localDateOf(at, timeZone)}T${localTimeOf(at, timeZone).slice(0, 2)}`
  for (const { unit } of person?.roles ?? [])
    for (const admin of await findAdministrators(stores, unit, timeZone, at))
      await noticePerson(stores, admin, 'doubts', {}, at, `doubts:${hour}:${admin.id}`)
}
