import { findMessage, getBotChat, getWritableChat } from '../chat-access.ts'
import { badRequest } from '../errors.ts'
import { documentOf, photoOf, storeFile } from '../file-store.ts'
import { formatText, lengthOf, TEXT_LIMIT } from '../message-text.ts'
import type { Params } from '../params.ts'
import type { FormattedText } from '../parse-html.ts'
import type { Message } from '../types.ts'
import type { StoredFile } from '../world-event.ts'
import { CAPTION_PARAMETERS, type MethodContext, type MethodTable, SEND_PARAMETERS } from './method.ts'
import { type Content, captionFields, postMessage, readCaption, readEnvelope, textFields } from './post.ts'

/** Returns the text of a message the bot sends or edits. Throws: ApiError 400 when empty, too long or badly marked up. */
export function readText(params: Params): FormattedText {
  const text = params.string('text')
  if (text === '') throw badRequest('message text is empty')
  const formatted = formatText({
    text,
    parseMode: params.string('parse_mode'),
    entities: params.entities('entities'),
  })
  if (formatted.text === '') throw badRequest('text must be non-empty')
  if (lengthOf(formatted.text) > TEXT_LIMIT) throw badRequest('message is too long')
  return formatted
}

function sendMessage(context: MethodContext): Message {
  const target = getWritableChat(context.world, context.params)
  const text = readText(context.params)
  return postMessage(context, readEnvelope(context, target), textFields(text))
}

function sendFile(context: MethodContext, kind: StoredFile['kind']): Message {
  const { world, params } = context
  const target = getWritableChat(world, params)
  if (!params.has(kind)) throw badRequest(`there is no ${kind} in the request`)
  const caption = readCaption(params)
  const known = findKnownFile(context, kind)
  const envelope = readEnvelope(context, target)
  const file = known ?? storeUpload(context, kind)
  const media = kind === 'photo' ? { photo: photoOf(file) } : { document: documentOf(file) }
  return postMessage(context, envelope, { ...media, ...captionFields(caption) })
}

function findKnownFile({ world, params }: MethodContext, kind: StoredFile['kind']): StoredFile | undefined {
  if (params.upload(kind) !== undefined) return undefined
  const file = world.state.files.get(params.string(kind))
  if (file === undefined) throw badRequest('wrong file identifier/HTTP URL specified')
  if (file.kind !== kind) throw badRequest('type of file mismatch')
  return file
}

function storeUpload({ world, params }: MethodContext, kind: StoredFile['kind']): StoredFile {
  const upload = params.upload(kind)
  if (upload === undefined) throw badRequest('wrong file identifier/HTTP URL specified')
  return storeFile(world, upload, kind)
}

function getSource({ world, params }: MethodContext, refusal: string): Message {
  const from = getBotChat(world, params, 'from_chat_id')
  const source = findMessage(world, from.chat.id, params.integer('message_id'))
  if (source === undefined) throw badRequest(refusal)
  return source
}

function contentOf(source: Message): Content {
  const { message_id: _id, from: _from, chat: _chat, date: _date, reply_markup: _markup, ...content } = source
  const { reply_to_message: _reply, edit_date: _edited, ...kept } = content
  return kept
}

function forwardMessage(context: MethodContext): Message {
  const target = getWritableChat(context.world, context.params)
  const source = getSource(context, 'message to forward not found')
  const origin = source.forward_origin ?? { type: 'user', sender_user: source.from, date: source.date }
  return postMessage(context, readEnvelope(context, target), { ...contentOf(source), forward_origin: origin })
}

function copyMessage(context: MethodContext): { message_id: number } {
  const target = getWritableChat(context.world, context.params)
  const { forward_origin: _origin, ...content } = contentOf(getSource(context, 'message to copy not found'))
  const caption = context.params.has('caption') ? captionFields(readCaption(context.params)) : {}
  const message = postMessage(context, readEnvelope(context, target), { ...content, ...caption })
  return { message_id: message.message_id }
}

const SOURCE_PARAMETERS = ['from_chat_id', 'message_id', 'video_start_timestamp'] as const

/** The methods that write a new message. */
export const SEND_METHODS: MethodTable = {
  sendMessage: {
    known: [
      ...SEND_PARAMETERS,
      'text',
      'parse_mode',
      'entities',
      'link_preview_options',
      'disable_web_page_preview',
    ],
    run: sendMessage,
  },
  sendPhoto: {
    known: [...SEND_PARAMETERS, ...CAPTION_PARAMETERS, 'photo', 'has_spoiler'],
    run: (context) => sendFile(context, 'photo'),
  },
  sendDocument: {
    known: [
      ...SEND_PARAMETERS,
      ...CAPTION_PARAMETERS,
      'document',
      'thumbnail',
      'disable_content_type_detection',
    ],
    run: (context) => sendFile(context, 'document'),
  },
  forwardMessage: { known: [...SEND_PARAMETERS, ...SOURCE_PARAMETERS], run: forwardMessage },
  copyMessage: { known: [...SEND_PARAMETERS, ...CAPTION_PARAMETERS, ...SOURCE_PARAMETERS], run: copyMessage },
}
