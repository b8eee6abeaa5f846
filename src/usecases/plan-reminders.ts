import { type Role, systemScope } from '../domain/access.ts'
import type { OrgUnitId, PersonId, SubmissionId } from '../domain/brand.ts'
import { answerMap, isAnswered, planForm } from '../domain/form-plan.ts'
import { groupBy } from '../domain/group-by.ts'
import { type LocalDate, localDateOf } from '../domain/local-date.ts'
import type { OwingForm } from './list-owing.ts'
import type { Assignment, Clock, Database, OwingUnit, Recipient } from './ports.ts'

/** One form a person is to see to; plain JSON, as it is kept in the outbox. */
export interface ReminderItem {
  readonly form: string
  readonly period: string
  readonly unit: { readonly id: OrgUnitId; readonly code: string; readonly name: string }
  readonly dueOn: LocalDate
  readonly isLocal: boolean
  /** The due date itself is no working day, and this is the last one before it. */
  readonly isLastWorkingDay?: boolean
  readonly submission?: SubmissionId
  readonly state?: NonNullable<OwingUnit['state']>
  /** The form was handed in; the results that come later are asked for. */
  readonly isLate?: true
}

/** A person with all that they are to see to. */
export interface Reminded extends Omit<Recipient, 'unit'> {
  readonly items: readonly ReminderItem[]
}

export interface ReminderPlan {
  readonly people: readonly Reminded[]
  /** By `itemKey`: who answers for it; nobody where the unit has nobody registered. */
  readonly answering: ReadonlyMap<string, readonly Recipient[]>
}

export interface ReminderDeps {
  readonly database: Database
  readonly clock: Clock
  readonly timeZone: string
}

export const itemKey = (form: string, period: string, unit: OrgUnitId): string => `${form} ${period} ${unit}`

/** At most so many reminders in seven days, an officer's among them. */
export const WEEKLY_LIMIT = 3
const DAYS_OF_A_WEEK = 7

/** Why a person is not reminded now; free: nothing speaks against it. */
export type Reach = 'free' | 'absent' | 'blocked' | 'muted' | 'today' | 'week'

/** Returns whether a person may be reminded on `day`. */
export function reachOf(
  { person, consentedAt, isBlocked, mutedUntil, remindedAt, reminders }: Omit<Recipient, 'unit'>,
  now: Date,
  day: LocalDate,
  timeZone: string,
): Reach {
  if (person.telegramUserId === undefined || consentedAt === undefined) return 'absent'
  if (isBlocked) return 'blocked'
  if (mutedUntil !== undefined && mutedUntil > now) return 'muted'
  if (remindedAt !== undefined && localDateOf(remindedAt, timeZone) >= day) return 'today'
  return reminders >= WEEKLY_LIMIT ? 'week' : 'free'
}

/** From when on reminders count towards the week's limit. */
export const weekBefore = (now: Date): Date => new Date(now.getTime() - DAYS_OF_A_WEEK * 24 * 3600_000)

const FILLING: readonly Role[] = ['principal', 'contributor', 'teacher']

/**
 * Returns who is to be reminded of what: teachers of what they were given and have not answered; the principal or contact of the
 * rest, of what waits for their confirmation, and of everything once it is late.
 */
export async function planReminders(deps: ReminderDeps, owing: readonly OwingForm[]): Promise<ReminderPlan> {
  const { reminders } = deps.database
  const units = [...new Set(owing.flatMap((form) => form.units.map(({ unit }) => unit.id)))]
  const recipients = groupBy(
    await reminders.recipients(systemScope, units, FILLING, weekBefore(deps.clock.now())),
    ({ unit }) => unit,
  )
  const given = await listGiven(deps, owing)
  const answering = new Map<string, readonly Recipient[]>()
  const people = new Map<PersonId, Reminded>()
  for (const form of owing) {
    for (const each of form.units) {
      const item = itemOf(form, each)
      const those = whoAnswers(form, each, recipients.get(each.unit.id) ?? [], given)
      answering.set(itemKey(item.form, item.period, each.unit.id), those)
      for (const recipient of those) addItem(people, recipient, item)
    }
  }
  return { people: [...people.values()], answering }
}

function addItem(people: Map<PersonId, Reminded>, recipient: Recipient, item: ReminderItem): void {
  const known = people.get(recipient.person.id)
  people.set(recipient.person.id, { ...(known ?? recipient), items: [...(known?.items ?? []), item] })
}

const itemOf = (
  { form, period, deadline, isLate }: OwingForm,
  { unit, submission, state }: OwingUnit,
): ReminderItem => ({
  form: form.code,
  period,
  unit: { id: unit.id, code: unit.code, name: unit.name },
  dueOn: deadline.dueOn,
  isLocal: deadline.isLocal,
  ...(submission && { submission }),
  ...(state && { state }),
  ...(isLate && { isLate }),
})

/** A part given to a teacher. */
interface Given extends Assignment {
  readonly isAnswered: boolean
}

type GivenParts = ReadonlyMap<SubmissionId, readonly Given[]>

function whoAnswers(
  { status, isLate }: OwingForm,
  { submission, state }: OwingUnit,
  recipients: readonly Recipient[],
  given: GivenParts,
): readonly Recipient[] {
  const leading = recipients.filter(({ role }) => role !== 'teacher')
  if (isLate) return leading
  if (state === 'submitted') return leading.filter(({ role }) => role === 'principal')
  const parts = submission === undefined ? [] : (given.get(submission) ?? [])
  const open = parts.filter((part) => !part.isAnswered)
  const teachers = recipients.filter(
    ({ role, person }) => role === 'teacher' && open.some((part) => part.person === person.id),
  )
  const isAllWithTeachers = teachers.length > 0 && open.some(({ sections }) => sections.length === 0)
  return isAllWithTeachers && status.state !== 'late' ? teachers : [...leading, ...teachers]
}

/** The parts given of what is still being filled, and whether they are answered. */
async function listGiven({ database }: ReminderDeps, owing: readonly OwingForm[]): Promise<GivenParts> {
  const drafts = owing.flatMap(({ form, units }) =>
    units.flatMap(({ submission, unit }) =>
      submission === undefined ? [] : [[submission, { form, levels: unit.levels }] as const],
    ),
  )
  const assigned = await database.reminders.assignees(drafts.map(([id]) => id))
  const bySubmission = groupBy(assigned, ({ submission }) => submission)
  const about = new Map(drafts)
  const found = new Map<SubmissionId, readonly Given[]>()
  for (const [id, parts] of bySubmission) {
    const asked = about.get(id)
    if (asked === undefined) continue
    const answers = answerMap(await database.submissions.answers(id))
    const isDone = ({ sections }: Assignment): boolean =>
      planForm(asked.form, asked.levels, sections.length === 0 ? undefined : sections).every(
        (planned) => planned.question.isLate || isAnswered(planned, answers),
      )
    found.set(
      id,
      parts.map((part) => ({ ...part, isAnswered: isDone(part) })),
    )
  }
  return found
}

/** Returns the day on which the person was last reminded, or came in. Missing: undefined of one who is not in. */
export function lastTold(
  { remindedAt, consentedAt }: Pick<Recipient, 'remindedAt' | 'consentedAt'>,
  timeZone: string,
): LocalDate | undefined {
  const days = [remindedAt, consentedAt].flatMap((at) =>
    at === undefined ? [] : [localDateOf(at, timeZone)],
  )
  return days.toSorted().at(-1)
}
