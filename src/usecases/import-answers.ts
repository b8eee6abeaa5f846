import type { Actor } from '../domain/access.ts'
import type { Value } from '../domain/data-element.ts'
import { DomainError } from '../domain/errors.ts'
import {
  type AskedQuestion,
  type LineRefused,
  type ReadAnswers,
  readGivenAnswers,
} from '../domain/given-answer.ts'
import { type PastedAnswers, readPastedAnswers } from '../domain/pasted-answers.ts'
import { settleAnswers } from '../domain/settle-answers.ts'
import type { DraftAnswer } from '../domain/submission.ts'
import { today } from './form-window.ts'
import { givenInTemplate } from './given-in-template.ts'
import {
  entryScope,
  type FormSession,
  getSession,
  type OpenFormDeps,
  openForm,
  plannedOf,
} from './open-form.ts'
import type { FilledTemplate, SubmissionRow } from './ports.ts'

/** A draft after many answers were given at once. */
export interface Imported {
  readonly session: FormSession
  readonly row: SubmissionRow
  /** Questions answered by it. */
  readonly stored: number
  /** What was not taken, line by line. */
  readonly refused: readonly LineRefused[]
  /** The file was made for another version of the form; what is still asked was taken. */
  readonly isOlder: boolean
}

/** Where answers are meant to go. */
export interface ImportTarget {
  readonly form: string
  readonly period: string
  readonly unitCode: string
}

type SessionParts = Pick<FormSession, 'form' | 'levels' | 'last' | 'answers' | 'sections' | 'late'>

/** Returns the questions of a form as the unit meets them, with what reading their answers needs. */
export function askedQuestions(
  deps: Pick<OpenFormDeps, 'library' | 'clock' | 'timeZone'>,
  actor: Pick<Actor, 'locale'>,
  session: SessionParts,
): readonly AskedQuestion[] {
  const { last, answers } = session
  const base = { locale: actor.locale, today: today(deps), last }
  return plannedOf(deps.library, session).map(({ asks }) => {
    const elements = asks.map((code) => deps.library.element(code))
    const above = elements[0]?.atMost === undefined ? undefined : answers[elements[0].atMost]
    return { elements, context: { ...base, ...(above?.kind === 'count' && { denominator: above.count }) } }
  })
}

/** Returns what of a message can be stored in the draft as it stands, and the lines that cannot. Stores nothing. */
export function readPasted(
  deps: Pick<OpenFormDeps, 'library' | 'clock' | 'timeZone'>,
  actor: Pick<Actor, 'locale'>,
  session: SessionParts,
  text: string,
): PastedAnswers {
  const read = readPastedAnswers(text, askedQuestions(deps, actor, session))
  return { ...read, ...settle(deps, session, read) }
}

/** Stores what a message answers in the draft of a form. Throws: unit-not-found, form-not-found, form-not-open, submission-not-open. */
export async function importPasted(
  deps: OpenFormDeps,
  actor: Actor,
  target: ImportTarget,
  text: string,
): Promise<Imported> {
  const session = await openTarget(deps, actor, target)
  return store(deps, actor, session, readPasted(deps, actor, session, text))
}

/**
 * Stores what a filled template answers. It says itself which form, period and unit it is of; whether the actor may fill that is
 * decided here. Throws: unit-not-found, form-not-found, form-not-open, submission-locked, submission-not-open, period-invalid.
 */
export async function importTemplate(
  deps: OpenFormDeps,
  actor: Actor,
  file: FilledTemplate,
): Promise<Imported> {
  const session = await openTarget(deps, actor, file)
  const questions = askedQuestions(deps, actor, session)
  const { given, refused } = givenInTemplate(file, questions)
  const read = readGivenAnswers(given, questions)
  const settled = settle(deps, session, { ...read, refused: [...refused, ...read.refused] })
  const isOlder = file.formVersion !== session.formVersion
  return { ...(await store(deps, actor, session, settled, 'upload')), isOlder }
}

async function openTarget(deps: OpenFormDeps, actor: Actor, target: ImportTarget): Promise<FormSession> {
  const unit = await deps.database.units.findByCode(entryScope(actor), target.unitCode)
  if (!unit) throw new DomainError('unit-not-found')
  return openForm(deps, actor, { form: target.form, unit: unit.id, period: target.period })
}

function settle(
  { library }: Pick<OpenFormDeps, 'library'>,
  { form, answers, last }: SessionParts,
  read: ReadAnswers,
): ReadAnswers {
  const element = library.element.bind(library)
  return settleAnswers(read, { form: library.form(form).form, element, answers, last })
}

/** All of it in one transaction, which also holds the draft, so that nobody submits it meanwhile. */
async function store(
  deps: OpenFormDeps,
  actor: Actor,
  session: FormSession,
  { understood, refused }: ReadAnswers,
  source?: 'upload',
): Promise<Imported> {
  const at = deps.clock.now()
  const answers = understood.flatMap(({ values, reason }) =>
    (Object.entries(values) as [string, Value][]).map(
      ([element, value]): DraftAnswer => ({
        ...{ element, value, by: actor.person, at },
        ...(reason !== undefined && value.kind !== 'missing' && { reason }),
        ...(source && { source }),
      }),
    ),
  )
  const row = await deps.database.transaction(async (stores) => {
    const found = await stores.submissions.find(entryScope(actor), session.submission)
    if (!found) throw new DomainError('submission-not-found')
    const asItIs = { state: 'draft', revision: found.revision } as const
    const isDraft = found.state === 'draft' && (await stores.submissions.move(found.id, asItIs, asItIs, at))
    if (!isDraft) throw new DomainError('submission-not-open', { state: found.state })
    if (answers.length > 0) await stores.submissions.saveAnswers(found.id, session.formVersion, answers)
    return found
  })
  const after = await getSession(deps, actor, session.submission)
  return { session: after.session, row, stored: understood.length, refused, isOlder: false }
}
