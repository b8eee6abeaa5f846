import { type BotChat, findMessage, findTopic, getWritableChat } from '../chat-access.ts'
import { badRequest } from '../errors.ts'
import { JsonFields } from '../json-fields.ts'
import { readMarkup } from '../markup.ts'
import type { Params } from '../params.ts'
import type { Markup, Message } from '../types.ts'
import { logOf } from '../world-state.ts'
import type { MethodContext } from './method.ts'

export type Content = Partial<Omit<Message, 'message_id' | 'from' | 'chat' | 'date'>>

/** The checked surroundings of a message to be sent. */
export interface Envelope {
  target: BotChat
  markup: Markup | undefined
  replyTo: Message | undefined
  threadId: number | undefined
}

interface ReplyWish {
  messageId: number
  isOptional: boolean
}

/**
 * Returns what surrounds a message, checked before anything is written, in the server's order: reply and keyboard as
 * they are written, the chat, the message replied to, the topic, the rate.
 * Throws: ApiError.
 */
export function readEnvelope({ world, params, limits }: MethodContext): Envelope {
  const reply = readReply(params)
  const markup = readMarkup(params)
  const target = getWritableChat(world, params)
  if (markup?.kind === 'reply' && target.chat.type !== 'private')
    checkGroupKeyboard(markup.value.keyboard.flat())
  const replyTo = findReplied(reply, findMessage(world, target.chat.id, reply.messageId))
  const threadId = findTopic(target, params)
  limits.count(target.chat.id, world.clock.now())
  return { target, markup, replyTo, threadId }
}

function checkGroupKeyboard(buttons: { request_contact?: boolean }[]): void {
  if (buttons.some((button) => button.request_contact === true)) {
    throw badRequest('phone number can be requested in private chats only')
  }
}

function readReply(params: Params): ReplyWish {
  const value = params.json('reply_parameters', 'reply parameters')
  if (value === undefined) {
    return { messageId: params.integer('reply_to_message_id') ?? 0, isOptional: false }
  }
  const reply = new JsonFields(value, { expected: 'object expected as reply parameters' })
  if (reply.isEmpty) return { messageId: 0, isOptional: false }
  return {
    messageId: reply.requiredInteger('message_id'),
    isOptional: reply.boolean('allow_sending_without_reply'),
  }
}

function findReplied(
  { messageId, isOptional }: ReplyWish,
  message: Message | undefined,
): Message | undefined {
  if (messageId <= 0) return undefined
  if (message === undefined && !isOptional) throw badRequest('message to be replied not found')
  if (message === undefined) return undefined
  const { reply_to_message: _deeper, ...shallow } = message
  return shallow
}

/** Writes the bot's message into the chat and returns it. */
export function postMessage({ world }: MethodContext, envelope: Envelope, content: Content): Message {
  const { target, markup, replyTo, threadId } = envelope
  const chatId = target.chat.id
  const messageId = logOf(world.state, chatId).lastMessageId + 1
  const message: Message = {
    message_id: messageId,
    from: world.state.bot,
    chat: target.chat,
    date: world.clock.seconds(),
    ...(threadId === undefined ? {} : { message_thread_id: threadId, is_topic_message: true as const }),
    ...(replyTo === undefined ? {} : { reply_to_message: replyTo }),
    ...content,
    ...(markup?.kind === 'inline' && markup.value.inline_keyboard.length > 0
      ? { reply_markup: markup.value }
      : {}),
  }
  world.record({ kind: 'message', message })
  if (markup?.kind === 'reply') world.record({ kind: 'keyboard', chatId, messageId, keyboard: markup.value })
  if (markup?.kind === 'remove') world.record({ kind: 'keyboard', chatId, messageId, keyboard: null })
  if (markup?.kind === 'force') world.record({ kind: 'keyboard', chatId, messageId })
  return message
}
