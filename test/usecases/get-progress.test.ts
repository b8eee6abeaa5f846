import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, systemScope } from '../../src/domain/access.ts'
import type { OrgUnitId, PersonId } from '../../src/domain/brand.ts'
import type { Value } from '../../src/domain/data-element.ts'
import type { Progress, ProgressRow } from '../../src/domain/digest.ts'
import { getPeriod } from '../../src/domain/period.ts'
import type { PlanLibrary } from '../../src/domain/plan.ts'
import { getProgress } from '../../src/usecases/get-progress.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { DEMO_NOW, loadDemoInto, TIME_ZONE } from '../support/demo.ts'

let test: TestDatabase
let library: PlanLibrary
let progress: Progress
const ids = new Map<string, OrgUnitId>()

const deps = () => ({
  units: test.database.units,
  totals: test.database.totals,
  plans: test.database.plans,
  library,
  timeZone: TIME_ZONE,
})
const idOf = (code: string): OrgUnitId => ids.get(code) ?? ('none' as OrgUnitId)
const read = (unit: string, period: string) =>
  getProgress(deps(), { scope: systemScope, unit: idOf(unit), period: getPeriod(period), now: DEMO_NOW })

function rowOf(of: Progress, indicator: string, ...levels: readonly string[]): ProgressRow {
  const row = of.rows.find((each) => each.indicator === indicator && each.levels.join() === levels.join())
  if (row === undefined) throw new Error(`no row ${indicator} ${levels.join()}`)
  return row
}

/** A school of two levels, which the demo lacks: it must count once. */
async function addTwoLevelSchool(): Promise<void> {
  const { units, submissions } = test.database
  await units.save([
    {
      ...{
        code: 'QY-LC-01',
        name: 'Trường THCS và THPT Mẫu',
        kind: 'school',
        validFrom: '2020-01-01',
        reporting: 'QY',
      },
      levels: ['lower-secondary', 'upper-secondary'],
    },
  ])
  const unit = (await units.findByCode(systemScope, 'QY-LC-01'))?.id ?? idOf('none')
  const figures: Record<string, Value> = {
    'national-standard': { kind: 'recognition', yes: true, degree: 1 },
    'pupils-lower-secondary-promoted': { kind: 'count', count: 300 },
    'pupils-lower-secondary-year-end': { kind: 'count', count: 310 },
    'pupils-upper-secondary-promoted': { kind: 'count', count: 200 },
    'pupils-upper-secondary-year-end': { kind: 'count', count: 202 },
  }
  const by = 'someone' as PersonId
  const answers = Object.entries(figures).map(([element, value]) => ({ element, value, by, at: DEMO_NOW }))
  const opened = await submissions.open(
    systemScope,
    { form: 'qy-annual', formVersion: 1, unit, period: getPeriod('2026') },
    DEMO_NOW,
  )
  await submissions.saveAnswers(opened.id, 1, answers)
  const counted = await submissions.freeze({
    id: opened.id,
    number: 1,
    formVersion: 1,
    by,
    at: DEMO_NOW,
    source: 'chat',
    receipt: 'R-LC',
  })
  await submissions.move(
    opened.id,
    { state: 'draft', revision: 1 },
    { state: 'submitted', revision: 1 },
    DEMO_NOW,
  )
  await submissions.move(
    opened.id,
    { state: 'submitted', revision: 1 },
    { state: 'confirmed', revision: 1, counted },
    DEMO_NOW,
  )
}

beforeAll(async () => {
  test = await openTestDatabase({ today: () => '2026-12-07' })
  library = await loadDemoInto(test.database)
  await addTwoLevelSchool()
  const { rows } = await test.pool.query<{ id: OrgUnitId; code: string }>('SELECT id, code FROM "OrgUnit"')
  for (const { id, code } of rows) ids.set(code, id)
  progress = await read('QY', '2026')
})
afterAll(() => test.close())

interface RawAnswer {
  readonly code: string
  readonly levels: readonly string[]
  readonly element: string
  readonly numeric: string | null
  readonly yes: boolean | null
}

/** Every figure that counts, as it lies in the tables. */
async function readRaw(form: string, period: string): Promise<readonly RawAnswer[]> {
  const { rows } = await test.pool.query<RawAnswer>(
    `SELECT u.code, u.levels, v.element, v.numeric::text, v.yes FROM "Submission" s
     JOIN "OrgUnit" u ON u.id = s."unitId" JOIN "DataValue" v ON v."revisionId" = s."countedId"
     WHERE s.form = $1 AND s.period = $2 AND s."countedId" IS NOT NULL`,
    [form, period],
  )
  return rows
}

/** Σ of an element over schools that answered all of `together`. */
function rawSum(raw: readonly RawAnswer[], element: string, together: readonly string[]): number {
  const answered = (code: string) =>
    together.every((each) =>
      raw.some((row) => row.code === code && row.element === each && row.numeric !== null),
    )
  return raw
    .filter((row) => row.element === element && answered(row.code))
    .reduce((sum, row) => sum + Number(row.numeric), 0)
}

describe('progress', () => {
  it.each([
    ['two-session-primary', 'primary', 'pupils-two-session-primary', 'pupils-primary'],
    ['age5-completion', 'preschool', 'age5-completed', 'age5-children'],
    ['grade5-completion', 'primary', 'grade5-completed', 'grade5-pupils'],
    ['upper-secondary-graduation', 'upper-secondary', 'graduation-passed', 'graduation-candidates'],
  ])(
    'adds numerators and denominators of %s exactly as the rows say',
    async (indicator, level, numerator, denominator) => {
      const raw = await readRaw('qy-annual', '2026')
      const row = rowOf(progress, indicator, level)
      const over = rawSum(raw, numerator, [numerator, denominator])
      const under = rawSum(raw, denominator, [numerator, denominator])
      expect(under).toBeGreaterThan(0)
      expect([Number(row.numerator), Number(row.denominator)]).toEqual([over, under])
      expect(Number(row.value)).toBeCloseTo((over / under) * 100, 8)
    },
  )

  it('asks a school only what concerns its levels: THCS and THPT are added together, a school of both counts in both', async () => {
    const raw = await readRaw('qy-annual', '2026')
    const sum = (element: string) =>
      raw.filter((each) => each.element === element).reduce((all, each) => all + Number(each.numeric), 0)
    const row = rowOf(progress, 'straight-promotion-secondary', 'lower-secondary', 'upper-secondary')
    expect(Number(row.numerator)).toBe(
      sum('pupils-lower-secondary-promoted') + sum('pupils-upper-secondary-promoted'),
    )
    expect(Number(row.denominator)).toBe(
      sum('pupils-lower-secondary-year-end') + sum('pupils-upper-secondary-year-end'),
    )
    expect(row.expected).toBe(20 + 6 + 1)
  })

  it('counts schools with a yes; while schools are missing the share is an interval, never a figure', async () => {
    const raw = await readRaw('qy-annual', '2026')
    const yes = raw.filter(({ element, yes: isYes }) => element === 'national-standard' && isYes).length
    const all = rowOf(progress, 'national-standard')
    expect(all).toMatchObject({ numerator: String(yes), denominator: '65', value: null, isProvisional: true })
    expect(Number(all.interval?.low)).toBeCloseTo((yes / 65) * 100, 8)
    expect(all.floor?.status).toBe('interval')
  })

  it('counts a school of two levels once in all and once in each level', () => {
    const expected = (...levels: readonly string[]) =>
      rowOf(progress, 'national-standard', ...levels).expected
    expect(expected()).toBe(65)
    expect(
      ['preschool', 'primary', 'lower-secondary', 'upper-secondary'].map((level) => expected(level)),
    ).toEqual([21, 17, 21, 7])
  })

  it('keeps communes and the office out of the schools’ reporting rate', async () => {
    const { rows } = await test.pool.query<{ reported: number; accepted: number }>(
      `SELECT count(*)::int AS reported, (count(*) FILTER (WHERE state = 'accepted'))::int AS accepted FROM "Submission"
       WHERE form = 'qy-annual' AND period = '2026' AND state IN ('confirmed', 'accepted')`,
    )
    const [schools] = rows
    expect(progress).toMatchObject({ expected: 65, reported: schools?.reported, accepted: schools?.accepted })
    const commune = rowOf(progress, 'universal-primary-level3', 'primary')
    expect(commune).toMatchObject({ expected: 19, denominator: '19', source: 'below', form: 'qy-commune' })
    expect(rowOf(progress, 'grade10-entrance-average', 'lower-secondary').source).toBe('own')
  })

  it('holds the figure against the latest target due, and towards the next', () => {
    const row = rowOf(progress, 'national-standard', 'preschool')
    expect(row.floor).toMatchObject({ due: { vi: '2025' }, citation: { document: progress.plan } })
    expect(row.aim?.due.vi).toBe('2030')
  })

  it('is complete and judged in a year where every school is accepted', async () => {
    const last = await read('QY', '2025')
    const row = rowOf(last, 'national-standard', 'primary')
    expect(row).toMatchObject({ expected: 17, reported: 17, accepted: 17, isProvisional: false })
    expect(row.interval).toBeUndefined()
    expect(row.value).not.toBeNull()
    expect(['reached', 'missed']).toContain(row.floor?.status)
  })

  it('reads the half-year form for a half-year, and the year that has ended for what only the yearly form asks', async () => {
    const half = await read('QY', '2026-H1')
    const { rows } = await test.pool.query<{ count: number }>(
      `SELECT count(*)::int FROM "Submission" WHERE form = 'qy-half-year' AND period = '2026-H1' AND state IN ('confirmed', 'accepted')`,
    )
    expect(half.reported).toBe(rows[0]?.count)
    expect(half.expected).toBe(65)
    expect(rowOf(half, 'two-session-primary', 'primary').form).toBe('qy-half-year')
    expect(new Set(half.rows.map(({ form }) => form))).toContain('qy-annual')
  })

  it('takes the office’s own figures as they were entered, and says when there are none', async () => {
    const raw = await readRaw('qy-office', '2025')
    const sum = (elements: readonly string[]) =>
      raw
        .filter(({ element }) => elements.includes(element))
        .reduce((all, each) => all + Number(each.numeric), 0)
    const last = await read('QY', '2025')
    expect(Number(rowOf(last, 'sector-top-group').value)).toBe(sum(['sector-group-rank']))
    const subjects = ['literature', 'maths', 'english'].map((subject) => `grade10-${subject}`)
    const mean =
      sum(subjects.map((each) => `${each}-points`)) / sum(subjects.map((each) => `${each}-candidates`))
    expect(Number(rowOf(last, 'grade10-entrance-average', 'lower-secondary').value)).toBeCloseTo(mean, 8)
    expect(rowOf(progress, 'grade10-entrance-average', 'lower-secondary')).toMatchObject({
      value: null,
      floor: { status: 'no-data' },
    })
  })

  it('names the as-of moment by the office’s clock', () => {
    expect(progress.asOf).toBe('2026-12-07T06:40+07:00')
  })
})

describe('who may see progress', () => {
  const actor = (role: 'principal' | 'teacher' | 'officer', unit: string): Actor => ({
    ...{ person: 'p' as PersonId, locale: 'vi' },
    roles: [{ role, unit: idOf(unit) }],
  })
  const readAs = (who: Actor, unit: string) =>
    getProgress(deps(), { actor: who, unit: idOf(unit), period: getPeriod('2025'), now: DEMO_NOW })

  it('a teacher sees the own school alone', async () => {
    const own = await readAs(actor('teacher', 'QY-MN-01'), 'QY-MN-01')
    expect(own).toMatchObject({ expected: 1, reported: 1 })
    await expect(readAs(actor('teacher', 'QY-MN-01'), 'QY-MN-02')).rejects.toMatchObject({
      code: 'unit-not-found',
    })
    await expect(readAs(actor('teacher', 'QY-MN-01'), 'QY')).rejects.toMatchObject({ code: 'unit-not-found' })
  })

  it('an officer sees the town and every school in it', async () => {
    expect((await readAs(actor('officer', 'QY'), 'QY')).expected).toBe(65)
    expect((await readAs(actor('officer', 'QY'), 'QY-MN-02')).expected).toBe(1)
  })

  it('refuses a plan that is not loaded', async () => {
    const input = {
      scope: systemScope,
      unit: idOf('QY'),
      period: getPeriod('2026'),
      plan: 'XX',
      now: DEMO_NOW,
    }
    await expect(getProgress(deps(), input)).rejects.toMatchObject({ code: 'plan-not-found' })
  })
})
