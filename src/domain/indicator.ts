import type { ElementCode } from './data-element.ts'
import type { Text } from './text.ts'

export type IndicatorCode = string

/**
 * How an indicator comes from data elements; nothing about an indicator is code.
 * ratio: Σ numerators ÷ Σ denominators × factor, over the units that answered every element of it.
 * share-of-units: units with a yes (or at least `atLeast` where the element is a level) ÷ units valid in the period × 100.
 * count-of-units: units with a yes (or at least `atLeast`).
 * mean: Σ totals ÷ Σ weights. sum: Σ elements. value: the consolidating unit's own figure (rank, level, score, yes/no).
 * none: told in words only, with the reason standing at each target.
 */
export type Formula =
  | {
      readonly kind: 'ratio'
      readonly numerator: readonly ElementCode[]
      readonly denominator: readonly ElementCode[]
      readonly factor: number
    }
  | { readonly kind: 'share-of-units'; readonly element: ElementCode; readonly atLeast?: number }
  | { readonly kind: 'count-of-units'; readonly element: ElementCode; readonly atLeast?: number }
  | { readonly kind: 'mean'; readonly total: readonly ElementCode[]; readonly weight: readonly ElementCode[] }
  | { readonly kind: 'sum'; readonly elements: readonly ElementCode[] }
  | { readonly kind: 'value'; readonly element: ElementCode }
  | { readonly kind: 'none' }

export type IndicatorUnit = 'percent' | 'count' | 'score' | 'level' | 'rank' | 'points' | 'yes-no' | 'text'

/** A computed figure. Shared by all plans through the catalogue; a plan's variant is an indicator of its own. */
export interface Indicator {
  readonly code: IndicatorCode
  readonly label: Text
  /** A few words for charts and captions. */
  readonly shortLabel: Text
  /** How people call it, Vietnamese and English, abbreviations too; asking matches against these. */
  readonly synonyms: readonly string[]
  readonly unit: IndicatorUnit
  /** up: more is better. */
  readonly direction: 'up' | 'down'
  readonly formula: Formula
  /** What is counted, for «cần thêm 1 trường»; empty where it makes no sense. */
  readonly countedAs: Text
}
