import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { leaveUnlinked } from '../../src/usecases/unlinked-groups.ts'
import { ADMIN, LEADER, LEADERS_GROUP, OFFICER } from '../support/cast.ts'
import { textOf } from '../support/chat.ts'
import { openStage, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const groups = () => stage.app.house.database.groups
const codeIn = (text: string): string => /\/lienket ([A-Z0-9]{10})/.exec(text)?.[1] ?? ''

describe('an administrator who is anonymous in the group', () => {
  it('gets a code in private, which links the group once', async () => {
    const admin = stage.chat(OFFICER)
    await admin.say('/lienket')
    const code = codeIn(textOf(await admin.press('Thị xã Quảng Yên')))
    const group = stage.chat(OFFICER, LEADERS_GROUP)
    expect(textOf(await group.say('/lienket AAAAAAAAAA', { anonymous: true }))).toContain('Mã này không đúng')
    expect(textOf(await group.say(`/lienket ${code}`, { anonymous: true }))).toContain('Đã gắn nhóm này với')
    expect((await groups().findByChat(LEADERS_GROUP))?.state).toBe('linked')
    expect(textOf(await group.say(`/lienket ${code}`, { anonymous: true }))).toContain('Mã này không đúng')
  })

  it('keeps the code to who is an administrator of that group', async () => {
    const chatId = await newGroup(LEADER, [OFFICER])
    const admin = stage.chat(OFFICER)
    await admin.say('/lienket')
    const code = codeIn(textOf(await admin.press('Thị xã Quảng Yên')))
    const said = await stage.chat(LEADER, chatId).say(`/lienket ${code}`, { anonymous: true })
    expect(textOf(said)).toContain('Chỉ quản trị viên của nhóm')
    expect((await groups().findByChat(chatId))?.unit).toBeUndefined()
  })
})

const newGroup = async (personId: number, memberIds: readonly number[]): Promise<number> =>
  Number((await stage.control('group', { personId, title: 'Nhóm mới', memberIds })).chatId)

describe('a group that is not linked', () => {
  let chatId: number
  beforeAll(async () => {
    chatId = await newGroup(ADMIN, [OFFICER])
  })

  it('is told once how to link it, and gets nothing else', async () => {
    const group = stage.chat(OFFICER, chatId)
    await group.until((each) => textOf(each).includes('Sau một ngày chưa gắn'), 'the notice')
    await group.tell('/bantin')
    await group.tell('/hoi cqg mầm non 2030 bao nhiêu?')
    await group.tell('/nop')
    expect(await group.fromBot()).toHaveLength(1)
  })

  it('is left a day later, and told again when the bot is brought back', async () => {
    const leave = { ...stage.app.house, leaveGroup: async () => true }
    expect(await leaveUnlinked(leave)).toBe(0)
    await stage.moveTo('2026-12-08T08:00:00+07:00')
    await stage.chat(OFFICER).say('/trogiup')
    expect((await groups().findByChat(chatId))?.state).toBe('left')
    expect(await leaveUnlinked(leave)).toBe(0)
    await stage.control('members', { chatId, userId: 'bot', byId: ADMIN, status: 'member' })
    const group = stage.chat(OFFICER, chatId)
    for (let look = 0; look < 200 && (await group.fromBot()).length < 2; look++)
      await new Promise((resolve) => setTimeout(resolve, 50))
    expect((await group.fromBot()).map(textOf)).toHaveLength(2)
  })
})
