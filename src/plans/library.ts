import { DomainError } from '../domain/errors.ts'
import type { Catalogue, Plan, PlanLibrary } from '../domain/plan.ts'

/**
 * Returns the catalogue and plans with lookups by code.
 * Throws on lookup: form-not-found; a plain error for an element or indicator, since references were checked when reading.
 */
export function createLibrary(catalogue: Catalogue, plans: readonly Plan[]): PlanLibrary {
  const elements = new Map(catalogue.elements.map((element) => [element.code, element]))
  const indicators = new Map(catalogue.indicators.map((indicator) => [indicator.code, indicator]))
  const forms = new Map(
    plans.flatMap((plan) => plan.forms.map((form) => [form.code, { plan, form }] as const)),
  )
  return {
    catalogue,
    plans,
    element: (code) => elements.get(code) ?? missing('element', code),
    indicator: (code) => indicators.get(code) ?? missing('indicator', code),
    form(code) {
      const found = forms.get(code)
      if (!found) throw new DomainError('form-not-found', { form: code })
      return found
    },
  }
}

function missing(what: string, code: string): never {
  throw new Error(`The catalogue has no ${what} ${code}.`)
}
