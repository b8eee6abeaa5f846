import { type Actor, scopeFor } from '../domain/access.ts'
import type { OrgUnitId, SubmissionId } from '../domain/brand.ts'
import type { Value } from '../domain/data-element.ts'
import { DomainError } from '../domain/errors.ts'
import type { Form } from '../domain/form.ts'
import { type AnswerMap, answerMap, planForm } from '../domain/form-plan.ts'
import type { Level } from '../domain/level.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { OrgUnit } from '../domain/org-unit.ts'
import { getPeriod, type Period } from '../domain/period.ts'
import type { PlanLibrary } from '../domain/plan.ts'
import { referenceDate } from '../domain/reference-date.ts'
import { listFormsOf } from './form-access.ts'
import { requireOpen, today, type WindowDeps } from './form-window.ts'
import { getSubmission } from './get-submission.ts'
import type { Database, SubmissionRow } from './ports.ts'

export interface OpenFormDeps extends WindowDeps {
  readonly database: Database
  readonly library: PlanLibrary
}

/** All a chat needs to go on with a draft, rebuilt from the rows each time; plain JSON. */
export interface FormSession {
  readonly submission: SubmissionId
  readonly form: string
  readonly formVersion: number
  readonly period: string
  readonly unitName: string
  readonly levels: readonly Level[]
  readonly answers: AnswerMap
  /** Last counted figures and the period they are of. */
  readonly last: AnswerMap
  readonly lastPeriod?: string
}

/** Opens (or begins) the draft of a form for a unit. Throws: unit-not-found, form-not-found, form-not-open, submission-locked. */
export async function openForm(
  deps: OpenFormDeps,
  actor: Actor,
  input: { readonly form: string; readonly unit: OrgUnitId; readonly period: string },
): Promise<FormSession> {
  const scope = scopeFor(actor, 'fill-form')
  const unit = await deps.database.units.find(scope, input.unit)
  if (!unit) throw new DomainError('unit-not-found')
  const forms = await listFormsOf({ units: deps.database.units, library: deps.library }, unit, today(deps))
  const found = forms.find(({ form }) => form.code === input.form)
  if (!found) throw new DomainError('form-not-found')
  const period = getPeriod(input.period)
  await requireOpen(deps, found.form, { period })
  const row = await deps.database.submissions.open(
    scope,
    { form: found.form.code, formVersion: found.form.version, unit: unit.id, period },
    deps.clock.now(),
  )
  return sessionOf(deps, row)
}

/** Returns the session of a submission in the actor's reach, whatever its state. */
export async function getSession(
  deps: OpenFormDeps,
  actor: Actor,
  id: SubmissionId,
): Promise<{ readonly session: FormSession; readonly row: SubmissionRow }> {
  const row = await getSubmission(deps.database, scopeFor(actor, 'fill-form'), id)
  return { session: await sessionOf(deps, row), row }
}

async function sessionOf(deps: OpenFormDeps, row: SubmissionRow): Promise<FormSession> {
  const { form } = deps.library.form(row.form)
  const answers = await deps.database.submissions.answers(row.id)
  return {
    submission: row.id,
    form: row.form,
    formVersion: form.version,
    period: row.period,
    unitName: row.unitName,
    levels: row.unitLevels,
    answers: answerMap(answers),
    ...(await readLastAnswers(deps, form, { id: row.unit, levels: row.unitLevels }, getPeriod(row.period))),
  }
}

/** Returns the unit's last counted figures that may be taken over into the period, and the period they are of. */
export async function readLastAnswers(
  { database }: Pick<OpenFormDeps, 'database'>,
  form: Form,
  unit: Pick<OrgUnit, 'id' | 'levels'>,
  period: Period,
): Promise<Pick<FormSession, 'last' | 'lastPeriod'>> {
  const elements = planForm(form, unit.levels).flatMap(({ asks }) => asks)
  const last = await database.submissions.lastValues(unit.id, elements, period)
  const on = referenceDate(form, period)
  const lastPeriod = [...last.values()][0]?.period
  return {
    last: Object.fromEntries(
      [...last].flatMap(([element, { value }]) => (holdsOn(value, on) ? [[element, value]] : [])),
    ),
    ...(lastPeriod !== undefined && { lastPeriod }),
  }
}

/** A recognition lasts until it expires; any other figure may be taken over at will. */
const holdsOn = (value: Value, on: LocalDate): boolean =>
  value.kind !== 'recognition' || value.expiresOn === undefined || value.expiresOn >= on
