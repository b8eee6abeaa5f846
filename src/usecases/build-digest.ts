import { systemScope } from '../domain/access.ts'
import type { OrgUnitId } from '../domain/brand.ts'
import { deadlineOf } from '../domain/deadline.ts'
import type { Digest, DigestDeadline } from '../domain/digest.ts'
import { assembleDigest, type DigestSnapshot } from '../domain/digest-build.ts'
import { DomainError } from '../domain/errors.ts'
import type { Form } from '../domain/form.ts'
import { weekStart } from '../domain/iso-week.ts'
import { addDays, daysBetween, type LocalDate, localDateOf } from '../domain/local-date.ts'
import {
  comparePeriods,
  getPeriod,
  nextPeriod,
  type Period,
  periodAt,
  previousPeriod,
} from '../domain/period.ts'
import type { Plan, PlanLibrary } from '../domain/plan.ts'
import { remember, rememberFor } from '../domain/remember.ts'
import { choosePlan } from './choose-plan.ts'
import { findAcceptor } from './form-access.ts'
import { countedOn, type LocalDeadlines, localDueOn } from './form-window.ts'
import { getProgress, type ProgressDeps } from './get-progress.ts'
import { countParts, listParts } from './list-parts.ts'
import type { AskedCounts } from './ports.ts'
import { askedCounts } from './progress-questions.ts'

export type DigestDeps = ProgressDeps

export interface DigestInput {
  readonly unit: OrgUnitId
  /** ISO week, `2026-W50`. */
  readonly week: string
  readonly now: Date
  /** What the group's last digest left behind. */
  readonly previous?: DigestSnapshot
}

/** What all digests of a plan's units look at on a day. */
interface Frame {
  readonly plan: Plan
  readonly today: LocalDate
  readonly period: Period
  readonly dated: readonly Dated[]
  /** What is counted for each of `dated`. */
  readonly asked: readonly AskedCounts[]
}

/**
 * Returns the week's message for a unit, about the latest period whose forms have opened.
 * Throws: unit-not-found, plan-not-found, period-invalid (no such week).
 */
export async function buildDigest(
  deps: DigestDeps,
  { unit, week, now, previous }: DigestInput,
): Promise<Digest> {
  const from = weekStart(week)
  if (from === undefined) throw new DomainError('period-invalid', { period: week })
  const today = localDateOf(now, deps.timeZone)
  const plan = await choosePlan(deps, unit, { period: periodAt('year', today), on: today })
  const frame = frameOf(deps.library)(await deps.plans.localDeadlines())(plan)(today)
  const { period } = frame
  const progress = await getProgress(deps, { scope: systemScope, unit, period, plan: plan.code, now })
  const [deadlines, toDecide, parts] = await Promise.all([
    listDeadlines(deps, unit, frame),
    countDecisions(deps, unit, frame),
    listParts(deps, unit, period, now),
  ])
  const below = countParts(parts)
  const frameOfWeek = { week, from, to: addDays(from, 6), deadlines, toDecide, ...(below && { below }) }
  return assembleDigest(progress, frameOfWeek, previous)
}

const frameOf = rememberFor((library: PlanLibrary) =>
  rememberFor((local: LocalDeadlines) =>
    rememberFor((plan: Plan) =>
      remember((today: LocalDate): Frame => {
        const dated = plan.forms.flatMap((form) => datesOf(form, today, local))
        const asked = dated.map(({ form, period }) =>
          askedCounts(library, form, period, countedOn(form, period, local)),
        )
        return { plan, today, period: digestPeriod(plan, today, local), dated, asked }
      }),
    ),
  ),
)

/** How many periods from now on, or back, may have a form to look at. */
const REACH = 2

/** The latest period of the plan's main form that has opened; without one, that of today as far as the plan's years go. */
function digestPeriod(plan: Plan, today: LocalDate, local: LocalDeadlines): Period {
  const main = plan.forms.find((form) => form.for.kind === 'school') ?? plan.forms[0]
  if (main === undefined) return periodAt('year', today)
  const opened = periodsAround(main, today).findLast((period) => {
    const deadline = deadlineOf(main, period, localDueOn(local, main, period))
    return deadline !== undefined && deadline.opensOn <= today
  })
  return opened ?? withinPlan(main, periodAt(main.periodType, today))
}

function withinPlan(form: Form, period: Period): Period {
  const [first, last] = [getPeriod(form.firstPeriod), getPeriod(form.lastPeriod)]
  if (comparePeriods(period, last) > 0) return last
  return comparePeriods(period, first) < 0 ? first : period
}

/** Oldest first. */
function periodsAround(form: Form, today: LocalDate): readonly Period[] {
  let period = periodAt(form.periodType, today)
  for (let back = 0; back < REACH; back += 1) period = previousPeriod(period)
  return Array.from({ length: 2 * REACH + 1 }, () => {
    const each = period
    period = nextPeriod(period)
    return each
  })
}

/** Due dates of the forms that are open, late ones included, as long as someone has not reported. */
async function listDeadlines(
  { totals }: DigestDeps,
  unit: OrgUnitId,
  { today, dated, asked }: Frame,
): Promise<readonly DigestDeadline[]> {
  const counts = await totals.counts(systemScope, { unit, asked })
  return dated
    .map(({ form, period, dueOn, isLocal }, place) => {
      const { expected = 0, reported = 0 } = counts[place]?.[0] ?? {}
      const missing = expected - reported
      return { form: form.title, period, dueOn, daysLeft: daysBetween(today, dueOn), missing, isLocal }
    })
    .filter(({ missing }) => missing > 0)
    .toSorted((left, right) => left.dueOn.localeCompare(right.dueOn))
}

interface Dated {
  readonly form: Form
  readonly period: Period
  readonly dueOn: LocalDate
  readonly isLocal: boolean
}

function datesOf(form: Form, today: LocalDate, local: LocalDeadlines): readonly Dated[] {
  return periodsAround(form, today).flatMap((period) => {
    const deadline = deadlineOf(form, period, localDueOn(local, form, period))
    if (deadline === undefined || deadline.opensOn > today || (deadline.locksOn ?? deadline.dueOn) < today)
      return []
    return [{ form, period, dueOn: deadline.dueOn, isLocal: deadline.isLocal }]
  })
}

/** What waits for this unit: confirmed reports it accepts, and those it returned that have not come back. */
async function countDecisions(
  deps: DigestDeps,
  unit: OrgUnitId,
  { plan, today }: Frame,
): Promise<Digest['toDecide']> {
  const forms = plan.forms.map(({ code }) => code)
  const counts = await deps.totals.undecided(systemScope, { unit, forms, on: today })
  const own = await Promise.all(
    counts.map(async (each) => {
      const form = plan.forms.find(({ code }) => code === each.form)
      const acceptor = form && (await findAcceptor(deps, { plan, form }, each.levels))
      return acceptor === unit ? each : { waiting: 0, returned: 0 }
    }),
  )
  return {
    waiting: own.reduce((sum, { waiting }) => sum + waiting, 0),
    returned: own.reduce((sum, { returned }) => sum + returned, 0),
  }
}
