import type { Role, Scope } from '../../domain/access.ts'
import type { OrgUnitId, PersonId, SubmissionId } from '../../domain/brand.ts'
import type { ElementCode } from '../../domain/data-element.ts'
import type { Level } from '../../domain/level.ts'
import type { OrgUnit, OrgUnitKind } from '../../domain/org-unit.ts'
import type { Period } from '../../domain/period.ts'
import type { SubmissionState } from '../../domain/submission.ts'
import type { Person } from './people.ts'
import type { Assignment } from './submissions.ts'

/** A form of a period, as it is looked for who owes it. */
export interface FormToReport {
  readonly form: string
  readonly period: Period
  /** Unit of the plan: what reports to it owes the form. */
  readonly root: OrgUnitId
  readonly kind: OrgUnitKind
  readonly levels: readonly Level[]
  /** Day on which the units that owe it are counted. */
  readonly on: string
}

/** A unit that has not handed in a form, or has it handed back, and where its submission stands; absent: nobody has begun. */
export interface OwingUnit {
  readonly unit: Pick<OrgUnit, 'id' | 'code' | 'name' | 'levels'>
  readonly submission?: SubmissionId
  readonly state?: Exclude<SubmissionState, 'confirmed' | 'accepted'>
  /** Figures of an earlier revision count meanwhile. */
  readonly isCounted: boolean
}

/** A unit that has handed in a form, and which of the elements asked for it has answered. */
export interface AnsweringUnit extends Pick<OwingUnit, 'unit'> {
  readonly submission: SubmissionId
  readonly answered: readonly ElementCode[]
}

/** Someone who fills or confirms a unit's forms, and what was last sent to remind them. */
export interface Recipient {
  readonly person: Pick<Person, 'id' | 'name' | 'locale' | 'telegramUserId'>
  readonly role: Role
  readonly unit: OrgUnitId
  readonly consentedAt?: Date
  readonly isBlocked: boolean
  readonly mutedUntil?: Date
  /** The last reminder that was not refused by Telegram, sent or still waiting. */
  readonly remindedAt?: Date
  /** How many of them since the moment asked for. */
  readonly reminders: number
}

export interface ReminderStore {
  /** Units of the scope that owe the form, by code. */
  owing(scope: Scope, form: FormToReport): Promise<readonly OwingUnit[]>
  /** Units of the scope that have handed the form in, by code, each with those of the elements that it has answered. */
  answering(
    scope: Scope,
    form: FormToReport,
    elements: readonly ElementCode[],
  ): Promise<readonly AnsweringUnit[]>
  /** Holders of the roles at the units today, suspended ones left out; `reminders` counts from `since`. */
  recipients(
    scope: Scope,
    units: readonly OrgUnitId[],
    roles: readonly Role[],
    since: Date,
  ): Promise<readonly Recipient[]>
  /** Who has been given these submissions, or parts of them, and not lost them again. */
  assignees(submissions: readonly SubmissionId[]): Promise<readonly Assignment[]>
  mute(person: PersonId, until: Date | null): Promise<void>
  mutedUntil(person: PersonId): Promise<Date | undefined>
}
