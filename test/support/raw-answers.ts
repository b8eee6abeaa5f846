import type { Value } from '../../src/domain/data-element.ts'
import type { Form } from '../../src/domain/form.ts'
import type { PlannedQuestion } from '../../src/domain/form-plan.ts'
import type { Formula } from '../../src/domain/indicator.ts'
import type { Level } from '../../src/domain/level.ts'

/** What a person meant by one answer: a figure in plain digits («1234.5»), yes or no, or that there is none. */
export type Raw = { readonly figure: string } | { readonly yes: boolean } | 'none'

/** One unit and all it meant, by element. */
export interface RawUnit {
  readonly kind: Form['for']['kind']
  readonly levels: readonly Level[]
  readonly answers: ReadonlyMap<string, Raw>
}

export const rawOf = (value: Value): Raw => {
  switch (value.kind) {
    case 'count':
      return { figure: String(value.count) }
    case 'decimal':
      return { figure: value.decimal }
    case 'level':
      return { figure: String(value.level) }
    case 'rank':
      return { figure: String(value.rank) }
    case 'missing':
      return 'none'
    default:
      return { yes: value.yes }
  }
}

export const figureOf = (raw: Raw | undefined): string | undefined =>
  typeof raw === 'object' && 'figure' in raw ? raw.figure : undefined

/** Notes the values of a question as meant. */
export function note(answers: Map<string, Raw>, { asks }: PlannedQuestion, values: readonly Raw[]): void {
  for (const [place, element] of asks.entries()) answers.set(element, values[place] ?? 'none')
}

/** What a row of the progress must say; figures with exactly ten places, null where there is none. */
export interface Expected {
  readonly numerator: string | null
  readonly denominator: string | null
  readonly value: string | null
  readonly low: string | null
  readonly high: string | null
}

const NOTHING: Expected = { numerator: null, denominator: null, value: null, low: null, high: null }

/** The row asked for: a formula over units of these levels, as one form asks it. */
export interface Asked {
  readonly formula: Formula
  readonly levels: readonly Level[]
  readonly form: Form
}

/**
 * Adds the raw answers up anew, with whole numbers only and nothing of the program's own arithmetic.
 * `units`: all that exist in the period, whether they answered or not.
 */
export function recompute({ formula, levels, form }: Asked, units: readonly RawUnit[]): Expected {
  const teaches = (unit: RawUnit) =>
    levels.length === 0 || levels.some((level) => unit.levels.includes(level))
  const own = units.filter((unit) => unit.kind === form.for.kind && (unit.kind !== 'school' || teaches(unit)))
  switch (formula.kind) {
    case 'ratio':
      return ratio(formula.numerator, formula.denominator, BigInt(formula.factor), form, own)
    case 'mean':
      return ratio(formula.total, formula.weight, 1n, form, own)
    case 'share-of-units':
    case 'count-of-units':
      return shareOfUnits(formula, own)
    case 'sum':
      return sum(formula.elements, own)
    case 'value':
      return ownFigure(own[0]?.answers.get(formula.element))
    case 'none':
      return NOTHING
  }
}

/** A unit enters with the pairs of a section when it answered all of the formula's figures there. */
function ratio(
  above: readonly string[],
  below: readonly string[],
  factor: bigint,
  form: Form,
  units: readonly RawUnit[],
): Expected {
  let numerator: bigint | undefined
  let denominator = 0n
  for (const section of form.sections) {
    const asked = new Set<string>(section.questions.flatMap(({ elements }) => [...elements]))
    const [upper, lower] = [above, below].map((side) => side.filter((element) => asked.has(element)))
    if (!upper || !lower || upper.length === 0) continue
    for (const { answers } of units) {
      const figures = [upper, lower].map((side) => side.map((element) => scaled(answers.get(element))))
      if (figures.flat().some((figure) => figure === undefined)) continue
      numerator = (numerator ?? 0n) + add(figures[0])
      denominator += add(figures[1])
    }
  }
  if (numerator === undefined) return NOTHING
  const value = denominator === 0n ? null : divide(numerator * factor, denominator)
  return { ...NOTHING, numerator: show(numerator), denominator: show(denominator), value }
}

function shareOfUnits(
  formula: Extract<Formula, { kind: 'share-of-units' | 'count-of-units' }>,
  units: readonly RawUnit[],
): Expected {
  const said = units.map(({ answers }) => saysYes(answers.get(formula.element), formula.atLeast))
  const [yes, no] = [true, false].map((word) => BigInt(said.filter((each) => each === word).length))
  if (yes === undefined || no === undefined || yes + no === 0n) return NOTHING
  const all = BigInt(units.length)
  const isShare = formula.kind === 'share-of-units'
  const figure = (count: bigint) => (isShare ? divide(count * 100n, all) : show(count * ONE))
  const counted = { numerator: show(yes * ONE), denominator: isShare ? show(all * ONE) : null }
  return yes + no === all
    ? { ...NOTHING, ...counted, value: figure(yes) }
    : { ...NOTHING, ...counted, low: figure(yes), high: figure(all - no) }
}

function saysYes(raw: Raw | undefined, atLeast: number | undefined): boolean | undefined {
  const figure = figureOf(raw)
  if (figure !== undefined) return Number(figure) >= (atLeast ?? 1)
  return typeof raw === 'object' && 'yes' in raw ? raw.yes : undefined
}

function sum(elements: readonly string[], units: readonly RawUnit[]): Expected {
  const all = units.map(({ answers }) => elements.map((element) => scaled(answers.get(element))))
  const answered = all.filter((figures) => figures.every((figure) => figure !== undefined))
  if (answered.length === 0) return NOTHING
  const total = show(add(answered.flat()))
  return answered.length === units.length
    ? { ...NOTHING, numerator: total, value: total }
    : { ...NOTHING, numerator: total, value: total, low: total }
}

function ownFigure(raw: Raw | undefined): Expected {
  const figure = scaled(raw)
  if (figure !== undefined) return { ...NOTHING, numerator: show(figure), value: show(figure) }
  return typeof raw === 'object' && 'yes' in raw ? { ...NOTHING, value: show(raw.yes ? ONE : 0n) } : NOTHING
}

const PLACES = 10
const ONE = 10n ** BigInt(PLACES)

const add = (figures: readonly (bigint | undefined)[] | undefined): bigint =>
  (figures ?? []).reduce<bigint>((total, figure) => total + (figure ?? 0n), 0n)

function scaled(raw: Raw | undefined): bigint | undefined {
  const figure = figureOf(raw)
  if (figure === undefined) return undefined
  const [whole = '0', fraction = ''] = figure.split('.')
  return BigInt(whole + fraction.padEnd(PLACES, '0'))
}

/** Half up at the tenth place. */
const divide = (over: bigint, under: bigint): string => show((2n * over * ONE + under) / (2n * under))

const show = (figure: bigint): string => `${figure / ONE}.${String(figure % ONE).padStart(PLACES, '0')}`

/** A decimal of the program, with ten places. Throws: Error when it has more. */
export function tenPlaces(decimal: string | null | undefined): string | null {
  if (decimal === null || decimal === undefined) return null
  const [whole = '', fraction = ''] = decimal.split('.')
  if (fraction.length > PLACES) throw new Error(`more than ${PLACES} places: ${decimal}`)
  return `${whole}.${fraction.padEnd(PLACES, '0')}`
}
