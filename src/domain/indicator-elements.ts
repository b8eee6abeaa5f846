import type { ElementCode } from './data-element.ts'
import type { Formula } from './indicator.ts'

/** Returns every element a figure is computed from; empty for one told in words. */
export function elementsOf(formula: Formula): readonly ElementCode[] {
  switch (formula.kind) {
    case 'ratio':
      return [...formula.numerator, ...formula.denominator]
    case 'mean':
      return [...formula.total, ...formula.weight]
    case 'sum':
      return formula.elements
    case 'none':
      return []
    default:
      return [formula.element]
  }
}
