import type { Value } from './data-element.ts'
import type { ErrorParams } from './errors.ts'
import type { FigureProblem } from './figure-text.ts'
import type { LocalDate } from './local-date.ts'
import type { Locale } from './text.ts'

/** Why an answer is not taken; the edge turns each into a sentence `answer.<problem>` of the reader's language. */
export type AnswerProblem =
  | FigureProblem
  | 'empty'
  | 'not-whole'
  | 'comma-for-count'
  | 'too-large'
  | 'too-many-decimals'
  | 'out-of-range'
  | 'percent-not-asked'
  | 'no-last-value'
  | 'no-denominator'
  | 'not-yes-or-no'
  | 'not-a-level'
  | 'not-a-rank'
  | 'rank-beyond-field'
  | 'rank-field-differs'
  | 'not-a-ratio'
  | 'ratio-unclear'
  | 'numerator-above-denominator'
  | 'decision-unclear'
  | 'degree-unknown'
  | 'date-unclear'
  | 'date-impossible'
  | 'date-year-missing'
  | 'date-in-future'
  | 'dates-reversed'

/** `params` always hold `example`, an answer that would be taken; limits (`min`, `max`, `denominator`) where they are the reason. */
export interface ProblemFound {
  readonly kind: 'problem'
  readonly problem: AnswerProblem
  readonly params: ErrorParams
}

/** An answer to one question as understood. Nothing but `value` may be stored without a further tap. */
export type Parsed =
  /** `echo` shows it as understood, with the noun that was typed. */
  | { readonly kind: 'value'; readonly value: Value; readonly echo: string }
  /** A button for each reading; one alone where the other can't be stored or the writing is not Vietnamese. */
  | { readonly kind: 'choices'; readonly readings: readonly Value[] }
  /** As last period; `context.last` is there. */
  | { readonly kind: 'last' }
  /** All of the denominator, which is there; to be confirmed. */
  | { readonly kind: 'all' }
  /** No figure: ask the reason. Never 0. */
  | { readonly kind: 'unavailable' }
  /** «không» to a figure: none, or no figure? Ask with two buttons. */
  | { readonly kind: 'ask-zero' }
  | ProblemFound

export interface AnswerContext {
  readonly locale: Locale
  /** Known denominator of the same question, for «hết», «đủ». */
  readonly denominator?: number
  /** Value of the period before, for «như cũ». */
  readonly last?: Value
  /** Unit of measure of the element, allowed and echoed after a figure. */
  readonly unit?: string
  /** Needed where the answer may hold dates (recognition): no decision is of the future. */
  readonly today?: LocalDate
}

export const found = (value: Value, echo: string): Parsed => ({ kind: 'value', value, echo })

export const refused = (problem: AnswerProblem, example: string, params: ErrorParams = {}): ProblemFound => ({
  kind: 'problem',
  problem,
  params: { example, ...params },
})
