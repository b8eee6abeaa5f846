import type { GroupSeen } from '../usecases/link-group.ts'
import type { BotContext } from './context.ts'
import type { BotServices } from './services.ts'

/** Who posts in a group without a name: «GroupAnonymousBot», or the group itself as sender. */
const ANONYMOUS_ADMIN = 1087968824

/** Returns the group of this update as Telegram knows it now, asking Telegram whether the sender is its admin. */
export async function seeGroup(services: BotServices, ctx: BotContext): Promise<GroupSeen | undefined> {
  const { chat, from } = ctx
  if (!chat || chat.type === 'private' || chat.type === 'channel') return undefined
  const threadId = topicOf(ctx)
  return {
    ...(threadId !== undefined && { threadId }),
    chatId: chat.id,
    title: chat.title,
    isPublic: 'username' in chat && chat.username !== undefined,
    askedBy:
      from === undefined || isAnonymous(ctx)
        ? 'anonymous'
        : (await isAdmin(services, chat.id, from.id))
          ? 'group-admin'
          : 'member',
  }
}

export const isAnonymous = (ctx: BotContext): boolean =>
  ctx.from?.id === ANONYMOUS_ADMIN ||
  (ctx.message !== undefined && 'sender_chat' in ctx.message && ctx.message.sender_chat !== undefined)

/** The topic of a forum a message or the tapped message is in. */
function topicOf({ message, callbackQuery }: BotContext): number | undefined {
  const said = message ?? callbackQuery?.message
  if (!said || !('is_topic_message' in said) || said.is_topic_message !== true) return undefined
  return said.message_thread_id
}

/** Asks Telegram, which also knows those who are anonymous in the group. */
export async function isAdmin(services: BotServices, chatId: number, userId: number): Promise<boolean> {
  const answer = await services.transport.call('getChatMember', { chat_id: chatId, user_id: userId })
  if (!answer.ok) return false
  const { status } = answer.result as { readonly status: string }
  return status === 'administrator' || status === 'creator'
}
