import { type Actor, type Scope, scopeFor } from '../domain/access.ts'
import type { ProgressRow } from '../domain/digest.ts'
import { DomainError } from '../domain/errors.ts'
import { type Period, periodAt } from '../domain/period.ts'
import type { Plan, Target } from '../domain/plan.ts'
import type { Answer, AskDeps } from './ask-plan.ts'
import { today } from './form-window.ts'
import { getProgress } from './get-progress.ts'

/** Where a place stands to a target: what has been reported so far, not what the plan says. */
export interface Reached {
  readonly unit: string
  readonly period: Period
  /** Local moment of the figures. */
  readonly asOf: string
  readonly row: ProgressRow
}

/**
 * Returns the figure of this year beside the target of an answer; undefined when whoever looks may not see it, when nobody has
 * reported one, or when the answer is of several targets that stand for different figures.
 */
export async function findReached(
  deps: Omit<AskDeps, 'asker'>,
  by: { readonly actor: Actor } | { readonly scope: Scope },
  answer: Answer,
): Promise<Reached | undefined> {
  const asked = targetOf(deps, answer)
  if (!asked) return undefined
  const scope = 'actor' in by ? scopeFor(by.actor, 'see-progress') : by.scope
  const unit = await deps.database.units.findByCode(scope, asked.plan.unit)
  if (!unit) return undefined
  const period = periodAt('year', today(deps))
  const { library, timeZone, clock, database } = deps
  const progress = await getProgress(
    { ...database, library, timeZone },
    { ...by, unit: unit.id, period, plan: asked.plan.code, now: clock.now() },
  ).catch(unlessRefused)
  const row = progress?.rows.find((each) => isOf(each, asked.target))
  const isKnown = row !== undefined && (row.value !== null || row.interval !== undefined)
  return progress && isKnown ? { unit: progress.unit.name, period, asOf: progress.asOf, row } : undefined
}

/** The one figure the answer's targets are about. */
function targetOf(
  { library }: Pick<AskDeps, 'library'>,
  { behaviour, parts }: Answer,
): { readonly plan: Plan; readonly target: Target } | undefined {
  if (behaviour !== 'answer') return undefined
  const found = parts.flatMap(({ kind, id, plan: code }) => {
    const plan = library.plans.find((each) => each.code === code)
    const target = plan?.targets.find((each) => each.id === id)
    return kind === 'target' && plan && target ? [{ plan, target }] : []
  })
  const figures = new Set(found.map(({ plan, target }) => `${plan.code} ${keyOf(target)}`))
  return figures.size === 1 ? found[0] : undefined
}

const keyOf = ({ indicator, levels }: Pick<Target, 'indicator' | 'levels'>): string =>
  [indicator, ...levels.toSorted()].join(' ')

const isOf = (row: ProgressRow, target: Target): boolean => keyOf(row) === keyOf(target)

/** What may not be seen is not shown; anything else is an error. */
function unlessRefused(error: unknown): undefined {
  if (error instanceof DomainError) return undefined
  throw error
}
