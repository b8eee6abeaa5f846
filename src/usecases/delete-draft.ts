import type { Actor } from '../domain/access.ts'
import type { SubmissionId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import { getSubmission } from './get-submission.ts'
import { entryScope } from './open-form.ts'
import type { Clock, Database } from './ports.ts'

/** Throws the draft's answers away; what was handed in before stays. Throws: submission-not-open. */
export async function deleteDraft(
  deps: { readonly database: Database; readonly clock: Clock },
  actor: Actor,
  id: SubmissionId,
): Promise<void> {
  const row = await getSubmission(deps.database, entryScope(actor), id)
  if (row.state !== 'draft') throw new DomainError('submission-not-open', { state: row.state })
  const at = deps.clock.now()
  await deps.database.transaction(async (stores) => {
    const answers = await stores.submissions.answers(id)
    await stores.submissions.deleteAnswers(id)
    await stores.audit.append({
      at,
      actor: actor.person,
      action: 'draft.delete',
      subject: id,
      before: { answers: answers.length },
    })
  })
}
