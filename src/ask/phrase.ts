import type { Token } from './normalise.ts'

/** A wording of several words by which the fact may be asked. */
export interface Phrase {
  readonly words: readonly Token[]
  /** Name of the carrier of a duty, as against what is done. */
  readonly isWho: boolean
}

export interface TellingPair {
  readonly first: boolean
  readonly second: boolean
}
