import type { Catalogue, Plan } from '../domain/plan.ts'
import { checkCatalogue } from './check-catalogue.ts'
import { checkForms } from './check-forms.ts'
import { checkIdentity } from './check-identity.ts'
import { checkTargets } from './check-targets.ts'
import type { Finding } from './finding.ts'

export type { Finding } from './finding.ts'

/** Returns what does not fit together between catalogue and plans: references, arithmetic, order; empty when all is sound. */
export function checkPlans(catalogue: Catalogue, plans: readonly Plan[]): readonly Finding[] {
  const elements = new Map(catalogue.elements.map((element) => [element.code, element]))
  const indicators = new Map(catalogue.indicators.map((indicator) => [indicator.code, indicator]))
  const forms = new Map(plans.flatMap((plan) => plan.forms).map((form) => [form.code, form]))
  return [
    ...checkCatalogue(catalogue),
    ...checkIdentity(plans),
    ...checkForms(plans, elements),
    ...checkTargets(plans, { indicators, forms }),
  ]
}
