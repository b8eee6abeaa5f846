import { type Actor, scopeFor } from '../domain/access.ts'
import type { OrgUnitId, PersonId } from '../domain/brand.ts'
import { addDays, instantOf } from '../domain/local-date.ts'
import { today } from './form-window.ts'
import type { AuditEntry, Clock, Database } from './ports.ts'

export interface AuditDeps {
  readonly database: Database
  readonly clock: Clock
  readonly timeZone: string
}

/** What to look for. */
export interface AuditQuestion {
  /** Today and the days before it; 0: since ever. */
  readonly days: number
  readonly actor?: PersonId
  readonly unit?: OrgUnitId
}

export const AUDIT_DAYS = [1, 7, 30, 0] as const
export const AUDIT_PAGE = 10
/** A sheet people can still scroll. */
const MOST_EXPORTED = 20_000

/** Returns a page of what was done in the actor's scope, newest first, and whether there is an older one. */
export async function readAudit(
  deps: AuditDeps,
  actor: Actor,
  question: AuditQuestion,
  page: number,
): Promise<{ readonly entries: readonly AuditEntry[]; readonly hasOlder: boolean }> {
  const wanted = { ...filterOf(deps, question), limit: AUDIT_PAGE + 1, offset: page * AUDIT_PAGE }
  const found = await deps.database.audit.page(scopeFor(actor, 'see-audit'), wanted)
  return { entries: found.slice(0, AUDIT_PAGE), hasOlder: found.length > AUDIT_PAGE }
}

/** Returns all of it, up to what a sheet can hold; that it was taken out is itself written down. */
export async function exportAudit(
  deps: AuditDeps,
  actor: Actor,
  question: AuditQuestion,
): Promise<readonly AuditEntry[]> {
  const wanted = { ...filterOf(deps, question), limit: MOST_EXPORTED }
  const entries = await deps.database.audit.page(scopeFor(actor, 'see-audit'), wanted)
  await deps.database.audit.append({
    ...{ at: deps.clock.now(), actor: actor.person, action: 'audit.export', subject: 'audit' },
    after: { entries: entries.length, days: question.days },
  })
  return entries
}

function filterOf(deps: AuditDeps, { days, actor, unit }: AuditQuestion) {
  const since = days > 0 ? instantOf(addDays(today(deps), 1 - days), '00:00', deps.timeZone) : undefined
  return { ...(since && { since }), ...(actor && { actor }), ...(unit && { unit }) }
}
