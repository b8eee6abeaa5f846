import type { Entity } from './types.ts'

/** A start tag whose end has not come; `offset` in the text read so far. */
export interface OpenTag {
  name: string
  argument: string
  offset: number
}

const ENTITY_OF_TAG: Record<string, string> = {
  a: 'text_link',
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
  span: 'spoiler',
  'tg-spoiler': 'spoiler',
  'tg-emoji': 'custom_emoji',
}
const NAMED_CHARACTERS: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }

/** Tells whether Telegram knows a tag of this name. */
export const isKnownTag = (name: string): boolean => Object.hasOwn(ENTITY_OF_TAG, name)

/** Returns the character a reference stands for; undefined when Telegram leaves it as it is. */
export function decodeReference([, hexadecimal, decimal, name]: RegExpExecArray): string | undefined {
  if (name !== undefined) return NAMED_CHARACTERS[name]
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}

/** Returns what an attribute means for its tag; empty when it means nothing. */
export function attributeMeaning(tag: string, name: string, value: string): string {
  const meanings: Record<string, string> = {
    'a href': value,
    'span class': value,
    'tg-emoji emoji-id': value,
    'code class': value.startsWith('language-') ? value.slice('language-'.length) : '',
    'blockquote expandable': 'expandable',
  }
  return meanings[`${tag} ${name}`] ?? ''
}

/** Returns the entity a closed tag makes of the end of the text; undefined when it makes none. */
export function buildEntity(tag: OpenTag, text: string): Entity | undefined {
  const length = text.length - tag.offset
  if (length === 0) return undefined
  const type = ENTITY_OF_TAG[tag.name] ?? ''
  const entity: Entity = { type, offset: tag.offset, length }
  if (tag.name === 'blockquote' && tag.argument !== '') return { ...entity, type: 'expandable_blockquote' }
  if (tag.name === 'code' && tag.argument !== '') return { ...entity, language: tag.argument }
  if (tag.name === 'tg-emoji') return { ...entity, custom_emoji_id: tag.argument }
  if (tag.name !== 'a') return entity
  const url = normaliseLink(tag.argument === '' ? text.slice(tag.offset) : tag.argument)
  // Telegram drops a link it cannot open and keeps the words.
  return url === undefined ? undefined : { ...entity, url }
}

function normaliseLink(link: string): string | undefined {
  if (/^(?:tg|ton|mailto|tel):/i.test(link)) return link
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(link) ? link : `http://${link}`
  if (!/^https?:\/\/[^\s/]+\.[^\s/]+|^https?:\/\/localhost/i.test(whole)) return undefined
  return URL.canParse(whole) ? new URL(whole).href : undefined
}
