import type { ElementCode } from '../domain/data-element.ts'
import type { Formula } from '../domain/indicator.ts'

export interface FormulaField {
  readonly field: string
  readonly elements: readonly ElementCode[]
}

/** The fields of a formula that name elements, with the elements of each; empty for a formula told in words. */
export function formulaFields(formula: Formula): readonly FormulaField[] {
  switch (formula.kind) {
    case 'ratio':
      return [
        { field: 'numerator', elements: formula.numerator },
        { field: 'denominator', elements: formula.denominator },
      ]
    case 'mean':
      return [
        { field: 'total', elements: formula.total },
        { field: 'weight', elements: formula.weight },
      ]
    case 'sum':
      return [{ field: 'elements', elements: formula.elements }]
    case 'none':
      return []
    default:
      return [{ field: 'element', elements: [formula.element] }]
  }
}

/** Every element an indicator is computed from. */
export const formulaElements = (formula: Formula): readonly ElementCode[] =>
  formulaFields(formula).flatMap(({ elements }) => elements)
