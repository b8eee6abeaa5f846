import { type Actor, roleAllows, scopeFor } from '../domain/access.ts'
import type { PersonId, RevisionId, SubmissionId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import type { Form } from '../domain/form.ts'
import { answerMap, openRequired, planForm } from '../domain/form-plan.ts'
import { getPeriod } from '../domain/period.ts'
import type { PlanLibrary } from '../domain/plan.ts'
import { buildReceipt } from '../domain/receipt.ts'
import { checkSubmission } from '../domain/rules-check.ts'
import { type DraftAnswer, moveTo } from '../domain/submission.ts'
import { requireOpen } from './form-window.ts'
import { noticeHolders } from './notice.ts'
import { getSession } from './open-form.ts'
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
 * Freezes the draft as a revision and hands it in; a principal's own submission is submitted and confirmed in one transaction, as is
 * what an officer enters on behalf. Doing it twice hands in once, and gives the same receipt.
 * Throws: submission-not-open, submission-incomplete, submission-locked, submission-not-found, not-assigned (only blocks were given).
 */
export async function submitForm(deps: SubmitDeps, actor: Actor, id: SubmissionId): Promise<Submitted> {
  const { session, row } = await getSession(deps, actor, id)
  const before = handedIn(row)
  if (before) return before
  if (session.sections) throw new DomainError('not-assigned')
  const { form, plan } = deps.library.form(row.form)
  moveTo(row.state, 'submitted')
  await requireOpen(deps, form, row)
  const answers = await deps.database.submissions.answers(row.id)
  requireSound(deps.library, form, row, answers)

  const isOwn = (await deps.database.submissions.find(scopeFor(actor, 'fill-form'), row.id)) !== undefined
  const handing: Handing = {
    row,
    formVersion: form.version,
    by: actor.person,
    at: deps.clock.now(),
    source: isOwn ? sourceOf(answers) : 'on-behalf',
    receipt: row.receipt ?? buildReceipt(plan.code, getPeriod(row.period), deps.random(8)),
    isConfirmed: !isOwn || confirmsFor(actor, row),
  }
  await deps.database.transaction((stores) => handIn(stores, handing))
  const state = handing.isConfirmed ? 'confirmed' : 'submitted'
  return { submission: { ...row, state, receipt: handing.receipt }, receipt: handing.receipt, state }
}

/** Complete, and no hard rule touched by the answers together. */
function requireSound(
  library: PlanLibrary,
  form: Form,
  row: SubmissionRow,
  answers: readonly DraftAnswer[],
): void {
  const planned = planForm(form, row.unitLevels)
  const open = openRequired(planned, answerMap(answers))
  const values = new Map(answers.map(({ element, value }) => [element, value]))
  const elements = new Map([...values.keys()].map((code) => [code, library.element(code)]))
  const { hard } = checkSubmission({ form, elements, answers: values, last: new Map() })
  if (open.length + hard.length > 0)
    throw new DomainError('submission-incomplete', { count: open.length + hard.length })
}

interface Handing {
  readonly row: SubmissionRow
  readonly formVersion: number
  readonly by: PersonId
  readonly at: Date
  readonly source: RevisionRow['source']
  readonly receipt: string
  readonly isConfirmed: boolean
}

async function handIn(
  stores: Stores,
  { row, formVersion, by, at, source, receipt, isConfirmed }: Handing,
): Promise<void> {
  const { submissions, audit } = stores
  const revision = await submissions.freeze({
    id: row.id,
    number: row.revision,
    formVersion,
    by,
    at,
    source,
    receipt,
  })
  if (isConfirmed) await submissions.addReview(revision, 'confirmed', by, at)
  const to = {
    state: isConfirmed ? ('confirmed' as const) : ('submitted' as const),
    revision: row.revision,
    ...(isConfirmed && { counted: await countedOn(stores, row, revision) }),
  }
  if (!(await submissions.move(row.id, { state: row.state, revision: row.revision }, to, at)))
    throw new DomainError('submission-changed')
  await audit.append({
    at,
    actor: by,
    action: 'submission.submit',
    subject: row.id,
    after: { revision: row.revision, source },
  })
  if (isConfirmed)
    await audit.append({
      at,
      actor: by,
      action: 'submission.confirm',
      subject: row.id,
      after: { revision: row.revision },
    })
  const params = { submission: row.id, form: row.form, period: row.period, unit: row.unitName }
  if (!isConfirmed) await noticeHolders(stores, row.unit, ['principal'], 'confirm-asked', params, at)
  if (source === 'on-behalf')
    await noticeHolders(stores, row.unit, ['principal', 'contributor'], 'on-behalf', params, at, [by])
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
