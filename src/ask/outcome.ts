import type { OfficeAnswer } from '../domain/office-answer.ts'
import type { Plan } from '../domain/plan.ts'
import type { RefusalReason } from './answer.ts'
import type { Entry } from './entry.ts'

/** What is to be said, before it is put into words. */
export type Outcome =
  | {
      readonly kind: 'answer'
      readonly entries: readonly Entry[]
      readonly isCompared?: boolean
      /** Who it is that has a part is asked, not what the part is. */
      readonly isOfBodies?: boolean
      readonly silent?: readonly Plan[]
    }
  | { readonly kind: 'ask'; readonly options: readonly Entry[] }
  | {
      readonly kind: 'refuse'
      readonly reason: RefusalReason
      readonly plans: readonly Plan[]
      readonly nearest: readonly Entry[]
      readonly place?: string
    }
  | { readonly kind: 'office'; readonly answer: OfficeAnswer }
  | { readonly kind: 'talk'; readonly about: 'greeting' | 'thanks' | 'help' }

export const answerWith = (entries: readonly Entry[]): Outcome => ({ kind: 'answer', entries })

/** The plans do not say it; `nearest` is what may have been meant. */
export const silentOn = (plans: readonly Plan[], nearest: readonly Entry[]): Outcome => ({
  kind: 'refuse',
  reason: 'not-stated',
  plans,
  nearest,
})

/** The facts an outcome would show: the answer's, or those to choose from. */
export const rowsIn = (outcome: Outcome): readonly Entry[] =>
  outcome.kind === 'answer' ? outcome.entries : outcome.kind === 'ask' ? outcome.options : []
