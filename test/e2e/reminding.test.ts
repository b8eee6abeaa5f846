import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemScope } from '../../src/domain/access.ts'
import {
  ACCEPTED_PRINCIPAL,
  CONFIRMING_PRINCIPAL,
  DRAFTING_PRINCIPAL,
  LEADER,
  OFFICER,
  PRINCIPAL,
  RETURNED_PRINCIPAL,
} from '../support/cast.ts'
import { buttonsOf, labelsOf, type Seen, textOf } from '../support/chat.ts'
import { openStage, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const isReminder = (seen: Seen): boolean => textOf(seen).includes('Nhắc nộp số liệu')
const remindersTo = async (personId: number): Promise<readonly Seen[]> =>
  (await stage.chat(personId).fromBot()).filter(isReminder)
const counts = async (...people: readonly number[]): Promise<readonly number[]> =>
  Promise.all(people.map(async (person) => (await remindersTo(person)).length))
/** All that is queued has left. */
const settled = async (): Promise<void> => {
  for (let open = 1; open > 0; ) {
    await new Promise((resolve) => setTimeout(resolve, 30))
    const now = stage.clock.now()
    const { waiting, sending } = await stage.app.house.database.outbox.status(systemScope, now, now)
    open = waiting + sending
  }
}
const moveTo = async (moment: string): Promise<void> => {
  await stage.moveTo(moment)
  await settled()
}

describe('who still owes', () => {
  it('is not reminded before the day, nor at night of the day', async () => {
    await moveTo('2026-12-10T09:00:00+07:00')
    await moveTo('2026-12-11T06:00:00+07:00')
    expect(await counts(PRINCIPAL, DRAFTING_PRINCIPAL, RETURNED_PRINCIPAL)).toEqual([0, 0, 0])
  })

  it('is reminded once, on the working day before, of all they owe, with a button for each form', async () => {
    // Seven days before Saturday 19 December is a Saturday too.
    await moveTo('2026-12-11T07:40:00+07:00')
    expect(await counts(PRINCIPAL, RETURNED_PRINCIPAL, CONFIRMING_PRINCIPAL)).toEqual([1, 1, 1])
    // A teacher has been given the drafting principal's form.
    expect(await counts(ACCEPTED_PRINCIPAL, LEADER, OFFICER, DRAFTING_PRINCIPAL)).toEqual([0, 0, 0, 0])
    const [first] = await remindersTo(PRINCIPAL)
    expect(first && textOf(first)).toContain('hết ngày 19/12/2026 (còn 8 ngày)')
    expect(first && labelsOf(first)).toContain('1. Bắt đầu')
    const [waiting] = await remindersTo(CONFIRMING_PRINCIPAL)
    expect(waiting && labelsOf(waiting)).toContain('1. Xem và xác nhận')
  })

  it('is not reminded twice by another tick, or another start', async () => {
    await stage.restart()
    await moveTo('2026-12-14T09:00:00+07:00')
    expect(await counts(PRINCIPAL, RETURNED_PRINCIPAL)).toEqual([1, 1])
  })

  it('begins the form from the reminder', async () => {
    const [reminder] = await remindersTo(PRINCIPAL)
    if (!reminder) throw new Error('no reminder')
    expect(textOf(await stage.chat(PRINCIPAL).pressOld(reminder, '1. Bắt đầu'))).toContain('câu 1/')
    await stage.chat(PRINCIPAL).say('/thoat')
  })
})

describe('/dondoc', () => {
  it('tells an officer who owes, and is refused to who chases nobody', async () => {
    const list = await stage.chat(OFFICER).say('/dondoc')
    expect(textOf(list)).toContain('Đôn đốc')
    expect(textOf(list)).toContain('Còn 30 đơn vị')
    expect(textOf(await stage.chat(PRINCIPAL).say('/nhac'))).not.toContain('Đôn đốc')
  })

  it('shows a form’s units by pages, with who was reached', async () => {
    const officer = stage.chat(OFFICER)
    const page = await officer.press('Xem 30 đơn vị')
    expect(textOf(page)).toMatch(/đã nhắc 07:4\d 11\/12\/2026/)
    expect(labelsOf(page)).toContain('1. Nhắc')
    expect(buttonsOf(page).length).toBeGreaterThan(16)
    expect(textOf(await officer.press('Sau ›'))).toContain('9. ')
    expect(textOf(await officer.press('‹ Trước'))).not.toContain('9. ')
  })

  it('opens entering on behalf for one unit', async () => {
    expect(textOf(await stage.chat(OFFICER).press('1. Nộp thay'))).toContain('nhập thay biểu nào')
  })

  it('reminds one, and all others with one tap, nobody twice a day', async () => {
    const officer = stage.chat(OFFICER)
    await officer.say('/dondoc')
    await officer.press('Xem 30 đơn vị')
    expect(textOf(await officer.press('1. Nhắc'))).toContain('Đã nhắc 1 người')
    const list = await officer.press('Về danh sách biểu')
    const label = labelsOf(list).find((each) => each.startsWith('Nhắc tất cả'))
    const free = Number(/\((\d+) người\)/.exec(label ?? '')?.[1])
    const result = textOf(await officer.press('Nhắc tất cả'))
    expect(result).toContain(`Đã nhắc ${free} người`)
    expect(result).toContain('• 1 người hôm nay đã được nhắc')
    await settled()
    // The principal's first reminder has become the form that was begun from it.
    expect(await counts(PRINCIPAL, RETURNED_PRINCIPAL)).toEqual([1, 2])
    const again = await officer.press('Về danh sách biểu')
    expect(textOf(again)).toContain('không có ai cần nhắc thêm')
  })
})

describe('who has paused reminders', () => {
  it('gets none, while the others get theirs, and is told on the last working day after switching on again', async () => {
    const principal = stage.chat(RETURNED_PRINCIPAL)
    await principal.say('/caidat')
    expect(textOf(await principal.press('Dừng 30 ngày'))).toContain('đến hết ngày 13/1/2027')
    await moveTo('2026-12-16T08:00:00+07:00')
    expect(await counts(RETURNED_PRINCIPAL, PRINCIPAL)).toEqual([2, 2])
    await principal.press('Bật lại')
    await moveTo('2026-12-18T08:00:00+07:00')
    expect(await counts(RETURNED_PRINCIPAL)).toEqual([3])
    const [, , last] = await remindersTo(RETURNED_PRINCIPAL)
    expect(last && textOf(last)).toContain('Hạn rơi vào ngày nghỉ')
  })
})

describe('what is late', () => {
  it('is told to the principal and to the officer on the next working day, then once a week', async () => {
    await moveTo('2026-12-21T09:00:00+07:00')
    const [told] = await remindersTo(OFFICER)
    expect(told && textOf(told)).toMatch(/Có \d+ đơn vị quá hạn nộp/)
    expect(told && labelsOf(told)).toContain('đôn đốc: ai chưa nộp, nhắc')
    const [late] = (await remindersTo(DRAFTING_PRINCIPAL)).slice(-1)
    expect(late && textOf(late)).toContain('quá hạn 2 ngày')
  })
})
