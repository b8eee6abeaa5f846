import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemScope } from '../../src/domain/access.ts'
import { answerMap, openRequired, planForm } from '../../src/domain/form-plan.ts'
import { getPeriod } from '../../src/domain/period.ts'
import type { PlanLibrary } from '../../src/domain/plan.ts'
import { isDemo, requireNoDemo } from '../../src/usecases/check-demo.ts'
import { claimInvitation } from '../../src/usecases/claim-invitation.ts'
import { loadDemo } from '../../src/usecases/load-demo.ts'
import { shareContact } from '../../src/usecases/share-contact.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { DEMO_NOW, demoClock, loadDemoInto, readDemoWorld, TIME_ZONE, testSecrets } from '../support/demo.ts'

let test: TestDatabase
let library: PlanLibrary

beforeAll(async () => {
  test = await openTestDatabase({ today: () => '2026-12-07' })
  library = await loadDemoInto(test.database)
})
afterAll(() => test.close())

const demoDeps = () => ({
  database: test.database,
  clock: demoClock,
  timeZone: TIME_ZONE,
  secrets: testSecrets,
  library,
})
const listForm = (form: string, period: string) =>
  test.database.submissions
    .list(systemScope, { forms: [form] })
    .then((rows) => rows.filter((row) => row.period === period))

describe('the demo', () => {
  it('marks the database, which a real bot then refuses', async () => {
    expect(await isDemo(test.database.installation)).toBe(true)
    await expect(requireNoDemo(test.database, demoClock.now())).rejects.toMatchObject({
      code: 'database-is-demo',
    })
  })

  it('does nothing the second time', async () => {
    const again = await loadDemo(demoDeps(), await readDemoWorld())
    expect(again).toEqual({ isNew: false, units: 0, people: 0, submissions: 0 })
  })

  it('has the 64 schools of the plan, all reporting to Quảng Yên', async () => {
    const office = await test.database.units.findByCode(systemScope, 'QY')
    const schools =
      office &&
      (await test.database.units.listBelow(systemScope, office.id, '2026-12-07', { kind: 'school' }))
    expect(schools).toHaveLength(64)
    expect(schools?.filter(({ levels }) => levels.includes('upper-secondary'))).toHaveLength(6)
  })

  it('has this year’s form in every state, and last year’s accepted', async () => {
    const rows = await listForm('qy-annual', '2026')
    const count = (state: string) => rows.filter((row) => row.state === state).length
    expect(count('accepted')).toBe(28)
    expect(count('confirmed')).toBe(6)
    expect(count('returned')).toBe(2)
    expect(count('submitted')).toBe(2)
    expect(count('draft')).toBe(8)
    expect((await listForm('qy-annual', '2025')).map(({ state }) => state)).toEqual(
      Array(63).fill('accepted'),
    )
  })

  it('gives each submission a receipt of its own and only reported ones a revision that counts', async () => {
    const rows = await listForm('qy-annual', '2026')
    const sent = rows.filter(({ state }) => state !== 'draft')
    expect(new Set(sent.map(({ receipt }) => receipt)).size).toBe(sent.length)
    for (const row of rows)
      expect(row.counted !== undefined, row.unitName).toBe(
        row.state === 'accepted' || row.state === 'confirmed',
      )
  })

  it('answers whole what was handed in, and half of what is a draft', async () => {
    for (const row of await listForm('qy-annual', '2026')) {
      const { form } = library.form(row.form)
      const open = openRequired(
        planForm(form, row.unitLevels),
        answerMap(await test.database.submissions.answers(row.id)),
      )
      expect(open.length > 0, `${row.unitName} ${row.state}`).toBe(row.state === 'draft')
    }
  })

  it('says why a report was returned, and nothing happened after this morning', async () => {
    const [returned] = (await listForm('qy-annual', '2026')).filter(({ state }) => state === 'returned')
    expect(returned?.returnReason).toMatch(/đề nghị/)
    const moments = returned
      ? (await test.database.submissions.revisions(returned.id)).flatMap(({ reviews }) => reviews)
      : []
    expect(moments.map(({ outcome }) => outcome)).toEqual(['submitted', 'confirmed', 'returned'])
    for (const { at } of moments) expect(at.getTime()).toBeLessThan(DEMO_NOW.getTime())
  })

  it('links the principals’ group and leaves the leaders’ to the visitor', async () => {
    const groups = await test.database.groups.list(systemScope)
    const states = new Map(groups.map(({ title, state }) => [title, state]))
    expect(states.get('Hiệu trưởng – Giáo dục Quảng Yên')).toBe('linked')
    const leaders = await test.database.groups.findByChat(-1_002_000_000_002)
    expect(leaders?.state).toBe('seen')
  })

  it('has last year’s figures ready to compare with, within the form’s limit', async () => {
    const [row] = (await listForm('qy-annual', '2026')).filter(({ state }) => state === 'accepted')
    if (!row) throw new Error('no accepted submission')
    const now = answerMap(await test.database.submissions.answers(row.id))
    const last = await test.database.submissions.lastValues(row.unit, Object.keys(now), getPeriod(row.period))
    expect([...last.keys()].sort()).toEqual(Object.keys(now).sort())
    const [before, after] = [last.get('education-people')?.value, now['education-people']]
    if (before?.kind !== 'count' || after?.kind !== 'count') throw new Error('people are counted')
    expect(Math.abs(after.count / before.count - 1)).toBeLessThan(0.05)
  })

  it('lets an invited principal in by the phone on the roster, and another only by an officer', async () => {
    const world = await readDemoWorld()
    const enter = async (unit: string) => {
      const role = world.roles.find((each) => each.unit === unit && each.state === 'invited')
      const person = world.persons.find(({ telegramId }) => telegramId === role?.telegramId)
      if (!person) throw new Error(`nobody is invited to ${unit}`)
      const claimer = { telegramUserId: person.telegramId, name: person.firstName, locale: 'vi' as const }
      const claim = await claimInvitation(demoDeps(), claimer, person.startToken ?? '')
      if (claim.state !== 'ok') throw new Error(claim.state)
      expect(claim.access).toBe('pending')
      return shareContact(demoDeps(), claim.person.id, person.phone ?? '')
    }
    expect((await enter('QY-THCS-03')).activated).toHaveLength(1)
    expect((await enter('QY-MN-02')).activated).toHaveLength(0)
  })

  it('is refused where schools are already', async () => {
    const other = await openTestDatabase()
    const world = await readDemoWorld()
    await other.database.units.save([
      { code: 'X', name: 'Trường thật', kind: 'school', levels: ['primary'], validFrom: '2026-01-01' },
    ])
    await expect(loadDemo({ ...demoDeps(), database: other.database }, world)).rejects.toMatchObject({
      code: 'database-not-empty',
    })
    await other.close()
  })
})
