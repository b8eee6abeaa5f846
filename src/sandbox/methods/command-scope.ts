import { getBotChat } from '../chat-access.ts'
import { badRequest } from '../errors.ts'
import { JsonFields } from '../json-fields.ts'
import { Params } from '../params.ts'
import type { TelegramWorld } from '../telegram-world.ts'
import type { BotCommand, MemberStatus } from '../types.ts'
import type { WorldState } from '../world-state.ts'

const SCOPES = [
  'default',
  'all_private_chats',
  'all_group_chats',
  'all_chat_administrators',
  'chat',
  'chat_administrators',
  'chat_member',
]

/** Returns the key a list of commands is kept under: scope and language. Throws: ApiError 400. */
export function readScopeKey(world: TelegramWorld, params: Params): string {
  const value = params.json('scope', 'BotCommandScope') ?? { type: 'default' }
  const scope = new JsonFields(value, {
    of: 'BotCommandScope',
    expected: 'BotCommandScope must be an Object',
  })
  const type = scope.requiredString('type')
  if (!SCOPES.includes(type)) throw scope.refuse('Unsupported type specified')
  const chatId = type.startsWith('chat') ? readChat(world, scope) : undefined
  const userId = type === 'chat_member' ? readUser(scope) : undefined
  const language = params.string('language_code')
  if (language !== '' && !/^[a-z]{2}$/.test(language)) throw badRequest('invalid language code specified')
  return scopeKey(type, language, chatId, userId)
}

function readChat(world: TelegramWorld, scope: JsonFields): number {
  const chatId = scope.requiredString('chat_id')
  if (chatId === '') throw scope.refuse('Empty chat_id specified')
  return getBotChat(world, new Params({ chat_id: chatId }), 'members').chat.id
}

function readUser(scope: JsonFields): number {
  const userId = Number(scope.requiredString('user_id'))
  if (!(userId > 0)) throw scope.refuse('Invalid user_id specified')
  return userId
}

function scopeKey(type: string, language: string, chatId?: unknown, userId?: unknown): string {
  return [type, chatId ?? '', userId ?? '', language].join('|')
}

/** Returns the commands someone sees in a chat, by Telegram's order of scopes; empty when none are set. */
export function findCommandsFor(
  state: WorldState,
  viewer: { personId: number; chatId: number; language: string; status: MemberStatus | undefined },
): BotCommand[] {
  const { personId, chatId, language, status } = viewer
  const isAdministrator = status === 'creator' || status === 'administrator'
  const forGroup = [
    scopeKey('chat_member', '', chatId, personId),
    ...(isAdministrator ? [scopeKey('chat_administrators', '', chatId)] : []),
    scopeKey('chat', '', chatId),
    ...(isAdministrator ? [scopeKey('all_chat_administrators', '')] : []),
    scopeKey('all_group_chats', ''),
  ]
  const forPrivate = [scopeKey('chat', '', chatId), scopeKey('all_private_chats', '')]
  const scopes = [...(chatId > 0 ? forPrivate : forGroup), scopeKey('default', '')]
  for (const scope of scopes) {
    const commands = state.commands.get(`${scope}${language}`) ?? state.commands.get(scope)
    if (commands !== undefined) return commands
  }
  return []
}
