import type { Interval } from './aggregate.ts'
import type { IndicatorUnit } from './indicator.ts'
import type { Level } from './level.ts'
import type { UnitView } from './org-unit.ts'
import type { Comparator } from './plan.ts'
import type { Text } from './text.ts'

/**
 * Where a target's figure stands. interval: schools are still missing and both outcomes are possible. words: said in words only,
 * no figure judges it.
 */
export type TargetStatus = 'reached' | 'missed' | 'not-yet' | 'above-range' | 'interval' | 'no-data' | 'words'

/** One target judged. Decimals are exact strings. */
export interface JudgedTarget {
  readonly id: string
  /** Year or school year it is due by, for people: «2025», «2023–2024». */
  readonly due: Text
  /** False where the plan prints no year: `due` then says what it prints instead. */
  readonly isDated: boolean
  /** As the plan prints it. */
  readonly comparator: Comparator
  readonly printed: Text
  readonly status: TargetStatus
  /** On the indicator's scale; absent for words. */
  readonly number?: string | undefined
  /** Whole units still needed, where it is a count. */
  readonly needed?: number | undefined
  readonly citation: { readonly document: string; readonly section: string }
}

/** Progress of one indicator at one level: what `progress --json` prints and digests show. */
export interface ProgressRow {
  readonly indicator: string
  readonly label: Text
  readonly shortLabel: Text
  readonly unit: IndicatorUnit
  readonly countedAs: Text
  readonly direction: 'up' | 'down'
  /** Present when the row is of exactly one level. */
  readonly level?: Level | undefined
  /** Levels taken together; empty = all of them. */
  readonly levels: readonly Level[]
  /** Form that feeds it; absent when no form asks for the figure. */
  readonly form?: string
  /** below: added up from the units that report. own: the consolidating unit's own figure. */
  readonly source: 'below' | 'own'
  /** True when units (schools, communes) are counted, false for pupils, classes, scores: those can point at a person. */
  readonly countsUnits: boolean
  /** Exact; null = nobody answered. */
  readonly numerator: string | null
  readonly denominator: string | null
  /** To 10 places, half up; null = missing, or known only as an interval. */
  readonly value: string | null
  /** While units are missing whose answer counts: the least and most the value can become; high null = no upper end. */
  readonly interval?: Interval | undefined
  readonly expected: number
  readonly reported: number
  readonly accepted: number
  /** True until all expected reports are accepted. */
  readonly isProvisional: boolean
  /** The figure of the period before, where it was asked for and is known. */
  readonly before?: { readonly period: string; readonly value: string }
  /** The latest target due by the period: a floor. */
  readonly floor?: JudgedTarget | undefined
  /** The next one: the aim. */
  readonly aim?: JudgedTarget | undefined
}

export interface Progress {
  readonly unit: { readonly code: string; readonly name: string }
  readonly period: string
  readonly view: UnitView
  readonly plan: string
  readonly asOf: string
  readonly expected: number
  readonly reported: number
  readonly accepted: number
  readonly rows: readonly ProgressRow[]
}

export interface DigestDeadline {
  readonly form: Text
  readonly period: string
  readonly dueOn: string
  readonly daysLeft: number
  readonly missing: number
  readonly isLocal: boolean
}

/** One week's message for a unit: exceptions first. */
export interface Digest {
  readonly unit: { readonly code: string; readonly name: string }
  /** `2026-W50` */
  readonly week: string
  /** First and last day, ISO. */
  readonly from: string
  readonly to: string
  readonly asOf: string
  readonly period: string
  readonly expected: number
  readonly reported: number
  readonly accepted: number
  /** Against the snapshot of the group's last digest; absent for the first. */
  readonly change?: { readonly reported: number; readonly accepted: number; readonly since: string }
  /** Floors missed, then aims not reached; worst first. */
  readonly behind: readonly ProgressRow[]
  readonly reached: readonly ProgressRow[]
  readonly undecided: readonly ProgressRow[]
  readonly changed: readonly { readonly row: ProgressRow; readonly before: string | null }[]
  readonly rows: readonly ProgressRow[]
  readonly deadlines: readonly DigestDeadline[]
  /** Of a unit over others that get digests of their own: how many there are, how many have all reports, how many none. */
  readonly below?: { readonly units: number; readonly complete: number; readonly without: number }
  /** Waiting for review, returned and not corrected. */
  readonly toDecide: { readonly waiting: number; readonly returned: number }
  readonly isQuiet: boolean
}
