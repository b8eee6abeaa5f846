import { deadlineOf, type FormStatus, formStatus } from '../domain/deadline.ts'
import { DomainError } from '../domain/errors.ts'
import type { Form } from '../domain/form.ts'
import { type LocalDate, localDateOf } from '../domain/local-date.ts'
import { getPeriod, type Period, periodEnd } from '../domain/period.ts'
import type { Clock, Database, SubmissionRow } from './ports.ts'

export interface WindowDeps {
  readonly database: Pick<Database, 'plans' | 'unlocks'>
  readonly clock: Clock
  readonly timeZone: string
}

/** Statuses in which figures may be entered. */
export type OpenStatus = Extract<FormStatus, { readonly state: 'open' | 'due-today' | 'late' }>

/** Returns today in the installation's time zone. */
export const today = (deps: Pick<WindowDeps, 'clock' | 'timeZone'>): LocalDate =>
  localDateOf(deps.clock.now(), deps.timeZone)

/** Due dates an administrator set, by form and period. */
export type LocalDeadlines = ReadonlyMap<string, string>

export const localDueOn = (
  local: LocalDeadlines,
  form: Pick<Form, 'code'>,
  period: Period,
): LocalDate | undefined => local.get(`${form.code} ${period}`) as LocalDate | undefined

/** Returns the day on which the units that owe a form are counted: its due date, else the period's last day. */
export const countedOn = (form: Form, period: Period, local: LocalDeadlines): LocalDate =>
  deadlineOf(form, period, localDueOn(local, form, period))?.dueOn ?? periodEnd(period)

export const isOpen = (status: FormStatus): status is OpenStatus =>
  status.state === 'open' || status.state === 'due-today' || status.state === 'late'

/** Throws submission-locked once the consolidating unit's own report is due; form-not-open before the window and for plans that are over. */
export async function requireOpen(
  deps: WindowDeps,
  form: Form,
  row: Pick<SubmissionRow, 'period'> & Partial<Pick<SubmissionRow, 'id'>>,
): Promise<FormStatus> {
  const period = getPeriod(row.period)
  const local = localDueOn(await deps.database.plans.localDeadlines(), form, period)
  const status = formStatus(form, period, today(deps), local === undefined ? {} : { local })
  if (isOpen(status) || (status.state === 'locked' && (await isUnlocked(deps, row.id)))) return status
  throw new DomainError(status.state === 'locked' ? 'submission-locked' : 'form-not-open')
}

async function isUnlocked(
  { database, clock }: WindowDeps,
  id: SubmissionRow['id'] | undefined,
): Promise<boolean> {
  const until = id === undefined ? undefined : await database.unlocks.openUntil(id)
  return until !== undefined && until > clock.now()
}
