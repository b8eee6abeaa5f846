import { findCommandsFor } from './methods/command-scope.ts'
import { getPerson } from './people/acting.ts'
import type { TelegramWorld } from './telegram-world.ts'
import type { BotCommand, Message } from './types.ts'
import { type Group, logOf, type Person } from './world-state.ts'

const SHOWN_MESSAGES = 300

/** Returns what the page's left side shows: everyone and every group, and the clock. */
export function viewState(world: TelegramWorld): Record<string, unknown> {
  const { state, file, clock } = world
  const now = clock.now()
  return {
    revision: world.revision,
    now: new Date(now).toISOString(),
    bot: state.bot,
    persons: [...state.persons.values()].map((person) => viewPerson(world, person)),
    groups: [...state.groups.values()]
      .filter((group) => !group.isDeleted)
      .map((group) => viewGroup(world, group)),
    dueDates: (file.dueDates ?? []).filter(({ at }) => Date.parse(at) > now),
    menuButton: state.profile.get('menu button|') ?? { type: 'commands' },
    description: state.profile.get('description|') ?? '',
  }
}

function viewPerson(world: TelegramWorld, person: Person): Record<string, unknown> {
  const { phone: _phone, ...shown } = person
  return { ...shown, chatId: person.telegramId, ...viewLog(world, person.telegramId) }
}

function viewGroup(world: TelegramWorld, group: Group): Record<string, unknown> {
  const members = [...group.members].map(([userId, status]) => ({ userId, status }))
  const topics = [...group.topics].map(([threadId, topic]) => ({ threadId, ...topic }))
  return { ...group, members, topics, ...viewLog(world, group.chatId) }
}

function viewLog(world: TelegramWorld, chatId: number): Record<string, unknown> {
  const { messages, readUpTo, lastMessageId } = logOf(world.state, chatId)
  const last = [...messages.values()].at(-1)
  const isUnread = (message: Message) =>
    message.message_id > readUpTo && message.from.id === world.state.bot.id
  const unread = [...messages.values()].filter(isUnread).length
  return { unread, lastMessageId, lastMessage: last === undefined ? null : preview(last) }
}

function preview(message: Message): Record<string, unknown> {
  const { text, caption, photo, document, contact, from, date } = message
  const media = photo ? 'photo' : document ? 'document' : contact ? 'contact' : null
  return { text: (text ?? caption ?? '').slice(0, 120), media, fromId: from.id, date }
}

/** Returns the newest messages of a chat (or those before one), oldest first, and its reply keyboard (null without one). */
export function viewChat(world: TelegramWorld, chatId: number, before = Infinity): Record<string, unknown> {
  const { messages, keyboard } = logOf(world.state, chatId)
  const earlier = [...messages.values()].filter(({ message_id: id }) => id < before)
  return {
    chatId,
    revision: world.revision,
    messages: earlier.slice(-SHOWN_MESSAGES),
    hasEarlier: earlier.length > SHOWN_MESSAGES,
    keyboard: keyboard ?? null,
  }
}

/** Returns the command menu a person sees in a chat. Throws: ControlError for an unknown person. */
export function viewCommands(world: TelegramWorld, personId: number, chatId: number): BotCommand[] {
  const { language } = getPerson(world, personId)
  const status = world.state.groups.get(chatId)?.members.get(personId)
  return findCommandsFor(world.state, { personId, chatId, language, status })
}
