import type { Actor } from '../domain/access.ts'
import type { SubmissionId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import { answerMap, isAnswered, openLate } from '../domain/form-plan.ts'
import { isHandedIn } from '../domain/submission.ts'
import { handIn, handingBy } from './hand-in.ts'
import { type FormSession, fillsOnlyAssigned, getSession, type OpenFormDeps, plannedOf } from './open-form.ts'
import type { SubmissionRow } from './ports.ts'
import { handedIn, requireSound, type SubmitDeps, type Submitted } from './submit-form.ts'

/**
 * Returns the session in which results that come later are added to a form handed in: it asks these alone, and what is reported goes on
 * counting until they are handed in. Throws: submission-not-open (no form handed in, or nothing left to come), not-assigned.
 */
export async function getLateSession(
  deps: OpenFormDeps,
  actor: Actor,
  id: SubmissionId,
): Promise<{ readonly session: FormSession; readonly row: SubmissionRow }> {
  const { session, row } = await getSession(deps, actor, id)
  const late = await listToCome(deps, session, row)
  if (late.length === 0) throw new DomainError('submission-not-open', { state: row.state })
  // A teacher answers, and whoever answers for the unit hands it in.
  const sections =
    session.sections ?? (fillsOnlyAssigned(actor, row.unit) ? sectionsOf(deps, session) : undefined)
  return { session: { ...session, late, ...(sections && { sections }) }, row }
}

/**
 * Hands in, as the next revision, the results that came later; those still to come stay open. Doing it twice hands in once.
 * Throws: submission-not-open, submission-incomplete (none is answered, or a rule is touched), not-assigned, submission-changed.
 */
export async function addLateResults(deps: SubmitDeps, actor: Actor, id: SubmissionId): Promise<Submitted> {
  const { session, row } = await getSession(deps, actor, id)
  const before = handedIn(row)
  if (!before) throw new DomainError('submission-not-open', { state: row.state })
  const toCome = await listToCome(deps, session, row)
  const { form } = deps.library.form(row.form)
  const answered = plannedOf(deps.library, { ...session, late: toCome }).filter((each) =>
    isAnswered(each, session.answers),
  )
  if (answered.length === 0) {
    if (toCome.length > 0) throw new DomainError('submission-incomplete', { count: toCome.length })
    return before
  }
  const answers = await deps.database.submissions.answers(row.id)
  requireSound(deps.library, form, row, answers)
  const by = await handingBy(deps.database, actor, row, answers)
  if (session.sections || !by.isConfirmed) throw new DomainError('not-assigned')
  const handing = {
    ...{ row, number: row.revision + 1, formVersion: form.version, by: actor.person, at: deps.clock.now() },
    ...{ ...by, receipt: before.receipt },
  }
  await deps.database.transaction((stores) => handIn(stores, handing))
  const submission = { ...row, state: 'confirmed' as const, revision: handing.number }
  return { submission, receipt: before.receipt, state: 'confirmed' }
}

/** Returns the ids of the questions that the newest revision of a form handed in leaves to come; none of a draft. */
export async function listToCome(
  { database, library }: OpenFormDeps,
  session: FormSession,
  { state }: SubmissionRow,
): Promise<readonly string[]> {
  const late = plannedOf(library, session).filter(({ question }) => question.isLate)
  if (late.length === 0 || !isHandedIn(state)) return []
  const [revision] = await database.submissions.revisions(session.submission)
  return openLate(late, answerMap(revision?.values ?? [])).map(({ question }) => question.id)
}

const sectionsOf = ({ library }: OpenFormDeps, session: FormSession): readonly string[] => [
  ...new Set(plannedOf(library, session).map(({ section }) => section.id)),
]
