import { badRequest } from './errors.ts'
import { attributeMeaning, buildEntity, decodeReference, isKnownTag, type OpenTag } from './html-tags.ts'
import type { Entity } from './types.ts'

/** A text with what Telegram found in it. */
export interface FormattedText {
  text: string
  entities: Entity[]
}

const SPACE = /[ \t\r\n\v\0]/

/**
 * Returns the text and entities of Telegram's HTML.
 * Units: entity offsets in UTF-16 code units; the byte offsets of refusals in UTF-8 of the source.
 * Throws: ApiError 400 with the words of Telegram's own parser.
 */
export function parseHtml(source: string): FormattedText {
  return new HtmlParser(source).parse()
}

class HtmlParser {
  readonly #source: string
  readonly #open: OpenTag[] = []
  readonly #entities: Entity[] = []
  #at = 0
  #text = ''

  constructor(source: string) {
    this.#source = source
  }

  parse(): FormattedText {
    while (this.#at < this.#source.length) this.#step()
    const unclosed = this.#open.at(-1)
    if (unclosed !== undefined) {
      throw this.#fail(`Can't find end tag corresponding to start tag "${unclosed.name}"`)
    }
    return { text: this.#text, entities: joinPreAndCode(sortEntities(this.#entities)) }
  }

  #step(): void {
    const character = this.#peek()
    if (character === '<') {
      if (this.#source[this.#at + 1] === '/') this.#endTag()
      else this.#startTag()
    } else {
      this.#text += character === '&' ? this.#characterReference() : this.#next()
    }
  }

  #peek(): string {
    return this.#source[this.#at] ?? ''
  }

  #next(): string {
    const character = this.#peek()
    this.#at += 1
    return character
  }

  /** Reads while the characters satisfy the test; the end of the text always stops it. */
  #readWhile(test: (character: string) => boolean): string {
    const from = this.#at
    while (this.#at < this.#source.length && test(this.#peek())) this.#at += 1
    return this.#source.slice(from, this.#at)
  }

  #fail(text: string, at?: number): Error {
    const where = at === undefined ? '' : ` at byte offset ${Buffer.byteLength(this.#source.slice(0, at))}`
    return badRequest(`can't parse entities: ${text}${where}`)
  }

  #characterReference(): string {
    const rest = this.#source.slice(this.#at, this.#at + 12)
    const match = /^&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-z]+));?/.exec(rest)
    const decoded = match === null ? undefined : decodeReference(match)
    if (match === null || decoded === undefined) return this.#next()
    this.#at += match[0].length
    return decoded
  }

  #startTag(): void {
    const begin = this.#at
    this.#at += 1
    const name = this.#readWhile((c) => !SPACE.test(c) && c !== '>').toLowerCase()
    if (this.#at >= this.#source.length) throw this.#fail('Unclosed start tag', begin)
    if (!isKnownTag(name)) throw this.#fail(`Unsupported start tag "${name}"`, begin)
    let argument = ''
    for (;;) {
      this.#readWhile((c) => SPACE.test(c))
      if (this.#peek() === '>') break
      argument = this.#attribute(name, begin) || argument
    }
    this.#at += 1
    if (name === 'span' && argument !== 'tg-spoiler') {
      throw this.#fail('Tag "span" must have class "tg-spoiler"', begin)
    }
    this.#open.push({ name, argument, offset: this.#text.length })
  }

  /** Reads one attribute and returns what it means for the tag; empty when it means nothing. */
  #attribute(tag: string, begin: number): string {
    if (this.#at >= this.#source.length) throw this.#fail(`Unclosed start tag "${tag}"`, begin)
    const name = this.#readWhile((c) => !SPACE.test(c) && c !== '=' && c !== '>')
    if (name === '') throw this.#fail(`Empty attribute name in the tag "${tag}"`, begin)
    this.#readWhile((c) => SPACE.test(c))
    if (this.#peek() !== '=') return attributeMeaning(tag, name, '')
    this.#at += 1
    this.#readWhile((c) => SPACE.test(c))
    if (this.#at >= this.#source.length) throw this.#fail(`Unclosed start tag "${tag}"`, begin)
    const value = /["']/.test(this.#peek()) ? this.#quotedValue() : this.#nameToken()
    if (this.#at >= this.#source.length) throw this.#fail('Unclosed start tag', begin)
    return attributeMeaning(tag, name, value)
  }

  #quotedValue(): string {
    const quote = this.#next()
    let value = ''
    while (this.#at < this.#source.length && this.#peek() !== quote) {
      value += this.#peek() === '&' ? this.#characterReference() : this.#next()
    }
    this.#at += 1
    return value
  }

  #nameToken(): string {
    const begin = this.#at
    const value = this.#readWhile((c) => /[A-Za-z0-9.-]/.test(c)).toLowerCase()
    if (this.#at < this.#source.length && !SPACE.test(this.#peek()) && this.#peek() !== '>') {
      throw this.#fail('Unexpected end of name token', begin)
    }
    return value
  }

  #endTag(): void {
    const begin = this.#at
    const tag = this.#open.pop()
    if (tag === undefined) throw this.#fail('Unexpected end tag', begin)
    this.#at += 2
    const name = this.#readWhile((c) => !SPACE.test(c) && c !== '>').toLowerCase()
    this.#readWhile((c) => SPACE.test(c))
    if (this.#next() !== '>') throw this.#fail('Unclosed end tag', begin)
    if (name !== '' && name !== tag.name) {
      throw this.#fail(
        `Unmatched end tag at byte offset ${this.#bytes(begin)}, expected "</${tag.name}>", found "</${name}>"`,
      )
    }
    const entity = buildEntity(tag, this.#text)
    if (entity !== undefined) this.#entities.push(entity)
  }

  #bytes(at: number): number {
    return Buffer.byteLength(this.#source.slice(0, at))
  }
}

/** `<pre><code class="language-x">` is one block with a language; a language means nothing elsewhere. */
function joinPreAndCode(entities: readonly Entity[]): Entity[] {
  const languages = new Map<string, string>()
  for (const { type, language, offset, length } of entities) {
    if (type === 'code' && language !== undefined) languages.set(`${offset}+${length}`, language)
  }
  const blocks = new Set(entities.filter(({ type }) => type === 'pre').map((e) => `${e.offset}+${e.length}`))
  const joined = entities.filter((e) => e.type !== 'code' || !blocks.has(`${e.offset}+${e.length}`))
  return joined.map(({ language: _language, ...entity }) => {
    const language = languages.get(`${entity.offset}+${entity.length}`)
    return entity.type === 'pre' && language !== undefined ? { ...entity, language } : entity
  })
}

/** Returns the entities in Telegram's order: by offset, the longer first. */
export function sortEntities(entities: readonly Entity[]): Entity[] {
  return [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length)
}
