import type { Role, Scope } from '../../domain/access.ts'
import type { OrgUnitId, PersonId, UnitChangeId } from '../../domain/brand.ts'
import type { Level } from '../../domain/level.ts'
import type { LinkKind, OrgUnit, OrgUnitKind, UnitView } from '../../domain/org-unit.ts'
import type { UnitChangePlan, UnitSurroundings, UnitWish } from '../../domain/unit-change.ts'

export interface OrgUnitInput {
  readonly code: string
  readonly name: string
  readonly kind: OrgUnitKind
  readonly levels: readonly Level[]
  readonly validFrom: string
  /** Codes of parents, of units existing or earlier in the same list. */
  readonly governance?: string
  readonly reporting?: string
}

/** What stands around a unit. */
export interface UnitDetails {
  /** Names from the unit's parent upwards. */
  readonly above: Readonly<Record<LinkKind, readonly string[]>>
  /** Units directly below it in either hierarchy, by code. */
  readonly children: readonly Pick<OrgUnit, 'code' | 'name' | 'kind'>[]
  /** Holders of active roles at exactly this unit. */
  readonly people: Readonly<Partial<Record<Role, number>>>
  /** Newest first; `until` is the first day it was called otherwise. */
  readonly formerNames: readonly { readonly name: string; readonly until: string }[]
}

export interface OrgUnitStore {
  find(scope: Scope, id: OrgUnitId): Promise<OrgUnit | undefined>
  findByCode(scope: Scope, code: string): Promise<OrgUnit | undefined>
  findByCodes(scope: Scope, codes: readonly string[]): Promise<readonly OrgUnit[]>
  /** The unit and all it reports to on that day, itself first. */
  path(id: OrgUnitId, on: string): Promise<readonly OrgUnitId[]>
  /** The same, by code. */
  pathCodes(id: OrgUnitId, on: string): Promise<readonly string[]>
  /** Units below `root` (or any of several) in the hierarchy on that day, roots excluded, ordered by code. */
  listBelow(
    scope: Scope,
    root: OrgUnitId | readonly OrgUnitId[],
    on: string,
    filter?: { readonly link?: LinkKind; readonly kind?: OrgUnitKind; readonly levels?: readonly Level[] },
  ): Promise<readonly OrgUnit[]>
  /** Units of the kind that existed on the day and are below `unit` (itself included) in the view, as they were then; by code. */
  listReporting(
    scope: Scope,
    input: {
      readonly unit: OrgUnitId
      readonly kind: OrgUnitKind
      readonly on: string
      readonly view?: UnitView
    },
  ): Promise<readonly OrgUnit[]>
  /** The unit as it was called and what it was and taught on that day; undefined outside the scope. */
  findAsOf(scope: Scope, id: OrgUnitId, on: string): Promise<OrgUnit | undefined>
  /** Units other than schools that report to it directly on that day, by name. */
  listParts(scope: Scope, unit: OrgUnitId, on: string): Promise<readonly OrgUnit[]>
  /** The unit's surroundings on that day; undefined outside the scope. Names above it are no secret. */
  describe(scope: Scope, id: OrgUnitId, on: string): Promise<UnitDetails | undefined>
  /** By part of the name, accent-free; at most `limit`. */
  search(scope: Scope, text: string, limit: number): Promise<readonly OrgUnit[]>
  /**
   * Creates or renames by code, and dates the links; returns the codes of the created and of the changed. Same input twice changes
   * nothing. What a unit was before is kept for the days before `validFrom`. Throws: unit-not-found (a parent), unit-circle.
   */
  save(
    units: readonly OrgUnitInput[],
  ): Promise<{ readonly created: readonly string[]; readonly changed: readonly string[] }>
}

/** A change of units as it was carried out. */
export interface UnitChange {
  readonly id: UnitChangeId
  readonly wish: UnitWish
  readonly madeAt: Date
  readonly undoneAt?: Date
  /** What became of whom, by name. */
  readonly successions: readonly { readonly from: string; readonly to: string }[]
}

/** What a change meant for those around the units that end by it. */
export interface UnitChangeEffects {
  /** Links of subordinate units that lead elsewhere now. */
  readonly moved: number
  /** People whose role at a unit that ends is over with it. */
  readonly people: readonly PersonId[]
  readonly groups: number
  /** Begun and not yet confirmed reports of units that end; they stay as they are. */
  readonly drafts: number
}

export interface UnitChangeStore {
  /** What there is around the units on the day; units out of the scope are left out. */
  surroundings(scope: Scope, codes: readonly string[], on: string): Promise<UnitSurroundings>
  /** Carries the plan out, and keeps what was before. Throws: code-taken, unit-circle. */
  apply(
    wish: UnitWish,
    plan: UnitChangePlan,
    by: PersonId | 'cli',
    at: Date,
  ): Promise<{ readonly id: UnitChangeId } & UnitChangeEffects>
  /** Changes that touched the unit, newest first; undone ones too. */
  list(scope: Scope, unit: OrgUnitId, limit: number): Promise<readonly UnitChange[]>
  /** Undefined also when one of its units is out of the scope. */
  find(scope: Scope, id: UnitChangeId): Promise<UnitChange | undefined>
  /**
   * Puts everything back as it was; returns the people whose roles go on again, undefined when it was undone before.
   * Throws: not-undoable when something stands on it by now.
   */
  undo(id: UnitChangeId, by: PersonId | 'cli', at: Date): Promise<readonly PersonId[] | undefined>
  /** Units that have ended by today and still have groups or open invitations: these go to the heir or end. Returns how many. */
  settleEnded(at: Date): Promise<number>
}
