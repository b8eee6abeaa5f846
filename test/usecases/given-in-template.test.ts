import { beforeAll, describe, expect, it } from 'vitest'
import { type AskedQuestion, readGivenAnswers } from '../../src/domain/given-answer.ts'
import { toLocalDate } from '../../src/domain/local-date.ts'
import type { PlanLibrary } from '../../src/domain/plan.ts'
import { givenInTemplate } from '../../src/usecases/given-in-template.ts'
import type { FilledCell, FilledRow } from '../../src/usecases/ports.ts'
import { readShippedLibrary } from '../support/demo.ts'

let library: PlanLibrary
beforeAll(async () => {
  library = await readShippedLibrary()
})

/** The questions of a form as it is now. */
const asked = (): readonly AskedQuestion[] =>
  [['pupils-two-session-primary', 'pupils-primary'], ['drowning-victims']].map((codes) => ({
    elements: codes.map((code) => library.element(code)),
    context: { locale: 'vi', today: toLocalDate('2026-12-07'), last: {} },
  }))

const cell = (element: string, text: string, more: Partial<FilledCell> = {}): FilledCell => ({
  ...{ element, text, isExact: false, isFormula: false },
  ...more,
})
const row = (line: number, cells: readonly FilledCell[], reason = ''): FilledRow => ({
  line,
  label: `dòng ${line}`,
  cells,
  reason,
})

function read(rows: readonly FilledRow[]) {
  const file = {
    kind: 'filled',
    form: 'qy-annual',
    formVersion: 1,
    period: '2026',
    unitCode: 'QY',
    rows,
  } as const
  const found = givenInTemplate(file, asked())
  const { understood, refused } = readGivenAnswers(found.given, asked())
  return {
    values: Object.assign({}, ...understood.map(({ values }) => values)) as Record<string, unknown>,
    refused: [...found.refused, ...refused].map(({ source, problem }) => `${source.line} ${problem}`),
  }
}

const count = (value: number) => ({ kind: 'count', count: value })
const NUMERATOR = 'pupils-two-session-primary'
const DENOMINATOR = 'pupils-primary'
const both = { [NUMERATOR]: count(398), [DENOMINATOR]: count(412) }

describe('a filled template', () => {
  it.each([
    ['in a cell each', [cell(NUMERATOR, '398'), cell(DENOMINATOR, '412')]],
    ['as numbers', [cell(NUMERATOR, '398', { isExact: true }), cell(DENOMINATOR, '412', { isExact: true })]],
    ['both in the first cell', [cell(NUMERATOR, '398/412'), cell(DENOMINATOR, '')]],
    ['with nouns', [cell(NUMERATOR, '398 em'), cell(DENOMINATOR, '412 em')]],
  ])('gives two figures %s', (_name, cells) => {
    expect(read([row(6, cells)])).toEqual({ values: both, refused: [] })
  })

  it('of an older version gives what is still asked, wherever it stood, and says what is not', () => {
    const rows = [
      row(6, [cell('drowning-victims', '0')]),
      row(7, [cell(DENOMINATOR, '412')]),
      row(8, [cell(NUMERATOR, '398')]),
      row(9, [cell('cashless-payment', 'có')]),
      row(10, [cell('land-certificate', '')]),
    ]
    expect(read(rows)).toEqual({
      values: { ...both, 'drowning-victims': count(0) },
      refused: ['9 not-asked'],
    })
  })

  it('gives a reason instead of a figure', () => {
    const missing = { kind: 'missing', reason: 'chưa tổng hợp' }
    expect(read([row(6, [cell('drowning-victims', '')], 'chưa tổng hợp')]).values).toEqual({
      'drowning-victims': missing,
    })
    expect(read([row(6, [cell('drowning-victims', 'chưa có')], 'chưa tổng hợp')]).values).toEqual({
      'drowning-victims': missing,
    })
    expect(read([row(6, [cell('drowning-victims', 'chưa có')])])).toEqual({
      values: {},
      refused: ['6 reason-needed'],
    })
  })

  it.each([
    ['a fraction for a count', cell('drowning-victims', '0,5', { isExact: true }), '6 not-whole'],
    ['a percentage for a count', cell('drowning-victims', '50%', { isExact: true }), '6 percent-not-asked'],
    ['a date for a count', cell('drowning-victims', '18/12/2026'), '6 ratio-not-expected'],
    ['a computed cell', cell('drowning-victims', '3', { isFormula: true }), '6 formula'],
    ['one figure of two', cell(NUMERATOR, '398'), '6 not-a-ratio'],
  ])('does not give %s', (_name, filled, refused) => {
    expect(read([row(6, [filled])])).toEqual({ values: {}, refused: [refused] })
  })

  it('left empty gives nothing and complains of nothing', () => {
    expect(
      read([row(6, [cell(NUMERATOR, ''), cell(DENOMINATOR, '')]), row(7, [cell('drowning-victims', '')])]),
    ).toEqual({
      values: {},
      refused: [],
    })
  })
})
