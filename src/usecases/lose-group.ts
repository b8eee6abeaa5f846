import { systemScope } from '../domain/access.ts'
import { localDateOf } from '../domain/local-date.ts'
import { findAdministrators } from './find-office.ts'
import { noticePerson } from './notice.ts'
import type { Group, Stores } from './ports.ts'

/** What keeps messages from a group: the bot is out of it, may not write there, the topic is closed, or anybody can read it. */
export type GroupTrouble = 'out' | 'silenced' | 'topic' | 'public'

/** The bot is no longer in the group: those who answer for it are told, once. */
export async function loseGroup(stores: Stores, timeZone: string, chatId: number, at: Date): Promise<void> {
  const group = await stores.groups.findByChat(chatId)
  if (!group || group.state === 'left') return
  await stores.groups.leave(chatId)
  await tell(stores, timeZone, group, 'out', at)
}

/** The bot is in the group and may not write: told once a day. */
export async function tellSilenced(
  stores: Stores,
  timeZone: string,
  chatId: number,
  at: Date,
): Promise<void> {
  const group = await stores.groups.findByChat(chatId)
  if (group) await tell(stores, timeZone, group, 'silenced', at)
}

/** The group's topic is closed or gone: from now on what is for it goes outside of any. */
export async function loseTopic(stores: Stores, timeZone: string, chatId: number, at: Date): Promise<void> {
  const group = await stores.groups.findByChat(chatId)
  if (group?.threadId === undefined) return
  await stores.groups.leaveTopic(chatId)
  await tell(stores, timeZone, group, 'topic', at)
}

/** The linked group can be read by anybody now: it is told so, once, as are those who answer for it; nothing else is posted there. */
export async function losePrivacy(stores: Stores, timeZone: string, chatId: number, at: Date): Promise<void> {
  if (!(await stores.groups.setPublic(chatId, true))) return
  const group = await stores.groups.findByChat(chatId)
  if (!group) return
  const message = { chatId, kind: 'group-public', params: {}, locale: group.locale } as const
  await stores.outbox.enqueue({ ...message, priority: 1, notBefore: at }, at)
  await tell(stores, timeZone, group, 'public', at)
}

async function tell(
  stores: Stores,
  timeZone: string,
  { id, unit, title }: Group,
  trouble: GroupTrouble,
  at: Date,
): Promise<void> {
  if (!unit) return
  const { name } = (await stores.units.find(systemScope, unit)) ?? { name: '' }
  const day = localDateOf(at, timeZone)
  for (const admin of await findAdministrators(stores, unit, timeZone, at)) {
    const key = `group-${trouble}:${id}:${day}:${admin.id}`
    await noticePerson(stores, admin, 'group-trouble', { trouble, title, unit: name }, at, key)
  }
}
