import { badRequest } from '../errors.ts'
import type { Params } from '../params.ts'
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
export function readScopeKey(params: Params): string {
  const scope = (params.json('scope') ?? { type: 'default' }) as Record<string, unknown>
  if (typeof scope.type !== 'string')
    throw badRequest('can\'t parse BotCommandScope: Can\'t find field "type"')
  if (!SCOPES.includes(scope.type))
    throw badRequest("can't parse BotCommandScope: Unsupported type specified")
  const isOfChat = scope.type.startsWith('chat')
  if (isOfChat && scope.chat_id === undefined)
    throw badRequest("can't parse BotCommandScope: chat_id is empty")
  const language = params.string('language_code')
  if (language !== '' && !/^[a-z]{2}$/.test(language)) throw badRequest('invalid language code specified')
  return scopeKey(scope.type, language, isOfChat ? scope.chat_id : undefined, scope.user_id)
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
