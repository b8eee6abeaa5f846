import type { BotCommand, Chat, MemberStatus, Message, ReplyKeyboard, Update, User } from './types.ts'
import type { Act, PendingCallback, PendingUpdate, StoredFile, Webhook } from './world-event.ts'
import type { WorldFile, WorldPerson } from './world-file.ts'

export interface Person extends WorldPerson {
  isStarted: boolean
  isBlocked: boolean
  isDeactivated: boolean
}

export interface Topic {
  name: string
  isClosed: boolean
}

export interface Group {
  chatId: number
  title: string
  type: 'group' | 'supergroup'
  username?: string
  /** The bot is among them, under its own id. */
  members: Map<number, MemberStatus>
  /** By the id of the message that opened them; a group with topics is a forum. */
  topics: Map<number, Topic>
  isRestricted: boolean
  isDeleted: boolean
  migratedTo?: number
}

export interface ChatLog {
  messages: Map<number, Message>
  lastMessageId: number
  readUpTo: number
  keyboard?: ReplyKeyboard
  /** Messages sent with a reply keyboard: Telegram lets nobody edit them. */
  frozen: Set<number>
}

/** The whole state of the sandbox; only `applyEvent` changes it. */
export interface WorldState {
  bot: User
  persons: Map<number, Person>
  groups: Map<number, Group>
  logs: Map<number, ChatLog>
  pending: PendingUpdate[]
  recentUpdates: Update[]
  lastUpdateId: number
  allowedUpdates: string[]
  callbacks: Map<string, PendingCallback>
  files: Map<string, StoredFile>
  commands: Map<string, BotCommand[]>
  profile: Map<string, unknown>
  webhook: Webhook | undefined
  acts: Act[]
}

/** Returns the state of a world in which nothing has happened yet. */
export function buildState(world: WorldFile): WorldState {
  return {
    bot: { ...world.bot, is_bot: true },
    persons: new Map(world.persons.map((person) => [person.telegramId, newPerson(person)])),
    groups: new Map(world.groups.map((group) => [group.chatId, newGroup(group, world.bot.id)])),
    logs: new Map(),
    pending: [],
    recentUpdates: [],
    lastUpdateId: 710_000_000,
    allowedUpdates: [],
    callbacks: new Map(),
    files: new Map(),
    commands: new Map(),
    profile: new Map(),
    webhook: undefined,
    acts: [],
  }
}

function newPerson(person: WorldPerson): Person {
  return { ...person, isStarted: person.isStarted === true, isBlocked: false, isDeactivated: false }
}

/** Returns a group as the world file gives it, the bot in it or not. */
export function newGroup(group: WorldFile['groups'][number], botId: number): Group {
  const members = new Map<number, MemberStatus>(group.members.map((id) => [id, 'member']))
  group.admins.forEach((id, place) => {
    members.set(id, place === 0 ? 'creator' : 'administrator')
  })
  if (group.hasBot) members.set(botId, 'member')
  const { chatId, title, type } = group
  const named = group.username === undefined ? {} : { username: group.username }
  return { chatId, title, type, ...named, members, topics: new Map(), isRestricted: false, isDeleted: false }
}

/** Returns the log of a chat, a new empty one the first time. */
export function logOf(state: WorldState, chatId: number): ChatLog {
  const known = state.logs.get(chatId)
  if (known !== undefined) return known
  const log: ChatLog = { messages: new Map(), lastMessageId: 0, readUpTo: 0, frozen: new Set() }
  state.logs.set(chatId, log)
  return log
}

/** Returns a person as Telegram shows them. */
export function userOf(person: Person): User {
  const user: User = { id: person.telegramId, is_bot: false, first_name: person.firstName }
  if (person.lastName !== undefined) user.last_name = person.lastName
  if (person.username !== undefined) user.username = person.username
  user.language_code = person.language
  return user
}

/** Returns the private chat with a person as Telegram shows it. */
export function privateChatOf(person: Person): Chat {
  const chat: Chat = { id: person.telegramId, type: 'private', first_name: person.firstName }
  if (person.lastName !== undefined) chat.last_name = person.lastName
  if (person.username !== undefined) chat.username = person.username
  return chat
}

/** Returns a group as Telegram shows it. */
export function groupChatOf(group: Group): Chat {
  const chat: Chat = { id: group.chatId, type: group.type, title: group.title }
  if (group.username !== undefined) chat.username = group.username
  if (group.topics.size > 0) chat.is_forum = true
  return chat
}
