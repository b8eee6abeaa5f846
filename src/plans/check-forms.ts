import type { DataElement, ElementCode } from '../domain/data-element.ts'
import type { Form } from '../domain/form.ts'
import type { PeriodType } from '../domain/period.ts'
import type { Plan } from '../domain/plan.ts'
import { type Finding, repeated } from './finding.ts'
import type { Path } from './source.ts'

const PERIOD_SHAPES: Readonly<Record<PeriodType, RegExp>> = {
  year: /^\d{4}$/,
  'half-year': /-H[12]$/,
  'school-year': /^SY\d{4}$/,
  term: /-T[12]$/,
  month: /^\d{4}-\d\d$/,
}

type FormFinding = Omit<Finding, 'on'>

/** Elements and units that are unknown, limits asked too late, and periods of the wrong type or order. */
export function checkForms(
  plans: readonly Plan[],
  elements: ReadonlyMap<ElementCode, DataElement>,
): readonly Finding[] {
  const units = new Set(plans.flatMap((plan) => plan.units).map(({ code }) => code))
  return plans.flatMap((on) =>
    on.forms.flatMap((form, index) =>
      [
        ...checkPeriods(form),
        ...checkNames(form),
        ...checkQuestions(form, elements),
        ...form.acceptedBy.flatMap(({ unit }, place): FormFinding[] =>
          units.has(unit) ? [] : [{ path: ['acceptedBy', place, 'unit'], expectation: 'known-unit' }],
        ),
      ].map(({ path, expectation }): Finding => ({ on, path: ['forms', index, ...path], expectation })),
    ),
  )
}

function checkPeriods(form: Form): readonly FormFinding[] {
  const ofOtherType = (['firstPeriod', 'lastPeriod'] as const)
    .filter((field) => !PERIOD_SHAPES[form.periodType].test(form[field]))
    .map((field): FormFinding => ({ path: [field], expectation: 'period-type' }))
  if (ofOtherType.length > 0 || form.firstPeriod <= form.lastPeriod) return ofOtherType
  return [{ path: ['lastPeriod'], expectation: 'period-order' }]
}

function checkNames({ sections }: Form): readonly FormFinding[] {
  const questions = new Set<string>()
  const paths: readonly Path[] = [
    ...repeated(sections, ({ id }) => id).map((index) => ['sections', index, 'id']),
    ...sections.flatMap((section, place) =>
      repeated(section.questions, ({ id }) => id, questions).map((index) => [
        'sections',
        place,
        'questions',
        index,
      ]),
    ),
  ]
  return paths.map((path) => ({ path, expectation: 'unique' }))
}

function checkQuestions(form: Form, elements: ReadonlyMap<ElementCode, DataElement>): readonly FormFinding[] {
  const asked = new Set<ElementCode>()
  return form.sections.flatMap((section, place) =>
    section.questions.flatMap((question, index): FormFinding[] => {
      const path = ['sections', place, 'questions', index]
      for (const code of question.elements) asked.add(code)
      const known = question.elements.map((code) => elements.get(code))
      if (known.includes(undefined)) return [{ path, expectation: 'known-element' }]
      if (question.lateDueOn !== undefined && !question.isLate)
        return [{ path: [...path, 'lateDueOn'], expectation: 'late-only' }]
      const isEarly = known.some((element) => element?.atMost !== undefined && !asked.has(element.atMost))
      return isEarly ? [{ path, expectation: 'limit-precedes' }] : []
    }),
  )
}
