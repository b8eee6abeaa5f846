import type { PlanLibrary } from '../domain/plan.ts'
import { canonicalWords } from './canonical.ts'
import { languageOf } from './language.ts'
import type { Token } from './normalise.ts'
import { PhraseTable } from './phrase-table.ts'
import { isSlot, isSoftOrGeneral } from './word-class.ts'

/** The keywords of several words; of two, at least one says something by itself. */
export function buildCompounds({ plans, indicator }: PlanLibrary, names: PhraseTable<readonly Token[]>): PhraseTable<true> {
  const keywords = plans.flatMap(({ targets, duties, facts }) => [
    ...targets.flatMap((target) => [...indicator(target.indicator).synonyms, ...target.keywords]),
    ...[...duties, ...facts].flatMap((one) => one.keywords),
  ])
  const read = [...new Set(keywords)].map((text) => canonicalWords(text, languageOf(text), names))
  return new PhraseTable(
    read.filter(isCompound).map((words) => [words.map(({ text }) => text).join(' '), true] as const),
  )
}

/** The words of a keyword: together they say what they are about, the general ones too. */
export const asCompound = (words: readonly Token[]): readonly Token[] =>
  isCompound(words) ? words.map(telling) : words

export const telling = (word: Token): Token => (word.isGeneral ? { ...word, isGeneral: false } : word)

const isCompound = (words: readonly Token[]): boolean =>
  (words.length > 1 && words.some((word) => !isSoftOrGeneral(word) && !word.isLight)) ||
  (words.length > 2 && words.filter((word) => !isSlot(word) && !word.isGeneral).length > 1)
