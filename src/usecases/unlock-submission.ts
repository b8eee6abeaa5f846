import { type Actor, scopeFor } from '../domain/access.ts'
import type { SubmissionId, UnlockId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import { localDateOf } from '../domain/local-date.ts'
import { findOffice } from './find-office.ts'
import { findAcceptor } from './form-access.ts'
import { getSubmission } from './get-submission.ts'
import { noticePerson } from './notice.ts'
import type { SubmissionRow } from './ports.ts'
import { accepts, type ReviewDeps } from './review-submission.ts'

const HOUR_MS = 3600_000
/** How long a submission may be opened again. */
export const UNLOCK_HOURS = [4, 24, 72] as const

/** Asks for a locked submission to be opened, with a reason; the officers of the unit that accepts it are told. Throws: reason-needed. */
export async function askUnlock(
  deps: ReviewDeps,
  actor: Actor,
  submission: SubmissionId,
  reason: string,
): Promise<SubmissionRow> {
  if (reason.trim() === '') throw new DomainError('reason-needed')
  const row = await getSubmission(deps.database, scopeFor(actor, 'fill-form'), submission)
  const at = deps.clock.now()
  const acceptor = await findAcceptor(deps.database, deps.library.form(row.form), row.unitLevels)
  const office = await findOffice(deps.database, acceptor, localDateOf(at, deps.timeZone))
  await deps.database.transaction(async (stores) => {
    const unlock = await stores.unlocks.ask({ submission, reason: reason.trim(), by: actor.person }, at)
    await stores.audit.append({ at, actor: actor.person, action: 'submission.ask-unlock', subject: row.id })
    const params = { unlock, form: row.form, period: row.period, unit: row.unitName, reason: reason.trim() }
    for (const officer of office) await noticePerson(stores, officer, 'unlock-asked', params, at)
  })
  return row
}

/** Opens it for some hours, or refuses; whoever asked is told. Throws: not-allowed, submission-not-open (decided before). */
export async function decideUnlock(
  deps: ReviewDeps,
  actor: Actor,
  id: UnlockId,
  hours: number,
): Promise<SubmissionRow> {
  const unlock = await deps.database.unlocks.find(id)
  const row =
    unlock && (await deps.database.submissions.find(scopeFor(actor, 'review-submission'), unlock.submission))
  if (!unlock || !row) throw new DomainError('submission-not-found')
  if (!(await accepts(deps, actor, row, 'review-submission'))) throw new DomainError('not-allowed')
  const at = deps.clock.now()
  const openUntil = hours > 0 ? new Date(at.getTime() + hours * HOUR_MS) : undefined
  await deps.database.transaction(async (stores) => {
    if (!(await stores.unlocks.decide(id, actor.person, at, openUntil)))
      throw new DomainError('submission-not-open', { state: row.state })
    if (openUntil && row.state !== 'draft') await reopen(stores.submissions, row, at)
    const after = { openUntil: openUntil?.toISOString() ?? null }
    await stores.audit.append({
      at,
      actor: actor.person,
      action: 'submission.decide-unlock',
      subject: row.id,
      after,
    })
    const params = {
      submission: row.id,
      form: row.form,
      period: row.period,
      unit: row.unitName,
      ...(openUntil && { openUntil: openUntil.toISOString() }),
    }
    await noticePerson(stores, await stores.people.get(unlock.askedBy), 'unlock-decided', params, at)
  })
  return row
}

/** The next revision is drafted while the one handed in goes on counting. */
async function reopen(
  submissions: ReviewDeps['database']['submissions'],
  row: SubmissionRow,
  at: Date,
): Promise<void> {
  const moved = await submissions.move(
    row.id,
    { state: row.state, revision: row.revision },
    { state: 'draft', revision: row.revision + 1 },
    at,
  )
  if (!moved) throw new DomainError('submission-changed')
}
