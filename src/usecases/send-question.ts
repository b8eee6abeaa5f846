import { type Actor, systemScope, WHOLE_INSTALLATION } from '../domain/access.ts'
import type { OrgUnit } from '../domain/org-unit.ts'
import type { Plan } from '../domain/plan.ts'
import { type AskDeps, findHomePlan, lastExchange } from './ask-plan.ts'
import { findOffice } from './find-office.ts'
import { today } from './form-window.ts'
import { maySendMore } from './limit-tries.ts'
import { noticePerson } from './notice.ts'

export type SendOutcome = 'sent' | 'too-old' | 'nobody' | 'told-before'

/**
 * Sends the chat's last question to the officers of the asker's unit and tells them: the question and the unit, not who asked.
 * too-old: a newer question has taken its place. nobody: no office is known for it. told-before: too many in a day.
 * Throws: too-many-sent.
 */
export async function sendQuestionOn(
  deps: AskDeps,
  actor: Actor,
  input: { readonly key: string; readonly id: string; readonly chatId: number; readonly askedBy: number },
): Promise<SendOutcome> {
  const exchange = await lastExchange(deps, input.key)
  if (exchange?.id !== input.id) return 'too-old'
  const plan = await findPlan(deps, actor, exchange.topic.plan)
  const unit = await findUnit(deps, actor, plan)
  if (!unit) return 'nobody'
  const at = deps.clock.now()
  if (!(await maySendMore(deps.database.invitations, input.askedBy, 'question', at))) return 'told-before'
  const office = await findOffice(deps.database, unit.id, today(deps))
  await deps.database.transaction(async (stores) => {
    const question = await stores.asks.addQuestion({
      exchange: `${input.key} ${input.id}`,
      askedBy: actor.person,
      chatId: input.chatId,
      unit: unit.id,
      audience: plan?.audience ?? 'registered',
      text: exchange.question,
      at,
      ...(plan && { plan: plan.code }),
    })
    if (!question) return
    await stores.invitations.recordTry(input.askedBy, at, 'question')
    await stores.audit.append({ at, actor: actor.person, action: 'question.ask', subject: question })
    const params = { question, text: exchange.question, unit: unit.name }
    for (const officer of office) await noticePerson(stores, officer, 'question-asked', params, at)
  })
  return office.length > 0 ? 'sent' : 'nobody'
}

/** The plan the refusal was about, else that of the asker's unit. */
async function findPlan(deps: AskDeps, actor: Actor, code: string | undefined): Promise<Plan | undefined> {
  const home = ownUnit(actor)
  const about = code ?? (home && (await findHomePlan(deps, home)))
  return deps.library.plans.find((plan) => plan.code === about)
}

/** The asker's own unit; for whoever belongs to none, that of the plan. */
async function findUnit(deps: AskDeps, actor: Actor, plan: Plan | undefined): Promise<OrgUnit | undefined> {
  const { units } = deps.database
  const own = ownUnit(actor)
  const found = own && (await units.find(systemScope, own))
  return found ?? (plan && (await units.findByCode(systemScope, plan.unit)))
}

const ownUnit = (actor: Actor) => actor.roles.find(({ unit }) => unit !== WHOLE_INSTALLATION)?.unit
