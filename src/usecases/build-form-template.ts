import type { Actor } from '../domain/access.ts'
import type { SubmissionId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import type { Form } from '../domain/form.ts'
import { planForm } from '../domain/form-plan.ts'
import type { OrgUnit } from '../domain/org-unit.ts'
import { getPeriod, type Period } from '../domain/period.ts'
import { listFormsOf } from './form-access.ts'
import { today } from './form-window.ts'
import { getSubmission } from './get-submission.ts'
import type { ImportTarget } from './import-answers.ts'
import { entryScope, type OpenFormDeps, readLastAnswers } from './open-form.ts'
import type { FormTemplate, TemplateQuestion } from './ports.ts'

export interface BuiltTemplate {
  readonly bytes: Uint8Array
  readonly form: Form
  readonly period: Period
  readonly unit: OrgUnit
}

export interface TemplateDeps extends OpenFormDeps {
  readonly formTemplate: FormTemplate
}

/**
 * Returns the form's spreadsheet for a unit and period, begun or not; nothing is opened by it.
 * Throws: submission-not-found, unit-not-found, form-not-found, period-invalid.
 */
export async function buildFormTemplate(
  deps: TemplateDeps,
  actor: Actor,
  target: SubmissionId | ImportTarget,
): Promise<BuiltTemplate> {
  const scope = entryScope(actor)
  const { units } = deps.database
  const row = typeof target === 'string' ? await getSubmission(deps.database, scope, target) : undefined
  const named = typeof target === 'string' ? undefined : target
  const unit = row ? await units.find(scope, row.unit) : await units.findByCode(scope, named?.unitCode ?? '')
  if (!unit) throw new DomainError('unit-not-found')
  const period = getPeriod(row?.period ?? named?.period ?? '')
  const forms = await listFormsOf({ units, library: deps.library }, unit, today(deps))
  const form = forms.find((each) => each.form.code === (row?.form ?? named?.form))?.form
  if (!form) throw new DomainError('form-not-found')
  const { last } = await readLastAnswers(deps, form, unit, period)
  const questions = planForm(form, unit.levels).map(({ section, asks }): TemplateQuestion => {
    const before = asks.flatMap((code) => last[code] ?? [])
    const elements = asks.map((code) => deps.library.element(code))
    return { section: section.title, elements, ...(before.length === asks.length && { last: before }) }
  })
  const bytes = await deps.formTemplate.build({ form, period, unit, questions }, actor.locale)
  return { bytes, form, period, unit }
}
