import type { Role, Scope } from '../../domain/access.ts'
import type { OrgUnitId, PersonId } from '../../domain/brand.ts'
import type { Locale } from '../../domain/text.ts'

/** Someone a message to many goes to. */
export interface Addressee {
  readonly id: PersonId
  readonly telegramUserId: number
  readonly locale: Locale
}

/** How far a message to many has come, in people. */
export interface BroadcastProgress {
  /** Absent: there was none. */
  readonly by?: PersonId
  readonly waiting: number
  readonly sent: number
  readonly failed: number
  readonly stopped: number
}

export interface BroadcastStore {
  /** Who can be written to and actively holds one of the roles for the unit or one that reports to it, each once. */
  recipients(scope: Scope, unit: OrgUnitId, roles: readonly Role[]): Promise<readonly Addressee[]>
  progress(id: string): Promise<BroadcastProgress>
  /** Takes back what has not left; returns how many. */
  stop(id: string): Promise<number>
}
