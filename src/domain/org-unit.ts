import type { OrgUnitId } from './brand.ts'
import type { Level } from './level.ts'

export const ORG_UNIT_KINDS = ['province', 'district', 'commune', 'cluster', 'department', 'school'] as const
export type OrgUnitKind = (typeof ORG_UNIT_KINDS)[number]

/** A node of the dated tree. `validTo` is the first day it no longer exists; absent while it does. */
export interface OrgUnit {
  readonly id: OrgUnitId
  readonly code: string
  readonly name: string
  readonly kind: OrgUnitKind
  readonly levels: readonly Level[]
  readonly validFrom: string
  readonly validTo?: string
}

/** True from the first day on which the unit is no more. */
export const hasEnded = ({ validTo }: Pick<OrgUnit, 'validTo'>, today: string): boolean =>
  validTo !== undefined && validTo <= today

/** governance: who administers whom. reporting: who reports to whom; access and totals follow this one. */
export const LINK_KINDS = ['governance', 'reporting'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

/**
 * Where a past report belongs. then: by the links valid in its period. now: the same reports by today's links, those of a unit that
 * has ended at its heir or, without one, where it reported last; so no figure is lost in either view.
 */
export const UNIT_VIEWS = ['then', 'now'] as const
export type UnitView = (typeof UNIT_VIEWS)[number]

/** What a unit may be called by in files and in the data of buttons, which hold 64 bytes for form, period and unit. */
export const UNIT_CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,23}$/
