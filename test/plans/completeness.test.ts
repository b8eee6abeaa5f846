import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Section } from '../../src/domain/form.ts'
import type { Plan, Target } from '../../src/domain/plan.ts'
import { formulaElements } from '../../src/plans/formula-elements.ts'
import { checkPlans, createLibrary, loadPlanFolder } from '../../src/plans/index.ts'

interface Row {
  readonly plan: string
  readonly id: string
  readonly section: string
}
interface FactIds {
  readonly targets: readonly (Row & { readonly printed: string; readonly counts?: string })[]
  readonly facts: readonly Row[]
  readonly duties: readonly (Row & { readonly kind: string })[]
}

const known: FactIds = JSON.parse(readFileSync(new URL('fact-ids.json', import.meta.url), 'utf8'))
const reading = await loadPlanFolder(new URL('../../prisma/plans', import.meta.url).pathname)
if ('problems' in reading) throw new Error(JSON.stringify(reading.problems, null, 1))
const { plans, catalogue } = reading

/** Every number as a plain one, so that «02», «2» and «2,0» agree. */
const numbersIn = (written: string): readonly string[] =>
  (written.match(/\d+(?:[.,]\d+)?/g) ?? []).map((number) => String(Number(number.replace(',', '.'))))

/** What the list remarks in brackets is not printed in the document. */
const withoutRemarks = (written: string): string => written.replace(/\([^)]*\)/g, '')

const idsOf = (list: 'targets' | 'facts' | 'duties', plan: string): readonly string[] =>
  known[list].filter((row) => row.plan === plan).map(({ id }) => id)

test.each([
  ['QY', 59, 13, 65],
  ['GL', 9, 11, 36],
  ['QN', 7, 9, 25],
  ['DH', 5, 4, 14],
  ['LB', 72, 14, 86],
])('plan %s holds its %i targets, %i facts and %i duties', (code, targets, facts, duties) => {
  const plan = plans.find((one) => one.code === code)
  expect(plan?.targets.map(({ id }) => id).toSorted()).toEqual(idsOf('targets', code).toSorted())
  expect(plan?.facts.map(({ id }) => id).toSorted()).toEqual(idsOf('facts', code).toSorted())
  expect(plan?.duties.map(({ id }) => id).toSorted()).toEqual(idsOf('duties', code).toSorted())
  expect([plan?.targets.length, plan?.facts.length, plan?.duties.length]).toEqual([targets, facts, duties])
})

test('the five plans together hold 152 targets, 51 facts and 226 duties of four kinds', () => {
  const duties = plans.flatMap((plan) => plan.duties)
  const count = (kind: string) => duties.filter((duty) => duty.kind === kind).length
  expect(plans.flatMap((plan) => plan.targets)).toHaveLength(152)
  expect(plans.flatMap((plan) => plan.facts)).toHaveLength(51)
  expect(['task', 'unit', 'process', 'deadline'].map(count)).toEqual([137, 45, 29, 15])
})

const targets = new Map(plans.flatMap((plan) => plan.targets).map((target) => [target.id, target]))
const duties = new Map(plans.flatMap((plan) => plan.duties).map((duty) => [duty.id, duty]))
const facts = new Map(plans.flatMap((plan) => plan.facts).map((fact) => [fact.id, fact]))

test.each(known.targets)('target $id stands in $section as $printed', ({ id, section, printed, counts }) => {
  const target = targets.get(id)
  expect(target?.section).toBe(section)
  const shown = numbersIn(`${target?.printed.vi}`)
  for (const number of numbersIn(withoutRemarks(printed))) expect(shown).toContain(number)
  if (counts !== undefined) expectCounts(counts, target)
})

function expectCounts(counts: string, target: Target | undefined): void {
  if (/^\d+\/\d+$/.test(counts)) {
    const rank = target?.value.kind === 'rank' ? `${target.value.rank}/${target.value.of}` : undefined
    expect([target?.printedCount, rank, target?.printed.vi]).toContain(counts)
    return
  }
  const shown = numbersIn(JSON.stringify([target?.printed, target?.label, target?.notes]))
  for (const number of numbersIn(counts)) expect(shown).toContain(number)
}

test.each(known.duties)('duty $id is a $kind of $section', ({ id, kind, section }) => {
  expect(duties.get(id)).toMatchObject({ kind, section })
  expect(duties.get(id)?.deadline !== undefined).toBe(kind === 'deadline')
})

test.each(known.facts)('fact $id stands in $section', ({ id, section }) => {
  expect(facts.get(id)?.section).toBe(section)
})

test('every sentence and name is there in both languages, and they differ in long texts', () => {
  const sentences = plans.flatMap((plan: Plan) => [
    ...plan.facts.map(({ text }) => text),
    ...plan.duties.map(({ text }) => text),
    ...plan.targets.flatMap(({ notes }) => notes),
  ])
  for (const { vi, en } of sentences) {
    expect(vi).toMatch(/[.!?»]$/)
    expect(en).toMatch(/[.!?”]$/)
    expect(vi).not.toBe(en)
  }
})

test('every element of the catalogue is asked by a form or serves a formula', () => {
  const questions = plans.flatMap(({ forms }) => forms.flatMap(({ sections }) => sections)).flatMap(askedBy)
  const used = new Set([
    ...questions,
    ...catalogue.indicators.flatMap(({ formula }) => formulaElements(formula)),
  ])
  expect(catalogue.elements.map(({ code }) => code).filter((code) => !used.has(code))).toEqual([])
})

const askedBy = ({ questions }: Section): readonly string[] =>
  questions.flatMap(({ elements }) => [...elements])

test.each(plans.map(({ code }) => code))('pack %s stands on its own over the shared catalogue', (code) => {
  const own = plans.filter((plan) => plan.code === code)
  expect(checkPlans(catalogue, own)).toEqual([])
})

test('every yearly figure of Quảng Yên is asked of the levels the product names', () => {
  const form = createLibrary(catalogue, plans).form('qy-annual').form
  const levelsOf = (element: string) =>
    form.sections.find((section) => askedBy(section).includes(element))?.levels ?? 'not asked'
  expect(levelsOf('national-standard')).toEqual([])
  expect(levelsOf('education-people-digital')).toEqual([])
  expect(levelsOf('classes-without-teacher')).toEqual([])
  expect(levelsOf('age5-completed')).toEqual(['preschool'])
  expect(levelsOf('grade5-completed')).toEqual(['primary'])
  expect(levelsOf('grade9-language-level2')).toEqual(['lower-secondary'])
  expect(levelsOf('grade12-language-level3')).toEqual(['upper-secondary'])
  const late = form.sections.flatMap(({ questions }) => questions).filter(({ isLate }) => isLate)
  expect(late.map(({ elements }) => elements)).toEqual([['graduation-passed', 'graduation-candidates']])
})

test('every indicator can be asked for in several wordings', () => {
  const poor = catalogue.indicators.filter(({ synonyms }) => synonyms.length < 2).map(({ code }) => code)
  expect(poor).toEqual([])
})
