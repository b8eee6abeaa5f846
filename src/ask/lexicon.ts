import type { Plan } from '../domain/plan.ts'
import type { Token } from './normalise.ts'
import type { TellingPair } from './phrase.ts'
import type { PhraseTable } from './phrase-table.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The words questions are read with, built once per set of plans. */
export interface Lexicon {
  readonly vocabulary: Vocabulary
  readonly placeNames: PhraseTable<readonly Token[]>
  /** Names of schools and sites, each without its level, with the plans that have it. */
  readonly properNames: PhraseTable<ReadonlySet<Plan>>
  /** Keywords of several words: «dạy thêm học thêm» says something, however general its words are. */
  readonly compounds: PhraseTable<true>
  /** Accent-free pairs of words that stand beside each other in some plan, and which of them say something there. */
  readonly pairs: ReadonlyMap<string, TellingPair>
  readonly plans: readonly Plan[]
}
