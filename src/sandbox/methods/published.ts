import { badRequest } from '../errors.ts'
import type { Params } from '../params.ts'
import published from './published.json' with { type: 'json' }

/** Parameters by method, as @grammyjs/types publishes them; written by test/sandbox/read-bot-api.ts. */
const PUBLISHED: Readonly<Record<string, Readonly<Record<string, string>>>> = published

const NAMES = new Map(Object.keys(PUBLISHED).map((name) => [name.toLowerCase(), name]))

/** Returns a method's published name, asked in any case; undefined when the Bot API has no such method. */
export const findPublishedName = (name: string): string | undefined => NAMES.get(name.toLowerCase())

/**
 * Refuses what the published description of a method does not know. Telegram itself drops such a parameter without a word;
 * here a misspelt one must not go unnoticed.
 * Throws: ApiError 400.
 */
export function checkPublished(method: string, params: Params): void {
  const known = PUBLISHED[method] ?? {}
  const unknown = params.unknownNames(Object.keys(known))
  if (unknown.length > 0) throw badRequest(`unknown parameter "${unknown.join('", "')}" in ${method}`)
  for (const [name, kind] of Object.entries(known)) {
    if (kind.startsWith('integer')) params.integer(name)
    if (kind.startsWith('boolean')) params.boolean(name)
    if (kind === 'string') params.string(name)
  }
}
