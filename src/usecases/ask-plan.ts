import type { Answer, Asker, Topic } from '../ask/index.ts'
import { systemScope } from '../domain/access.ts'
import type { OrgUnitId } from '../domain/brand.ts'
import { localDateOf, toLocalDate } from '../domain/local-date.ts'
import type { Audience, OfficeAnswer } from '../domain/office-answer.ts'
import type { PlanLibrary } from '../domain/plan.ts'
import type { Locale } from '../domain/text.ts'
import type { AskGate } from './ask-gate.ts'
import { today } from './form-window.ts'
import type { Clock, Database } from './ports.ts'

export type { Answer, Asker, Topic }

export interface AskDeps {
  readonly database: Database
  readonly library: PlanLibrary
  readonly asker: Asker
  readonly clock: Clock
  readonly timeZone: string
}

export interface AskPlanDeps extends AskDeps {
  readonly askGate: AskGate
}

/** What a chat keeps between two questions: the topic, and what the buttons under the last answer stand for. */
export interface Exchange {
  readonly topic: Topic
  readonly id: string
  readonly question: string
  /** Fully specified questions of the choices, in order. */
  readonly choices: readonly string[]
}

export interface AskInput {
  /** `<chat>:<person>` */
  readonly key: string
  /** Who asks, by the account; held to so many questions. */
  readonly asker: string
  /** Names this exchange, so that a button under an older answer is recognised as such. */
  readonly id: string
  readonly question: string
  /** The unit whose plan is meant when none is named. */
  readonly home?: OrgUnitId
  /** Strangers read public plans and answers only. */
  readonly audience: Audience
  readonly locale?: Locale
}

/**
 * Returns the answer to a question in a chat, and keeps its topic for the follow-up. Undefined: asked too often, and told so before.
 * Throws: asked-too-often.
 */
export async function askPlan(deps: AskPlanDeps, input: AskInput): Promise<Answer | undefined> {
  if (!deps.askGate.letsIn(input.asker, deps.clock.now())) return undefined
  const before = await lastExchange(deps, input.key)
  const home = input.home && (await findHomePlan(deps, input.home))
  const answer = deps.asker.ask(input.question, {
    today: today(deps),
    audience: input.audience,
    office: await readableAnswers(deps, input.audience),
    ...(before && { topic: before.topic }),
    ...(home !== undefined && { home }),
    ...(input.locale && { locale: input.locale }),
  })
  const choices = answer.choices.map(({ question }) => question)
  const exchange: Exchange = { topic: answer.topic, id: input.id, question: input.question, choices }
  await deps.database.asks.setTopic(input.key, exchange, deps.clock.now())
  return answer
}

async function readableAnswers(deps: AskDeps, audience: Audience): Promise<readonly OfficeAnswer[]> {
  const kept = await deps.database.asks.listKept(toLocalDate(today(deps)))
  return kept
    .filter((one) => audience === 'registered' || one.audience === 'public')
    .map(({ answeredAt, ...one }) => ({ ...one, answeredOn: localDateOf(answeredAt, deps.timeZone) }))
}

/** Returns the question a button under the chat's last answer stands for; undefined when the answer is older. */
export async function findChoice(
  deps: AskDeps,
  key: string,
  id: string,
  index: number,
): Promise<string | undefined> {
  const exchange = await lastExchange(deps, key)
  return exchange?.id === id ? exchange.choices[index] : undefined
}

/** Returns the code of the plan nearest above a unit in the reporting hierarchy. */
export async function findHomePlan(
  deps: Pick<AskDeps, 'database' | 'library' | 'clock' | 'timeZone'>,
  unit: OrgUnitId,
): Promise<string | undefined> {
  for (const id of await deps.database.units.path(unit, today(deps))) {
    const above = await deps.database.units.find(systemScope, id)
    const plan = deps.library.plans.find((each) => each.unit === above?.code)
    if (plan) return plan.code
  }
  return undefined
}

/** What the chat last asked; undefined when it never did. */
export const lastExchange = async (deps: AskDeps, key: string): Promise<Exchange | undefined> =>
  (await deps.database.asks.topic(key)) as Exchange | undefined
