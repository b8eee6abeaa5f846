import { isIn } from './chat-access.ts'
import type { TelegramWorld } from './telegram-world.ts'
import type { Message, User } from './types.ts'
import { type Group, groupChatOf, logOf } from './world-state.ts'

const ICON_COLOR = 0x6fb9f0

/** Opens a topic, which makes a forum of the group, and returns its id: that of the service message. */
export function openTopic(world: TelegramWorld, group: Group, from: User, name: string): number {
  const threadId = logOf(world.state, group.chatId).lastMessageId + 1
  world.record({ kind: 'topic', chatId: group.chatId, threadId, name, isClosed: false })
  tell(world, group, from, { threadId, content: { forum_topic_created: { name, icon_color: ICON_COLOR } } })
  return threadId
}

/** Closes or reopens a topic. */
export function closeTopic(
  world: TelegramWorld,
  group: Group,
  from: User,
  { threadId, isClosed }: { threadId: number; isClosed: boolean },
): void {
  const name = group.topics.get(threadId)?.name ?? ''
  world.record({ kind: 'topic', chatId: group.chatId, threadId, name, isClosed })
  tell(world, group, from, {
    threadId,
    content: isClosed ? { forum_topic_closed: {} } : { forum_topic_reopened: {} },
  })
}

function tell(
  world: TelegramWorld,
  group: Group,
  from: User,
  { threadId, content }: { threadId: number; content: Partial<Message> },
): void {
  const message: Message = {
    message_id: logOf(world.state, group.chatId).lastMessageId + 1,
    from,
    chat: groupChatOf(group),
    date: world.clock.seconds(),
    message_thread_id: threadId,
    is_topic_message: true,
    ...content,
  }
  world.record({ kind: 'message', message })
  if (from.id !== world.state.bot.id && isIn(group, world.state.bot.id)) world.pushUpdate({ message })
}
