import type { Scope } from '../domain/access.ts'
import type { OrgUnitId } from '../domain/brand.ts'
import type { Form } from '../domain/form.ts'
import { localDateOf } from '../domain/local-date.ts'
import type { OrgUnit } from '../domain/org-unit.ts'
import type { Period } from '../domain/period.ts'
import { formPeriodFor } from '../domain/progress-rows.ts'
import { choosePlan } from './choose-plan.ts'
import { countedOn } from './form-window.ts'
import { getProgress, type ProgressDeps } from './get-progress.ts'
import type { FormFigures, PeriodFigures, SubmissionStore } from './ports.ts'
import { askedCounts } from './progress-questions.ts'

export interface CollectDeps extends ProgressDeps {
  readonly submissions: SubmissionStore
}

export interface CollectInput {
  readonly scope: Scope
  readonly unit: OrgUnitId
  readonly period: Period
  readonly now: Date
  readonly plan?: string
}

/**
 * Returns a unit's period as a whole: each form of its plan with every unit that owes it and what counts of it, the indicators, and how
 * complete it is. Throws: unit-not-found, plan-not-found.
 */
export async function collectFigures(deps: CollectDeps, input: CollectInput): Promise<PeriodFigures> {
  const progress = await getProgress(deps, input)
  const on = localDateOf(input.now, deps.timeZone)
  const plan = await choosePlan(deps, input.unit, { ...input, on })
  const forms: FormFigures[] = []
  for (const form of plan.forms) forms.push(await collectForm(deps, input, form))
  return { progress, forms: forms.filter(({ units }) => units.length > 0) }
}

async function collectForm(deps: CollectDeps, input: CollectInput, form: Form): Promise<FormFigures> {
  const { scope } = input
  const period = formPeriodFor(form, input.period)
  const on = countedOn(form, period, await deps.plans.localDeadlines())
  const units = await listOwing(deps, input, form, on)
  const ids = units.map(({ id }) => id)
  const of = { form: form.code, period, units: ids }
  const values = await deps.submissions.countedValues(scope, of)
  const begun = await deps.submissions.list(scope, { units: ids, forms: [form.code], periods: [period] })
  const asked = [askedCounts(deps.library, form, period, on)]
  const [counts = []] = await deps.totals.counts(scope, { unit: input.unit, asked })
  const states = new Map(begun.map(({ unit, state }) => [unit, state]))
  const codes = form.sections.flatMap(({ questions }) => questions.flatMap(({ elements }) => [...elements]))
  return {
    ...{ form, period, elements: [...new Set(codes)].map(deps.library.element) },
    counts,
    units: units.map((unit) => {
      const state = states.get(unit.id)
      return { unit, values: values.get(unit.id) ?? new Map(), ...(state && { state }) }
    }),
  }
}

/** The units that owe the form on that day, the unit itself among them. */
async function listOwing(
  { units }: CollectDeps,
  { scope, unit }: CollectInput,
  { for: { kind, levels } }: Form,
  on: string,
): Promise<readonly OrgUnit[]> {
  const itself = await units.find(scope, unit)
  const below = await units.listBelow(scope, unit, on, { kind, levels })
  return [...(itself?.kind === kind ? [itself] : []), ...below]
}
