import { badRequest } from '../errors.ts'
import type { Message } from '../types.ts'
import type { StoredFile } from '../world-event.ts'
import { findFile, keepFile, readCaption, readText } from './content.ts'
import { readMediaList } from './media.ts'
import type { MethodContext, MethodTable } from './method.ts'
import { postMessage, readEnvelope } from './post.ts'

const ALBUM_MOST = 10

function sendMessage(context: MethodContext): Message {
  const text = readText(context.params)
  return postMessage(context, readEnvelope(context), text)
}

function sendFile(context: MethodContext, kind: StoredFile['kind']): Message {
  const { world, params } = context
  if (!params.has(kind)) throw badRequest(`there is no ${kind} in the request`)
  const caption = readCaption(params)
  const envelope = readEnvelope(context)
  const named = params.isUpload(kind) ? kind : params.string(kind)
  return postMessage(context, envelope, { ...keepFile(world, findFile(context, named, kind)), ...caption })
}

function sendMediaGroup(context: MethodContext): Message[] {
  const { world } = context
  const media = readMediaList(context)
  const envelope = readEnvelope(context)
  if (media.length === 0) throw badRequest('there are no messages to send')
  if (media.length > ALBUM_MOST) throw badRequest('too many messages to send as an album')
  if (new Set(media.map(({ kind }) => kind)).size > 1)
    throw badRequest("document can't be mixed with other media types")
  const contents = media.map(({ file, caption }) => ({ ...keepFile(world, file), ...caption }))
  const media_group_id = `${world.clock.now()}${world.revision}`
  return contents.map((content) => postMessage(context, envelope, { ...content, media_group_id }))
}

/** The methods that write a new message of the bot's own. */
export const SEND_METHODS: MethodTable = {
  sendMessage,
  sendPhoto: (context) => sendFile(context, 'photo'),
  sendDocument: (context) => sendFile(context, 'document'),
  sendMediaGroup,
}
