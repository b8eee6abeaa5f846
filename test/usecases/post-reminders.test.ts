import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { readShippedCalendar } from '../../src/cli/shipped-files.ts'
import type { Actor } from '../../src/domain/access.ts'
import type { PlanLibrary } from '../../src/domain/plan.ts'
import { type Reach, WEEKLY_LIMIT } from '../../src/usecases/plan-reminders.ts'
import { postReminders } from '../../src/usecases/post-reminders.ts'
import type { ReminderParams } from '../../src/usecases/queue-reminders.ts'
import { previewChase, remindUnits } from '../../src/usecases/remind-units.ts'
import { stillOwed } from '../../src/usecases/still-owed.ts'
import { DRAFTING_PRINCIPAL, OFFICER, PRINCIPAL } from '../support/cast.ts'
import { openTestDatabase, type TestDatabase } from '../support/database.ts'
import { loadDemoInto, readDemoWorld, readShippedLibrary, TIME_ZONE } from '../support/demo.ts'

let test: TestDatabase
let library: PlanLibrary
let now = new Date('2026-12-07T06:40:00+07:00')
let calendar: Awaited<ReturnType<typeof readShippedCalendar>>
beforeAll(async () => {
  test = await openTestDatabase({ today: () => '2026-12-07' })
  library = await readShippedLibrary()
  calendar = await readShippedCalendar()
  await loadDemoInto(test.database, await readDemoWorld())
})
beforeEach(async () => {
  await test.pool.query('DELETE FROM "Outbox"')
})
afterAll(() => test.close())

const deps = () => ({
  ...{ database: test.database, library, calendar, timeZone: TIME_ZONE },
  clock: { now: () => now },
})
const postAt = (moment: string): Promise<number> => {
  now = new Date(moment)
  return postReminders(deps())
}
const queued = async (): Promise<readonly { chatId: number; params: ReminderParams; notBefore: Date }[]> =>
  (
    await test.pool.query(
      `SELECT "chatId"::float8 AS "chatId", "params", "notBefore" FROM "Outbox" WHERE "kind" = 'reminder' ORDER BY 1, "createdAt"`,
    )
  ).rows
const reminderOf = async (person: number) => (await queued()).filter(({ chatId }) => chatId === person)

async function officer(): Promise<Actor> {
  const person = await test.database.people.findByTelegram(OFFICER)
  if (!person) throw new Error('the demo has no officer')
  return { person: person.id, locale: 'vi', roles: person.roles }
}

const owing = async (states: string): Promise<readonly number[]> =>
  (
    await test.pool.query(
      `SELECT DISTINCT p."telegramUserId"::float8 AS id FROM "Person" p JOIN "RoleAssignment" r ON r."personId" = p."id"
       JOIN "OrgUnit" u ON u."id" = r."unitId" AND u."kind" = 'school'
       LEFT JOIN "Submission" s ON s."unitId" = u."id" AND s."form" = 'qy-annual' AND s."period" = '2026'
       WHERE r."role" = 'principal' AND r."state" = 'active' AND p."consentedAt" IS NOT NULL AND u."code" LIKE 'QY-%'
         AND COALESCE(s."state", 'none') = ANY($1::text[])`,
      [states.split(' ')],
    )
  ).rows.map(({ id }) => id)

describe('reminders', () => {
  it('wait for the day, the hour and a working day', async () => {
    expect(await postAt('2026-12-10T09:00:00+07:00')).toBe(0)
    expect(await postAt('2026-12-11T07:29:00+07:00')).toBe(0)
    expect(await postAt('2026-12-11T21:00:00+07:00')).toBe(0)
    expect(await postAt('2026-12-12T09:00:00+07:00')).toBe(0)
  })

  it('go to everyone who owes and to nobody else: principals, and teachers of what they were given', async () => {
    await postAt('2026-12-11T07:30:00+07:00')
    const told = (await queued()).filter(({ params }) =>
      params.items.some(({ form }) => form === 'qy-annual'),
    )
    const principals = told.filter(({ params }) => params.role === 'principal').map(({ chatId }) => chatId)
    const undrafted = await owing('none submitted returned')
    const drafted = await owing('draft')
    expect(undrafted.length).toBeGreaterThan(10)
    expect(principals.filter((id) => !drafted.includes(id)).sort()).toEqual([...undrafted].sort())
    const teachers = told.filter(({ params }) => params.role === 'teacher')
    expect(teachers.length).toBeGreaterThan(0)
    for (const { params } of teachers) expect(params.items.every(({ state }) => state === 'draft')).toBe(true)
    expect(await reminderOf(DRAFTING_PRINCIPAL)).toEqual([])
  })

  it('are one message a person, whoever asks and however often, also at the same time', async () => {
    now = new Date('2026-12-11T07:30:00+07:00')
    await Promise.all([postReminders(deps()), postReminders(deps())])
    const first = await queued()
    expect(new Set(first.map(({ chatId }) => chatId)).size).toBe(first.length)
    expect(await postAt('2026-12-11T15:00:00+07:00')).toBe(0)
    const { reach } = await remindUnits(deps(), await officer(), {})
    expect(reach.today).toBeGreaterThan(10)
    const all = (await queued()).map(({ chatId }) => chatId)
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBe(first.length + reach.free)
  })

  it('are made up for after a day’s outage, once', async () => {
    expect(await postAt('2026-12-14T10:00:00+07:00')).toBeGreaterThan(10)
    expect(await postAt('2026-12-15T10:00:00+07:00')).toBe(0)
    expect(await reminderOf(PRINCIPAL)).toHaveLength(1)
  })

  it('come on 7, 3, 1 days before and the last day, then on the day after and once a week, no more than the limit', async () => {
    const days: string[] = []
    for (let day = 1; day <= 29; day++) {
      const date = `2026-12-${String(day).padStart(2, '0')}`
      const before = (await reminderOf(PRINCIPAL)).length
      await postAt(`${date}T08:00:00+07:00`)
      if ((await reminderOf(PRINCIPAL)).length > before) days.push(date)
    }
    // The 19th is a Saturday, so the last day falls on the 18th, and the 20th is made up for on the 21st.
    expect(days).toEqual(['2026-12-11', '2026-12-16', '2026-12-18', '2026-12-21', '2026-12-28'])
  })

  it('tell the officer of late ones, and the principal of one a teacher has been given', async () => {
    await postAt('2026-12-21T08:00:00+07:00')
    const [told] = await reminderOf(OFFICER)
    expect(told?.params.late?.units).toBeGreaterThan(20)
    expect(await reminderOf(DRAFTING_PRINCIPAL)).toHaveLength(1)
  })

  it('are held back on holidays, which an office may set', async () => {
    const tuesday = { days: [{ from: '2026-12-16', to: '2026-12-16', name: 'Ngày hội' }] }
    await test.database.installation.setSetting('calendar', tuesday)
    expect(await postAt('2026-12-16T08:00:00+07:00')).toBe(0)
    await postAt('2026-12-15T08:00:00+07:00')
    expect(await reminderOf(PRINCIPAL)).toHaveLength(1)
    await test.pool.query(`DELETE FROM "Setting" WHERE "key" = 'calendar'`)
  })

  it('are not for who has blocked the bot, paused, or not agreed', async () => {
    const at = new Date('2026-12-01T00:00:00Z')
    const person = await test.database.people.findByTelegram(PRINCIPAL)
    if (!person) throw new Error('no principal')
    await test.database.people.setBlocked(PRINCIPAL, at)
    await postAt('2026-12-11T08:00:00+07:00')
    expect(await reminderOf(PRINCIPAL)).toEqual([])
    await test.database.people.setBlocked(PRINCIPAL, null)
    await test.database.reminders.mute(person.id, new Date('2026-12-20T00:00:00Z'))
    await postAt('2026-12-11T09:00:00+07:00')
    expect(await reminderOf(PRINCIPAL)).toEqual([])
    await test.database.reminders.mute(person.id, null)
    await test.database.people.setConsent(person.id, at, false)
    await postAt('2026-12-11T10:00:00+07:00')
    expect(await reminderOf(PRINCIPAL)).toEqual([])
    await test.database.people.setConsent(person.id, at, true)
    await postAt('2026-12-11T11:00:00+07:00')
    expect(await reminderOf(PRINCIPAL)).toHaveLength(1)
  })

  it('drop what was seen to before they were sent', async () => {
    await postAt('2026-12-11T08:00:00+07:00')
    const [told] = await reminderOf(PRINCIPAL)
    const items = told?.params.items ?? []
    expect(await stillOwed(deps(), items)).toEqual(items)
    const handedIn = items.map((item) => ({ ...item, unit: { ...item.unit } }))
    await test.pool.query(
      `INSERT INTO "Submission" ("id", "form", "formVersion", "unitId", "period", "state", "updatedAt")
       VALUES ('handed-in', $1, 1, $2, $3, 'confirmed', now())`,
      [items[0]?.form, items[0]?.unit.id, items[0]?.period],
    )
    expect(await stillOwed(deps(), handedIn)).toEqual(items.slice(1))
    await test.pool.query(`DELETE FROM "Submission" WHERE "id" = 'handed-in'`)
  })
})

describe('results that come after the form was handed in', () => {
  const PRINCIPAL_OF_UPPER = 5200069

  it('are asked for by their own date, until they are there', async () => {
    await test.pool.query(`INSERT INTO "Revision" ("id", "submissionId", "number", "formVersion", "submittedBy", "submittedAt", "source")
      SELECT 'without-late', s."id", s."revision", 1, 'x', now(), 'chat' FROM "Submission" s JOIN "OrgUnit" u ON u."id" = s."unitId"
      WHERE u."code" = 'QY-THPT-05' AND s."form" = 'qy-annual' AND s."period" = '2026'`)
    await test.pool.query(`UPDATE "Submission" s SET "state" = 'accepted', "countedId" = 'without-late' FROM "Revision" r
      WHERE r."id" = 'without-late' AND r."submissionId" = s."id"`)
    // Seven days before Sunday 31 January is a Sunday too.
    await postAt('2027-01-21T08:00:00+07:00')
    expect(await reminderOf(PRINCIPAL_OF_UPPER)).toEqual([])
    await postAt('2027-01-22T08:00:00+07:00')
    const [told] = await reminderOf(PRINCIPAL_OF_UPPER)
    expect(told?.params.items).toMatchObject([{ form: 'qy-annual', dueOn: '2027-01-31', isLate: true }])
    expect(await stillOwed(deps(), told?.params.items ?? [])).toHaveLength(1)
    await test.pool.query(`INSERT INTO "DataValue" ("revisionId", "element", "unitId", "period", "numeric")
      SELECT 'without-late', e, s."unitId", '2026', 40 FROM "Submission" s, unnest(ARRAY['graduation-passed', 'graduation-candidates']) e
      WHERE s."countedId" = 'without-late'`)
    await test.pool.query('DELETE FROM "Outbox"')
    await postAt('2027-01-28T08:00:00+07:00')
    expect(await reminderOf(PRINCIPAL_OF_UPPER)).toEqual([])
  })
})

describe('an officer who chases', () => {
  it('is told beforehand what it comes to, and waits for the morning at night', async () => {
    now = new Date('2026-12-08T22:00:00+07:00')
    const preview = await previewChase(deps(), await officer(), { form: 'qy-annual', period: '2026' })
    const done = await remindUnits(deps(), await officer(), { form: 'qy-annual', period: '2026' })
    expect(done).toEqual(preview)
    expect(done.at).toEqual(new Date('2026-12-09T06:30:00+07:00'))
    const rows = await queued()
    expect(rows).toHaveLength(done.reach.free)
    expect(rows.every(({ notBefore }) => notBefore.getTime() === done.at.getTime())).toBe(true)
  })

  it('cannot remind more often than the week’s limit', async () => {
    const reach: (Readonly<Record<Reach, number>> | undefined)[] = []
    for (let day = 7; day < 7 + WEEKLY_LIMIT + 1; day++) {
      now = new Date(`2026-12-0${day}T10:00:00+07:00`.replace('010T', '10T'))
      reach.push((await remindUnits(deps(), await officer(), {})).reach)
    }
    const all = reach[0]?.free ?? 0
    expect(all).toBeGreaterThan(10)
    expect(reach.map((each) => each?.free)).toEqual([all, all, all, 0])
    expect(reach.at(-1)?.week).toBe(all)
  })

  it('reaches only the units of their own', async () => {
    now = new Date('2026-12-08T10:00:00+07:00')
    const nobody = { ...(await officer()), roles: [] }
    const { reach } = await remindUnits(deps(), nobody, {})
    expect(Object.values(reach).every((count) => count === 0)).toBe(true)
  })
})
