import { type Action, type Actor, isWithin, roleAllows, scopeFor, systemScope } from '../domain/access.ts'
import type { RevisionId, SubmissionId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import { localDateOf } from '../domain/local-date.ts'
import type { PlanLibrary } from '../domain/plan.ts'
import { moveTo, type SubmissionState } from '../domain/submission.ts'
import { findAcceptor } from './form-access.ts'
import { getSubmission } from './get-submission.ts'
import { countedOn, lastAccepted } from './hand-in.ts'
import { type NoticeKind, noticeHolders, noticePerson } from './notice.ts'
import { entryScope } from './open-form.ts'
import type { Clock, Database, RevisionRow, Stores, SubmissionRow } from './ports.ts'

export interface ReviewDeps {
  readonly database: Database
  readonly library: PlanLibrary
  readonly clock: Clock
  readonly timeZone: string
}

interface Target {
  readonly submission: SubmissionId
  /** The revision the reviewer has seen; a newer one is not decided unseen. */
  readonly revision: number
}

/** Confirms what a teacher handed in for the unit. Throws: submission-not-open, submission-changed, not-found. */
export async function confirmSubmission(
  deps: ReviewDeps,
  actor: Actor,
  target: Target,
): Promise<SubmissionRow> {
  const row = await getSubmission(deps.database, scopeFor(actor, 'confirm-submission'), target.submission)
  if (!(await mayConfirm(deps, actor, row))) throw new DomainError('not-allowed')
  return decide(deps, actor, row, target, 'confirmed', async (stores, revision) => ({
    counted: await countedOn(stores, row, revision),
  }))
}

/** Accepts a confirmed submission; only at the unit its form names. */
export async function acceptSubmission(
  deps: ReviewDeps,
  actor: Actor,
  target: Target,
): Promise<SubmissionRow> {
  const row = await getForReview(deps, actor, target.submission)
  return decide(
    deps,
    actor,
    row,
    target,
    'accepted',
    async (_stores, revision) => ({ counted: revision }),
    'accepted',
  )
}

/** Sends it back with a reason; totals fall back to the last accepted revision, or to none. Throws: reason-needed. */
export async function returnSubmission(
  deps: ReviewDeps,
  actor: Actor,
  target: Target,
  reason: string,
): Promise<SubmissionRow> {
  if (reason.trim() === '') throw new DomainError('reason-needed')
  const confirms = await deps.database.submissions.find(
    scopeFor(actor, 'confirm-submission'),
    target.submission,
  )
  const isToConfirm = confirms?.state === 'submitted' && (await mayConfirm(deps, actor, confirms))
  const row = isToConfirm ? confirms : await getForReview(deps, actor, target.submission)
  const fallBack = async (stores: Stores, revision: RevisionId) => ({
    counted: (await lastAccepted(stores, row, revision)) ?? null,
  })
  return decide(deps, actor, row, target, 'returned', fallBack, 'returned', reason.trim())
}

/** Takes an acceptance back; the submission waits for review again. */
export async function undoAcceptance(deps: ReviewDeps, actor: Actor, target: Target): Promise<SubmissionRow> {
  const row = await getForReview(deps, actor, target.submission)
  const fallBack = async (stores: Stores, revision: RevisionId) => ({
    counted: (await lastAccepted(stores, row, revision)) ?? revision,
  })
  return decide(deps, actor, row, target, 'confirmed', fallBack)
}

/** Opens the next revision of a returned submission as draft; its answers are those of the one returned. Doing it twice opens once. */
export async function reopenSubmission(
  deps: ReviewDeps,
  actor: Actor,
  id: SubmissionId,
): Promise<SubmissionRow> {
  const row = await getSubmission(deps.database, entryScope(actor), id)
  if (row.state === 'draft') return row
  const to = { state: moveTo(row.state, 'draft'), revision: row.revision + 1 }
  const at = deps.clock.now()
  await deps.database.transaction(async (stores) => {
    if (!(await stores.submissions.move(row.id, { state: row.state, revision: row.revision }, to, at)))
      throw new DomainError('submission-changed')
    await stores.audit.append({
      at,
      actor: actor.person,
      action: 'submission.reopen',
      subject: row.id,
      after: { revision: to.revision },
    })
  })
  return { ...row, ...to }
}

/** Returns the submission when the actor may review it: a review role at the unit that accepts it, or above. */
export async function getForReview(deps: ReviewDeps, actor: Actor, id: SubmissionId): Promise<SubmissionRow> {
  const row = await getSubmission(deps.database, scopeFor(actor, 'review-submission'), id)
  if (!(await accepts(deps, actor, row, 'review-submission'))) throw new DomainError('not-allowed')
  return row
}

/** True when one of the actor's roles allows the action at the unit accepting this submission. */
export async function accepts(
  deps: ReviewDeps,
  actor: Actor,
  row: SubmissionRow,
  action: Action,
): Promise<boolean> {
  const acceptor = await findAcceptor(deps.database, deps.library.form(row.form), row.unitLevels)
  const path = await deps.database.units.path(acceptor, localDateOf(deps.clock.now(), deps.timeZone))
  return isWithin(scopeFor(actor, action), path)
}

/** The unit's own principal confirms; whoever else may, only where no principal is in post. */
export async function mayConfirm(
  { database }: ReviewDeps,
  actor: Actor,
  row: SubmissionRow,
): Promise<boolean> {
  const isOwn = actor.roles.some(
    (held) => held.unit === row.unit && roleAllows(held.role, 'confirm-submission'),
  )
  return isOwn || (await database.people.holders(systemScope, row.unit, ['principal'])).length === 0
}

type Counted = (stores: Stores, revision: RevisionId) => Promise<{ readonly counted: RevisionId | null }>

async function decide(
  deps: ReviewDeps,
  actor: Actor,
  row: SubmissionRow,
  target: Target,
  to: 'confirmed' | 'accepted' | 'returned',
  counted: Counted,
  notice?: NoticeKind,
  reason?: string,
): Promise<SubmissionRow> {
  if (row.revision !== target.revision) throw new DomainError('submission-changed')
  if (await isDoneBy(deps, actor, row, to)) return row
  const state = moveTo(row.state, to)
  const at = deps.clock.now()
  await deps.database.transaction(async (stores) => {
    const [latest] = await stores.submissions.revisions(row.id)
    if (!latest) throw new DomainError('submission-changed')
    const moved = await stores.submissions.move(
      row.id,
      { state: row.state, revision: row.revision },
      { state, revision: row.revision, ...(await counted(stores, latest.id)) },
      at,
    )
    if (!moved) throw new DomainError('submission-changed')
    const outcome = row.state === 'accepted' && to === 'confirmed' ? 'undone' : to
    await stores.submissions.addReview(latest.id, outcome, actor.person, at, reason)
    await stores.audit.append({
      at,
      actor: actor.person,
      action: `submission.${outcome}`,
      subject: row.id,
      before: { state: row.state },
      after: { state, revision: row.revision },
    })
    if (notice) await noticeUnit(stores, row, latest, notice, reason, at, actor)
  })
  return { ...row, state }
}

/** The same officer's tap again, because its answer got lost: it is told what it did. */
async function isDoneBy(
  { database }: ReviewDeps,
  actor: Actor,
  row: SubmissionRow,
  to: SubmissionState,
): Promise<boolean> {
  if (row.state !== to) return false
  const [latest] = await database.submissions.revisions(row.id)
  const last = latest?.reviews.at(-1)
  return last !== undefined && last.by === actor.person && (last.outcome === to || last.outcome === 'undone')
}

/** The principal and whoever submitted are told, each once; not the one who decides. */
async function noticeUnit(
  stores: Stores,
  row: SubmissionRow,
  revision: RevisionRow,
  kind: NoticeKind,
  reason: string | undefined,
  at: Date,
  decider: Actor,
): Promise<void> {
  const params = {
    submission: row.id,
    form: row.form,
    period: row.period,
    unit: row.unitName,
    ...(reason && { reason }),
  }
  const { submittedBy } = revision
  const but = [submittedBy, decider.person]
  await noticeHolders(stores, row.unit, ['principal', 'contributor'], kind, params, at, but)
  if (submittedBy === decider.person) return
  await noticePerson(stores, await stores.people.get(submittedBy), kind, params, at)
}
