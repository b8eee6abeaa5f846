import { type Actor, roleAllows, scopeFor } from '../domain/access.ts'
import type { RevisionId, SubmissionId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import { answerMap, openRequired, planForm } from '../domain/form-plan.ts'
import { getPeriod } from '../domain/period.ts'
import type { PlanLibrary } from '../domain/plan.ts'
import { buildReceipt } from '../domain/receipt.ts'
import { type DraftAnswer, moveTo } from '../domain/submission.ts'
import { requireOpen } from './form-window.ts'
import { getSubmission } from './get-submission.ts'
import { noticeHolders } from './notice.ts'
import type { Clock, Database, RandomBytes, RevisionRow, Stores, SubmissionRow } from './ports.ts'

export interface SubmitDeps {
  readonly database: Database
  readonly library: PlanLibrary
  readonly clock: Clock
  readonly timeZone: string
  readonly random: RandomBytes
}

export interface Submitted {
  readonly submission: SubmissionRow
  readonly receipt: string
  /** confirmed at once when a principal submits; otherwise waits for the principal. */
  readonly state: 'submitted' | 'confirmed'
}

/**
 * Freezes the draft as a revision and hands it in; a principal's own submission is submitted and confirmed in one transaction.
 * Doing it twice hands in once, and gives the same receipt. Throws: submission-not-open, submission-incomplete, submission-locked, not-allowed.
 */
export async function submitForm(
  deps: SubmitDeps,
  actor: Actor,
  input: { readonly submission: SubmissionId; readonly source: 'chat' | 'on-behalf' },
): Promise<Submitted> {
  const { database, library } = deps
  const action = input.source === 'on-behalf' ? 'enter-on-behalf' : 'fill-form'
  const row = await getSubmission(database, scopeFor(actor, action), input.submission)
  const { form, plan } = library.form(row.form)
  const before = handedIn(row)
  if (before) return before
  moveTo(row.state, 'submitted')
  await requireOpen(deps, form, row)
  const answers = await database.submissions.answers(row.id)
  const open = openRequired(planForm(form, row.unitLevels), answerMap(answers))
  if (open.length > 0) throw new DomainError('submission-incomplete', { count: open.length })

  const at = deps.clock.now()
  const source = input.source === 'chat' ? sourceOf(answers) : input.source
  const receipt = row.receipt ?? buildReceipt(plan.code, getPeriod(row.period), deps.random(8))
  const isConfirmed = action === 'enter-on-behalf' || confirmsFor(actor, row)
  const state = isConfirmed ? 'confirmed' : 'submitted'
  await database.transaction(async (stores) => {
    const revision = await stores.submissions.freeze({
      id: row.id,
      number: row.revision,
      formVersion: form.version,
      by: actor.person,
      at,
      source,
      receipt,
    })
    if (isConfirmed) await stores.submissions.addReview(revision, 'confirmed', actor.person, at)
    const moved = await stores.submissions.move(
      row.id,
      { state: row.state, revision: row.revision },
      {
        state,
        revision: row.revision,
        ...(isConfirmed && { counted: await countedOn(stores, row, revision) }),
      },
      at,
    )
    if (!moved) throw new DomainError('submission-changed')
    await stores.audit.append({
      at,
      actor: actor.person,
      action: 'submission.submit',
      subject: row.id,
      after: { revision: row.revision, source },
    })
    if (isConfirmed)
      await stores.audit.append({
        at,
        actor: actor.person,
        action: 'submission.confirm',
        subject: row.id,
        after: { revision: row.revision },
      })
    else
      await noticeHolders(
        stores,
        row.unit,
        ['principal'],
        'confirm-asked',
        { submission: row.id, form: row.form, period: row.period, unit: row.unitName },
        at,
      )
  })
  return { submission: { ...row, state, receipt }, receipt, state }
}

/** A tap that comes again, or once more after its answer got lost, is told what it did. */
function handedIn(submission: SubmissionRow): Submitted | undefined {
  const { state, receipt } = submission
  if (receipt === undefined || state === 'draft' || state === 'returned') return undefined
  return { submission, receipt, state: state === 'submitted' ? 'submitted' : 'confirmed' }
}

/** What one sends oneself: an upload when any figure of it came in a file. */
const sourceOf = (answers: readonly DraftAnswer[]): RevisionRow['source'] =>
  answers.some((answer) => answer.source === 'upload') ? 'upload' : 'chat'

/** True when the actor's own role lets them confirm what the unit hands in. */
const confirmsFor = (actor: Actor, row: SubmissionRow): boolean =>
  actor.roles.some((held) => held.unit === row.unit && roleAllows(held.role, 'confirm-submission'))

/** While a correction is open, the last accepted revision counts; else the one just confirmed. */
export async function countedOn(
  stores: Stores,
  row: SubmissionRow,
  confirmed: RevisionId,
): Promise<RevisionId> {
  return (await lastAccepted(stores, row)) ?? confirmed
}

/** Returns the newest revision, `but` one, whose last review accepted it. */
export async function lastAccepted(
  stores: Pick<Stores, 'submissions'>,
  row: Pick<SubmissionRow, 'id'>,
  but?: RevisionId,
): Promise<RevisionId | undefined> {
  const revisions = await stores.submissions.revisions(row.id)
  return revisions.find(({ id, reviews }) => id !== but && reviews.at(-1)?.outcome === 'accepted')?.id
}
