import type { Context, MiddlewareFn } from 'telegraf'
import { loseGroup, losePrivacy } from '../usecases/lose-group.ts'
import { losePerson } from '../usecases/lose-person.ts'
import { tellUnlinked } from '../usecases/unlinked-groups.ts'
import type { BotDeps } from './bot-deps.ts'

/** Keeps what Telegram says of chats: the bot added or removed, blocked or unblocked, a group become a supergroup. Says nothing. */
export function keepMembership(deps: BotDeps): MiddlewareFn<Context> {
  return async (ctx, next) => {
    const { update } = ctx
    if ('my_chat_member' in update) return keepChatMember(deps, update.my_chat_member)
    const message = 'message' in update ? update.message : undefined
    if (message && 'migrate_to_chat_id' in message)
      return deps.database.groups.migrate(message.chat.id, message.migrate_to_chat_id)
    if (message && 'migrate_from_chat_id' in message)
      return deps.database.groups.migrate(message.migrate_from_chat_id, message.chat.id)
    await keepPrivacy(deps, ctx)
    await next()
  }
}

/** A group is public as long as it has a name of its own. */
async function keepPrivacy({ database, clock, timeZone }: BotDeps, { chat }: Context): Promise<void> {
  if (!chat || !('username' in chat) || chat.type !== 'supergroup') return
  // Of one that was told there may be many messages: they cost a read, no transaction.
  if ((await database.groups.findByChat(chat.id))?.state !== 'linked') return
  await database.transaction((stores) => losePrivacy(stores, timeZone, chat.id, clock.now()))
}

type ChatMember = NonNullable<Context['myChatMember']>

async function keepChatMember(
  { database, clock, timeZone, defaultLocale }: BotDeps,
  { chat, new_chat_member: now }: ChatMember,
): Promise<void> {
  const isOut = now.status === 'kicked' || now.status === 'left'
  if (chat.type === 'channel') return
  const at = clock.now()
  const isPrivate = chat.type === 'private'
  if (isOut)
    return database.transaction((stores) =>
      isPrivate ? losePerson(stores, timeZone, chat.id, at) : loseGroup(stores, timeZone, chat.id, at),
    )
  if (isPrivate) {
    await database.people.setBlocked(chat.id, null)
    return
  }
  await database.groups.see(chat.id, chat.title, at)
  await tellUnlinked({ database, clock }, chat.id, defaultLocale)
}
