import type { Scope } from '../../domain/access.ts'
import type { AuditAction } from '../../domain/audit-action.ts'
import type { OrgUnitId, PersonId } from '../../domain/brand.ts'
import type { Locale } from '../../domain/text.ts'
import type { Person } from './people.ts'

/** One thing done, with names where they are known still. */
export interface AuditEntry {
  readonly at: Date
  readonly actor: string
  readonly actorName?: string
  readonly action: string
  readonly subject: string
  readonly subjectName?: string
  readonly before?: unknown
  readonly after?: unknown
}

/** One thing done, as it is written down. */
export interface AuditEvent {
  readonly at: Date
  readonly actor: PersonId | 'system' | 'cli' | 'stranger'
  readonly action: AuditAction
  readonly subject: string
  readonly before?: unknown
  readonly after?: unknown
}

export interface AuditFilter {
  readonly since?: Date
  readonly actor?: PersonId
  /** What concerns the unit and all that report to it. */
  readonly unit?: OrgUnitId
  readonly limit: number
  readonly offset?: number
}

export interface AuditStore {
  /** Newest first. */
  page(scope: Scope, filter: AuditFilter): Promise<readonly AuditEntry[]>
  /** People who have done something visible, by part of the name. */
  actors(scope: Scope, text: string, limit: number): Promise<readonly Pick<Person, 'id' | 'name'>[]>
  append(...events: readonly AuditEvent[]): Promise<void>
  list(
    scope: Scope,
    filter: { readonly subject?: string; readonly limit: number },
  ): Promise<
    readonly {
      readonly at: Date
      readonly actor: string
      readonly action: string
      readonly subject: string
    }[]
  >
}

/** Writes the audit as a file for people; bytes of an .xlsx. */
export interface AuditWriter {
  write(entries: readonly AuditEntry[], locale: Locale): Promise<Uint8Array>
}
