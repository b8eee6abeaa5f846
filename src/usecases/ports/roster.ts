import type { OrgUnitId } from '../../domain/brand.ts'
import type { RosterPost } from '../../domain/roster-post.ts'
import type { Locale } from '../../domain/text.ts'

/**
 * Someone the office's list names for a unit: whom to invite there, by `roleOfPost`, and whose phone proves it when a contact is
 * shared. The phone is known only by its hash (`Secrets.hashPhone`). A unit may have several of a post, or none.
 */
export interface RosterContact {
  /** Code of the unit. */
  readonly unit: string
  readonly post: RosterPost
  readonly name: string
  readonly phoneHash?: string
}

export interface RosterStore {
  /** The head first, then by post and name. */
  ofUnit(unit: OrgUnitId): Promise<readonly RosterContact[]>
  /** By unit, each as `ofUnit` has them. */
  ofUnits(units: readonly OrgUnitId[]): Promise<readonly RosterContact[]>
  ofPhone(phoneHash: string): Promise<readonly RosterContact[]>
  /**
   * Puts the named ones of each unit and post in place of those named before; what is not named stays, as does a phone that is not
   * given again. Returns the codes of the units where anything changed. Units must exist.
   */
  save(contacts: readonly RosterContact[]): Promise<readonly string[]>
}

/** A file that is no workbook, or larger than any list of an office. */
export interface TableRefused {
  readonly why: 'not-a-workbook' | 'too-large'
}

/** The list of units and people as a spreadsheet: the empty one to fill in, and the rows of a filled one. */
export interface RosterWorkbook {
  build(locale: Locale): Promise<Uint8Array>
  /** Cells of the first sheet as written, row by row; one that is computed by the spreadsheet says `=`. */
  read(bytes: Uint8Array): readonly (readonly string[])[] | TableRefused
}
