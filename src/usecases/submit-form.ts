import type { Actor } from '../domain/access.ts'
import type { SubmissionId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import type { Form } from '../domain/form.ts'
import { answerMap, openRequired, planForm } from '../domain/form-plan.ts'
import { getPeriod } from '../domain/period.ts'
import type { PlanLibrary } from '../domain/plan.ts'
import { buildReceipt } from '../domain/receipt.ts'
import { checkSubmission } from '../domain/rules-check.ts'
import { type DraftAnswer, moveTo } from '../domain/submission.ts'
import { requireOpen } from './form-window.ts'
import { type Handing, handIn, handingBy } from './hand-in.ts'
import { getSession } from './open-form.ts'
import type { Clock, Database, RandomBytes, SubmissionRow } from './ports.ts'

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

  const handing: Handing = {
    ...{ row, number: row.revision, formVersion: form.version, by: actor.person, at: deps.clock.now() },
    ...(await handingBy(deps.database, actor, row, answers)),
    receipt: row.receipt ?? buildReceipt(plan.code, getPeriod(row.period), deps.random(8)),
  }
  await deps.database.transaction((stores) => handIn(stores, handing))
  const state = handing.isConfirmed ? 'confirmed' : 'submitted'
  return { submission: { ...row, state, receipt: handing.receipt }, receipt: handing.receipt, state }
}

/** Complete, and no hard rule touched by the answers together. */
export function requireSound(
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

/** A tap that comes again, or once more after its answer got lost, is told what it did. */
export function handedIn(submission: SubmissionRow): Submitted | undefined {
  const { state, receipt } = submission
  if (receipt === undefined || state === 'draft' || state === 'returned') return undefined
  return { submission, receipt, state: state === 'submitted' ? 'submitted' : 'confirmed' }
}
