import type { Scope } from '../domain/access.ts'
import type { SubmissionId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import type { Stores, SubmissionRow } from './ports.ts'

/** Returns the submission when it is in scope. Throws: submission-not-found, whether it does not exist or is not the actor's to see. */
export async function getSubmission(
  stores: Pick<Stores, 'submissions'>,
  scope: Scope,
  id: SubmissionId,
): Promise<SubmissionRow> {
  const row = await stores.submissions.find(scope, id)
  if (!row) throw new DomainError('submission-not-found')
  return row
}
