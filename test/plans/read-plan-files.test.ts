import { expect, test } from 'vitest'
import { DomainError } from '../../src/domain/errors.ts'
import { createLibrary, type PackProblem, readPlanFiles } from '../../src/plans/index.ts'
import { sampleFiles } from './sample-pack.ts'

function readSample() {
  const reading = readPlanFiles(sampleFiles())
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems))
  return reading
}

const problemsOf = (from: string, to: string): readonly PackProblem[] => {
  const reading = readPlanFiles(sampleFiles(from, to))
  return 'problems' in reading ? reading.problems : []
}

test('a sound pack is read into the values of the domain, with its defaults', () => {
  const { catalogue, plans } = readSample()
  expect(catalogue.elements[0]).toMatchObject({
    scope: { vi: 'cả trường', en: 'whole school' },
    type: { kind: 'count' },
  })
  expect(catalogue.indicators[0]).toMatchObject({
    shortLabel: { vi: 'Học sinh biết bơi', en: 'Pupils who can swim' },
    direction: 'up',
    formula: { kind: 'ratio', numerator: ['swimmers'], denominator: ['pupils'], factor: 100 },
    countedAs: { vi: '', en: '' },
  })
  expect(plans[0]?.targets[0]).toEqual({
    id: 'sm-swimming-2025',
    indicator: 'swimming',
    label: { vi: 'Học sinh biết bơi – tiểu học', en: 'Pupils who can swim – primary' },
    levels: ['primary'],
    when: { vi: 'đến năm 2025', en: 'by 2025' },
    due: '2025',
    comparator: '=',
    printed: { vi: '96,87%', en: '96.87%' },
    value: { kind: 'share', number: '96.87', numerator: 62, denominator: 64 },
    printedCount: '62/64',
    section: 'II.1',
    notes: [],
    collect: { form: 'sm-annual' },
    keywords: [],
    names: [],
  })
  expect(plans[0]?.targets[1]?.value).toEqual({ kind: 'rank', rank: 7, of: 30 })
})

test('figures stay as written: no number is read by YAML', () => {
  const { catalogue } = readSample()
  expect(catalogue.elements.map(({ example }) => example)).toEqual(['412', '1.234', '7/30'])
})

test('questions may be one code, a pair, or a late one', () => {
  expect(readSample().plans[0]?.forms[0]?.sections[0]?.questions).toEqual([
    { id: 'swimmers', elements: ['swimmers', 'pupils'], isLate: false },
    { id: 'standing', elements: ['standing'], isLate: true },
  ])
})

test('the library finds elements, indicators and forms by code and refuses an unknown form', () => {
  const { catalogue, plans } = readSample()
  const library = createLibrary(catalogue, plans)
  expect(library.element('pupils').label.en).toBe('Pupils')
  expect(library.indicator('swimming').unit).toBe('percent')
  expect(library.form('sm-annual').plan.code).toBe('SM')
  expect(() => library.form('other')).toThrow(DomainError)
  expect(() => library.element('other')).toThrow('no element other')
})

test.each([
  ['a figure that is no figure', 'value: 96.87', 'value: nearly all', 'sample.yaml', 'targets[0].value', 22],
  ['a field that is missing', '    section: II.1\n', '', 'sample.yaml', 'targets[0].section', 15],
  [
    'a field nobody knows',
    'audience: public',
    'audience: public\naudence: all',
    'sample.yaml',
    'audence',
    14,
  ],
  [
    'a word outside its list',
    "comparator: '='",
    'comparator: about',
    'sample.yaml',
    'targets[0].comparator',
    20,
  ],
  ['a date that is none', '2023-12-15', '2023-02-30', 'sample.yaml', 'issuedOn', 6],
  ['a day that is none', 'dueOn: 12-19', 'dueOn: 12-32', 'sample.yaml', 'forms[0].dueOn', 50],
  ['a period that is none', 'due: 2025', 'due: 2025-13', 'sample.yaml', 'targets[0].due', 19],
  ['one language only', '{vi: Mẫu, en: Sample}', '{vi: Mẫu}', 'sample.yaml', 'shortTitle.en', 4],
  ['a list that is a word', 'levels: [primary]', 'levels: primary', 'sample.yaml', 'levels', 8],
  [
    'a kind nobody knows',
    'kind: rank, of',
    'kind: place, of',
    'catalogue/sample.yaml',
    'elements[2].type.kind',
    22,
  ],
  [
    'a code with capitals',
    'atMost: pupils',
    'atMost: Pupils',
    'catalogue/sample.yaml',
    'elements[1].atMost',
    15,
  ],
])('%s is named by file, line and field', (_case, from, to, file, field, line) => {
  const [problem, ...others] = problemsOf(from, to)
  expect(problem).toMatchObject({ file, field, line })
  expect(problem?.expected.vi).toMatch(/\.$/)
  expect(problem?.expected.en).toMatch(/\.$/)
  expect(others).toEqual([])
})

test('what was found is shown as written, and column points at it', () => {
  expect(problemsOf('value: 96.87', 'value: nearly all')).toMatchObject([
    { line: 22, column: 12, found: 'nearly all', expected: { en: expect.stringContaining('40..45') } },
  ])
})

test('a missing field points at what lacks it and shows nothing found', () => {
  expect(problemsOf('    section: II.1\n', '')).toMatchObject([
    { found: '', expected: { en: 'This field must be given.' } },
  ])
})

test('more than eight questions in a section are refused', () => {
  const nine = Array.from({ length: 9 }, (_, index) => `q${index}`).join(', ')
  expect(problemsOf('questions: [', `questions: [${nine}, `)).toMatchObject([
    { field: 'forms[0].sections[0].questions', expected: { en: 'A section has at most 8 questions.' } },
  ])
})

test('a file that is no YAML is refused with its place', () => {
  expect(problemsOf('code: SM\n', 'code: [SM\n')).toMatchObject([
    { file: 'sample.yaml', field: '', expected: { en: 'The file must be well-formed YAML.' } },
  ])
})

test('an alias of nothing is refused where it stands', () => {
  expect(problemsOf('code: SM\n', 'code: *nothing\n')).toMatchObject([
    { file: 'sample.yaml', line: 2, column: 7, found: expect.stringContaining('nothing') },
  ])
})

test('aliases that multiply without end are refused', () => {
  const bomb = Array.from({ length: 12 }, (_, at) => {
    const below = at === 0 ? 'x' : `*a${at - 1}`
    return `a${at}: &a${at} [${Array.from({ length: 9 }, () => below).join(', ')}]`
  })
  expect(readPlanFiles([{ name: 'bomb.yaml', text: bomb.join('\n') }])).toMatchObject({
    problems: [{ file: 'bomb.yaml', found: expect.stringContaining('alias') }],
  })
})

test('an empty file and one that is no mapping are refused', () => {
  for (const text of ['', '- a\n- b\n', 'only words']) {
    const reading = readPlanFiles([{ name: 'odd.yaml', text }])
    expect('problems' in reading && reading.problems.length).toBeGreaterThan(0)
  }
})

test('every problem of every file is named at once and nothing is loaded', () => {
  const [catalogue, plan] = sampleFiles()
  const reading = readPlanFiles([
    { name: 'catalogue/sample.yaml', text: `${catalogue?.text}`.replace('unit: percent', 'unit: share') },
    { name: 'sample.yaml', text: `${plan?.text}`.replace('version: 1', 'version: one') },
  ])
  expect(reading).not.toHaveProperty('plans')
  expect('problems' in reading && reading.problems.map(({ field }) => field)).toEqual([
    'indicators[0].unit',
    'forms[0].version',
  ])
})
