import type { Scope } from '../../domain/access.ts'
import type { OrgUnitId, PersonId, RevisionId, SubmissionId, UnlockId } from '../../domain/brand.ts'
import type { ElementCode, Value } from '../../domain/data-element.ts'
import type { Level } from '../../domain/level.ts'
import type { Period } from '../../domain/period.ts'
import type { DraftAnswer, Submission, SubmissionState } from '../../domain/submission.ts'

export interface SubmissionRow extends Submission {
  readonly unitName: string
  readonly unitLevels: readonly Level[]
  readonly updatedAt: Date
}

export interface RevisionRow {
  readonly id: RevisionId
  readonly number: number
  readonly submittedBy: PersonId
  readonly submittedAt: Date
  readonly source: 'chat' | 'on-behalf' | 'upload'
  readonly values: readonly {
    readonly element: ElementCode
    readonly value: Value
    readonly reason?: string
  }[]
  readonly reviews: readonly {
    readonly outcome: string
    readonly by: PersonId
    readonly at: Date
    readonly reason?: string
  }[]
}

/** A draft about to be frozen; `number` is that of the revision to be made. */
export interface RevisionInput {
  readonly id: SubmissionId
  readonly number: number
  readonly formVersion: number
  readonly by: PersonId
  readonly at: Date
  readonly source: RevisionRow['source']
  readonly receipt: string
}

export interface SubmissionStore {
  find(scope: Scope, id: SubmissionId): Promise<SubmissionRow | undefined>
  findByReceipt(scope: Scope, receipt: string): Promise<SubmissionRow | undefined>
  /** The submission of a form, unit and period; created as draft when there is none. */
  open(
    scope: Scope,
    input: {
      readonly form: string
      readonly formVersion: number
      readonly unit: OrgUnitId
      readonly period: Period
    },
    at: Date,
  ): Promise<SubmissionRow>
  list(
    scope: Scope,
    filter: {
      readonly units?: readonly OrgUnitId[]
      readonly forms?: readonly string[]
      readonly periods?: readonly Period[]
      readonly states?: readonly SubmissionState[]
    },
  ): Promise<readonly SubmissionRow[]>
  /** What counts of each of the units' submissions of the form, by unit. */
  countedValues(
    scope: Scope,
    of: { readonly form: string; readonly period: Period; readonly units: readonly OrgUnitId[] },
  ): Promise<ReadonlyMap<OrgUnitId, ReadonlyMap<ElementCode, Value>>>
  answers(id: SubmissionId): Promise<readonly DraftAnswer[]>
  saveAnswers(id: SubmissionId, formVersion: number, answers: readonly DraftAnswer[]): Promise<void>
  deleteAnswers(id: SubmissionId): Promise<void>
  /** Last counted value of each element before the period (of that same period type, or of the named previous period). */
  lastValues(
    unit: OrgUnitId,
    elements: readonly ElementCode[],
    before: Period,
  ): Promise<ReadonlyMap<ElementCode, { readonly value: Value; readonly period: string }>>
  /** Freezes the draft's answers as a revision: Revision, DataValues, Review «submitted», in the caller's transaction. */
  freeze(input: RevisionInput): Promise<RevisionId>
  /** Compare and swap: false when the state or revision is not the expected one any more. `counted`: absent = as it is, null = none. */
  move(
    id: SubmissionId,
    from: { readonly state: SubmissionState; readonly revision: number },
    to: { readonly state: SubmissionState; readonly revision: number; readonly counted?: RevisionId | null },
    at: Date,
  ): Promise<boolean>
  addReview(revision: RevisionId, outcome: string, by: PersonId, at: Date, reason?: string): Promise<void>
  /** Newest first. */
  revisions(id: SubmissionId): Promise<readonly RevisionRow[]>
  /** Writes whole submissions, each with one revision unless it is a draft, in a few statements; none of them may exist yet. */
  importAll(submissions: readonly ImportedSubmission[]): Promise<void>
}

/** A submission as people left it elsewhere: in the demo world, or a system taken over from. */
export interface ImportedSubmission {
  readonly form: string
  readonly formVersion: number
  readonly unit: OrgUnitId
  readonly period: Period
  readonly state: SubmissionState
  readonly answers: readonly DraftAnswer[]
  /** When it was last worked on. */
  readonly at: Date
  /** Absent: a draft. The reviews begin with «submitted». */
  readonly revision?: Pick<RevisionRow, 'submittedBy' | 'submittedAt' | 'source' | 'reviews'> & {
    readonly receipt: string
    readonly isCounted: boolean
  }
}

/** A form, or blocks of it, given to a person. */
export interface Assignment {
  readonly submission: SubmissionId
  readonly person: PersonId
  readonly name: string
  /** Ids of sections; empty = the whole form. */
  readonly sections: readonly string[]
}

export interface AssignmentStore {
  /** Gives it, or changes what was given before. */
  assign(input: Omit<Assignment, 'name'> & { readonly by: PersonId }, at: Date): Promise<void>
  end(submission: SubmissionId, person: PersonId, at: Date): Promise<void>
  /** What the person has been given and not lost again. */
  ofPerson(person: PersonId): Promise<readonly Assignment[]>
  ofSubmission(submission: SubmissionId): Promise<readonly Assignment[]>
}

export interface Unlock {
  readonly id: UnlockId
  readonly submission: SubmissionId
  readonly reason: string
  readonly askedBy: PersonId
  readonly isDecided: boolean
  readonly openUntil?: Date
}

export interface UnlockStore {
  ask(
    input: { readonly submission: SubmissionId; readonly reason: string; readonly by: PersonId },
    at: Date,
  ): Promise<UnlockId>
  find(id: UnlockId): Promise<Unlock | undefined>
  /** False when it was decided before. Without `openUntil` it is refused. */
  decide(id: UnlockId, by: PersonId, at: Date, openUntil?: Date): Promise<boolean>
  /** The latest moment until which the submission is open although locked. */
  openUntil(submission: SubmissionId): Promise<Date | undefined>
}
