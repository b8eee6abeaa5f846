import { isDeepStrictEqual } from 'node:util'
import { findMessage, getBotChat } from '../chat-access.ts'
import { badRequest } from '../errors.ts'
import { readInlineOnly } from '../markup.ts'
import type { InlineKeyboard, Message } from '../types.ts'
import { logOf } from '../world-state.ts'
import { keepFile, readCaption, readText } from './content.ts'
import { readMedia } from './media.ts'
import type { MethodContext, MethodTable } from './method.ts'

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

type Change = (message: Message) => Message

function getOwnMessage({ world, params }: MethodContext): Message {
  const messageId = params.integer('message_id') ?? 0
  if (!params.has('chat_id') && messageId === 0) throw badRequest('message identifier is not specified')
  const { chat } = getBotChat(world, params, 'edit')
  const message = findMessage(world, chat.id, messageId)
  if (message === undefined) throw badRequest('message to edit not found')
  const isFrozen = logOf(world.state, chat.id).frozen.has(messageId)
  if (message.from.id !== world.state.bot.id || isFrozen || message.forward_origin !== undefined) {
    throw badRequest("message can't be edited")
  }
  return message
}

function edit(context: MethodContext, markup: InlineKeyboard | undefined, change: Change): Message {
  const { world, limits } = context
  const old = getOwnMessage(context)
  const { reply_markup: _old, ...changed } = change(old)
  const next: Message = markup === undefined ? changed : { ...changed, reply_markup: markup }
  if (isDeepStrictEqual(old, next)) throw badRequest(NOT_MODIFIED)
  limits.count(old.chat.id, world.clock.now())
  const message = { ...next, edit_date: world.clock.seconds() }
  world.record({ kind: 'edit', chatId: old.chat.id, messageId: old.message_id, message })
  return message
}

function editMessageText(context: MethodContext): Message {
  const text = readText(context.params)
  return edit(context, readInlineOnly(context.params), (old) => {
    if (old.text === undefined) throw badRequest('there is no text in the message to edit')
    const { text: _text, entities: _entities, ...rest } = old
    return { ...rest, ...text }
  })
}

function editMessageCaption(context: MethodContext): Message {
  const markup = readInlineOnly(context.params)
  const caption = readCaption(context.params)
  return edit(context, markup, (old) => {
    if (old.photo === undefined && old.document === undefined) {
      throw badRequest('there is no caption in the message to edit')
    }
    return { ...withoutCaption(old), ...caption }
  })
}

function editMessageMedia(context: MethodContext): Message {
  const markup = readInlineOnly(context.params)
  const { file, caption } = readMedia(context)
  return edit(context, markup, (old) => {
    const { text: _text, entities: _entities, photo: _photo, document: _document, ...rest } = old
    return { ...withoutCaption(rest), ...keepFile(context.world, file), ...caption }
  })
}

function withoutCaption({ caption: _caption, caption_entities: _entities, ...rest }: Message): Message {
  return rest
}

/** The methods that change a message. */
export const EDIT_METHODS: MethodTable = {
  editMessageText,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup: (context) => edit(context, readInlineOnly(context.params), (old) => old),
}
