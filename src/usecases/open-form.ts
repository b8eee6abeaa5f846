import { type Actor, roleAllows, type Scope, scopeForAny } from '../domain/access.ts'
import type { OrgUnitId, SubmissionId } from '../domain/brand.ts'
import type { ElementCode, Value } from '../domain/data-element.ts'
import { DomainError } from '../domain/errors.ts'
import type { Form } from '../domain/form.ts'
import { type AnswerMap, answerMap, type PlannedQuestion, planForm } from '../domain/form-plan.ts'
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
  /** When each answer was given, in ms: an answer given meanwhile by somebody else is not overwritten unseen. */
  readonly seenAt: Readonly<Record<ElementCode, number>>
  /** Sections the person was given; absent = the whole form. */
  readonly sections?: readonly string[]
  /** Ids of the questions whose results come later; present when only they are added to a form handed in. */
  readonly late?: readonly string[]
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
  const scope = entryScope(actor)
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
  if (row.state === 'draft' && row.receipt === undefined) await takeOver(deps, actor, row, found.form)
  return sessionOf(deps, actor, row)
}

/** Figures the unit has reported of the same period in another form stand in a draft just begun: one figure is asked once. */
async function takeOver(
  { database, clock }: OpenFormDeps,
  actor: Actor,
  row: SubmissionRow,
  form: Form,
): Promise<void> {
  if ((await database.submissions.answers(row.id)).length > 0) return
  const elements = planForm(form, row.unitLevels).flatMap(({ asks }) => asks)
  const known = await database.totals.ownValues(entryScope(actor), row.unit, getPeriod(row.period), elements)
  const answers = [...known].flatMap(([element, value]) =>
    value.kind === 'missing' ? [] : [{ element, value, by: actor.person, at: clock.now() }],
  )
  if (answers.length > 0) await database.submissions.saveAnswers(row.id, form.version, answers)
}

/** Units whose figures the actor may enter: their own, or as an officer those of others. */
export const entryScope = (actor: Actor): Scope => scopeForAny(actor, 'fill-form', 'enter-on-behalf')

/** The session's questions, in order. */
export const plannedOf = (
  library: PlanLibrary,
  { form, levels, sections, late }: Pick<FormSession, 'form' | 'levels' | 'sections' | 'late'>,
): readonly PlannedQuestion[] =>
  planForm(library.form(form).form, levels, sections).filter(
    ({ question }) => late === undefined || late.includes(question.id),
  )

/** Returns the session of a submission in the actor's reach, whatever its state. */
export async function getSession(
  deps: OpenFormDeps,
  actor: Actor,
  id: SubmissionId,
): Promise<{ readonly session: FormSession; readonly row: SubmissionRow }> {
  const row = await getSubmission(deps.database, entryScope(actor), id)
  return { session: await sessionOf(deps, actor, row), row }
}

async function sessionOf(deps: OpenFormDeps, actor: Actor, row: SubmissionRow): Promise<FormSession> {
  const { form } = deps.library.form(row.form)
  const sections = await givenSections(deps, actor, row)
  const answers = await deps.database.submissions.answers(row.id)
  return {
    submission: row.id,
    form: row.form,
    formVersion: form.version,
    period: row.period,
    unitName: row.unitName,
    levels: row.unitLevels,
    answers: answerMap(answers),
    seenAt: Object.fromEntries(answers.map(({ element, at }) => [element, at.getTime()])),
    ...(sections && { sections }),
    ...(await readLastAnswers(deps, form, { id: row.unit, levels: row.unitLevels }, getPeriod(row.period))),
  }
}

/**
 * Returns the sections a person was given, undefined for the whole form. Only teachers need to be given something.
 * Throws: not-assigned.
 */
async function givenSections(
  { database }: OpenFormDeps,
  actor: Actor,
  row: SubmissionRow,
): Promise<readonly string[] | undefined> {
  if (!fillsOnlyAssigned(actor, row.unit)) return undefined
  const given = (await database.assignments.ofPerson(actor.person)).find(
    ({ submission }) => submission === row.id,
  )
  if (!given) throw new DomainError('not-assigned')
  return given.sections.length === 0 ? undefined : given.sections
}

/** True of a teacher without another role that enters the unit's figures. */
export const fillsOnlyAssigned = (actor: Actor, unit: OrgUnitId): boolean =>
  actor.roles.some((held) => held.role === 'teacher' && held.unit === unit) &&
  !actor.roles.some(
    (held) =>
      held.role !== 'teacher' &&
      (roleAllows(held.role, 'enter-on-behalf') ||
        (held.unit === unit && roleAllows(held.role, 'fill-form'))),
  )

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
