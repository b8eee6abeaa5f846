import { describe, expect, it } from 'vitest'
import type { DataElement, ElementType, Value } from '../../src/domain/data-element.ts'
import type { Form } from '../../src/domain/form.ts'
import { type CheckContext, checkAnswer, checkSubmission } from '../../src/domain/rules-check.ts'

const text = { vi: 'x', en: 'x' }
const element = (code: string, type: ElementType, atMost?: string): DataElement => ({
  code,
  label: text,
  question: text,
  definition: text,
  scope: text,
  reference: 'at-date',
  unit: text,
  type,
  example: '45',
  ...(atMost === undefined ? {} : { atMost }),
})
const count = (figure: number): Value => ({ kind: 'count', count: figure })
const ELEMENTS = [
  element('completed', { kind: 'count' }, 'pupils'),
  element('pupils', { kind: 'count', max: 5000 }),
  element('girls', { kind: 'count' }, 'pupils'),
  element('score', { kind: 'decimal', min: '0', max: '10', decimals: 2 }),
  element('level', { kind: 'level', min: 1, max: 3 }),
  element('rank', { kind: 'rank', of: 30 }),
  element('standard', { kind: 'recognition', degrees: [1, 2], lastsYears: 5 }),
]
const form: Pick<Form, 'sections' | 'changeLimitPercent'> = {
  changeLimitPercent: 20,
  sections: [
    {
      id: 's',
      title: text,
      levels: [],
      questions: [{ id: 'q', elements: ['completed', 'pupils'], isLate: false }],
    },
  ],
}
const context = (answers: Record<string, Value> = {}, last: Record<string, Value> = {}): CheckContext => ({
  form,
  elements: new Map(ELEMENTS.map((each) => [each.code, each])),
  answers: new Map(Object.entries(answers)),
  last: new Map(Object.entries(last)),
})
const check = (code: string, value: Value, around = context()) => {
  const asked = ELEMENTS.find((each) => each.code === code)
  if (asked === undefined) throw new Error(code)
  return checkAnswer(asked, value, around)
}
const rules = (code: string, value: Value, around = context()) =>
  check(code, value, around).hard.map(({ rule }) => rule)

describe('hard rules', () => {
  it.each<[string, Value, string[]]>([
    ['pupils', count(0), []],
    ['pupils', count(5000), []],
    ['pupils', count(5001), ['out-of-range']],
    ['pupils', count(-1), ['out-of-range']],
    ['pupils', count(1.5), ['not-whole']],
    ['pupils', { kind: 'decimal', decimal: '1' }, ['wrong-kind']],
    ['pupils', { kind: 'missing', reason: 'đang chờ' }, []],
    ['score', { kind: 'decimal', decimal: '9.25' }, []],
    ['score', { kind: 'decimal', decimal: '9.255' }, ['too-many-decimals']],
    ['score', { kind: 'decimal', decimal: '10.01' }, ['out-of-range']],
    ['level', { kind: 'level', level: 4 }, ['out-of-range']],
    ['rank', { kind: 'rank', rank: 31 }, ['rank-beyond-field']],
    ['rank', { kind: 'rank', rank: 7, of: 6 }, ['rank-beyond-field']],
    ['rank', { kind: 'rank', rank: 0 }, ['out-of-range']],
    ['rank', { kind: 'rank', rank: 30 }, []],
    ['standard', { kind: 'recognition', yes: true, degree: 3 }, ['degree-unknown']],
    [
      'standard',
      { kind: 'recognition', yes: true, decidedOn: '2024-06-20', expiresOn: '2024-06-20' },
      ['dates-reversed'],
    ],
    ['standard', { kind: 'recognition', yes: true, decidedOn: '2024-06-20', expiresOn: '2029-06-20' }, []],
  ])('%s answered %j: %j', (code, value, expected) => {
    expect(rules(code, value)).toEqual(expected)
  })

  it('numerator above denominator is refused once, though the catalogue says it too', () => {
    expect(check('completed', count(22), context({ pupils: count(21) })).hard).toEqual([
      {
        rule: 'numerator-above-denominator',
        element: 'completed',
        params: { value: '22', limit: '21', other: 'pupils' },
      },
    ])
    expect(rules('completed', count(21), context({ pupils: count(21) }))).toEqual([])
    expect(rules('completed', count(22))).toEqual([])
  })

  it('a total may not fall below a part already given', () => {
    expect(rules('pupils', count(20), context({ completed: count(21), girls: count(22) }))).toEqual([
      'numerator-above-denominator',
      'above-other',
    ])
    expect(rules('girls', count(5), context({ completed: count(21), pupils: count(20) }))).toEqual([])
  })

  it('a missing total limits nothing', () => {
    expect(rules('completed', count(22), context({ pupils: { kind: 'missing', reason: 'x' } }))).toEqual([])
  })
})

describe('the soft rule', () => {
  const soft = (now: number, before: Value | undefined) =>
    check('pupils', count(now), context({}, before === undefined ? {} : { pupils: before })).soft

  it('asks why when a figure moved more than the limit, up or down', () => {
    expect(soft(120, count(100))).toEqual([])
    expect(soft(80, count(100))).toEqual([])
    expect(soft(121, count(100))).toEqual([
      { rule: 'moved', element: 'pupils', params: { last: '100', now: '121', limitPercent: 20 } },
    ])
    expect(soft(79, count(100))).toHaveLength(1)
  })

  it('takes 0 for a figure and missing for none', () => {
    expect(soft(1, count(0))).toHaveLength(1)
    expect(soft(0, count(0))).toEqual([])
    expect(soft(0, count(5))).toHaveLength(1)
    expect(soft(500, undefined)).toEqual([])
    expect(soft(500, { kind: 'missing', reason: 'x' })).toEqual([])
  })
})

it('a whole submission shows each touched rule once', () => {
  const answers = {
    completed: count(22),
    pupils: count(21),
    level: { kind: 'level', level: 9 } as const,
    rank: count(1),
  }
  const { hard, soft } = checkSubmission(context(answers, { pupils: count(10) }))
  expect(hard.map(({ rule, element: code }) => `${code}: ${rule}`)).toEqual([
    'level: out-of-range',
    'rank: wrong-kind',
    'completed: numerator-above-denominator',
  ])
  expect(soft.map(({ element: code }) => code)).toEqual(['pupils'])
  expect(checkSubmission(context({ pupils: count(21), completed: count(21) }))).toEqual({
    hard: [],
    soft: [],
  })
})
