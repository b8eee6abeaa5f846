import { isDeepStrictEqual } from 'node:util'
import { findMessage, getBotChat } from '../chat-access.ts'
import { badRequest } from '../errors.ts'
import { readInlineOnly } from '../markup.ts'
import type { Message } from '../types.ts'
import { logOf } from '../world-state.ts'
import { CAPTION_PARAMETERS, type MethodContext, type MethodTable } from './method.ts'
import { captionFields, readCaption, textFields } from './post.ts'
import { readText } from './send.ts'

const DELETABLE_SECONDS = 48 * 60 * 60
const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

function getOwnMessage({ world, params }: MethodContext): Message {
  const { chat } = getBotChat(world, params)
  const messageId = params.integer('message_id') ?? 0
  if (messageId <= 0) throw badRequest('message identifier is not specified')
  const message = findMessage(world, chat.id, messageId)
  if (message === undefined) throw badRequest('message to edit not found')
  const isFrozen = logOf(world.state, chat.id).frozen.has(messageId)
  if (message.from.id !== world.state.bot.id || isFrozen || message.forward_origin !== undefined) {
    throw badRequest("message can't be edited")
  }
  return message
}

function edit(context: MethodContext, change: (message: Message) => Message): Message {
  const { world, params, limits } = context
  const old = getOwnMessage(context)
  const markup = readInlineOnly(params)
  const { reply_markup: _old, ...changed } = change(old)
  const next: Message = markup === undefined ? changed : { ...changed, reply_markup: markup }
  if (isDeepStrictEqual(old, next)) throw badRequest(NOT_MODIFIED)
  limits.count(old.chat.id, world.clock.now())
  const message = { ...next, edit_date: world.clock.seconds() }
  world.record({ kind: 'edit', chatId: old.chat.id, messageId: old.message_id, message })
  return message
}

function editText(context: MethodContext): Message {
  const text = textFields(readText(context.params))
  return edit(context, (old) => {
    if (old.text === undefined) throw badRequest('there is no text in the message to edit')
    const { text: _text, entities: _entities, ...rest } = old
    return { ...rest, ...text }
  })
}

function editCaption(context: MethodContext): Message {
  const caption = captionFields(readCaption(context.params))
  return edit(context, (old) => {
    if (old.photo === undefined && old.document === undefined) {
      throw badRequest('there is no caption in the message to edit')
    }
    const { caption: _caption, caption_entities: _entities, ...rest } = old
    return { ...rest, ...caption }
  })
}

function deleteMessage({ world, params }: MethodContext): true {
  const target = getBotChat(world, params)
  const messageId = params.integer('message_id') ?? 0
  if (messageId <= 0) throw badRequest('message identifier is not specified')
  const message = findMessage(world, target.chat.id, messageId)
  if (message === undefined) throw badRequest('message to delete not found')
  const isOwn = message.from.id === world.state.bot.id
  const mayRemoveOthers =
    !('group' in target) || isAdministrator(target.group.members.get(world.state.bot.id))
  if (!isOwn && !mayRemoveOthers) throw badRequest("message can't be deleted")
  if (world.clock.seconds() - message.date > DELETABLE_SECONDS) {
    throw badRequest("message can't be deleted for everyone")
  }
  world.record({ kind: 'delete', chatId: target.chat.id, messageId })
  return true
}

function isAdministrator(status: string | undefined): boolean {
  return status === 'administrator' || status === 'creator'
}

const EDIT_PARAMETERS = [
  'business_connection_id',
  'chat_id',
  'message_id',
  'inline_message_id',
  'reply_markup',
] as const

/** The methods that change or remove a message. */
export const EDIT_METHODS: MethodTable = {
  editMessageText: {
    known: [
      ...EDIT_PARAMETERS,
      'text',
      'parse_mode',
      'entities',
      'link_preview_options',
      'disable_web_page_preview',
    ],
    run: editText,
  },
  editMessageCaption: { known: [...EDIT_PARAMETERS, ...CAPTION_PARAMETERS], run: editCaption },
  editMessageReplyMarkup: { known: EDIT_PARAMETERS, run: (context) => edit(context, (old) => old) },
  deleteMessage: { known: ['chat_id', 'message_id'], run: deleteMessage },
}
