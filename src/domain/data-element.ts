import type { Text } from './text.ts'

export type ElementCode = string

/**
 * What kind of answer a data element takes.
 * count: whole number ≥ 0. decimal: exact, `decimals` places at most. yes-no. recognition: yes/no with degree, decision number,
 * dates and evidence, kept until it expires. level: whole number from `min` to `max`. rank: place, with the size of the field.
 */
export type ElementType =
  | { readonly kind: 'count'; readonly max?: number }
  | { readonly kind: 'decimal'; readonly min: string; readonly max: string; readonly decimals: number }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'recognition'; readonly degrees: readonly number[]; readonly lastsYears: number }
  | { readonly kind: 'level'; readonly min: number; readonly max: number }
  | { readonly kind: 'rank'; readonly of?: number }

/** One raw figure that is asked; the same element serves every form and plan that needs it. */
export interface DataElement {
  readonly code: ElementCode
  readonly label: Text
  /** The question as a person would put it, without scope, date, unit or example: those are shown beside it. */
  readonly question: Text
  /** How it is counted, who is in and who is not. */
  readonly definition: Text
  /** Whose figure: «cả trường», «cả xã». */
  readonly scope: Text
  /** at-date: as it stood on the form's reference day. school-year: over the school year that ended in the period. */
  readonly reference: 'at-date' | 'school-year'
  /** Unit of measure (đơn vị tính), e.g. «học sinh»; empty for yes/no. */
  readonly unit: Text
  readonly type: ElementType
  /** As people would type it. */
  readonly example: string
  /** Hard rule: not more than this element of the same submission. */
  readonly atMost?: ElementCode
}

/** An answer as understood. `missing` says that there is no figure, and why; it is never 0. */
export type Value =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'decimal'; readonly decimal: string }
  | { readonly kind: 'yes-no'; readonly yes: boolean }
  | {
      readonly kind: 'recognition'
      readonly yes: boolean
      readonly degree?: number
      readonly decisionNumber?: string
      /** ISO dates. */
      readonly decidedOn?: string
      readonly expiresOn?: string
      /** Photo or PDF, as the channel names it: `photo:<id>` or `document:<id>`. */
      readonly evidence?: string
    }
  | { readonly kind: 'level'; readonly level: number }
  | { readonly kind: 'rank'; readonly rank: number; readonly of?: number }
  | { readonly kind: 'missing'; readonly reason: string }
