import { badRequest } from './errors.ts'
import { JsonFields } from './json-fields.ts'
import type { Entity } from './types.ts'

const FORMATTING = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'code',
  'pre',
  'text_link',
  'text_mention',
  'custom_emoji',
  'blockquote',
  'expandable_blockquote',
]
/** What Telegram looks for by itself; given by a bot they are dropped. */
const FOUND = [
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
  'bank_card_number',
]

/** Returns the formatting a bot gave as entities. Throws: ApiError 400 with the words of the server. */
export function readEntities(value: unknown): Entity[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((each) => readEntity(each) ?? [])
}

function readEntity(value: unknown): Entity | undefined {
  const fields = new JsonFields(value, { of: 'MessageEntity', expected: 'expected an Object' })
  const offset = fields.requiredInteger('offset')
  const length = fields.requiredInteger('length')
  const type = fields.requiredString('type')
  if (type === '') throw fields.refuse('Type is not specified')
  if (FOUND.includes(type)) return undefined
  if (!FORMATTING.includes(type)) throw fields.refuse('Unsupported type specified')
  if (type === 'text_mention' && fields.object('user') === undefined)
    throw fields.refuse('Can\'t find field "user"')
  const entity: Entity = { type, offset, length }
  if (type === 'text_link') entity.url = fields.requiredString('url')
  if (type === 'custom_emoji') entity.custom_emoji_id = fields.requiredString('custom_emoji_id')
  if (type === 'pre' && fields.string('language') !== '') entity.language = fields.string('language')
  return entity
}

/** Refuses entities that do not lie within the text; offsets in UTF-16 code units. Throws: ApiError 400. */
export function checkEntities(text: string, entities: readonly Entity[]): void {
  for (const { offset, length, url } of entities) {
    if (offset < 0) throw badRequest(`receive an entity with incorrect offset ${offset}`)
    if (length < 0) throw badRequest(`receive an entity with incorrect length ${length}`)
    if (offset > text.length)
      throw badRequest(`entity begins after the end of the text at UTF-16 offset ${offset}`)
    if (offset + length > text.length) {
      const end = `ends after the end of the text at UTF-16 offset ${offset + length}`
      throw badRequest(`entity beginning at UTF-16 offset ${offset} ${end}`)
    }
    if (url !== undefined) checkLink(url)
  }
}

function checkLink(url: string): void {
  if (url === '') throw badRequest("entity URL '' is invalid: URL host is empty")
  const protocol = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase()
  if (protocol === 'tg' || protocol === 'mailto' || protocol === 'tel') return
  if (protocol !== undefined && !['http', 'https'].includes(protocol))
    throw badRequest(`entity URL '${url}' is invalid: Unsupported URL protocol`)
  if (!/^(https?:\/\/)?[^/\s]+\.[^/\s]+/i.test(url))
    throw badRequest(`entity URL '${url}' is invalid: Wrong HTTP URL`)
}
