import fc from 'fast-check'
import { expect, test } from 'vitest'
import { EXPECTATIONS, type Expectation } from '../../src/plans/expectations.ts'
import { readPlanFiles } from '../../src/plans/index.ts'
import { isPrintedShare } from '../../src/plans/printed-share.ts'
import { CATALOGUE_TEXT, PLAN_TEXT, sampleFiles } from './sample-pack.ts'

const CASES: readonly (readonly [string, string, string, string, string, number, Expectation])[] = [
  [
    'an unknown indicator',
    'indicator: swimming',
    'indicator: flying',
    'sample.yaml',
    'targets[0].indicator',
    16,
    'known-indicator',
  ],
  [
    'an unknown form',
    'collect: sm-annual',
    'collect: sm-other',
    'sample.yaml',
    'targets[0].collect',
    25,
    'known-form',
  ],
  [
    'a form that lacks a figure',
    '[swimmers/pupils, ',
    '[pupils, ',
    'sample.yaml',
    'targets[0].collect',
    25,
    'form-asks',
  ],
  [
    'words that are collected',
    'indicator: swimming',
    'indicator: spirit',
    'sample.yaml',
    'targets[0].collect',
    25,
    'reason-needed',
  ],
  [
    'a share that is miscounted',
    'value: 96.87',
    'value: 96.89',
    'sample.yaml',
    'targets[0].value',
    22,
    'share-agrees',
  ],
  [
    'counts that disagree',
    'value: 96.87',
    'value: {kind: share, number: 96.87, numerator: 31, denominator: 32}',
    'sample.yaml',
    'targets[0].printedCount',
    23,
    'count-agrees',
  ],
  [
    'a range the wrong way round',
    'value: rank 7/30',
    'value: 45..40',
    'sample.yaml',
    'targets[1].value',
    32,
    'range-order',
  ],
  [
    'a rank of no ranking',
    'value: 96.87',
    'value: rank 7',
    'sample.yaml',
    'targets[0].value',
    22,
    'unit-fits',
  ],
  ['an id used twice', 'id: sm-report', 'id: sm-standing', 'sample.yaml', 'duties[0].id', 38, 'unique'],
  [
    'an unknown element in a form',
    'elements: [standing]',
    'elements: [place]',
    'sample.yaml',
    'forms[0].sections[0].questions[1]',
    60,
    'known-element',
  ],
  [
    'a limit asked too late',
    '[swimmers/pupils, ',
    '[swimmers, pupils, ',
    'sample.yaml',
    'forms[0].sections[0].questions[0]',
    60,
    'limit-precedes',
  ],
  [
    'a date of its own for what does not come later',
    'isLate: yes}',
    'lateDueOn: 01-31}',
    'sample.yaml',
    'forms[0].sections[0].questions[1].lateDueOn',
    60,
    'late-only',
  ],
  [
    'a question twice',
    '[swimmers/pupils, ',
    '[swimmers/pupils, swimmers, ',
    'sample.yaml',
    'forms[0].sections[0].questions[1]',
    60,
    'unique',
  ],
  [
    'a period of another type',
    'firstPeriod: 2023',
    'firstPeriod: SY2023',
    'sample.yaml',
    'forms[0].firstPeriod',
    52,
    'period-type',
  ],
  [
    'periods the wrong way round',
    'lastPeriod: 2030',
    'lastPeriod: 2020',
    'sample.yaml',
    'forms[0].lastPeriod',
    53,
    'period-order',
  ],
  [
    'an unknown accepting unit',
    '{unit: SM}',
    '{unit: XX}',
    'sample.yaml',
    'forms[0].acceptedBy[0].unit',
    54,
    'known-unit',
  ],
  ['an unknown parent', 'parent: PV', 'parent: XX', 'sample.yaml', 'units[1].parent', 12, 'known-unit'],
  ['a unit above itself', 'parent: PV', 'parent: SM', 'sample.yaml', 'units[1].parent', 12, 'no-circle'],
  ['an unknown plan unit', 'unit: SM\n', 'unit: XX\n', 'sample.yaml', 'unit', 9, 'known-unit'],
  [
    'a yearly day with a year',
    'lastDay: 12-19',
    'lastDay: 2023-12-19',
    'sample.yaml',
    'duties[0].deadline.lastDay',
    43,
    'day-recurs',
  ],
  [
    'an unknown limit',
    'atMost: pupils',
    'atMost: people',
    'catalogue/sample.yaml',
    'elements[1].atMost',
    15,
    'known-element',
  ],
  [
    'a formula without its element',
    'denominator: pupils',
    'denominator: people',
    'catalogue/sample.yaml',
    'indicators[0].formula.denominator',
    29,
    'known-element',
  ],
  [
    'an element twice',
    'code: standing\n    label: {vi: Thứ hạng, en: Standing}\n    question',
    'code: pupils\n    label: {vi: Thứ hạng, en: Standing}\n    question',
    'catalogue/sample.yaml',
    'elements[2].code',
    16,
    'unique',
  ],
]

test.each(CASES)('%s is refused where it stands', (_case, from, to, file, field, line, expectation) => {
  const reading = readPlanFiles(sampleFiles(from, to))
  const problems = 'problems' in reading ? reading.problems : []
  expect(problems).toContainEqual(
    expect.objectContaining({ file, field, line, expected: EXPECTATIONS[expectation] }),
  )
})

test('a code that stands in two catalogue files is refused in the second', () => {
  const reading = readPlanFiles([...sampleFiles(), { name: 'catalogue/zz.yaml', text: CATALOGUE_TEXT }])
  const files = 'problems' in reading ? reading.problems.map(({ file }) => file) : []
  expect(files).toHaveLength(6)
  expect(new Set(files)).toEqual(new Set(['catalogue/zz.yaml']))
})

test('ids, keys and form codes are unique over all plans', () => {
  const reading = readPlanFiles([...sampleFiles(), { name: 'again.yaml', text: PLAN_TEXT }])
  const fields = 'problems' in reading ? reading.problems.map(({ file, field }) => `${file} ${field}`) : []
  expect(fields.toSorted()).toEqual(
    ['key', 'code', 'targets[0].id', 'targets[1].id', 'facts[0].id', 'duties[0].id', 'forms[0].code']
      .map((field) => `again.yaml ${field}`)
      .toSorted(),
  )
})

test.each([
  ['92.19', 59, 64, true],
  ['96.87', 62, 64, true],
  ['96.88', 62, 64, true],
  ['96.86', 62, 64, false],
  ['83.3', 5, 6, true],
  ['83.4', 5, 6, false],
  ['100', 17, 17, true],
  ['100', 0, 0, false],
])('%s%% of %i/%i is printed rightly: %s', (number, numerator, denominator, isRight) => {
  expect(isPrintedShare({ number, numerator, denominator })).toBe(isRight)
})

test('any share rounded to two decimals is taken as printed, and one a tenth off is not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 9999 }), (denominator, some) => {
      const numerator = Math.min(some, denominator)
      const hundredths = Math.floor((numerator * 10000) / denominator)
      const printed = (value: number) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`
      expect(isPrintedShare({ number: printed(hundredths), numerator, denominator })).toBe(true)
      expect(isPrintedShare({ number: printed(hundredths + 10), numerator, denominator })).toBe(false)
    }),
  )
})
