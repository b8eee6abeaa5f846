import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemScope } from '../../src/domain/access.ts'
import type { Value } from '../../src/domain/data-element.ts'
import type { Progress } from '../../src/domain/digest.ts'
import { planForm } from '../../src/domain/form-plan.ts'
import { LEVELS, type Level } from '../../src/domain/level.ts'
import { getPeriod } from '../../src/domain/period.ts'
import { createSeededRandom } from '../../src/domain/seeded-random.ts'
import type { DemoWorld } from '../../src/usecases/demo-world.ts'
import { getProgress } from '../../src/usecases/get-progress.ts'
import { confirmSubmission } from '../../src/usecases/review-submission.ts'
import { OFFICER } from '../support/cast.ts'
import { textOf } from '../support/chat.ts'
import { FormFiller, type Way } from '../support/form-filler.ts'
import { readFreshWorld, senderOf } from '../support/fresh-world.ts'
import { type RawUnit, recompute, tenPlaces } from '../support/raw-answers.ts'
import { openStage, type Stage } from '../support/stage.ts'

const SEED = 'quang-yen-2026'
const PERIOD = getPeriod('2026')
const FORMS = { school: 'qy-annual', department: 'qy-office', commune: 'qy-commune' } as const

let stage: Stage
let world: DemoWorld
let progress: Progress
const units: RawUnit[] = []
const receipts: string[] = []

beforeAll(async () => {
  world = await readFreshWorld()
  stage = await openStage({ world })
  const random = createSeededRandom(SEED)
  const talked = new Set<Level>()
  const department = { code: 'QY-PGD', kind: 'department' as const, levels: [] }
  for (const [place, { code, kind, levels }] of [...world.units, department].entries()) {
    if (kind !== 'school' && kind !== 'commune' && kind !== 'department') continue
    const person = senderOf(world, code)
    const answers = new Map()
    units.push({ kind, levels, answers })
    if (person === undefined) continue
    const [level] = levels
    // One school of each level goes through the whole dialogue.
    const isFirst = level !== undefined && !talked.has(level)
    if (level) talked.add(level)
    const questions = await questionsOf(code, kind, levels)
    const hasRoomForRow = kind === 'school' && questions.last.size > 0
    const inOne: Way = place % 3 === 0 && hasRoomForRow ? 'row' : place % 3 === 1 ? 'open-form' : 'message'
    const filler = new FormFiller(stage.chat(person), questions, random, answers)
    const way = isFirst ? 'dialogue' : inOne
    receipts.push(textOf(await filler.handIn(way)))
  }
  await confirmOthers()
  const { database, library, timeZone } = stage.app.house
  const unit = await database.units.findByCode(systemScope, 'QY')
  if (!unit) throw new Error('there is no QY')
  const deps = { units: database.units, totals: database.totals, plans: database.plans, library, timeZone }
  progress = await getProgress(deps, {
    ...{ scope: systemScope, unit: unit.id, period: PERIOD, now: stage.clock.now() },
  })
}, 120_000)
afterAll(() => stage?.close())

/** What a contact hands in waits for the officer: communes and departments have no principal. */
async function confirmOthers(): Promise<void> {
  const { house } = stage.app
  const officer = await house.database.people.findByTelegram(OFFICER)
  if (!officer) throw new Error('there is no officer')
  const actor = { person: officer.id, locale: officer.locale, roles: officer.roles }
  const waiting = await house.database.submissions.list(systemScope, { states: ['submitted'] })
  for (const { id, revision } of waiting) await confirmSubmission(house, actor, { submission: id, revision })
}

/** The questions as the unit meets them, with what it reported a year before. */
async function questionsOf(code: string, kind: keyof typeof FORMS, levels: readonly Level[]) {
  const { database, library } = stage.app.house
  const { form } = library.form(FORMS[kind])
  const planned = planForm(form, levels)
  const unit = await database.units.findByCode(systemScope, code)
  if (!unit) throw new Error(`there is no ${code}`)
  const elements = planned.flatMap(({ asks }) => asks)
  const last = await database.submissions.lastValues(unit.id, elements, PERIOD)
  return {
    planned,
    element: library.element,
    changeLimitPercent: form.changeLimitPercent,
    last: new Map([...last].map(([element, { value }]): [string, Value] => [element, value])),
  }
}

describe('the whole district, in the chat', () => {
  it('hands in: all 64 schools, the office and the communes that have a contact', () => {
    expect(units.filter(({ kind, answers }) => kind === 'school' && answers.size > 0)).toHaveLength(64)
    expect(receipts).toHaveLength(64 + 1 + 9)
    for (const receipt of receipts) expect(receipt).toMatch(/Mã nộp: QY-2026-/)
    expect(progress).toMatchObject({ expected: 64, reported: 64, accepted: 0 })
  })

  it('has schools of every level, answers with and without figures, and figures a thousand and above', () => {
    for (const level of LEVELS) expect(units.some(({ levels }) => levels.includes(level))).toBe(true)
    const all = units.flatMap(({ answers }) => [...answers.values()])
    expect(all).toContain('none')
    expect(all.some((raw) => typeof raw === 'object' && 'figure' in raw && Number(raw.figure) > 999)).toBe(
      true,
    )
  })

  it('has for every indicator the numerator, the denominator and the quotient of the raw answers', () => {
    const { library } = stage.app.house
    const { plan } = library.form(FORMS.school)
    const wanted = plan.targets.filter(
      ({ collect, indicator }) => 'form' in collect && library.indicator(indicator).formula.kind !== 'none',
    )
    const rows = new Set(wanted.map(({ indicator, levels }) => `${indicator} ${levels.toSorted().join()}`))
    expect(progress.rows).toHaveLength(rows.size)
    const seen = progress.rows.map(
      ({ indicator, levels, numerator, denominator, value, interval, unit }) => ({
        ...{ indicator, levels, numerator: tenPlaces(numerator), value: tenPlaces(value) },
        // Of a rank it is the size of the field, which nobody adds up.
        denominator: unit === 'rank' ? null : tenPlaces(denominator),
        ...{ low: tenPlaces(interval?.low), high: tenPlaces(interval?.high) },
      }),
    )
    const expected = progress.rows.map(({ indicator, levels, form }) => ({
      ...{ indicator, levels },
      ...recompute(
        {
          formula: library.indicator(indicator).formula,
          levels,
          form: library.form(form ?? FORMS.school).form,
        },
        units,
      ),
    }))
    expect(seen).toEqual(expected)
    expect(seen.filter(({ value, low }) => value !== null || low !== null).length).toBeGreaterThan(20)
  })
})
