import { findMessage, getBotChat } from '../chat-access.ts'
import { badRequest } from '../errors.ts'
import type { Params } from '../params.ts'
import type { Message } from '../types.ts'
import { readCaption } from './content.ts'
import type { MethodContext, MethodTable } from './method.ts'
import { type Content, postMessage, readEnvelope } from './post.ts'

const MOST_AT_ONCE = 100

function getSource({ world, params }: MethodContext, purpose: string): Message {
  params.require('from_chat_id')
  const from = getBotChat(world, params, 'read', 'from_chat_id')
  const source = findMessage(world, from.chat.id, params.integer('message_id'))
  if (source === undefined) throw badRequest(`message to ${purpose} not found`)
  return source
}

/** Returns the messages that are there; Telegram skips the others. */
function getSources({ world, params }: MethodContext, purpose: string): Message[] {
  params.require('from_chat_id')
  const ids = readMessageIds(params)
  const from = getBotChat(world, params, 'read', 'from_chat_id')
  const sources = ids.flatMap((id) => findMessage(world, from.chat.id, id) ?? [])
  if (sources.length === 0) throw badRequest(`there are no messages to ${purpose}`)
  return sources
}

/** Returns the list in `message_ids`. Throws: ApiError 400 when it is none, empty or too long. */
export function readMessageIds(params: Params): number[] {
  if (!params.has('message_ids')) throw badRequest('message identifiers are not specified')
  const ids = params.json('message_ids', 'message identifiers')
  if (!Array.isArray(ids)) throw badRequest('expected an Array of message identifiers')
  if (ids.length > MOST_AT_ONCE) throw badRequest('too many message identifiers specified')
  if (ids.length === 0) throw badRequest('message identifiers are not specified')
  return ids.map(Number)
}

function contentOf(source: Message): Content {
  const { message_id: _id, from: _from, chat: _chat, date: _date, reply_markup: _markup, ...content } = source
  const { reply_to_message: _reply, edit_date: _edited, message_thread_id: _thread, ...kept } = content
  const { is_topic_message: _topic, ...plain } = kept
  return plain
}

function forwardOf(source: Message): Content {
  const origin = source.forward_origin ?? { type: 'user', sender_user: source.from, date: source.date }
  return { ...contentOf(source), forward_origin: origin }
}

function copyOf(source: Message): Content {
  const { forward_origin: _origin, ...content } = contentOf(source)
  return content
}

function forwardMessage(context: MethodContext): Message {
  const source = getSource(context, 'forward')
  return postMessage(context, readEnvelope(context), forwardOf(source))
}

function copyMessage(context: MethodContext): { message_id: number } {
  const caption = context.params.has('caption') ? readCaption(context.params) : {}
  const content = copyOf(getSource(context, 'copy'))
  const { message_id } = postMessage(context, readEnvelope(context), { ...content, ...caption })
  return { message_id }
}

function repeatAll(context: MethodContext, purpose: string, repeat: (source: Message) => Content): unknown {
  const sources = getSources(context, purpose)
  const envelope = readEnvelope(context)
  return sources.map((source) => {
    const { message_id } = postMessage(context, envelope, repeat(source))
    return { message_id }
  })
}

/** The methods that send again what is there already. */
export const FORWARD_METHODS: MethodTable = {
  forwardMessage,
  copyMessage,
  forwardMessages: (context) => repeatAll(context, 'forward', forwardOf),
  copyMessages: (context) => repeatAll(context, 'copy', copyOf),
}
