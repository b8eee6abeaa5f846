import { type BotChat, getWritableChat } from '../chat-access.ts'
import { badRequest } from '../errors.ts'
import { lengthOf } from '../message-text.ts'
import { closeTopic, openTopic } from '../topics.ts'
import type { Group } from '../world-state.ts'
import type { MethodContext, MethodTable } from './method.ts'

const NAME_LIMIT = 128

/** Returns the forum in which the bot may manage topics. Throws: ApiError 400. */
function getForum({ world }: MethodContext, target: BotChat): Group {
  if (!('group' in target) || target.group.topics.size === 0) throw badRequest('the chat is not a forum')
  const status = target.group.members.get(world.state.bot.id)
  if (status !== 'administrator') throw badRequest('not enough rights to manage topics')
  return target.group
}

function createForumTopic(context: MethodContext): unknown {
  const { world, params } = context
  const name = params.required('name')
  if (lengthOf(name) > NAME_LIMIT) throw badRequest('TOPIC_TITLE_INVALID')
  const group = getForum(context, getWritableChat(world, params))
  const threadId = openTopic(world, group, world.state.bot, name)
  return { message_thread_id: threadId, name, icon_color: 0x6fb9f0 }
}

function setClosed(context: MethodContext, isClosed: boolean): true {
  const { world, params } = context
  const group = getForum(context, getWritableChat(world, params))
  const threadId = params.integer('message_thread_id') ?? 0
  const topic = group.topics.get(threadId)
  if (topic === undefined) throw badRequest('message thread not found')
  if (topic.isClosed === isClosed) throw badRequest('TOPIC_NOT_MODIFIED')
  closeTopic(world, group, world.state.bot, { threadId, isClosed })
  return true
}

/** The methods that open and close the topics of a forum. */
export const TOPIC_METHODS: MethodTable = {
  createForumTopic,
  closeForumTopic: (context) => setClosed(context, true),
  reopenForumTopic: (context) => setClosed(context, false),
}
