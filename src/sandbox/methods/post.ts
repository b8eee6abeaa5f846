import { type BotChat, findMessage } from '../chat-access.ts'
import { badRequest } from '../errors.ts'
import { readMarkup } from '../markup.ts'
import { CAPTION_LIMIT, formatText, lengthOf } from '../message-text.ts'
import type { Params } from '../params.ts'
import type { FormattedText } from '../parse-html.ts'
import type { Markup, Message } from '../types.ts'
import { logOf } from '../world-state.ts'
import type { MethodContext } from './method.ts'

export type Content = Partial<Omit<Message, 'message_id' | 'from' | 'chat' | 'date'>>

/** The checked surroundings of a message to be sent. */
export interface Envelope {
  target: BotChat
  markup: Markup | undefined
  replyTo: Message | undefined
}

/** Returns what surrounds a message, checked before anything is written. Throws: ApiError. */
export function readEnvelope({ world, params, limits }: MethodContext, target: BotChat): Envelope {
  // No chat of this world has topics.
  if (params.has('message_thread_id')) throw badRequest('message thread not found')
  const markup = readMarkup(params)
  if (markup?.kind === 'reply' && target.chat.type !== 'private')
    checkGroupKeyboard(markup.value.keyboard.flat())
  const replyTo = findReplied(params, (messageId) => findMessage(world, target.chat.id, messageId))
  limits.count(target.chat.id, world.clock.now())
  return { target, markup, replyTo }
}

function checkGroupKeyboard(buttons: { request_contact?: boolean }[]): void {
  if (buttons.some((button) => button.request_contact === true)) {
    throw badRequest('phone number can be requested in private chats only')
  }
}

function findReplied(params: Params, find: (messageId: number) => Message | undefined): Message | undefined {
  const given = (params.json('reply_parameters') ?? {}) as Record<string, unknown>
  const messageId = Number(given.message_id ?? params.integer('reply_to_message_id') ?? 0)
  if (messageId === 0) return undefined
  const message = find(messageId)
  const isOptional =
    given.allow_sending_without_reply === true || params.boolean('allow_sending_without_reply')
  if (message === undefined && !isOptional) throw badRequest('message to be replied not found')
  if (message === undefined) return undefined
  const { reply_to_message: _deeper, ...shallow } = message
  return shallow
}

/** Writes the bot's message into the chat and returns it. */
export function postMessage({ world }: MethodContext, envelope: Envelope, content: Content): Message {
  const { target, markup, replyTo } = envelope
  const chatId = target.chat.id
  const messageId = logOf(world.state, chatId).lastMessageId + 1
  const message: Message = {
    message_id: messageId,
    from: world.state.bot,
    chat: target.chat,
    date: world.clock.seconds(),
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

/** Returns the caption of a call as parsed; empty when there is none. Throws: ApiError 400. */
export function readCaption(params: Params): FormattedText {
  const caption = formatText({
    text: params.string('caption'),
    parseMode: params.string('parse_mode'),
    entities: params.entities('caption_entities'),
  })
  if (lengthOf(caption.text) > CAPTION_LIMIT) throw badRequest('message caption is too long')
  return caption
}

/** Returns the caption as message fields, none when it is empty. */
export function captionFields({ text, entities }: FormattedText): Content {
  if (text === '') return {}
  return entities.length === 0 ? { caption: text } : { caption: text, caption_entities: entities }
}

/** Returns a text as message fields. */
export function textFields({ text, entities }: FormattedText): Content {
  return entities.length === 0 ? { text } : { text, entities }
}
