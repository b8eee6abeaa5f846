import { findTopic, getWritableChat } from '../chat-access.ts'
import { badRequest } from '../errors.ts'
import { lengthOf } from '../message-text.ts'
import type { MethodContext, MethodTable } from './method.ts'

const ANSWER_LIMIT = 200
/** How long Telegram waits for the answer to a tap. */
export const CALLBACK_LIFE_MS = 150_000
const ACTIONS = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]

function answerCallbackQuery({ world, params }: MethodContext): true {
  const id = params.string('callback_query_id')
  const text = params.string('text')
  if (lengthOf(text) > ANSWER_LIMIT) throw badRequest('MESSAGE_TOO_LONG')
  const callback = world.state.callbacks.get(id)
  if (callback === undefined || world.clock.now() - callback.pressedAt > CALLBACK_LIFE_MS) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid')
  }
  const url = params.string('url')
  world.record({
    kind: 'answer',
    id,
    showAlert: params.boolean('show_alert'),
    ...(text === '' ? {} : { text }),
    ...(url === '' ? {} : { url }),
  })
  return true
}

function sendChatAction({ world, params }: MethodContext): true {
  const action = params.string('action')
  if (!ACTIONS.includes(action)) throw badRequest('wrong parameter action in request')
  const target = getWritableChat(world, params)
  const { chat } = target
  findTopic(target, params)
  world.record({ kind: 'typing', chatId: chat.id, action })
  return true
}

/** The methods that answer a tap or show activity. */
export const ANSWER_METHODS: MethodTable = {
  answerCallbackQuery,
  sendChatAction,
}
