import { readFileSync } from 'node:fs'

/** A text in both languages of the page. */
export interface BilingualText {
  vi: string
  en: string
}

export interface WorldPerson {
  telegramId: number
  firstName: string
  lastName?: string
  username?: string
  language: string
  phone?: string
  note: BilingualText
  featured: boolean
  startToken?: string
  /** Has opened the bot before, so that it may write to them; false when missing. */
  isStarted?: boolean
}

export interface WorldGroup {
  chatId: number
  title: string
  type: 'group' | 'supergroup'
  username?: string
  members: number[]
  admins: number[]
  hasBot: boolean
}

/** Who lives in the sandbox, and the moment its clock starts from. */
export interface WorldFile {
  startsAt: string
  bot: { id: number; username: string; first_name: string }
  persons: WorldPerson[]
  groups: WorldGroup[]
  /** Moments worth jumping to; the page's clock button goes to the next one. */
  dueDates?: { at: string; label: BilingualText }[]
}

/**
 * Returns the world described in a JSON file.
 * Throws: an Error naming the file and the first thing wrong with it.
 */
export function readWorldFile(path: string): WorldFile {
  const world = JSON.parse(readFileSync(path, 'utf8')) as WorldFile
  const problem = findWorldProblem(world)
  if (problem !== undefined) throw new Error(`${path}: ${problem}`)
  return world
}

function findWorldProblem(world: WorldFile): string | undefined {
  if (Number.isNaN(Date.parse(world.startsAt))) return 'startsAt is not a date'
  if (!Number.isInteger(world.bot?.id)) return 'bot.id is not a whole number'
  if (!Array.isArray(world.persons) || !Array.isArray(world.groups)) return 'persons and groups must be lists'
  const ids = new Set<number>()
  for (const person of world.persons) {
    if (!(person.telegramId > 0)) return `person ${person.firstName}: telegramId must be positive`
    if (ids.has(person.telegramId)) return `telegramId ${person.telegramId} is given to two persons`
    ids.add(person.telegramId)
  }
  for (const group of world.groups) {
    if (!(group.chatId < 0)) return `group ${group.title}: chatId must be negative`
    const stranger = [...group.members, ...group.admins].find((id) => !ids.has(id))
    if (stranger !== undefined) return `group ${group.title}: ${stranger} is no person of this world`
  }
  return undefined
}
