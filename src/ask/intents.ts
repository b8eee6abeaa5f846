import { canonicalWords } from './canonical.ts'
import { stemmed } from './english-stem.ts'
import type { Token } from './normalise.ts'
import { PhraseTable } from './phrase-table.ts'
import { COST_NOUNS, INTENT_PHRASES, INTENTS, type Intent, ROLE_NOUNS } from './words/intents.ts'

const TABLE = new PhraseTable(
  INTENTS.flatMap((intent) =>
    INTENT_PHRASES[intent].map(
      (phrase) =>
        [
          canonicalWords(phrase)
            .map(({ text }) => text)
            .join(' '),
          intent,
        ] as const,
    ),
  ),
)

const COSTS = new PhraseTable(stemmed(COST_NOUNS).map((noun) => [noun, true] as const))

const ROLES = new PhraseTable(stemmed(ROLE_NOUNS).map((noun) => [noun, true] as const))

const isRole = (_: Token, at: number, words: readonly Token[]): boolean =>
  ROLES.matchesAt(words, at).length > 0

const isCost = (_: Token, at: number, words: readonly Token[]): boolean =>
  COSTS.matchesAt(words, at).length > 0

/** Every way of asking found in the words. */
export function readIntents(words: readonly Token[], question: string): ReadonlySet<Intent> {
  const found = new Set(
    words.flatMap((_, at) => {
      const matches = TABLE.matchesAt(words, at)
      // «who is in charge» asks for no name
      return matches
        .filter(({ value, length }) => value !== 'person' || length === matches[0]?.length)
        .map(({ value }) => value)
    }),
  )
  if (/%/.test(question)) found.add('quantity').add('share')
  if (found.has('person') && !found.has('who') && !words.some(isRole)) found.delete('person')
  if (found.has('how-many') && words.some(isCost) && !found.has('share')) found.add('money')
  return found
}
