import { type ApiError, badRequest } from '../errors.ts'
import { JsonFields } from '../json-fields.ts'
import { formatText } from '../message-text.ts'
import type { StoredFile } from '../world-event.ts'
import { captionFields, findFile, type OutgoingFile } from './content.ts'
import type { MethodContext } from './method.ts'
import type { Content } from './post.ts'

/** A photo or document of `media`, with its caption as message fields. */
export interface Media {
  kind: StoredFile['kind']
  file: OutgoingFile
  caption: Content
}

/** Kinds Telegram knows and this world has no files of. */
const OTHER_KINDS = ['video', 'animation', 'audio', 'live_photo']

/** Returns the one medium of `media`. Throws: ApiError 400 with the server's words. */
export function readMedia(context: MethodContext): Media {
  context.params.require('media')
  return readOne(context, context.params.json('media', 'input media'))
}

/** Returns the media of an album. Throws: ApiError 400 with the server's words. */
export function readMediaList(context: MethodContext): Media[] {
  context.params.require('media')
  const list = context.params.json('media', 'media')
  if (!Array.isArray(list)) throw badRequest('expected an Array of InputMedia')
  return list.map((value) => readOne(context, value))
}

function readOne(context: MethodContext, value: unknown): Media {
  const fields = new JsonFields(value, { of: 'InputMedia', expected: 'expected an Object' })
  const [text, parseMode] = [fields.string('caption'), fields.string('parse_mode')]
  const formatted = formatText({ text, parseMode, entities: fields.list('caption_entities') })
  const named = fields.string('media')
  if (named === '') throw fields.refuse('media not found')
  const kind = readKind(fields)
  return { kind, file: findFile(context, named, kind), caption: captionFields(formatted) }
}

function readKind(fields: JsonFields): StoredFile['kind'] {
  const type = fields.requiredString('type')
  if (type === 'photo' || type === 'document') return type
  throw OTHER_KINDS.includes(type) ? notHere(type) : fields.refuse(`type "${type}" is unsupported`)
}

const notHere = (type: string): ApiError => badRequest(`the sandbox has no media of type ${type}`)
