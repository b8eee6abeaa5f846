import type { Catalogue } from '../domain/plan.ts'
import { type Finding, repeated } from './finding.ts'
import { formulaFields } from './formula-elements.ts'

/** Codes that stand twice, and formulas and limits that name an element the catalogue lacks. */
export function checkCatalogue({ elements, indicators }: Catalogue): readonly Finding[] {
  const known = new Set(elements.map(({ code }) => code))
  const twice = [elements, indicators].flatMap((list) =>
    repeated<{ code: string }>(list, ({ code }) => code).flatMap((index) => {
      const on = list[index]
      return on ? [{ on, path: ['code'], expectation: 'unique' } satisfies Finding] : []
    }),
  )
  const limits = elements
    .filter(({ atMost }) => atMost !== undefined && !known.has(atMost))
    .map((on): Finding => ({ on, path: ['atMost'], expectation: 'known-element' }))
  const formulas = indicators.flatMap((on) =>
    formulaFields(on.formula)
      .filter((one) => one.elements.some((code) => !known.has(code)))
      .map(({ field }): Finding => ({ on, path: ['formula', field], expectation: 'known-element' })),
  )
  return [...twice, ...limits, ...formulas]
}
