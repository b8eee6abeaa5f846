import { isIn } from '../chat-access.ts'
import { ControlError } from '../errors.ts'
import type { TelegramWorld } from '../telegram-world.ts'
import type { Chat, Message, User } from '../types.ts'
import { type Group, groupChatOf, logOf, type Person, privateChatOf, userOf } from '../world-state.ts'

/** Someone acting in a chat: in private with the bot, or in a group. */
export interface Acting {
  person: Person
  from: User
  chat: Chat
  group: Group | undefined
}

/** Returns a person of this world. Throws: ControlError 404. */
export function getPerson(world: TelegramWorld, personId: unknown): Person {
  const person = world.state.persons.get(Number(personId))
  if (person === undefined) throw new ControlError(`no person ${String(personId)} in this world`, 404)
  return person
}

/** Returns a group that still lives. Throws: ControlError 404. */
export function getGroup(world: TelegramWorld, chatId: unknown): Group {
  const group = world.state.groups.get(Number(chatId))
  if (group === undefined || group.isDeleted)
    throw new ControlError(`no group ${String(chatId)} in this world`, 404)
  if (group.migratedTo !== undefined) throw new ControlError(`the group is now ${group.migratedTo}`)
  return group
}

/** Returns who acts where; without `chatId` it is their private chat. Throws: ControlError when they cannot write there. */
export function getActing(world: TelegramWorld, wish: { personId?: unknown; chatId?: unknown }): Acting {
  const person = getPerson(world, wish.personId)
  if (person.isDeactivated) throw new ControlError('this account is deactivated')
  const from = userOf(person)
  const chatId = Number(wish.chatId ?? person.telegramId)
  if (chatId === person.telegramId) {
    if (person.isBlocked) throw new ControlError('this person has blocked the bot')
    return { person, from, chat: privateChatOf(person), group: undefined }
  }
  const group = getGroup(world, chatId)
  if (!isIn(group, person.telegramId)) throw new ControlError('this person is not in the group')
  return { person, from, chat: groupChatOf(group), group }
}

/** Returns the next message of a chat, still without content. */
export function draftMessage(world: TelegramWorld, { from, chat }: Pick<Acting, 'from' | 'chat'>): Message {
  const messageId = logOf(world.state, chat.id).lastMessageId + 1
  return { message_id: messageId, from, chat, date: world.clock.seconds() }
}
