import type { DataElement, ElementCode, Value } from './data-element.ts'
import { aimOf } from './demo-aims.ts'
import type { Form } from './form.ts'
import { planForm } from './form-plan.ts'
import type { Level } from './level.ts'
import { addYears, toLocalDate } from './local-date.ts'
import { type Period, periodEnd, periodParts } from './period.ts'
import type { Plan, PlanLibrary } from './plan.ts'
import { createSeededRandom, type SeededRandom } from './seeded-random.ts'

export interface DemoReport {
  readonly plan: Plan
  readonly form: Form
  readonly unit: { readonly code: string; readonly levels: readonly Level[] }
  readonly period: Period
}

interface Making {
  readonly report: DemoReport
  readonly library: PlanLibrary
  readonly made: Map<ElementCode, Value>
  /** How this unit's size compares with the example's. */
  readonly size: number
}

const NEARLY_ALL = 0.98

/** Growth and progress are told from this year on. */
const FIRST_YEAR = 2025

/**
 * Returns made-up, plausible answers to every question of the form: sized by the elements' own examples, near the plan's targets,
 * slightly better each year. The same unit, period and plan give the same figures.
 */
export function makeDemoFigures(library: PlanLibrary, report: DemoReport): ReadonlyMap<ElementCode, Value> {
  const { form, unit } = report
  const size = form.for.kind === 'school' ? 0.6 + seeded(unit.code).next() * 0.9 : 1
  const making: Making = { report, library, made: new Map(), size }
  for (const { asks } of planForm(form, unit.levels)) for (const code of asks) figureOf(making, code)
  return making.made
}

const seeded = (...parts: readonly string[]): SeededRandom => createSeededRandom(parts.join(' '))

function figureOf(making: Making, code: ElementCode): Value {
  const known = making.made.get(code)
  if (known) return known
  const value = makeValue(making, making.library.element(code))
  making.made.set(code, value)
  return value
}

function makeValue(making: Making, element: DataElement): Value {
  const { report } = making
  const { type } = element
  switch (type.kind) {
    case 'count':
      return {
        kind: 'count',
        count: Math.min(makeCount(making, element), type.max ?? Number.MAX_SAFE_INTEGER),
      }
    case 'decimal':
      return {
        kind: 'decimal',
        decimal: (exampleOf(element).last * drift(making, element)).toFixed(type.decimals),
      }
    case 'yes-no':
      return { kind: 'yes-no', yes: saysYes(making, element) }
    case 'recognition':
      return makeRecognition(making, element, type)
    case 'level':
      return { kind: 'level', level: saysYes(making, element) ? type.max : Math.max(type.min, type.max - 1) }
    case 'rank': {
      const { first, last } = exampleOf(element)
      const rank = Math.max(1, first - yearsOn(report.period))
      return { kind: 'rank', rank, ...((type.of ?? last) > first && { of: type.of ?? last }) }
    }
  }
}

function makeCount(making: Making, element: DataElement): number {
  const { first, last } = exampleOf(element)
  if (element.atMost === undefined) return Math.round(last * making.size * drift(making, element))
  const whole = figureOf(making, element.atMost)
  if (whole.kind !== 'count') return 0
  const random = seeded(element.code, making.report.unit.code, making.report.period)
  if (first === 0) return random.next() < 0.1 ? Math.min(whole.count, random.whole(1, 2)) : 0
  const aim = aimOf(making.library, making.report.plan, element, making.report) ?? first / last
  if (aim > NEARLY_ALL) return whole.count - lostOf(making, element, whole.count)
  const rate = aim + bias(element) + progress(making) + (random.next() - 0.5) * 0.06
  return Math.max(0, Math.min(whole.count, Math.round(whole.count * rate)))
}

/** Where nearly all is wanted most schools have all, and the others lack a few. */
function lostOf({ report }: Making, element: DataElement, whole: number): number {
  const random = seeded(element.code, report.unit.code, report.period)
  const share = seeded(element.code).next() - 0.15 - 0.05 * yearsOn(report.period)
  return random.next() < share ? Math.min(whole, random.whole(1, Math.max(2, Math.round(whole * 0.015)))) : 0
}

/** A unit that says yes once says yes ever after. */
function saysYes(making: Making, element: DataElement): boolean {
  const { report, library } = making
  const expected = element.example.startsWith('ch') ? 0 : 0.9
  const aim = aimOf(library, report.plan, element, report) ?? expected
  return (
    seeded(element.code, report.unit.code).next() < aim + (aim > 0 ? bias(element) + progress(making) : 0)
  )
}

function makeRecognition(
  making: Making,
  element: DataElement,
  type: Extract<DataElement['type'], { kind: 'recognition' }>,
): Value {
  if (!saysYes(making, element)) return { kind: 'recognition', yes: false }
  const random = seeded(element.code, making.report.unit.code, 'decision')
  const year = periodParts(making.report.period).year - random.whole(1, 3) - yearsOn(making.report.period)
  const decidedOn = toLocalDate(`${year}-${random.pick(['04', '06', '09', '11'])}-${random.whole(10, 28)}`)
  return {
    kind: 'recognition',
    yes: true,
    ...(type.degrees.length > 0 && { degree: random.pick(type.degrees) }),
    decisionNumber: `${random.whole(200, 3900)}/QĐ-UBND`,
    decidedOn,
    expiresOn: addYears(decidedOn, type.lastsYears),
  }
}

/** «398/412», «1.150», «9.812,75»: the numbers of an example, before and after the stroke; equal when there is one. */
function exampleOf(element: DataElement): { readonly first: number; readonly last: number } {
  const numbers = element.example.split('/').map((part) => Number(part.replaceAll('.', '').replace(',', '.')))
  const [first = 0, last = first] = numbers.map((number) => (Number.isFinite(number) ? number : 0))
  return { first, last }
}

const yearsOn = (period: Period): number => Math.max(0, Number(periodEnd(period).slice(0, 4)) - FIRST_YEAR)

const progress = ({ report }: Making): number => 0.012 * yearsOn(report.period) - 0.008

/** Some of a plan's targets are met with ease, others are not. */
const bias = (element: DataElement): number => (seeded(element.code).next() - 0.6) * 0.03

/** From one period to the next a figure moves by a percent or two, far below any form's limit. */
const drift = ({ report }: Making, element: DataElement): number =>
  0.99 + seeded(element.code, report.unit.code, report.period).next() * 0.02
