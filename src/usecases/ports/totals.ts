import type { Scope } from '../../domain/access.ts'
import type { OrgUnitId } from '../../domain/brand.ts'
import type { ElementCode, Value } from '../../domain/data-element.ts'
import type { Level } from '../../domain/level.ts'
import type { OrgUnit, OrgUnitKind, UnitView } from '../../domain/org-unit.ts'
import type { Period } from '../../domain/period.ts'

/** What to add up; `key` comes back with the sums. All elements of a ratio must be answered by a unit for it to enter either sum. */
export type SumSpec = {
  readonly key: string
  /** Only units teaching this level, or any of these; absent = all. */
  readonly level?: Level | readonly Level[]
} & (
  | {
      readonly kind: 'ratio'
      readonly numerator: readonly ElementCode[]
      readonly denominator: readonly ElementCode[]
    }
  | { readonly kind: 'units'; readonly element: ElementCode; readonly atLeast?: number }
)

/** Exact sums as decimal strings; null when no unit answered. Counts of units. */
export interface Sums {
  readonly key: string
  readonly numerator: string | null
  readonly denominator: string | null
  readonly yes: number
  readonly no: number
  /** Units that answered every element of the spec with a figure. */
  readonly answeredUnits: number
}

export interface ReportCounts {
  /** Absent = all levels together; a multi-level unit counts once here and once in each of its levels. */
  readonly level?: Level
  readonly expected: number
  /** Confirmed or accepted. */
  readonly reported: number
  readonly accepted: number
}

/** Whose reports, and of when: those of the units of a kind that existed on a day. */
export interface Asked {
  readonly kind: OrgUnitKind
  readonly period: Period
  readonly on: string
}

export interface AskedSums extends Asked {
  readonly specs: readonly SumSpec[]
}

export interface AskedCounts extends Asked {
  readonly form: string
  /** Forms that ask all of it: a report on one of them is a report on this one. */
  readonly covering?: readonly string[]
  /** Empty: units of all levels and of none. */
  readonly levels: readonly Level[]
}

/** What is asked of the units below `unit`, itself included, in the view. Digests asked the very same `asked` are read together. */
interface AskedOf<Question> {
  readonly unit: OrgUnitId
  /** Default: then. */
  readonly view?: UnitView
  readonly asked: readonly Question[]
}

/** All that is asked is read by one statement, and answered in the order asked. */
export interface TotalStore {
  /** The sums of each in the order of its specs, from one pass over the values that count. */
  sums(scope: Scope, input: AskedOf<AskedSums>): Promise<readonly (readonly Sums[])[]>
  /** Units of the form's kind and levels, and those that reported: all together first, then each level. */
  counts(scope: Scope, input: AskedOf<AskedCounts>): Promise<readonly (readonly ReportCounts[])[]>
  /** Reports of the unit and of those below it on `on` that wait for an acceptance, or were returned and have not come back. */
  undecided(
    scope: Scope,
    input: { readonly unit: OrgUnitId; readonly forms: readonly string[]; readonly on: string },
  ): Promise<readonly Undecided[]>
  /** The consolidating unit's own figures. */
  ownValues(
    scope: Scope,
    unit: OrgUnitId,
    period: Period,
    elements: readonly ElementCode[],
  ): Promise<ReadonlyMap<ElementCode, Value>>
}

/** Reports by what decides who accepts them. */
export interface Undecided {
  readonly form: string
  readonly levels: readonly Level[]
  readonly waiting: number
  readonly returned: number
}

type Question = 'sums' | 'counts' | 'undecided'
type Answer<Of extends Question> = Awaited<ReturnType<TotalStore[Of]>>
type OfMany<Of extends Question> = Omit<Parameters<TotalStore[Of]>[1], 'unit' | 'view'> & {
  readonly units: readonly OrgUnitId[]
}

/** What is asked of many units, by one statement for all of them; answers in the order of the units. For the installation itself. */
export interface ManyStore {
  find(ids: readonly OrgUnitId[]): Promise<readonly (OrgUnit | undefined)[]>
  findByCode(codes: readonly string[]): Promise<readonly (OrgUnit | undefined)[]>
  findAsOf(ids: readonly OrgUnitId[], on: string): Promise<readonly (OrgUnit | undefined)[]>
  pathCodes(ids: readonly OrgUnitId[], on: string): Promise<readonly (readonly string[])[]>
  parts(ids: readonly OrgUnitId[], on: string): Promise<readonly (readonly OrgUnit[])[]>
  sums(input: OfMany<'sums'>): Promise<readonly Answer<'sums'>[]>
  counts(input: OfMany<'counts'>): Promise<readonly Answer<'counts'>[]>
  undecided(input: OfMany<'undecided'>): Promise<readonly Answer<'undecided'>[]>
}
