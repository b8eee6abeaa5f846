import type { Plan } from '../domain/plan.ts'
import type { Entry } from './entry.ts'
import type { FullText } from './full-text.ts'
import type { Weights } from './weights.ts'

/** All that can be found, built once per set of plans. */
export interface Index {
  readonly entries: readonly Entry[]
  readonly weights: Weights
  readonly fullText: FullText
  readonly plans: readonly Plan[]
}
