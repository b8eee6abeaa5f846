import type { OrgUnitId, PersonId, RevisionId, SubmissionId } from './brand.ts'
import type { ElementCode, Value } from './data-element.ts'
import { DomainError } from './errors.ts'

export const SUBMISSION_STATES = ['draft', 'submitted', 'confirmed', 'accepted', 'returned'] as const
export type SubmissionState = (typeof SUBMISSION_STATES)[number]

/** One form × unit × period. The draft belongs to revision `revision`; submitting freezes it as a Revision. */
export interface Submission {
  readonly id: SubmissionId
  readonly form: string
  readonly formVersion: number
  readonly unit: OrgUnitId
  readonly period: string
  readonly state: SubmissionState
  /** Number of the revision being drafted or last submitted, from 1. */
  readonly revision: number
  /** Receipt code; absent until first submitted. */
  readonly receipt?: string
  /** Revision whose values count in totals: the last accepted one, else the one confirmed. */
  readonly counted?: RevisionId
  readonly returnReason?: string
}

export interface DraftAnswer {
  readonly element: ElementCode
  readonly value: Value
  readonly by: PersonId
  readonly at: Date
  /** Why it moved beyond the limit, when a soft rule asked. */
  readonly reason?: string
  /** It came in a file; absent: in the chat. */
  readonly source?: 'upload'
}

const NEXT: Readonly<Record<SubmissionState, readonly SubmissionState[]>> = {
  draft: ['submitted'],
  submitted: ['confirmed', 'returned'],
  confirmed: ['accepted', 'returned'],
  returned: ['draft'],
  accepted: ['confirmed', 'returned'],
}

/**
 * Returns `to` when the step is one the life of a submission knows.
 * `accepted → confirmed` is an undone acceptance. Throws: submission-not-open.
 * Source: rules.md of the product, «Submission».
 */
export function moveTo(from: SubmissionState, to: SubmissionState): SubmissionState {
  if (!NEXT[from].includes(to)) throw new DomainError('submission-not-open', { state: from })
  return to
}

/** Only confirmed and accepted submissions enter totals and the reporting rate. */
export const isReported = (state: SubmissionState): boolean => state === 'confirmed' || state === 'accepted'

/** With the office, or on its way there: nothing more is asked of the unit but what comes later. */
export const isHandedIn = (state: SubmissionState): boolean => state === 'submitted' || isReported(state)
