import type { ElementCode } from '../domain/data-element.ts'
import { addDecimals } from '../domain/figures.ts'
import type { Form } from '../domain/form.ts'
import type { RowPlan } from '../domain/progress-rows.ts'
import type { SumSpec, Sums } from './ports.ts'

/** The two sides of a formula, element by element; a side may be empty. */
interface Pair {
  readonly numerator: readonly ElementCode[]
  readonly denominator: readonly ElementCode[]
}

/**
 * Returns what to add up for a row; nothing for figures that are not added up. Elements that the form asks of different levels make
 * a spec each: a lower secondary school answers all that concerns it without the upper secondary figures.
 */
export function buildSumSpecs(row: RowPlan, key: string): readonly SumSpec[] {
  const { formula } = row.indicator
  const level = row.form.for.kind === 'school' && row.levels.length > 0 ? { level: row.levels } : {}
  if (formula.kind === 'share-of-units' || formula.kind === 'count-of-units') {
    const atLeast = formula.atLeast === undefined ? {} : { atLeast: formula.atLeast }
    return [{ key, kind: 'units', element: formula.element, ...level, ...atLeast }]
  }
  return groupByAsked(row.form, pairsOf(row)).map(
    (pair, place): SumSpec => ({ key: `${key}.${place}`, kind: 'ratio', ...pair, ...level }),
  )
}

/** Returns the sums of a row's specs as one. Missing: null sums where no unit answered any of them. */
export function joinSums(found: readonly Sums[]): Omit<Sums, 'key'> {
  const [only, ...others] = found
  if (only !== undefined && others.length === 0) return only
  const total = (of: (each: Sums) => string | null): string | null => {
    const terms = found.map(of).filter((term) => term !== null)
    return terms.length === 0 ? null : addDecimals(...terms)
  }
  const count = (of: (each: Sums) => number): number => found.reduce((sum, each) => sum + of(each), 0)
  return {
    numerator: total((each) => each.numerator),
    denominator: total((each) => each.denominator),
    yes: count((each) => each.yes),
    no: count((each) => each.no),
    answeredUnits: count((each) => each.answeredUnits),
  }
}

function pairsOf({ indicator: { formula } }: RowPlan): readonly Pair[] {
  if (formula.kind === 'sum')
    return formula.elements.map((element) => ({ numerator: [element], denominator: [] }))
  if (formula.kind === 'ratio') return zip(formula.numerator, formula.denominator)
  return formula.kind === 'mean' ? zip(formula.total, formula.weight) : []
}

/** Pairs need as many above as below; else the formula stays whole. */
function zip(numerator: readonly ElementCode[], denominator: readonly ElementCode[]): readonly Pair[] {
  if (numerator.length !== denominator.length) return [{ numerator, denominator }]
  return numerator.map((element, place) => ({
    numerator: [element],
    denominator: denominator.slice(place, place + 1),
  }))
}

function groupByAsked(form: Form, pairs: readonly Pair[]): readonly Pair[] {
  const groups = new Map<string, Pair>()
  for (const pair of pairs) {
    const asked = [...pair.numerator, ...pair.denominator]
      .map((element) => levelsAsked(form, element))
      .join(' ')
    const key = [...new Set(asked.split(' '))].join(' ')
    const { numerator, denominator } = groups.get(key) ?? { numerator: [], denominator: [] }
    groups.set(key, {
      numerator: [...numerator, ...pair.numerator],
      denominator: [...denominator, ...pair.denominator],
    })
  }
  return [...groups.values()]
}

/** Levels of the sections that ask the element; «all» where a section is for everyone. */
function levelsAsked(form: Form, element: ElementCode): string {
  const sections = form.sections.filter(({ questions }) =>
    questions.some(({ elements }) => (elements as readonly ElementCode[]).includes(element)),
  )
  const isForAll = sections.length === 0 || sections.some(({ levels }) => levels.length === 0)
  return isForAll
    ? 'all'
    : sections
        .flatMap(({ levels }) => levels)
        .toSorted()
        .join('+')
}
