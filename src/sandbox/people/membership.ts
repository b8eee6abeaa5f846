import { isIn } from '../chat-access.ts'
import { describeMember } from '../chat-member.ts'
import { ControlError } from '../errors.ts'
import type { TelegramWorld } from '../telegram-world.ts'
import { closeTopic, openTopic } from '../topics.ts'
import type { Chat, MemberStatus, Message, User } from '../types.ts'
import { type Group, groupChatOf, logOf, privateChatOf, userOf } from '../world-state.ts'
import { draftMessage, getGroup, getPerson } from './acting.ts'

const STATUSES: readonly MemberStatus[] = [
  'creator',
  'administrator',
  'member',
  'restricted',
  'left',
  'kicked',
]

interface StatusChange {
  chat: Chat
  from: User
  user: User
  before: MemberStatus
  after: MemberStatus
}

function tellStatus(world: TelegramWorld, change: StatusChange): void {
  const { chat, from, user, before, after } = change
  const updated = {
    chat,
    from,
    date: world.clock.seconds(),
    old_chat_member: describeMember(user, before),
    new_chat_member: describeMember(user, after),
  }
  const isBot = user.id === world.state.bot.id
  world.pushUpdate(isBot ? { my_chat_member: updated } : { chat_member: updated })
}

/** Blocks or unblocks the bot as a person. */
export function setBlocked(world: TelegramWorld, wish: { personId?: unknown; blocked?: unknown }): void {
  const person = getPerson(world, wish.personId)
  const isBlocked = wish.blocked !== false
  if (person.isBlocked === isBlocked) return
  world.record({ kind: 'person', personId: person.telegramId, isBlocked })
  const [before, after] = isBlocked ? (['member', 'kicked'] as const) : (['kicked', 'member'] as const)
  tellStatus(world, {
    chat: privateChatOf(person),
    from: userOf(person),
    user: world.state.bot,
    before,
    after,
  })
}

/** Deletes a person's account, or brings it back. */
export function setDeactivated(
  world: TelegramWorld,
  wish: { personId?: unknown; deactivated?: unknown },
): void {
  const { telegramId } = getPerson(world, wish.personId)
  world.record({ kind: 'person', personId: telegramId, isDeactivated: wish.deactivated !== false })
}

export interface MemberWish {
  chatId?: unknown
  /** A person's id, or `bot`. */
  userId?: unknown
  status?: unknown
  /** Who does it; the group's first administrator when missing. */
  byId?: unknown
}

/** Changes someone's standing in a group: joins, leaves, is promoted or removed. Throws: ControlError. */
export function setMember(world: TelegramWorld, wish: MemberWish): void {
  const group = getGroup(world, wish.chatId)
  const after = STATUSES.find((status) => status === wish.status)
  if (after === undefined) throw new ControlError(`status must be one of ${STATUSES.join(', ')}`)
  const user = wish.userId === 'bot' ? world.state.bot : userOf(getPerson(world, wish.userId))
  const from =
    wish.byId === undefined ? firstAdministrator(world, group, user) : userOf(getPerson(world, wish.byId))
  const before = group.members.get(user.id) ?? 'left'
  if (before === after) return
  const wasIn = isIn(group, user.id)
  const chat = groupChatOf(group)
  world.record({ kind: 'member', chatId: group.chatId, userId: user.id, status: after })
  tellStatus(world, { chat, from, user, before, after })
  const isNowIn = isIn(group, user.id)
  if (!wasIn && isNowIn) tellGroup(world, group, from, { new_chat_members: [user] })
  if (wasIn && !isNowIn) tellGroup(world, group, from, { left_chat_member: user })
}

function firstAdministrator(world: TelegramWorld, group: Group, otherwise: User): User {
  const id = [...group.members].find(([, status]) => status === 'creator' || status === 'administrator')?.[0]
  const person = id === undefined ? undefined : world.state.persons.get(id)
  return person === undefined ? otherwise : userOf(person)
}

function tellGroup(world: TelegramWorld, group: Group, from: User, service: Partial<Message>): void {
  const message = { ...draftMessage(world, { from, chat: groupChatOf(group) }), ...service }
  world.record({ kind: 'message', message })
  if (isIn(group, world.state.bot.id)) world.pushUpdate({ message })
}

/** Turns a group into a supergroup: a new chat id, and a service message in the old and the new one. */
export function upgradeGroup(world: TelegramWorld, wish: { chatId?: unknown; newChatId?: unknown }): number {
  const group = getGroup(world, wish.chatId)
  if (group.type !== 'group') throw new ControlError('only a basic group can be upgraded')
  const newChatId = Number(wish.newChatId ?? -1_000_000_000_000 + group.chatId)
  const from = firstAdministrator(world, group, world.state.bot)
  tellGroup(world, group, from, { migrate_to_chat_id: newChatId })
  world.record({ kind: 'upgrade', chatId: group.chatId, newChatId })
  logOf(world.state, newChatId)
  tellGroup(world, getGroup(world, newChatId), from, { migrate_from_chat_id: group.chatId })
  return newChatId
}

/** Makes a basic group of a person with the bot in it and returns its id. Throws: ControlError. */
export function createGroup(
  world: TelegramWorld,
  wish: { personId?: unknown; title?: unknown; memberIds?: unknown },
): number {
  const creator = getPerson(world, wish.personId)
  const others = Array.isArray(wish.memberIds) ? wish.memberIds.map((id) => getPerson(world, id)) : []
  const memberIds = [creator, ...others].map(({ telegramId }) => telegramId)
  const title = String(wish.title ?? 'Nhóm mới')
  const chatId = -9000 - world.state.groups.size
  world.record({ kind: 'group', chatId, title, creatorId: creator.telegramId, memberIds })
  const from = userOf(creator)
  tellStatus(world, {
    chat: groupChatOf(getGroup(world, chatId)),
    from,
    user: world.state.bot,
    before: 'left',
    after: 'member',
  })
  return chatId
}

/** Opens a topic by its name, or closes and reopens one by its id. Throws: ControlError. Returns the topic's id. */
export function setTopic(
  world: TelegramWorld,
  wish: { chatId?: unknown; name?: unknown; threadId?: unknown; closed?: unknown },
): number {
  const group = getGroup(world, wish.chatId)
  if (group.type !== 'supergroup') throw new ControlError('only a supergroup has topics')
  const from = firstAdministrator(world, group, world.state.bot)
  if (wish.threadId === undefined) return openTopic(world, group, from, String(wish.name ?? 'Chung'))
  const threadId = Number(wish.threadId)
  const topic = group.topics.get(threadId)
  if (topic === undefined) throw new ControlError('no such topic', 404)
  const isClosed = wish.closed !== false
  if (topic.isClosed !== isClosed) closeTopic(world, group, from, { threadId, isClosed })
  return threadId
}

/** Deletes a group for everyone. */
export function deleteGroup(world: TelegramWorld, wish: { chatId?: unknown }): void {
  world.record({ kind: 'group-deleted', chatId: getGroup(world, wish.chatId).chatId })
}

/** Takes from the bot the right to write in a group, or gives it back. */
export function setRestricted(world: TelegramWorld, wish: { chatId?: unknown; restricted?: unknown }): void {
  const { chatId } = getGroup(world, wish.chatId)
  world.record({ kind: 'restrict', chatId, restricted: wish.restricted !== false })
}
