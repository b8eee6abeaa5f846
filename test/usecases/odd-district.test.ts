import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Actor, systemScope } from '../../src/domain/access.ts'
import type { OrgUnitId, SubmissionId } from '../../src/domain/brand.ts'
import type { DataElement, Value } from '../../src/domain/data-element.ts'
import { planForm } from '../../src/domain/form-plan.ts'
import type { Level } from '../../src/domain/level.ts'
import { getPeriod } from '../../src/domain/period.ts'
import type { PlanLibrary } from '../../src/domain/plan.ts'
import { createSeededRandom } from '../../src/domain/seeded-random.ts'
import { createLibrary } from '../../src/plans/index.ts'
import { getProgress } from '../../src/usecases/get-progress.ts'
import { listOwed } from '../../src/usecases/list-owed.ts'
import { loadPlans } from '../../src/usecases/load-plans.ts'
import { openForm } from '../../src/usecases/open-form.ts'
import type { OrgUnitInput } from '../../src/usecases/ports.ts'
import { acceptSubmission, reopenSubmission, returnSubmission } from '../../src/usecases/review-submission.ts'
import { submitForm } from '../../src/usecases/submit-form.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { readShippedPacks, TIME_ZONE } from '../support/demo.ts'
import { type Raw, type RawUnit, rawOf, recompute, tenPlaces } from '../support/raw-answers.ts'

const YEAR = '2026'
const HALF = '2026-H1'
const JUNE = new Date('2026-06-10T02:00:00Z')
const DECEMBER = new Date('2026-12-07T02:00:00Z')

const school = (code: string, levels: readonly Level[]): OrgUnitInput => ({
  ...{ code, name: `Trường ${code}`, levels, kind: 'school', validFrom: '2020-01-01' },
  ...{ governance: 'QY', reporting: 'QY' },
})
const SCHOOLS = [
  school('MN-1', ['preschool']),
  school('MN-CLOSED', ['preschool']),
  school('MN-DRAFT', ['preschool']),
  school('TH-1', ['primary']),
  school('TH-RETURNED', ['primary']),
  school('TH-MISSING', ['primary']),
  school('LC-12', ['primary', 'lower-secondary']),
  school('LC-23', ['lower-secondary', 'upper-secondary']),
  school('THCS-UNCONFIRMED', ['lower-secondary']),
  school('THPT-1', ['upper-secondary']),
]
const CLOSED_ON = '2026-08-31'

let test: TestDatabase
let library: PlanLibrary
let now = JUNE
const random = createSeededRandom('odd district')
const ids = new Map<string, OrgUnitId>()
const actors = new Map<string, Actor>()
/** What each school meant, by period and school; a later form's answer takes the place of an earlier one's. */
const meant = { [YEAR]: new Map<string, Map<string, Raw>>(), [HALF]: new Map<string, Map<string, Raw>>() }

const deps = () => ({
  database: test.database,
  library,
  clock: { now: () => now },
  timeZone: TIME_ZONE,
  random: (size: number) => Uint8Array.from({ length: size }, () => random.whole(0, 255)),
})

const actorOf = (name: string): Actor => {
  const actor = actors.get(name)
  if (!actor) throw new Error(`nobody is called ${name}`)
  return actor
}
const idOf = (code: string): OrgUnitId => ids.get(code) ?? ('none' as OrgUnitId)

async function cast(name: string, role: 'principal' | 'officer' | 'teacher', unit: string): Promise<void> {
  const { people } = test.database
  const { id } = await people.upsert({ telegramUserId: 9_000_000 + actors.size, name, locale: 'vi' })
  await people.setConsent(id, now, true)
  await people.grant(id, role, idOf(unit), '2024-01-01', 'active')
  actors.set(name, { person: id, locale: 'vi', roles: [{ role, unit: idOf(unit) }] })
}

function makeUp({ type }: DataElement, isWhole: boolean): Value {
  if (type.kind === 'recognition') return { kind: 'recognition', yes: random.next() < 0.6, degree: 1 }
  if (type.kind === 'yes-no') return { kind: 'yes-no', yes: random.next() < 0.6 }
  return { kind: 'count', count: isWhole ? random.whole(900, 2400) : random.whole(0, 899) }
}

/** Fills the whole form with other figures than before, but for some left out with a reason. */
async function fill(
  code: string,
  form: string,
  period: keyof typeof meant,
  who = code,
): Promise<SubmissionId> {
  const session = await openForm(deps(), actorOf(who), { form, unit: idOf(code), period })
  const actor = actorOf(who)
  const raw = meant[period].get(code) ?? new Map<string, Raw>()
  const answers = planForm(library.form(form).form, session.levels).flatMap(({ asks }) => {
    const isLeftOut = random.next() < 0.12
    return asks.map((element, place) => {
      const value: Value = isLeftOut
        ? { kind: 'missing', reason: 'chưa tổng hợp' }
        : makeUp(library.element(element), place === 1)
      raw.set(element, rawOf(value))
      return { element, value, by: actor.person, at: now }
    })
  })
  meant[period].set(code, raw)
  await test.database.submissions.saveAnswers(session.submission, session.formVersion, answers)
  return session.submission
}

async function handIn(code: string, form: string, period: keyof typeof meant): Promise<SubmissionId> {
  const id = await fill(code, form, period)
  await submitForm(deps(), actorOf(code), id)
  return id
}

/** What the schools that exist then and whose figures count meant. */
const unitsOf = (
  period: keyof typeof meant,
  codes: readonly string[],
  counted: readonly string[],
): RawUnit[] =>
  SCHOOLS.filter(({ code }) => codes.includes(code)).map(({ code, kind, levels }) => ({
    ...{ kind, levels },
    answers: (counted.includes(code) && meant[period].get(code)) || new Map(),
  }))

async function compare(period: keyof typeof meant, units: readonly RawUnit[], plan = 'QY'): Promise<void> {
  const { units: orgUnits, totals, plans } = test.database
  const input = { scope: systemScope, unit: idOf('QY'), period: getPeriod(period), plan, now }
  const progress = await getProgress({ units: orgUnits, totals, plans, library, timeZone: TIME_ZONE }, input)
  const rows = progress.rows.filter(({ form }) => {
    const { for: of, periodType } = library.form(form ?? '').form
    return of.kind === 'school' && periodType === (period === HALF ? 'half-year' : 'year')
  })
  expect(rows.length).toBeGreaterThanOrEqual(3)
  for (const { indicator, levels, form, numerator, denominator, value, interval } of rows) {
    const asked = {
      formula: library.indicator(indicator).formula,
      levels,
      form: library.form(form ?? '').form,
    }
    const seen = { numerator, denominator, value, low: interval?.low, high: interval?.high }
    const shown = Object.fromEntries(Object.entries(seen).map(([name, each]) => [name, tenPlaces(each)]))
    expect(shown, `${indicator} ${levels.join()}`).toEqual(recompute(asked, units))
  }
}

/** The province's rate: a school has reported to it through whichever form asks the same. */
async function provinceReports() {
  const { units, totals, plans } = test.database
  const unit = (await units.findByCode(systemScope, 'QN'))?.id ?? idOf('none')
  const input = { scope: systemScope, unit, period: getPeriod(YEAR), plan: 'QN', now }
  const { expected, reported, accepted } = await getProgress(
    { units, totals, plans, library, timeZone: TIME_ZONE },
    input,
  )
  return { expected, reported, accepted }
}

const ALL = SCHOOLS.map(({ code }) => code)
const STILL_THERE = ALL.filter((code) => code !== 'MN-CLOSED')
const SOUND = ['MN-1', 'TH-1', 'LC-12', 'LC-23', 'THPT-1']
let returned: SubmissionId

beforeAll(async () => {
  test = await openTestDatabase({ today: () => now.toISOString().slice(0, 10) })
  const packs = await readShippedPacks()
  const checksums = Object.fromEntries(
    ['catalogue', ...packs.plans.map(({ code }) => code)].map((x) => [x, x]),
  )
  await loadPlans(deps(), 'cli', { ...packs, checksums })
  library = createLibrary(packs.catalogue, packs.plans)
  await test.database.units.save(SCHOOLS)
  const { rows } = await test.pool.query<{ id: OrgUnitId; code: string }>('SELECT id, code FROM "OrgUnit"')
  for (const { id, code } of rows) ids.set(code, id)
  for (const code of ALL) await cast(code, 'principal', code)
  await cast('teacher', 'teacher', 'THCS-UNCONFIRMED')
  await cast('officer', 'officer', 'QY')
})
afterAll(() => test?.close())

describe('a district that is not in order', () => {
  it('counts in the half-year the school that closes after it', async () => {
    for (const code of ['MN-1', 'MN-CLOSED', 'TH-1', 'LC-12', 'THPT-1'])
      await handIn(code, 'qy-half-year', HALF)
    await test.pool.query('UPDATE "OrgUnit" SET "validTo" = $2::date WHERE id = $1', [
      idOf('MN-CLOSED'),
      CLOSED_ON,
    ])
    await compare(HALF, unitsOf(HALF, ALL, ['MN-1', 'MN-CLOSED', 'TH-1', 'LC-12', 'THPT-1']))
  })

  it('counts multi-level schools once in all and in each of their levels, and no draft, nor what is unconfirmed', async () => {
    now = DECEMBER
    for (const code of SOUND) await handIn(code, 'qy-annual', YEAR)
    returned = await handIn('TH-RETURNED', 'qy-annual', YEAR)
    await fill('MN-DRAFT', 'qy-annual', YEAR)
    const id = await fill('THCS-UNCONFIRMED', 'qy-annual', YEAR)
    await test.database.submissions.move(
      id,
      { state: 'draft', revision: 1 },
      { state: 'submitted', revision: 1 },
      now,
    )
    await compare(YEAR, unitsOf(YEAR, STILL_THERE, [...SOUND, 'TH-RETURNED']))
  })

  it('leaves out what was returned, and counts what was handed in again', async () => {
    await acceptSubmission(deps(), actorOf('officer'), { submission: returned, revision: 1 })
    await compare(YEAR, unitsOf(YEAR, STILL_THERE, [...SOUND, 'TH-RETURNED']))
    await returnSubmission(deps(), actorOf('officer'), { submission: returned, revision: 1 }, 'lệch sổ')
    await compare(YEAR, unitsOf(YEAR, STILL_THERE, SOUND))
    await reopenSubmission(deps(), actorOf('TH-RETURNED'), returned)
    await fill('TH-RETURNED', 'qy-annual', YEAR)
    await compare(YEAR, unitsOf(YEAR, STILL_THERE, SOUND))
    await submitForm(deps(), actorOf('TH-RETURNED'), returned)
    await compare(YEAR, unitsOf(YEAR, STILL_THERE, [...SOUND, 'TH-RETURNED']))
  })

  it('counts a figure that two plans ask once, as it was said last, in both plans', async () => {
    await test.database.plans.setLocalDeadline('qn-annual', getPeriod(YEAR), '2026-12-20', undefined, now)
    now = new Date('2026-12-08T02:00:00Z')
    expect((await listOwed(deps(), actorOf('TH-MISSING'))).map(({ form }) => form.code)).toEqual([
      'qy-annual',
    ])
    const begun = await openForm(deps(), actorOf('TH-1'), {
      form: 'qn-annual',
      unit: idOf('TH-1'),
      period: YEAR,
    })
    const said = meant[YEAR].get('TH-1') ?? new Map()
    expect(begun.answers).not.toEqual({})
    for (const [element, value] of Object.entries(begun.answers))
      expect(rawOf(value)).toEqual(said.get(element))
    const province = await provinceReports()
    expect(province).toEqual({ expected: STILL_THERE.length, reported: SOUND.length + 1, accepted: 0 })
    for (const code of ['TH-1', 'LC-12', 'MN-1']) await handIn(code, 'qn-annual', YEAR)
    const units = unitsOf(YEAR, STILL_THERE, [...SOUND, 'TH-RETURNED'])
    await compare(YEAR, units)
    await compare(YEAR, units, 'QN')
    expect(await provinceReports()).toEqual(province)
  })
})
