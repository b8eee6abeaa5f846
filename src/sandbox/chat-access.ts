import { ApiError, badRequest, forbidden } from './errors.ts'
import type { Params } from './params.ts'
import type { TelegramWorld } from './telegram-world.ts'
import type { Chat, Message, User } from './types.ts'
import {
  type Group,
  groupChatOf,
  logOf,
  type Person,
  privateChatOf,
  userOf,
  type WorldState,
} from './world-state.ts'

/** A chat the bot names in a call. */
export type BotChat = { chat: Chat } & ({ person: Person } | { group: Group })

/** What the bot wants of a chat; the server asks less of one who only looks. */
export type Access = 'read' | 'members' | 'edit' | 'write'

/**
 * Returns the chat named by `chat_id` (id or @username of a group).
 * Throws: ApiError 400 chat not found or upgraded, 403 where the bot may not do that.
 */
export function getBotChat(
  world: TelegramWorld,
  params: Params,
  access: Access = 'read',
  name = 'chat_id',
): BotChat {
  const asked = params.string(name)
  if (asked === '') throw badRequest(`${name} is empty`)
  const group = findGroup(world.state, asked)
  if (group !== undefined) {
    checkGroup(world, group, access)
    return { group, chat: groupChatOf(group) }
  }
  const person = world.state.persons.get(Number(asked))
  if (person === undefined) throw badRequest('chat not found')
  checkPerson(world, person, access)
  return { person, chat: privateChatOf(person) }
}

/** The same for writing, and refuses where the bot has no right to. */
export function getWritableChat(world: TelegramWorld, params: Params): BotChat {
  const target = getBotChat(world, params, 'write')
  if ('group' in target && target.group.isRestricted) {
    throw badRequest('not enough rights to send text messages to the chat')
  }
  return target
}

function findGroup(state: WorldState, asked: string): Group | undefined {
  if (!asked.startsWith('@')) return state.groups.get(Number(asked))
  const username = asked.slice(1).toLowerCase()
  return [...state.groups.values()].find((group) => group.username?.toLowerCase() === username)
}

function checkGroup(world: TelegramWorld, group: Group, access: Access): void {
  const status = group.members.get(world.state.bot.id)
  // A bot knows a group only by having been in it.
  if (status === undefined) throw badRequest('chat not found')
  const isBasic = group.type === 'group'
  if (group.migratedTo !== undefined) {
    checkUpgraded(group.migratedTo, access)
    return
  }
  if (group.isDeleted) throw forbidden('the group chat was deleted')
  if (isBasic && access === 'read') return
  if (status === 'kicked') throw forbidden(`bot was kicked from the ${group.type} chat`)
  const isVisible = group.username !== undefined && (access === 'read' || access === 'members')
  if (status === 'left' && !isVisible) throw forbidden(`bot is not a member of the ${group.type} chat`)
}

function checkUpgraded(newChatId: number, access: Access): void {
  if (access === 'read' || access === 'edit') return
  throw new ApiError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
    migrate_to_chat_id: newChatId,
  })
}

function checkPerson(world: TelegramWorld, person: Person, access: Access): void {
  const hasMet = [...world.state.groups.values()].some((group) => sharesGroup(world, group, person))
  if (!person.isStarted && !hasMet) throw badRequest('chat not found')
  if (access === 'read' || access === 'members') return
  if (person.isDeactivated) throw forbidden('user is deactivated')
  if (person.isBlocked) throw forbidden('bot was blocked by the user')
  if (!person.isStarted) throw forbidden("bot can't initiate conversation with a user")
}

function sharesGroup(world: TelegramWorld, group: Group, person: Person): boolean {
  return isIn(group, world.state.bot.id) && isIn(group, person.telegramId)
}

/**
 * Returns the topic named by `message_thread_id`; undefined when none is named.
 * Throws: ApiError 400 for one that is not there or is closed.
 */
export function findTopic(target: BotChat, params: Params): number | undefined {
  const threadId = params.integer('message_thread_id') ?? 0
  if (threadId <= 0) return undefined
  const topic = 'group' in target ? target.group.topics.get(threadId) : undefined
  if (topic === undefined) throw badRequest('message thread not found')
  if (topic.isClosed) throw badRequest('TOPIC_CLOSED')
  return threadId
}

/** Tells whether someone (also the bot) is in the group now. */
export function isIn(group: Group, userId: number): boolean {
  const status = group.members.get(userId)
  return status !== undefined && status !== 'left' && status !== 'kicked'
}

/** Returns the message of a chat; undefined when it was never there or is deleted. */
export function findMessage(
  world: TelegramWorld,
  chatId: number,
  messageId: number | undefined,
): Message | undefined {
  return messageId === undefined ? undefined : logOf(world.state, chatId).messages.get(messageId)
}

/** Returns a user by id: the bot, or a person of the world; undefined for a stranger. */
export function findUser(state: WorldState, userId: number): User | undefined {
  if (userId === state.bot.id) return state.bot
  const person = state.persons.get(userId)
  return person === undefined ? undefined : userOf(person)
}
