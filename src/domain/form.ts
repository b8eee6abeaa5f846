import type { ElementCode } from './data-element.ts'
import type { Level } from './level.ts'
import type { OrgUnitKind } from './org-unit.ts'
import type { PeriodType } from './period.ts'
import type { Text } from './text.ts'

/** One step of the chat: a single element, or numerator and denominator answered together («18/21»). */
export interface Question {
  /** Unique within the form; names the draft's place. */
  readonly id: string
  readonly elements: readonly [ElementCode] | readonly [ElementCode, ElementCode]
  /** «Có sau»: results that come after the deadline; may be left open when submitting. */
  readonly isLate: boolean
  /** Last day a late result is due, `MM-DD`, the first on or after the form's own; a local choice, shown as such. */
  readonly lateDueOn?: string
}

export interface Section {
  readonly id: string
  readonly title: Text
  /** Shown to units teaching one of these; empty = everyone. */
  readonly levels: readonly Level[]
  /** At most 8. */
  readonly questions: readonly Question[]
}

/** The chat face of a set of data elements for a kind of unit and a period type. */
export interface Form {
  readonly code: string
  /** Raised when the order or meaning of questions changes. */
  readonly version: number
  readonly title: Text
  /** Which units owe it, below the plan's unit in the reporting hierarchy. */
  readonly for: { readonly kind: OrgUnitKind; readonly levels: readonly Level[] }
  readonly periodType: PeriodType
  /** Last allowed day `MM-DD` («trước ngày 20/12» → 12-19); absent when the plan prints none. */
  readonly dueOn?: string
  /** Last day of the consolidating unit's own report, when the form locks; `MM-DD`. */
  readonly locksOn?: string
  /** Day the `at-date` figures are as of, `MM-DD`; a local choice, shown as such. */
  readonly referenceDay: string
  /** The plan's years within which periods of this form exist. */
  readonly firstPeriod: string
  readonly lastPeriod: string
  /** upper secondary is accepted by the province. */
  readonly acceptedBy: readonly { readonly levels: readonly Level[]; readonly unit: string }[]
  /** Soft rule: ask for a reason when a figure moved more than this since last period, in percent. */
  readonly changeLimitPercent: number
  readonly section: string
  readonly sections: readonly Section[]
}
