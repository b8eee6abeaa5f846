import type { DataElement, ElementCode } from './data-element.ts'
import type { Form } from './form.ts'
import type { Indicator, IndicatorCode } from './indicator.ts'
import type { Level } from './level.ts'
import type { OrgUnitKind } from './org-unit.ts'
import type { Text } from './text.ts'

/** Where a figure stands: `document` is the plan's key («371/KH-UBND»), `section` as printed («II.2.1, gạch 1»). */
export interface Citation {
  readonly document: string
  readonly section: string
}

/** The shared catalogue (prisma/plans/catalogue.yaml): figures asked and indicators computed, for every plan. */
export interface Catalogue {
  readonly elements: readonly DataElement[]
  readonly indicators: readonly Indicator[]
}

/** As printed: «=» also stands for «đạt X%» without «trở lên»; it judges as at least X unless the direction is down. */
export type Comparator =
  | '='
  | '>='
  | '>'
  | '<='
  | '<'
  | 'range'
  | 'maintain'
  | 'rank'
  | 'increase'
  | 'decrease'
  | 'yes-no'
  | 'deadline'

/** What the figure is judged against. All decimals are exact strings («92.19»). */
export type TargetValue =
  | { readonly kind: 'number'; readonly number: string }
  | {
      readonly kind: 'share'
      readonly number: string
      readonly numerator: number
      readonly denominator: number
    }
  | { readonly kind: 'range'; readonly from: string; readonly to: string }
  | { readonly kind: 'rank'; readonly rank: number; readonly of?: number }
  | { readonly kind: 'level'; readonly level: number }
  | { readonly kind: 'yes' }
  /** Said in words only. */
  | { readonly kind: 'words' }

/** How the figure gets here: the form that feeds it, or why nobody can be asked. */
export type Collection = { readonly form: string } | { readonly reason: Text }

export interface Target {
  readonly id: string
  readonly indicator: IndicatorCode
  /** As a person would read it, e.g. «Trường mầm non đạt chuẩn quốc gia». */
  readonly label: Text
  /** Levels it is for; empty = all together. */
  readonly levels: readonly Level[]
  /** As printed: «đến năm 2025», «năm học 2023–2024», «không nêu mốc». */
  readonly when: Text
  /** Period whose end it is due by (`2025`, `SY2023`); absent when the plan prints none. */
  readonly due?: string
  readonly comparator: Comparator
  /** As printed, Vietnamese digits: «92,19%», «40–45%», «mức độ 3», «99,5% trở lên». English says the same in English words. */
  readonly printed: Text
  readonly value: TargetValue
  /** Printed counts «59/64», when printed. */
  readonly printedCount?: string
  readonly section: string
  /** Contradictions, slips and limits a reader should know; shown where they matter. */
  readonly notes: readonly Text[]
  readonly collect: Collection
  /** Words beyond the indicator's synonyms by which this row may be asked. */
  readonly keywords: readonly string[]
  /** Names belonging to the row (schools, sites), as printed. */
  readonly names: readonly string[]
}

/** Identity, basis, terms and circumstances of the document: what may be asked about it beyond targets and duties. */
export interface Fact {
  readonly id: string
  /** identity: who issued what when. basis: parent documents. term: what a word means. other. */
  readonly kind: 'identity' | 'basis' | 'term' | 'other'
  readonly text: Text
  readonly section: string
  readonly keywords: readonly string[]
}

export interface Duty {
  readonly id: string
  readonly kind: 'task' | 'unit' | 'process' | 'deadline'
  /** Who carries it, as named in the document. */
  readonly who: Text
  readonly text: Text
  readonly section: string
  readonly keywords: readonly string[]
  /** Of a deadline: as printed, to whom, how often, and the machine's reading where there is a day. */
  readonly deadline?: {
    readonly printed: Text
    readonly to: Text
    readonly recurs: 'once' | 'yearly' | 'half-yearly' | 'monthly' | 'as-needed' | 'none'
    /** Last day allowed, `MM-DD` when it recurs, `YYYY-MM-DD` when not. */
    readonly lastDay?: string
  }
}

export interface NamedSchool {
  readonly name: string
  readonly levels: readonly Level[]
  readonly section: string
}

/** One place of the plan and its forebears, made an org unit when the pack is loaded if none has the code yet. */
export interface PlanUnit {
  readonly code: string
  readonly name: string
  readonly kind: OrgUnitKind
  readonly parent?: string
}

/** One official document as loaded from `prisma/plans/<code>.yaml`. */
export interface Plan {
  /** Document number, the key of every citation: «371/KH-UBND». */
  readonly key: string
  /** Short code, e.g. `QY`. */
  readonly code: string
  readonly title: Text
  /** Few words for buttons: «Quảng Yên». */
  readonly shortTitle: Text
  readonly issuer: Text
  /** ISO date; absent when not printed. */
  readonly issuedOn?: string
  readonly term: { readonly printed: Text; readonly fromYear: number; readonly toYear: number }
  readonly levels: readonly Level[]
  /** How people call the place or the plan: names, abbreviations, numbers. */
  readonly aliases: readonly string[]
  /** Code of the org unit whose plan this is. */
  readonly unit: string
  readonly units: readonly PlanUnit[]
  /** Who may read answers from it. */
  readonly audience: 'public' | 'registered'
  /** Numbering slips and other remarks on the document as a whole. */
  readonly remarks: readonly Text[]
  readonly parents: readonly {
    readonly number: string
    readonly issuedOn?: string
    readonly issuer: Text
    readonly about: Text
  }[]
  readonly targets: readonly Target[]
  readonly facts: readonly Fact[]
  readonly duties: readonly Duty[]
  readonly schools: readonly NamedSchool[]
  readonly forms: readonly Form[]
}

/** Everything loaded: the catalogue and the plans over it, with references checked. */
export interface PlanLibrary {
  readonly catalogue: Catalogue
  readonly plans: readonly Plan[]
  element(code: ElementCode): DataElement
  indicator(code: IndicatorCode): Indicator
  form(code: string): { readonly plan: Plan; readonly form: Form }
}
