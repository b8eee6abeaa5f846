import { type Actor, scopeFor } from '../domain/access.ts'
import type { OrgUnitId, PersonId, SubmissionId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import { addDays, type LocalDate } from '../domain/local-date.ts'
import { getSubmission } from './get-submission.ts'
import { noticeHolders, noticePerson } from './notice.ts'
import { getSession, type OpenFormDeps } from './open-form.ts'
import type { Person, Stores } from './ports.ts'

/** Returns the teachers of a unit, to whom its forms may be given. */
export const listAssignees = (
  stores: Pick<Stores, 'people'>,
  actor: Actor,
  unit: OrgUnitId,
): Promise<readonly Person[]> => stores.people.holders(scopeFor(actor, 'assign-form'), unit, ['teacher'])

/**
 * Gives a form, or some of its sections, to a teacher of the unit, who is told; giving again changes what was given.
 * Throws: submission-not-found, not-allowed (the person is no teacher of the unit).
 */
export async function assignForm(
  deps: OpenFormDeps,
  actor: Actor,
  input: {
    readonly submission: SubmissionId
    readonly person: PersonId
    readonly sections: readonly string[]
  },
): Promise<Person> {
  const scope = scopeFor(actor, 'assign-form')
  const row = await getSubmission(deps.database, scope, input.submission)
  const teachers = await listAssignees(deps.database, actor, row.unit)
  const teacher = teachers.find(({ id }) => id === input.person)
  if (!teacher) throw new DomainError('not-allowed')
  const at = deps.clock.now()
  await deps.database.transaction(async (stores) => {
    await stores.assignments.assign({ ...input, by: actor.person }, at)
    const after = { person: input.person, sections: input.sections }
    await stores.audit.append({ at, actor: actor.person, action: 'form.assign', subject: row.id, after })
    const params = {
      submission: row.id,
      form: row.form,
      period: row.period,
      unit: row.unitName,
      sections: input.sections,
    }
    await noticePerson(stores, teacher, 'assigned', params, at)
  })
  return teacher
}

/** Takes a form back from a person; what they answered stays. */
export async function endAssignment(
  deps: OpenFormDeps,
  actor: Actor,
  submission: SubmissionId,
  person: PersonId,
): Promise<void> {
  const row = await getSubmission(deps.database, scopeFor(actor, 'assign-form'), submission)
  const at = deps.clock.now()
  await deps.database.transaction(async (stores) => {
    await stores.assignments.end(row.id, person, at)
    await stores.audit.append({
      at,
      actor: actor.person,
      action: 'form.unassign',
      subject: row.id,
      before: { person },
    })
  })
}

/**
 * Lets a deputy act as principal of the unit from one day to another, both included.
 * Throws: unit-not-found (not the actor's), not-allowed (the person does not work there), period-invalid (ends before it begins).
 */
export async function delegateRole(
  deps: OpenFormDeps,
  actor: Actor,
  input: {
    readonly unit: OrgUnitId
    readonly person: PersonId
    readonly from: LocalDate
    readonly until: LocalDate
  },
): Promise<Person> {
  if (input.until < input.from)
    throw new DomainError('period-invalid', { period: `${input.from}–${input.until}` })
  const unit = await deps.database.units.find(scopeFor(actor, 'assign-form'), input.unit)
  if (!unit) throw new DomainError('unit-not-found')
  const deputy = (await listAssignees(deps.database, actor, unit.id)).find(({ id }) => id === input.person)
  if (!deputy) throw new DomainError('not-allowed')
  const at = deps.clock.now()
  await deps.database.transaction(async (stores) => {
    await stores.people.grant(deputy.id, 'principal', unit.id, input.from, 'active')
    await stores.people.endRole(deputy.id, 'principal', unit.id, addDays(input.until, 1))
    const after = { person: deputy.id, from: input.from, until: input.until }
    await stores.audit.append({ at, actor: actor.person, action: 'role.delegate', subject: unit.id, after })
    await noticePerson(
      stores,
      deputy,
      'delegated',
      { unit: unit.name, from: input.from, until: input.until },
      at,
    )
  })
  return deputy
}

/** Tells the principal that a teacher has answered the part given to them. */
export async function tellPartDone(deps: OpenFormDeps, actor: Actor, id: SubmissionId): Promise<void> {
  const { row } = await getSession(deps, actor, id)
  const at = deps.clock.now()
  const { name } = await deps.database.people.get(actor.person)
  const params = { submission: row.id, form: row.form, period: row.period, unit: row.unitName, name }
  await deps.database.transaction(
    async (stores) => void (await noticeHolders(stores, row.unit, ['principal'], 'part-done', params, at)),
  )
}
