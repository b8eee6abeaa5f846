import { type BotChat, findUser, getBotChat, isIn } from '../chat-access.ts'
import { describeMember } from '../chat-member.ts'
import { badRequest } from '../errors.ts'
import type { ChatMember } from '../types.ts'
import type { Group } from '../world-state.ts'
import type { MethodContext, MethodTable } from './method.ts'

function getChat({ world, params }: MethodContext): unknown {
  const target = getBotChat(world, params)
  const accents = { accent_color_id: 0, max_reaction_count: 11 }
  if ('person' in target) return { ...target.chat, ...accents }
  const permissions = { can_send_messages: !target.group.isRestricted }
  return { ...target.chat, ...accents, permissions, has_protected_content: false }
}

function getChatMember({ world, params }: MethodContext): ChatMember {
  const userId = params.integer('user_id') ?? 0
  if (userId <= 0) throw badRequest('invalid user_id specified')
  const target = getBotChat(world, params, 'members')
  const user = findUser(world.state, userId)
  if (user === undefined) throw badRequest('member not found')
  if ('group' in target) return describeMember(user, target.group.members.get(user.id) ?? 'left')
  const isInside = user.id === target.chat.id || user.id === world.state.bot.id
  if (!isInside) throw badRequest('member not found')
  return describeMember(user, 'member')
}

function groupOf(target: BotChat, refusal: string): Group {
  if ('group' in target) return target.group
  throw badRequest(refusal)
}

function getChatAdministrators({ world, params }: MethodContext): ChatMember[] {
  const group = groupOf(
    getBotChat(world, params, 'members'),
    'there are no administrators in the private chat',
  )
  return [...group.members].flatMap(([id, status]) => {
    const user = findUser(world.state, id)
    const isListed = user !== undefined && (status === 'creator' || status === 'administrator')
    return isListed ? [describeMember(user, status)] : []
  })
}

function getChatMemberCount({ world, params }: MethodContext): number {
  const target = getBotChat(world, params, 'members')
  if ('person' in target) return 2
  return [...target.group.members.keys()].filter((id) => isIn(target.group, id)).length
}

function leaveChat({ world, params }: MethodContext): true {
  const target = getBotChat(world, params)
  const group = groupOf(target, "chat member status can't be changed in private chats")
  const { bot } = world.state
  const old = describeMember(bot, group.members.get(bot.id) ?? 'member')
  world.record({ kind: 'member', chatId: group.chatId, userId: bot.id, status: 'left' })
  world.pushUpdate({
    my_chat_member: {
      chat: target.chat,
      from: bot,
      date: world.clock.seconds(),
      old_chat_member: old,
      new_chat_member: describeMember(bot, 'left'),
    },
  })
  return true
}

/** The methods that look at chats and their members. */
export const CHAT_METHODS: MethodTable = {
  getChat,
  getChatMember,
  getChatAdministrators,
  getChatMemberCount,
  leaveChat,
}
