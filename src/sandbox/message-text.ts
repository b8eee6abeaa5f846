import { ApiError, badRequest } from './errors.ts'
import { type FormattedText, parseHtml, sortEntities } from './parse-html.ts'
import { checkEntities, readEntities } from './read-entities.ts'
import type { Entity } from './types.ts'

const RAW_LIMIT_BYTES = 32_768
export const TEXT_LIMIT = 4096
export const CAPTION_LIMIT = 1024

const AUTOMATIC: readonly { type: string; pattern: RegExp }[] = [
  { type: 'url', pattern: /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/giu },
  {
    type: 'bot_command',
    pattern: /(?<![\p{L}\p{N}_/<>])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\p{L}\p{N}\p{M}_/<>@])/gu,
  },
  { type: 'mention', pattern: /(?<![\p{L}\p{N}_@/])@[A-Za-z0-9_]{3,32}(?![\p{L}\p{N}_@])/gu },
  { type: 'hashtag', pattern: /(?<![\p{L}\p{N}_])#[\p{L}\p{N}\p{M}_]*\p{L}[\p{L}\p{N}\p{M}_]*/gu },
]
/** Nothing is looked for inside these. */
const OPAQUE = ['code', 'pre', 'text_link', 'url', 'bot_command', 'mention', 'hashtag']

/** Returns the entities Telegram finds by itself (commands, mentions, links, hashtags) added to the given ones. */
export function findEntities(text: string, given: readonly Entity[] = []): Entity[] {
  const entities = [...given]
  for (const { type, pattern } of AUTOMATIC) {
    for (const match of text.matchAll(pattern)) {
      const found = { type, offset: match.index, length: match[0].length }
      if (!entities.some((entity) => OPAQUE.includes(entity.type) && overlap(entity, found)))
        entities.push(found)
    }
  }
  return sortEntities(entities)
}

function overlap(a: Entity, b: Entity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length
}

export interface TextRequest {
  text: string
  parseMode: string
  /** As given: a list, or nothing. */
  entities: unknown
}

/**
 * Returns the text of a bot's message as Telegram would store it.
 * Throws: ApiError 400 (parse mode, entities, raw size).
 */
export function formatText({ text, parseMode, entities }: TextRequest): FormattedText {
  if (Buffer.byteLength(text) > RAW_LIMIT_BYTES) throw badRequest('text is too long')
  if (/\p{Surrogate}/u.test(text)) throw badRequest('strings must be encoded in UTF-8')
  const mode = parseMode.toLowerCase()
  if (mode === '' || mode === 'none') {
    const given = readEntities(entities)
    checkEntities(text, given)
    return trim({ text, entities: given })
  }
  if (mode.startsWith('markdown')) throw new ApiError(501, 'Not Implemented: the sandbox reads HTML only')
  if (mode !== 'html') throw badRequest('unsupported parse_mode')
  return trim(parseHtml(text.replace(/\r/g, '')))
}

/** Returns the length by which Telegram limits texts: code points after parsing. */
export const lengthOf = (text: string): number => [...text].length

function trim({ text, entities }: FormattedText): FormattedText {
  const end = text.trimEnd().length
  const start = Math.min(end, text.length - text.trimStart().length)
  const kept = entities.flatMap((entity) => {
    const from = Math.max(entity.offset, start)
    const length = Math.min(entity.offset + entity.length, end) - from
    return length > 0 ? [{ ...entity, offset: from - start, length }] : []
  })
  const trimmed = text.slice(start, end)
  return { text: trimmed, entities: findEntities(trimmed, kept) }
}
