import type { ElementCode } from '../domain/data-element.ts'
import type { Form } from '../domain/form.ts'
import type { Indicator } from '../domain/indicator.ts'
import type { Duty, Plan, Target, TargetValue } from '../domain/plan.ts'
import type { Expectation } from './expectations.ts'
import type { Finding } from './finding.ts'
import { formulaElements } from './formula-elements.ts'
import { isPrintedShare } from './printed-share.ts'
import type { Path } from './source.ts'

interface Known {
  readonly indicators: ReadonlyMap<string, Indicator>
  readonly forms: ReadonlyMap<string, Form>
}

type Refusal = readonly [field: Path, expectation: Expectation]

/** Targets whose indicator or form is unknown or does not fit, whose figures contradict each other; deadlines misread. */
export function checkTargets(plans: readonly Plan[], known: Known): readonly Finding[] {
  return plans.flatMap((on) => [
    ...on.targets.flatMap((target, index) =>
      refusals(target, known).map(([field, expectation]): Finding => {
        return { on, path: ['targets', index, ...field], expectation }
      }),
    ),
    ...on.duties.flatMap((duty, index): Finding[] => {
      const path = ['duties', index, 'deadline', 'lastDay']
      return isDayFitting(duty) ? [] : [{ on, path, expectation: 'day-recurs' }]
    }),
  ])
}

function refusals(target: Target, known: Known): readonly Refusal[] {
  const indicator = known.indicators.get(target.indicator)
  if (!indicator) return [[['indicator'], 'known-indicator']]
  return [...checkCollection(target, indicator, known), ...checkValue(target.value, target, indicator)]
}

function checkCollection({ collect }: Target, indicator: Indicator, { forms }: Known): readonly Refusal[] {
  if (!('form' in collect)) return []
  const form = forms.get(collect.form)
  if (!form) return [[['collect'], 'known-form']]
  if (indicator.formula.kind === 'none') return [[['collect'], 'reason-needed']]
  const asked = new Set<ElementCode>(
    form.sections.flatMap(({ questions }) => questions.flatMap(({ elements }) => [...elements])),
  )
  const isFed = formulaElements(indicator.formula).every((code) => asked.has(code))
  return isFed ? [] : [[['collect'], 'form-asks']]
}

function checkValue(value: TargetValue, target: Target, indicator: Indicator): readonly Refusal[] {
  if (value.kind === 'rank' || value.kind === 'level')
    return indicator.unit === value.kind ? [] : [[['value'], 'unit-fits']]
  if (value.kind === 'range') return Number(value.from) < Number(value.to) ? [] : [[['value'], 'range-order']]
  if (value.kind !== 'share') return []
  if (target.printedCount !== undefined && target.printedCount !== `${value.numerator}/${value.denominator}`)
    return [[['printedCount'], 'count-agrees']]
  const isShare = indicator.unit !== 'percent' || isPrintedShare(value)
  return isShare ? [] : [[['value'], 'share-agrees']]
}

function isDayFitting({ deadline }: Duty): boolean {
  if (deadline?.lastDay === undefined) return true
  return (deadline.recurs === 'once') === (deadline.lastDay.length === 'YYYY-MM-DD'.length)
}
