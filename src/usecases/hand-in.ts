import { type Actor, roleAllows, scopeFor } from '../domain/access.ts'
import type { RevisionId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import type { DraftAnswer } from '../domain/submission.ts'
import { noticeHolders } from './notice.ts'
import type { Database, RevisionInput, RevisionRow, Stores, SubmissionRow } from './ports.ts'

/** What freezing a draft as a revision needs to know. */
export interface Handing extends Omit<RevisionInput, 'id'> {
  readonly row: SubmissionRow
  readonly isConfirmed: boolean
}

/** Freezes the draft as a revision, confirms it where it needs no confirming, and tells those who should know. Throws: submission-changed. */
export async function handIn(stores: Stores, { row, isConfirmed, ...frozen }: Handing): Promise<void> {
  const { submissions, audit } = stores
  const { number, by, at, source } = frozen
  const revision = await submissions.freeze({ id: row.id, ...frozen })
  if (isConfirmed) await submissions.addReview(revision, 'confirmed', by, at)
  const to = {
    state: isConfirmed ? ('confirmed' as const) : ('submitted' as const),
    revision: number,
    ...(isConfirmed && { counted: await countedOn(stores, row, revision) }),
  }
  if (!(await submissions.move(row.id, { state: row.state, revision: row.revision }, to, at)))
    throw new DomainError('submission-changed')
  await audit.append({
    at,
    actor: by,
    action: 'submission.submit',
    subject: row.id,
    after: { revision: number, source },
  })
  if (isConfirmed)
    await audit.append({
      at,
      actor: by,
      action: 'submission.confirm',
      subject: row.id,
      after: { revision: number },
    })
  const params = { submission: row.id, form: row.form, period: row.period, unit: row.unitName }
  if (!isConfirmed) await noticeHolders(stores, row.unit, ['principal'], 'confirm-asked', params, at)
  if (source === 'on-behalf')
    await noticeHolders(stores, row.unit, ['principal', 'contributor'], 'on-behalf', params, at, [by])
}

/** Returns how it came and whether it is confirmed at once: by who answers for the unit, or by an officer on its behalf. */
export async function handingBy(
  database: Database,
  actor: Actor,
  row: SubmissionRow,
  answers: readonly DraftAnswer[],
): Promise<Pick<Handing, 'source' | 'isConfirmed'>> {
  const isOwn = (await database.submissions.find(scopeFor(actor, 'fill-form'), row.id)) !== undefined
  return isOwn
    ? { source: sourceOf(answers), isConfirmed: answersFor(actor, row) }
    : { source: 'on-behalf', isConfirmed: true }
}

/** What one sends oneself: an upload when any figure of it came in a file. */
const sourceOf = (answers: readonly DraftAnswer[]): RevisionRow['source'] =>
  answers.some((answer) => answer.source === 'upload') ? 'upload' : 'chat'

/** True of the principal, and of the contact of a unit that has none: what they hand in themselves needs no confirming. */
const answersFor = (actor: Actor, row: SubmissionRow): boolean =>
  actor.roles.some(
    (held) =>
      held.unit === row.unit && (held.role === 'contributor' || roleAllows(held.role, 'confirm-submission')),
  )

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
