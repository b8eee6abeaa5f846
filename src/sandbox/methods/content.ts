import { badRequest } from '../errors.ts'
import { documentOf, photoOf, storeFile } from '../file-store.ts'
import { JsonFields } from '../json-fields.ts'
import { CAPTION_LIMIT, formatText, lengthOf, TEXT_LIMIT } from '../message-text.ts'
import type { Params, UploadedFile } from '../params.ts'
import type { FormattedText } from '../parse-html.ts'
import type { TelegramWorld } from '../telegram-world.ts'
import type { StoredFile } from '../world-event.ts'
import type { MethodContext } from './method.ts'
import type { Content } from './post.ts'

/** A file the bot sends: one that Telegram has already, or an upload that is kept only when all else is right. */
export type OutgoingFile = { known: StoredFile } | { upload: UploadedFile; kind: StoredFile['kind'] }

/** Returns the text of a message the bot sends or edits. Throws: ApiError 400 when empty, too long or badly marked up. */
export function readText(params: Params): Content {
  checkLinkPreview(params)
  const text = params.string('text')
  if (text === '') throw badRequest('message text is empty')
  const entities = params.json('entities')
  const formatted = formatText({ text, parseMode: params.string('parse_mode'), entities })
  if (formatted.text === '') throw badRequest('text must be non-empty')
  if (lengthOf(formatted.text) > TEXT_LIMIT) throw badRequest('message is too long')
  const marks = formatted.entities.length === 0 ? {} : { entities: formatted.entities }
  return { text: formatted.text, ...marks }
}

function checkLinkPreview(params: Params): void {
  const value = params.json('link_preview_options', 'link preview options')
  if (value === undefined) return
  const options = new JsonFields(value, { expected: 'object expected as link preview options' })
  for (const name of ['is_disabled', 'prefer_small_media', 'prefer_large_media', 'show_above_text'])
    options.boolean(name)
}

/** Returns the caption of a call as message fields, none when it is empty. Throws: ApiError 400. */
export function readCaption(params: Params): Content {
  const text = params.string('caption')
  const parseMode = params.string('parse_mode')
  return captionFields(formatText({ text, parseMode, entities: params.json('caption_entities') }))
}

/** Returns a caption as message fields, none when it is empty. Throws: ApiError 400 when it is too long. */
export function captionFields({ text, entities }: FormattedText): Content {
  if (lengthOf(text) > CAPTION_LIMIT) throw badRequest('message caption is too long')
  if (text === '') return {}
  return entities.length === 0 ? { caption: text } : { caption: text, caption_entities: entities }
}

/** Returns the file named by an id, an `attach://…` or an upload of that name. Throws: ApiError 400 for an unknown one. */
export function findFile(
  { world, params }: MethodContext,
  named: string,
  kind: StoredFile['kind'],
): OutgoingFile {
  const upload = params.attached(named)
  if (upload !== undefined) return { upload, kind }
  const known = world.state.files.get(named)
  if (known === undefined) throw badRequest('wrong file identifier/HTTP URL specified')
  if (known.kind !== kind) throw badRequest('type of file mismatch')
  return { known }
}

/** Keeps the file where it is new and returns it as message fields. Throws: ApiError 400 for what Telegram would not take. */
export function keepFile(world: TelegramWorld, outgoing: OutgoingFile): Content {
  const file = 'known' in outgoing ? outgoing.known : storeFile(world, outgoing.upload, outgoing.kind)
  return file.kind === 'photo' ? { photo: photoOf(file) } : { document: documentOf(file) }
}
