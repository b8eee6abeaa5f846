import type { Level } from './level.ts'
import type { LocalDate } from './local-date.ts'
import type { LinkKind, OrgUnit, OrgUnitKind } from './org-unit.ts'

/** A unit that a change brings into being. */
export interface NewUnit {
  readonly code: string
  readonly name: string
  readonly kind: OrgUnitKind
  readonly levels: readonly Level[]
}

/** The decision of an authority behind a change, as far as it is known. */
export interface UnitDecision {
  readonly number: string
  readonly on?: LocalDate
}

/**
 * What somebody wishes to change about units, named by code, from a day on.
 * succeed: `from` become `into`: a merge has several `from`, a split several `into`; a unit in both lists lives on, the others of `from`
 * end. `heirs` says for each that ends which of `into` its figures and its subordinate units go to; by default the first.
 */
export type UnitWish = {
  readonly on: LocalDate
  readonly decision?: UnitDecision
} & (
  | { readonly kind: 'add'; readonly unit: NewUnit; readonly reporting: string; readonly governance?: string }
  /** isCorrection: it was never called otherwise. */
  | { readonly kind: 'rename'; readonly unit: string; readonly name: string; readonly isCorrection?: boolean }
  | {
      readonly kind: 'retype'
      readonly unit: string
      readonly as: OrgUnitKind
      readonly levels: readonly Level[]
    }
  | { readonly kind: 'move'; readonly unit: string; readonly links: readonly LinkKind[]; readonly to: string }
  | {
      readonly kind: 'succeed'
      readonly from: readonly string[]
      readonly into: readonly (NewUnit | string)[]
      readonly heirs?: Readonly<Record<string, string>>
    }
  | { readonly kind: 'close'; readonly unit: string }
)

/** A link that holds on the day of a change, by codes. */
export interface HeldLink {
  readonly kind: LinkKind
  readonly child: string
  readonly parent: string
}

/** What there is around the units of a wish on its day. */
export interface UnitSurroundings {
  /** By code: those the wish names. */
  readonly units: ReadonlyMap<string, OrgUnit>
  /** All that lead to or from one of them. */
  readonly links: readonly HeldLink[]
  /** Codes of those units, and of the children in `links`, that change again after the day. */
  readonly changedLater: ReadonlySet<string>
}

/** What a change does, row by row; all from its day on. */
export interface UnitChangePlan {
  readonly create: readonly NewUnit[]
  readonly describe: readonly (NewUnit & { readonly isCorrection: boolean })[]
  /** Codes of units that are no more. */
  readonly end: readonly string[]
  /** Links that hold no more. */
  readonly unlink: readonly HeldLink[]
  readonly link: readonly HeldLink[]
  readonly successions: readonly {
    readonly from: string
    readonly to: string
    readonly isHeir: boolean
  }[]
}

/** Returns the codes of the units a wish speaks of; those it creates are not among them. */
export function unitsOfWish(wish: UnitWish): readonly string[] {
  switch (wish.kind) {
    case 'add':
      return [wish.reporting, ...(wish.governance === undefined ? [] : [wish.governance])]
    case 'move':
      return [wish.unit, wish.to]
    case 'succeed':
      return [
        ...new Set([...wish.from, ...wish.into.flatMap((into) => (typeof into === 'string' ? [into] : []))]),
      ]
    default:
      return [wish.unit]
  }
}

/** Returns the units a wish would create. */
export const newUnitsOf = (wish: UnitWish): readonly NewUnit[] =>
  wish.kind === 'add'
    ? [wish.unit]
    : wish.kind === 'succeed'
      ? wish.into.flatMap((into) => (typeof into === 'string' ? [] : [into]))
      : []
