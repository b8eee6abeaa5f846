import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMIN, LEADERS_GROUP, OFFICER, PRINCIPALS_GROUP } from '../support/cast.ts'
import { textOf } from '../support/chat.ts'
import { openStage, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const told = (words: string) => stage.chat(ADMIN).until((each) => textOf(each).includes(words), `«${words}»`)
const digests = async (chatId: number) =>
  (await stage.chat(ADMIN, chatId).fromBot()).filter(({ photo }) => photo !== undefined)
const digestOf = (week: string) =>
  stage.chat(ADMIN, LEADERS_GROUP).until((each) => textOf(each).includes(week), `the digest of ${week}`)

describe('a topic of a forum group', () => {
  let threadId: number
  const control = (wish: object) =>
    stage.control('topics', { chatId: LEADERS_GROUP, personId: ADMIN, ...wish })

  it('is where the digest goes when the group is linked in it', async () => {
    threadId = Number((await control({ name: 'Bản tin' })).threadId)
    const group = stage.chat(ADMIN, LEADERS_GROUP)
    const linked = await group.say('/lienket QY', { threadId })
    expect(textOf(linked)).toContain('Đã gắn nhóm này với Thị xã Quảng Yên')
    expect(linked).toMatchObject({ message_thread_id: threadId })
    await stage.moveTo('2026-12-07T07:00:10+07:00')
    expect(await digestOf('tuần 50')).toMatchObject({ message_thread_id: threadId })
  })

  it('that is closed leads the digest outside of it, and the administrator is told', async () => {
    await control({ threadId })
    await stage.moveTo('2026-12-14T07:00:10+07:00')
    expect(await digestOf('tuần 51')).not.toHaveProperty('message_thread_id')
    expect(textOf(await told('đã đóng hoặc bị xóa'))).toContain('Thị xã Quảng Yên')
    expect((await stage.app.house.database.groups.findByChat(LEADERS_GROUP))?.threadId).toBeUndefined()
  })
})

describe('a linked group that becomes public', () => {
  const rename = (username: string | undefined) => {
    const group = stage.sandbox.world.state.groups.get(PRINCIPALS_GROUP)
    if (!group) throw new Error('no such group')
    if (username === undefined) delete group.username
    else group.username = username
  }
  const group = () => stage.chat(OFFICER, PRINCIPALS_GROUP)
  const toldThere = async () =>
    (await group().fromBot()).filter((each) => textOf(each).includes('nhóm công khai')).length

  it('is told once, as its administrator is, and then gets nothing', async () => {
    rename('giao_duc_mau')
    await group().tell('/bantin')
    await group().until((each) => textOf(each).includes('nhóm công khai'), 'the reason')
    await told('đã thành nhóm công khai nên bot tạm dừng')
    const before = await digests(PRINCIPALS_GROUP)
    await group().tell('/hoi cqg mn 2030')
    await group().tell('/bantin')
    await stage.moveTo('2026-12-21T07:00:10+07:00')
    await digestOf('tuần 52')
    expect(await digests(PRINCIPALS_GROUP)).toEqual(before)
    expect(await toldThere()).toBe(1)
    expect(textOf(await stage.chat(ADMIN).say('/hethong'))).toContain('đã thành nhóm công khai')
  })

  it('goes on when it is private again and somebody asks', async () => {
    rename(undefined)
    expect((await group().say('/bantin')).photo?.length).toBeGreaterThan(0)
    expect((await stage.app.house.database.groups.findByChat(PRINCIPALS_GROUP))?.state).toBe('linked')
  })

  it('is found out by what Telegram answers, where nobody writes', async () => {
    rename('giao_duc_mau')
    await stage.moveTo('2026-12-28T07:00:10+07:00')
    await expect.poll(toldThere, { timeout: 20_000 }).toBe(2)
    expect((await stage.app.house.database.groups.findByChat(PRINCIPALS_GROUP))?.state).toBe('public')
  })
})
