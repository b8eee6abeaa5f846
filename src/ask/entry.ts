import type { Duty, Fact, Plan, Target } from '../domain/plan.ts'
import type { Token } from './normalise.ts'

export type EntryKind = 'target' | 'duty' | 'deadline' | 'fact'

/** A wording by which the fact may be asked, and how many of its words are in the question when it fits. */
export interface Phrase {
  readonly words: readonly Token[]
  /** Name of the carrier of a duty, as against what is done. */
  readonly isWho: boolean
}

export interface TellingPair {
  readonly first: boolean
  readonly second: boolean
}

/** One fact of one plan, ready to be matched. */
export interface Entry {
  readonly kind: EntryKind
  readonly plan: Plan
  readonly id: string
  /** Facts of one series differ by level and year only. */
  readonly series: string
  readonly phrases: readonly Phrase[]
  /** Accent-exact words with how telling they are here (1 label, less for what merely accompanies). */
  readonly words: ReadonlyMap<string, number>
  readonly plains: ReadonlyMap<string, number>
  /** Neighbouring pairs, accent-free, and which of the two words say something when read with their marks. */
  readonly pairs: ReadonlyMap<string, TellingPair>
  /** Accent-free words of the document's own title and issuer: they name the plan, not the fact. */
  readonly about: ReadonlySet<string>
  readonly source: { readonly target: Target } | { readonly duty: Duty } | { readonly fact: Fact }
}
