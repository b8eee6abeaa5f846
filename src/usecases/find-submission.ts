import { type Actor, type Scope, scopeFor } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import { parseReceipt } from '../domain/receipt.ts'
import type { Database, RevisionRow, SubmissionRow } from './ports.ts'

/** A submission with all its revisions, newest first, and the names of those who acted on it. */
export interface History {
  readonly row: SubmissionRow
  readonly revisions: readonly RevisionRow[]
  /** By person id. */
  readonly names: ReadonlyMap<string, string>
}

interface Deps {
  readonly database: Database
}

/** Returns the submission of a receipt as typed. Throws: receipt-invalid, receipt-mistyped, submission-not-found (also for those not entitled). */
export async function findByReceipt(deps: Deps, actor: Actor, typed: string): Promise<History> {
  const parsed = parseReceipt(typed)
  if (parsed.kind === 'problem') throw new DomainError(parsed.problem)
  return firstHistory(deps, actor, (scope) => deps.database.submissions.findByReceipt(scope, parsed.receipt))
}

/** Returns the history of a submission by id. Throws: submission-not-found. */
export const getHistory = (deps: Deps, actor: Actor, id: SubmissionRow['id']): Promise<History> =>
  firstHistory(deps, actor, (scope) => deps.database.submissions.find(scope, id))

/** Returns the submissions of the actor's own units, newest first. */
export async function listOwnSubmissions(
  { database }: Deps,
  actor: Actor,
): Promise<readonly SubmissionRow[]> {
  const rows = await database.submissions.list(scopeFor(actor, 'fill-form'), {
    units: actor.roles.map(({ unit }) => unit),
  })
  return [...rows].sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
}

async function firstHistory(
  { database }: Deps,
  actor: Actor,
  find: (scope: Scope) => Promise<SubmissionRow | undefined>,
): Promise<History> {
  for (const action of ['see-own-progress', 'see-progress'] as const) {
    const row = await find(scopeFor(actor, action))
    if (!row) continue
    const revisions = await database.submissions.revisions(row.id)
    const people = new Set(
      revisions.flatMap(({ submittedBy, reviews }) => [submittedBy, ...reviews.map(({ by }) => by)]),
    )
    const named = await Promise.all(
      [...people].map(async (id) => [id, (await database.people.get(id)).name] as const),
    )
    return { row, revisions, names: new Map(named) }
  }
  throw new DomainError('submission-not-found')
}
