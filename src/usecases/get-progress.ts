import { type Actor, type Scope, scopeFor } from '../domain/access.ts'
import type { OrgUnitId } from '../domain/brand.ts'
import type { Progress } from '../domain/digest.ts'
import { DomainError } from '../domain/errors.ts'
import { addDays, daysBetween, type LocalDate, localDateOf, toLocalDate } from '../domain/local-date.ts'
import { formatInstant } from '../domain/local-instant.ts'
import { hasEnded, type OrgUnit, type UnitView } from '../domain/org-unit.ts'
import { type Period, periodEnd } from '../domain/period.ts'
import type { PlanLibrary } from '../domain/plan.ts'
import { choosePlan } from './choose-plan.ts'
import type { OrgUnitStore, PlanStore, TotalStore } from './ports.ts'
import { progressQuestions } from './progress-questions.ts'
import { type FormReports, readRows } from './read-rows.ts'
import { requireAlive } from './require-alive.ts'

export interface ProgressDeps {
  readonly units: OrgUnitStore
  readonly totals: TotalStore
  /** Local due dates: the day on which the units of a form are counted. */
  readonly plans: PlanStore
  readonly library: PlanLibrary
  readonly timeZone: string
}

export type ProgressInput = ({ readonly actor: Actor } | { readonly scope: Scope }) & {
  readonly unit: OrgUnitId
  readonly period: Period
  /** Code or document number; absent: the unit's own plan, else that of the nearest unit it reports to. */
  readonly plan?: string
  /** Default: then. */
  readonly view?: UnitView
  readonly now: Date
}

/**
 * Returns where a unit stands in a period: a row for each indicator and set of levels the plan has targets for and a form feeds.
 * Reported, accepted and expected are those of the schools; figures of communes and of the office stand in their rows alone.
 * As then, the unit goes by the name it had at the period's end; one that has ended can be seen no other way.
 * Throws: unit-not-found (also outside what the actor may see), plan-not-found, unit-ended (as now).
 */
export async function getProgress(deps: ProgressDeps, input: ProgressInput): Promise<Progress> {
  const { scope, unit } = await findVisibleUnit(deps.units, input)
  const { view = 'then', period } = input
  const today = localDateOf(input.now, deps.timeZone)
  if (view === 'now') requireAlive(unit, today)
  const plan = await choosePlan(deps, unit.id, { ...input, on: lastDayOf(unit, today) })
  const questions = progressQuestions(deps.library, await deps.plans.localDeadlines(), plan, period)
  const { reports, rows } = await readRows({ ...deps, scope, unit, view }, plan.key, questions)
  const named =
    view === 'now' ? unit : await deps.units.findAsOf(scope, unit.id, nameDay(unit, period, today))
  return {
    unit: { code: unit.code, name: named?.name ?? unit.name },
    period,
    view,
    plan: plan.key,
    asOf: formatInstant(input.now, deps.timeZone),
    ...sumReports(reports, period),
    rows,
  }
}

/** Today, or the last day there was of a unit that has ended. */
const lastDayOf = (unit: OrgUnit, today: LocalDate): LocalDate =>
  hasEnded(unit, today) ? addDays(toLocalDate(unit.validTo ?? today), -1) : today

/** The day whose name is shown: the period's last, as far as it has come and the unit was there. */
const nameDay = (unit: OrgUnit, period: Period, today: LocalDate): LocalDate => {
  const last = lastDayOf(unit, today)
  const end = periodEnd(period)
  return daysBetween(end, last) > 0 ? end : last
}

/** Those who see only their own unit see it alone: the scope of a role held for exactly this unit. */
async function findVisibleUnit(
  units: OrgUnitStore,
  input: ProgressInput,
): Promise<{ readonly scope: Scope; readonly unit: OrgUnit }> {
  const scopes =
    'scope' in input
      ? [input.scope]
      : [scopeFor(input.actor, 'see-progress'), ownScope(input.actor, input.unit)]
  for (const scope of scopes) {
    const unit = await units.find(scope, input.unit)
    if (unit !== undefined) return { scope, unit }
  }
  throw new DomainError('unit-not-found')
}

const ownScope = (actor: Actor, unit: OrgUnitId): Scope =>
  scopeFor({ ...actor, roles: actor.roles.filter((held) => held.unit === unit) }, 'see-own-progress')

type Reports = Pick<Progress, 'expected' | 'reported' | 'accepted'>

/** The schools' reports of the period asked; of others only where the plan has no such form. */
function sumReports(read: readonly FormReports[], period: Period): Reports {
  const ofSchools = read.filter(({ form }) => form.for.kind === 'school')
  const ofPeriod = ofSchools.filter((each) => each.period === period)
  const counted = [ofPeriod, ofSchools].find((forms) => forms.length > 0) ?? read
  const sum = (of: (reports: Reports) => number): number =>
    counted.reduce((total, { reports }) => total + of(reports), 0)
  return {
    expected: sum(({ expected }) => expected),
    reported: sum(({ reported }) => reported),
    accepted: sum(({ accepted }) => accepted),
  }
}
