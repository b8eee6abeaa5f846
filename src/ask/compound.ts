import type { PlanLibrary } from '../domain/plan.ts'
import { canonicalWords } from './canonical.ts'
import { languageOf } from './language.ts'
import type { Token } from './normalise.ts'
import { PhraseTable } from './phrase-table.ts'
import { isSoftOrGeneral } from './word-class.ts'
import { WHOLE_WORDS } from './words/compounds.ts'
import { ASKING } from './words/general.ts'

/** The keywords of several words; of two, at least one says something by itself. */
export function buildCompounds(
  { plans, indicator }: PlanLibrary,
  names: PhraseTable<readonly Token[]>,
): PhraseTable<true> {
  const keywords = plans.flatMap(({ targets, duties, facts }) => [
    ...targets.flatMap((target) => [...indicator(target.indicator).synonyms, ...target.keywords]),
    ...[...duties, ...facts].flatMap((one) => one.keywords),
  ])
  const read = [...new Set(keywords)].map((text) => canonicalWords(text, languageOf(text), names))
  return new PhraseTable(
    read.filter(isCompound).map((words) => [words.map(({ text }) => text).join(' '), true] as const),
  )
}

/** Words of one meaning, as they stand in a text. */
export const WHOLE = new PhraseTable(WHOLE_WORDS.map((word) => [word, true] as const))

/** A word of a keyword says something there, however general it is elsewhere; words that ask or join never do. */
export const telling = (word: Token): Token =>
  word.isGeneral && !ASKING.has(word.text) && !JOINING.has(word.text) ? { ...word, isGeneral: false } : word

const JOINING = new Set(['với', 'và', 'cho', 'của'])

const isCompound = (words: readonly Token[]): boolean =>
  words.length > 1 && words.some((word) => !isSoftOrGeneral(word) && !word.isLight)
