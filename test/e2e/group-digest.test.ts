import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  ACCEPTED_PRINCIPAL,
  ADMIN,
  LEADER,
  LEADERS_GROUP,
  OFFICER,
  PRINCIPALS_GROUP,
  SECOND_OFFICER,
} from '../support/cast.ts'
import { buttonsOf, type Chat, labelsOf, type Seen, textOf } from '../support/chat.ts'
import { openStage, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

const inGroup = (personId: number): Chat => stage.chat(personId, LEADERS_GROUP)
const digestsIn = async (chat: Chat): Promise<readonly Seen[]> =>
  (await chat.fromBot()).filter((each) => each.photo !== undefined)

describe('linking a group', () => {
  it('is refused to who has no right to the unit, and to who is no administrator of the group', async () => {
    expect(textOf(await inGroup(LEADER).say('/lienket'))).toContain('không có quyền')
    expect(textOf(await inGroup(SECOND_OFFICER).say('/lienket'))).toContain('Chỉ quản trị viên của nhóm')
  })

  it('is refused to an administrator who hides their name', async () => {
    expect(textOf(await inGroup(ADMIN).say('/lienket QY', { anonymous: true }))).not.toContain('Đã gắn nhóm')
  })

  it('is refused in a public group', async () => {
    const { world } = stage.sandbox
    const group = world.state.groups.get(LEADERS_GROUP)
    if (group) group.username = 'giao_duc_mau'
    expect(textOf(await inGroup(ADMIN).say('/lienket QY'))).toContain('công khai')
    if (group) delete group.username
  })

  it('has no digest to show before', async () => {
    expect(textOf(await inGroup(OFFICER).say('/bantin'))).toContain('/lienket')
  })

  it('offers the units the administrator may give, to nobody else', async () => {
    const asked = await inGroup(ADMIN).say('/lienket')
    expect(labelsOf(asked)).toContain('Thị xã Quảng Yên')
    expect(textOf(await inGroup(LEADER).pressOld(asked, 'Thị xã Quảng Yên'))).not.toContain('Đã gắn nhóm')
    expect(textOf(await inGroup(ADMIN).pressOld(asked, 'Thị xã Quảng Yên'))).toContain(
      'Đã gắn nhóm này với Thị xã Quảng Yên',
    )
  })
})

describe('personal commands in a group', () => {
  it.each(['/nop', '/duyet', '/tiendo', '/caidat', '/hethong', '/huy'])(
    '%s answers with a button to the private chat only',
    async (command) => {
      const seen = await inGroup(OFFICER).say(command)
      expect(textOf(seen)).toBe('Việc này làm trong trò chuyện riêng.')
      expect(buttonsOf(seen)).toEqual([
        { text: 'Mở trò chuyện riêng', url: `https://t.me/chitieu_demo_bot?start=${command.slice(1)}` },
      ])
    },
  )

  it('go on in private where the button leads', async () => {
    expect(textOf(await stage.chat(OFFICER).open('duyet'))).toContain('biểu đang chờ')
    expect(textOf(await stage.chat(ACCEPTED_PRINCIPAL).open('hethong'))).not.toContain('Tình trạng hệ thống')
  })
})

describe('the weekly digest', () => {
  it('is shown at once on demand, as one picture with a caption that stands alone', async () => {
    const seen = await inGroup(OFFICER).say('/bantin')
    expect(seen.photo?.length).toBeGreaterThan(0)
    expect([...(seen.caption ?? '')].length).toBeLessThanOrEqual(1024)
    expect(seen.caption).toContain('Thị xã Quảng Yên · tuần 50')
    expect(seen.caption).toContain('Đã báo cáo 34/64 đơn vị · đã duyệt 28 · còn thiếu 30')
    expect(buttonsOf(seen).every(({ url }) => url?.startsWith('https://t.me/chitieu_demo_bot?start='))).toBe(
      true,
    )
  })

  it('names no school and nobody', async () => {
    const [digest] = await digestsIn(inGroup(OFFICER))
    expect(digest?.caption).not.toMatch(/Trường .* Mẫu \d/)
    for (const { firstName } of stage.sandbox.world.state.persons.values())
      expect(digest?.caption).not.toContain(firstName)
  })

  it('is posted at its hour, not before, to each linked group', async () => {
    const principals = stage.chat(OFFICER, PRINCIPALS_GROUP)
    await stage.moveTo('2026-12-07T06:59:00+07:00')
    expect(await digestsIn(principals)).toEqual([])
    await stage.moveTo('2026-12-07T07:00:10+07:00')
    const posted = await principals.until((each) => each.photo !== undefined, 'the digest')
    expect(posted.photo?.at(-1)?.width).toBeGreaterThan(600)
    expect(posted.caption).toContain('Số liệu năm 2026, đến 07:00 ngày 7/12/2026')
    await inGroup(OFFICER).until(
      (each) => textOf(each).includes('Số liệu năm 2026, đến 07:00'),
      'the other group’s digest',
    )
  })

  it('is posted once, also when the clock ticks on and the bot is started again', async () => {
    const principals = stage.chat(OFFICER, PRINCIPALS_GROUP)
    await stage.moveTo('2026-12-07T07:05:00+07:00')
    await stage.restart()
    await stage.moveTo('2026-12-09T12:00:00+07:00')
    await principals.tell('/bantin@chitieu_demo_bot')
    const captions = (await digestsIn(principals)).map(({ caption }) => caption ?? '')
    expect(captions.filter((caption) => caption.includes('Số liệu năm 2026, đến 07:00'))).toHaveLength(1)
    expect(captions).toHaveLength(2)
  })

  it('catches up after the bot was away at its hour, with what changed since', async () => {
    await stage.restart(() => stage.sandbox.world.setTime(Date.parse('2026-12-14T09:30:00+07:00')))
    const principals = stage.chat(OFFICER, PRINCIPALS_GROUP)
    const posted = await principals.until((each) => textOf(each).includes('tuần 51'), 'the next digest')
    expect(textOf(posted)).toContain('Số liệu năm 2026, đến 09:30 ngày 14/12/2026')
    await stage.moveTo('2026-12-14T10:00:00+07:00')
    await principals.tell('/hoi cqg mn 2030')
    expect((await principals.fromBot()).filter((each) => textOf(each).includes('tuần 51'))).toHaveLength(1)
  })
})

describe('a group that is not what it was', () => {
  it('keeps its digest when it becomes a supergroup, and loses it when the bot is removed', async () => {
    await stage.control('members', { chatId: LEADERS_GROUP, userId: 'bot', status: 'left', byId: ADMIN })
    const system = textOf(await stage.chat(ADMIN).say('/hethong'))
    expect(system).toContain('Lãnh đạo giáo dục Quảng Yên: bot đã rời')
    expect(system).toContain('Hiệu trưởng – Giáo dục Quảng Yên: đã gắn đơn vị')
  })
})
