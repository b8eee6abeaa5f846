import { type Actor, type Role, scopeFor, scopeForAny, systemScope } from '../domain/access.ts'
import type { OrgUnitId, PersonId, QuestionId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { today } from './form-window.ts'
import { noticePerson } from './notice.ts'
import type { AskedQuestion, Clock, Database, Person, Stores } from './ports.ts'

export interface QuestionDeps {
  readonly database: Database
  readonly clock: Clock
  readonly timeZone: string
}

export interface QuestionQueue {
  /** Waiting for an answer, oldest first. */
  readonly open: readonly AskedQuestion[]
  /** Answered, and proposed to be kept. */
  readonly proposed: readonly AskedQuestion[]
  /** Told to whoever asks the same, until a day. */
  readonly kept: readonly AskedQuestion[]
}

/** Returns the questions of the actor's units by what they wait for. */
export async function listQuestions(deps: QuestionDeps, actor: Actor): Promise<QuestionQueue> {
  const { asks } = deps.database
  const on = today(deps)
  const approving = scopeFor(actor, 'approve-answer')
  const [open, proposed, kept] = await Promise.all([
    asks.listQuestions(scopeFor(actor, 'answer-question'), { state: 'open' }),
    asks.listQuestions(approving, { keeping: 'proposed', on }),
    asks.listQuestions(approving, { keeping: 'kept', on }),
  ])
  return { open, proposed, kept }
}

/** Throws: question-not-found, also outside the actor's units. */
export async function getQuestion(deps: QuestionDeps, actor: Actor, id: QuestionId): Promise<AskedQuestion> {
  const scope = scopeForAny(actor, 'answer-question', 'approve-answer')
  const question = await deps.database.asks.findQuestion(scope, id)
  if (!question) throw new DomainError('question-not-found')
  return question
}

/**
 * Answers an open question: whoever asked is told. With `keepUntil` it is proposed to be kept as known until that day, and somebody
 * else who may approve it is told. Throws: question-not-found, question-answered, reason-needed (an empty answer), not-allowed.
 */
export async function answerQuestion(
  deps: QuestionDeps,
  actor: Actor,
  id: QuestionId,
  answer: { readonly text: string; readonly keepUntil?: LocalDate },
): Promise<void> {
  const text = answer.text.trim()
  if (text === '') throw new DomainError('reason-needed')
  const question = await deps.database.asks.findQuestion(scopeFor(actor, 'answer-question'), id)
  if (!question) throw new DomainError('question-not-found')
  const at = deps.clock.now()
  await deps.database.transaction(async (stores) => {
    const isFirst = await stores.asks.answerQuestion(id, { ...answer, text, by: actor.person }, at)
    if (!isFirst) throw new DomainError('question-answered')
    await stores.audit.append({
      ...{ at, actor: actor.person, action: 'question.answer', subject: id },
      after: { keepUntil: answer.keepUntil ?? null },
    })
    const asker = await stores.people.get(question.askedBy)
    await noticePerson(stores, asker, 'question-answered', { question: question.text, answer: text }, at)
    if (answer.keepUntil === undefined) return
    const params = { question: id, text: question.text, answer: text, until: answer.keepUntil }
    for (const person of await findApprovers(stores, question.unit, today(deps), actor.person))
      await noticePerson(stores, person, 'answer-proposed', params, at)
  })
}

/**
 * Approves an answer, so that it is told to whoever asks the same until its day, or refuses it; whoever wrote it is told.
 * Throws: question-not-found, question-answered (decided before), answer-own.
 */
export async function decideAnswer(
  deps: QuestionDeps,
  actor: Actor,
  id: QuestionId,
  isApproved: boolean,
): Promise<AskedQuestion> {
  const question = await getForApproval(deps, actor, id)
  if (question.answeredBy === actor.person) throw new DomainError('answer-own')
  const at = deps.clock.now()
  const to = isApproved ? 'kept' : 'refused'
  await deps.database.transaction(async (stores) => {
    if (!(await stores.asks.keepAnswer(id, 'proposed', to, actor.person, at)))
      throw new DomainError('question-answered')
    const action = isApproved ? 'answer.approve' : 'answer.refuse'
    await stores.audit.append({ at, actor: actor.person, action, subject: id })
    if (question.answeredBy === undefined) return
    const params = { text: question.text, isApproved, until: question.keepUntil ?? '' }
    await noticePerson(stores, await stores.people.get(question.answeredBy), 'answer-decided', params, at)
  })
  return question
}

/** Takes back what is kept; it is told to nobody any more. Throws: question-not-found, question-answered (not kept any more). */
export async function withdrawAnswer(
  deps: QuestionDeps,
  actor: Actor,
  id: QuestionId,
): Promise<AskedQuestion> {
  const question = await getForApproval(deps, actor, id)
  const at = deps.clock.now()
  await deps.database.transaction(async (stores) => {
    if (!(await stores.asks.keepAnswer(id, 'kept', 'withdrawn', actor.person, at)))
      throw new DomainError('question-answered')
    await stores.audit.append({ at, actor: actor.person, action: 'answer.withdraw', subject: id })
  })
  return question
}

async function getForApproval(deps: QuestionDeps, actor: Actor, id: QuestionId): Promise<AskedQuestion> {
  const question = await deps.database.asks.findQuestion(scopeFor(actor, 'approve-answer'), id)
  if (!question) throw new DomainError('question-not-found')
  return question
}

const APPROVERS: readonly Role[] = ['officer', 'leader', 'admin']

/** Of officers, then leaders, then administrators: the nearest above the unit but the one who wrote the answer. */
async function findApprovers(
  { units, people }: Pick<Stores, 'units' | 'people'>,
  unit: OrgUnitId,
  on: string,
  but: PersonId,
): Promise<readonly Person[]> {
  const path = await units.path(unit, on)
  for (const role of APPROVERS)
    for (const above of path) {
      const others = (await people.holders(systemScope, above, [role])).filter(({ id }) => id !== but)
      if (others.length > 0) return others
    }
  return []
}
