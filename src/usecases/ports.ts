/**
 * What the use cases need from outside. Every query takes a Scope; money, names of pupils and grades of individuals have no place here.
 * Dates without a time are ISO strings (`LocalDate`), instants are `Date`.
 */
import type { Actor } from '../domain/access.ts'
import type { AskStore } from './ports/asks.ts'
import type { AuditStore } from './ports/audit.ts'
import type { BroadcastStore } from './ports/broadcasts.ts'
import type { ConversationStore } from './ports/conversations.ts'
import type { DigestStore, GroupStore } from './ports/groups.ts'
import type { InstallationStore } from './ports/installation.ts'
import type { InvitationStore } from './ports/invitations.ts'
import type { OrgUnitStore, UnitChangeStore } from './ports/org-units.ts'
import type { OutboxStore } from './ports/outbox.ts'
import type { PersonStore } from './ports/people.ts'
import type { PersonalDataStore } from './ports/personal-data.ts'
import type { PlanStore } from './ports/plans.ts'
import type { ReminderStore } from './ports/reminders.ts'
import type { RosterStore } from './ports/roster.ts'
import type { AssignmentStore, SubmissionStore, UnlockStore } from './ports/submissions.ts'
import type { ManyStore, TotalStore } from './ports/totals.ts'

export type * from './ports/asks.ts'
export type * from './ports/audit.ts'
export type * from './ports/backups.ts'
export type * from './ports/broadcasts.ts'
export type * from './ports/conversations.ts'
export type * from './ports/figures.ts'
export type * from './ports/groups.ts'
export * from './ports/installation.ts'
export type * from './ports/invitations.ts'
export type * from './ports/org-units.ts'
export * from './ports/outbox.ts'
export type * from './ports/people.ts'
export type * from './ports/personal-data.ts'
export type * from './ports/plans.ts'
export type * from './ports/probes.ts'
export type * from './ports/reminders.ts'
export type * from './ports/roster.ts'
export type * from './ports/submissions.ts'
export type * from './ports/surroundings.ts'
export type * from './ports/templates.ts'
export type * from './ports/totals.ts'

/** The stores over one connection or transaction. */
export interface Stores {
  readonly units: OrgUnitStore
  readonly unitChanges: UnitChangeStore
  readonly roster: RosterStore
  readonly people: PersonStore
  readonly personal: PersonalDataStore
  readonly invitations: InvitationStore
  readonly plans: PlanStore
  readonly submissions: SubmissionStore
  readonly assignments: AssignmentStore
  readonly unlocks: UnlockStore
  readonly totals: TotalStore
  readonly many: ManyStore
  readonly reminders: ReminderStore
  readonly conversations: ConversationStore
  readonly asks: AskStore
  readonly outbox: OutboxStore
  readonly groups: GroupStore
  readonly digests: DigestStore
  readonly audit: AuditStore
  readonly broadcasts: BroadcastStore
  readonly installation: InstallationStore
}

export interface Database extends Stores {
  /**
   * Runs the work in one transaction over its own stores; inside, the outer ones must not be used. Rolled back when it takes longer than
   * `timeoutMs`. Default: 20 s.
   */
  transaction<T>(work: (stores: Stores) => Promise<T>, how?: { readonly timeoutMs: number }): Promise<T>
  /** True while this process does alone what only one of the installation's may do; asked again and again, it takes over from one that ended. */
  isLeader(): Promise<boolean>
}

export type { Actor }
