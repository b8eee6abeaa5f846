import type { Role, RoleHeld, Scope } from '../../domain/access.ts'
import type { OrgUnitId, PersonId, RoleId } from '../../domain/brand.ts'
import type { Locale } from '../../domain/text.ts'

export interface Person {
  readonly id: PersonId
  readonly telegramUserId?: number
  readonly name: string
  readonly locale: Locale
  readonly hasConsented: boolean
  readonly isSuspended: boolean
  readonly roles: readonly (RoleHeld & { readonly state: 'active' | 'pending' })[]
  /** The command menu Telegram was last given for them, as `setMenu` wrote it. */
  readonly menu?: string
}

/** How a role that waits for approval was asked for. */
export type AskedVia = 'invitation' | 'request'

/** A person's role today, one of its own: what a button can name. */
export interface HeldRole extends RoleHeld {
  readonly id: RoleId
  readonly person: PersonId
  readonly name: string
  readonly unitName: string
  readonly state: 'active' | 'pending'
  readonly since: string
  readonly askedAt?: Date
  readonly askedVia?: AskedVia
}

/** Who holds a role for a unit, by what a list of people knows them by. */
export interface RoleHolder extends RoleHeld {
  readonly name: string
  readonly phoneHash?: string
}

export interface PersonStore {
  findByTelegram(telegramUserId: number): Promise<Person | undefined>
  get(id: PersonId): Promise<Person>
  /** Creates the person or updates the name. */
  upsert(input: {
    readonly telegramUserId: number
    readonly name: string
    readonly locale: Locale
  }): Promise<Person>
  setLocale(id: PersonId, locale: Locale): Promise<void>
  setConsent(id: PersonId, at: Date, consents: boolean): Promise<void>
  /** Telegram said blocked or deactivated; null when they are back. False when that was known, or the person is not. */
  setBlocked(telegramUserId: number, at: Date | null): Promise<boolean>
  setPhone(id: PersonId, encrypted: Uint8Array, hash: string): Promise<void>
  grant(
    id: PersonId,
    role: Role,
    unit: OrgUnitId,
    from: string,
    state: 'active' | 'pending',
    asked?: { readonly at: Date; readonly via: AskedVia },
  ): Promise<void>
  activate(id: PersonId, role: Role, unit: OrgUnitId): Promise<void>
  endRole(id: PersonId, role: Role, unit: OrgUnitId, on: string): Promise<void>
  /** Active, unsuspended, not blocked holders of any of the roles for exactly this unit. */
  holders(scope: Scope, unit: OrgUnitId, roles: readonly Role[]): Promise<readonly Person[]>
  /** The same people for many units, with every role each holds there. */
  holdersOf(scope: Scope, units: readonly OrgUnitId[]): Promise<readonly RoleHolder[]>
  /** A role of today whose unit is in scope. */
  findRole(scope: Scope, id: RoleId): Promise<HeldRole | undefined>
  rolesOf(id: PersonId): Promise<readonly HeldRole[]>
  /** Roles waiting for approval, those waiting longest first. */
  listPending(scope: Scope): Promise<readonly HeldRole[]>
  /** People holding a role in scope, by part of the name, accent-free; at most `limit`. */
  search(scope: Scope, text: string, limit: number): Promise<readonly Person[]>
  /** Null: no longer suspended. */
  suspend(id: PersonId, at: Date | null): Promise<void>
  /** Goes on with another Telegram account; a person of that account who holds no role gives it up. False when one holds a role. */
  moveTelegram(id: PersonId, telegramUserId: number): Promise<boolean>
  /** Active roles of these kinds wait for approval again. */
  makePending(id: PersonId, roles: readonly Role[], at: Date): Promise<void>
  setMenu(id: PersonId, menu: string): Promise<void>
}
