import type { WorldFile } from '../world-file.ts'
import { plain } from './literal.ts'

/** The people of an exported session, each chat of theirs under a name a reader can follow. */
export class Cast {
  /** Lines that declare the chats named so far. */
  readonly declarations: string[] = []
  readonly #names = new Map<string, string>()
  readonly #world: WorldFile

  constructor(world: WorldFile) {
    this.#world = world
  }

  /** Returns the variable of a person in a chat, declared when first asked for. */
  nameOf(personId: number, chatId: number): string {
    const key = `${personId} ${chatId}`
    const known = this.#names.get(key)
    if (known !== undefined) return known
    const name = this.#unused(this.#givenName(personId) + (chatId === personId ? '' : 'InGroup'))
    this.#names.set(key, name)
    const note = this.#world.persons.find(({ telegramId }) => telegramId === personId)?.note.en
    if (note !== undefined && chatId === personId) this.declarations.push(`// ${note}`)
    const ids = chatId === personId ? String(personId) : `${personId}, ${chatId}`
    this.declarations.push(`const ${name} = stage.chat(${ids})`)
    return name
  }

  #givenName(personId: number): string {
    const person = this.#world.persons.find(({ telegramId }) => telegramId === personId)
    const words = [person?.firstName, person?.lastName].filter(Boolean).join(' ').split(' ')
    return plain(words.at(-1) ?? '').replaceAll('-', '') || 'person'
  }

  #unused(wanted: string): string {
    const taken = new Set(this.#names.values())
    for (let number = 1; ; number += 1) {
      const name = number === 1 ? wanted : `${wanted}${number}`
      if (!taken.has(name)) return name
    }
  }
}
