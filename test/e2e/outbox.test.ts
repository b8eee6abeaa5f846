import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemScope } from '../../src/domain/access.ts'
import type { OutboxMessage } from '../../src/usecases/ports.ts'
import { ACCEPTED_PRINCIPAL, ADMIN, OFFICER, PRINCIPAL, PRINCIPALS_GROUP } from '../support/cast.ts'
import { labelsOf, textOf } from '../support/chat.ts'
import { openStage, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** Queues a notice of which `mark` is found again in its text. */
const queue = async (chatId: number, mark: string, more: Partial<OutboxMessage> = {}): Promise<void> => {
  const now = stage.clock.now()
  const params = { submission: 's', form: 'qy-annual', period: '2026', unit: mark }
  const message = { chatId, kind: 'accepted', params, locale: 'vi', priority: 1, notBefore: now } as const
  await stage.app.house.database.outbox.enqueue({ ...message, ...more }, now)
}
const admin = () => stage.chat(ADMIN)
const told = (words: string) => admin().until((each) => textOf(each).includes(words), words)
const system = async (): Promise<string> => textOf(await admin().say('/hethong'))

describe('a person nothing reaches any more', () => {
  it('is known from what Telegram answers, and the administrator is told whose school it is', async () => {
    const person = stage.sandbox.world.state.persons.get(ACCEPTED_PRINCIPAL)
    if (person) person.isDeactivated = true
    await queue(ACCEPTED_PRINCIPAL, 'Trường thử')
    expect(textOf(await told('không nhận được tin nào nữa'))).toContain('Hiệu trưởng')
    expect(await system()).toContain('tài khoản người nhận đã bị xóa: 1')
  })

  it('is told of once when they block the bot, who else is left at the school too', async () => {
    await stage.control('block', { personId: PRINCIPAL, blocked: true })
    const notice = textOf(await told('Ngô Ngọc Nga'))
    expect(notice).toContain('đã chặn bot')
    await queue(PRINCIPAL, 'Trường thử')
    await expect.poll(system).toContain('người nhận đã chặn bot: 1')
    const notices = (await admin().fromBot()).filter((each) => textOf(each).includes('Ngô Ngọc Nga'))
    expect(notices).toHaveLength(1)
    await stage.control('block', { personId: PRINCIPAL, blocked: false })
  })
})

describe('a group', () => {
  it('in which the bot may not write is told of', async () => {
    await stage.control('restrict', { chatId: PRINCIPALS_GROUP, restricted: true })
    await queue(PRINCIPALS_GROUP, 'Nhóm thử')
    expect(textOf(await told('không được phép gửi tin trong nhóm'))).toContain('Thị xã Quảng Yên')
    await stage.control('restrict', { chatId: PRINCIPALS_GROUP, restricted: false })
  })

  it('whose topic is gone gets its message outside of it', async () => {
    await queue(PRINCIPALS_GROUP, 'Ngoài chủ đề', { threadId: 4711 })
    const seen = await stage
      .chat(OFFICER, PRINCIPALS_GROUP)
      .until((each) => textOf(each).includes('Ngoài chủ đề'), 'the message')
    expect(seen).not.toHaveProperty('message_thread_id')
  })
})

describe('a message whose answer was lost', () => {
  it('is not repeated; it stands in /hethong, and goes out again when somebody decides it', async () => {
    await stage.control('faults', { kind: 'drop-after', method: 'sendMessage', chatId: OFFICER, count: 1 })
    await queue(OFFICER, 'Không rõ')
    expect(labelsOf(await told('bị ngắt giữa chừng'))).toEqual(['Xem các tin này'])
    const view = await admin().press('Xem các tin này')
    expect(textOf(view)).toMatch(/Chưa rõ đã đến hay chưa: 1 tin\n1\. Thông báo → /)
    const arrived = async () =>
      (await stage.chat(OFFICER).fromBot()).filter((each) => textOf(each).includes('Không rõ')).length
    expect(await arrived()).toBe(1)
    expect(textOf(await admin().press('Gửi lại 1'))).toContain('Đã xếp hàng')
    await expect.poll(arrived).toBe(2)
  })

  it('is sent again with all others by one tap', async () => {
    await stage.control('faults', { kind: 'drop-after', method: 'sendMessage', chatId: OFFICER, count: 3 })
    for (const mark of ['Một', 'Hai', 'Ba']) await queue(OFFICER, `${mark} nữa`)
    await expect.poll(system, { timeout: 10_000 }).toContain('Chưa rõ đã đến hay chưa: 3 tin')
    expect(textOf(await admin().press('Gửi lại cả 3 tin'))).toContain('gửi lại 3 tin')
    await expect.poll(system, { timeout: 10_000 }).toContain('Chưa rõ đã đến hay chưa: 0 tin')
  })
})

describe('an answer Telegram takes only after a while', () => {
  it('waits in the outbox, not with the update in hand', async () => {
    const principal = stage.chat(PRINCIPAL)
    await stage.control('faults', {
      kind: '429',
      method: 'sendMessage',
      chatId: PRINCIPAL,
      count: 1,
      retryAfter: 60,
    })
    const started = performance.now()
    await principal.tell('/trogiup')
    expect(performance.now() - started).toBeLessThan(4000)
    const { outbox } = stage.app.house.database
    const now = stage.clock.now()
    expect(await outbox.status(systemScope, now, now)).toMatchObject({ planned: 1 })
  })
})
