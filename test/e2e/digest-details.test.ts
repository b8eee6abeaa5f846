import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  ADMIN,
  LEADER,
  OFFICER,
  PRINCIPAL,
  PRINCIPALS_GROUP,
  PROVINCE_OFFICER,
  TEACHER,
} from '../support/cast.ts'
import { buttonsOf, type Chat, labelsOf, type Seen, textOf } from '../support/chat.ts'
import { openStage, type Stage } from '../support/stage.ts'

let stage: Stage
let posted: Seen
beforeAll(async () => {
  stage = await openStage()
  await stage.moveTo('2026-12-07T07:00:10+07:00')
  posted = await inGroup().until((each) => each.photo !== undefined, 'the digest')
})
afterAll(() => stage.close())

const inGroup = (): Chat => stage.chat(OFFICER, PRINCIPALS_GROUP)
const payloadOf = (label: string): string => {
  const url = buttonsOf(posted).find(({ text }) => text === label)?.url ?? ''
  return new URL(url).searchParams.get('start') ?? ''
}
const open = (person: number, label: string): Promise<Seen> => stage.chat(person).open(payloadOf(label))

describe('the buttons under a group’s digest', () => {
  it('lead into the private chat, with payloads Telegram takes', () => {
    expect(labelsOf(posted)).toEqual(['Theo cấp học', 'Chưa báo cáo', 'Có gì thay đổi', 'Qua thời gian'])
    for (const label of labelsOf(posted)) expect(payloadOf(label)).toMatch(/^[A-Za-z0-9_-]{1,64}$/)
  })

  it('show a level at a time, the others by buttons', async () => {
    const leader = stage.chat(LEADER)
    const first = await open(LEADER, 'Theo cấp học')
    expect(textOf(first)).toContain('Thị xã Quảng Yên · tuần 50')
    expect(textOf(first)).toContain('\nMầm non\n')
    expect(textOf(first)).toMatch(/Đã báo cáo \d+\/\d+ · đã duyệt \d+ · còn thiếu \d+/)
    expect(labelsOf(first)).toContain('Tiểu học')
    expect(textOf(await leader.press('Tiểu học'))).toContain('\nTiểu học\n')
  })

  it('name who has not reported to officers, only their own to schools, nobody to others', async () => {
    const toOfficer = textOf(await open(OFFICER, 'Chưa báo cáo'))
    expect(toOfficer).toContain('Chưa báo cáo: 30/64 trường')
    expect(toOfficer.match(/^\d+\. Trường/gmu)).toHaveLength(25)
    expect(textOf(await stage.chat(OFFICER).press('Sau ›')).match(/^\d+\. Trường/gmu)).toHaveLength(5)
    const toLeader = textOf(await open(LEADER, 'Chưa báo cáo'))
    expect(toLeader).toContain('Chưa báo cáo: 30/64 trường')
    expect(toLeader).not.toMatch(/Trường .* Mẫu \d/)
    const toPrincipal = textOf(await open(PRINCIPAL, 'Chưa báo cáo'))
    expect(toPrincipal.match(/^\d+\. Trường/gmu)).toHaveLength(1)
  })

  it('are for members of the group and those above, nobody else', async () => {
    expect(textOf(await open(TEACHER, 'Theo cấp học'))).toContain('không có quyền')
    expect(textOf(await open(PROVINCE_OFFICER, 'Theo cấp học'))).toContain('Thị xã Quảng Yên')
    // A button forged for another group's digest, or of one that is not there.
    const forged = `bt-l-g${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`
    expect(textOf(await stage.chat(LEADER).open(forged))).not.toContain('tuần')
  })

  it('tell that there is nothing to compare with the first time, later what changed', async () => {
    expect(textOf(await open(OFFICER, 'Có gì thay đổi'))).toContain('Chưa có bản tin trước')
  })

  it('follow one indicator over time', async () => {
    const leader = stage.chat(LEADER)
    expect(textOf(await open(LEADER, 'Qua thời gian'))).toContain('chỉ số nào')
    const choices = labelsOf(await leader.last())
    const one = textOf(await leader.press(choices[0] ?? ''))
    expect(one).toMatch(/Tuần 50: /)
    expect(textOf(await leader.press('Chọn chỉ số khác'))).toContain('chỉ số nào')
  })

  it('open the same in private below a digest asked for there', async () => {
    const leader = stage.chat(LEADER)
    const digest = await leader.say('/bantin')
    expect(digest.photo?.length).toBeGreaterThan(0)
    expect(textOf(await leader.pressOld(digest, 'Theo cấp học'))).toContain('tuần 50')
  })
})

describe('a roll-up', () => {
  it('tells a province how its areas report, by name and without ranking', async () => {
    const officer = stage.chat(PROVINCE_OFFICER)
    const digest = await officer.say('/bantin')
    expect(textOf(digest)).toMatch(/Địa bàn trực thuộc: \d+\/\d+ đã báo cáo đủ/)
    const parts = textOf(await officer.pressOld(digest, 'Theo địa bàn'))
    expect(parts).toContain('Thị xã Quảng Yên')
    expect(parts).toContain('Đã báo cáo 34/64')
  })
})

describe('/nhom', () => {
  it('lists the groups of one’s reach with state and last digest, to those entitled', async () => {
    const list = textOf(await stage.chat(ADMIN).say('/nhom'))
    expect(list).toContain('Hiệu trưởng – Giáo dục Quảng Yên')
    expect(list).toContain('đang nhận bản tin · bản tin gần nhất: tuần 50, 07:00 7/12/2026')
    expect(textOf(await stage.chat(PRINCIPAL).say('/nhom'))).not.toContain('Nhóm nhận bản tin')
  })

  it('sets day, hour, language and what a quiet week is, by buttons', async () => {
    const admin = stage.chat(ADMIN)
    await admin.say('/nhom')
    expect(textOf(await admin.press('1. Hiệu trưởng'))).toContain('Đăng vào 07:00 thứ Hai hằng tuần')
    await admin.press('Đổi ngày')
    await admin.press('thứ Tư')
    await admin.press('Đổi giờ')
    expect(textOf(await admin.press('16:30'))).toContain('Đăng vào 16:30 thứ Tư hằng tuần')
    expect(textOf(await admin.press('English'))).toContain('Ngôn ngữ: English')
    expect(textOf(await admin.press('Tuần yên ắng thì không đăng'))).toContain('thay đổi: không đăng')
  })

  it('has the next digest come as set', async () => {
    const digests = async () => (await inGroup().fromBot()).filter(({ photo }) => photo !== undefined)
    const before = (await digests()).length
    await stage.moveTo('2026-12-16T16:29:00+07:00')
    expect(await digests()).toHaveLength(before)
    await stage.moveTo('2026-12-16T16:31:00+07:00')
    const next = await inGroup().until((each) => textOf(each).includes('week 51'), 'the next digest')
    expect(textOf(next)).toContain('16:31')
    posted = next
    expect(textOf(await open(LEADER, 'What changed'))).toContain('Từ bản tin tuần 50')
  })

  it('pauses a group and takes it from its unit, once more asked', async () => {
    const admin = stage.chat(ADMIN)
    await admin.say('/nhom')
    await admin.press('1. Hiệu trưởng')
    expect(textOf(await admin.press('Dừng 1 tuần'))).toContain('tạm dừng đến hết ngày 23/12/2026')
    await stage.moveTo('2026-12-23T17:00:00+07:00')
    await admin.say('/nhom')
    expect(textOf(await admin.last())).toContain('bản tin gần nhất: tuần 51')
    await admin.press('1. Hiệu trưởng')
    expect(textOf(await admin.press('Bỏ gắn nhóm'))).toContain('Bỏ gắn nhóm')
    expect(textOf(await admin.press('Đúng, bỏ gắn'))).toContain('Đã bỏ gắn')
    expect(textOf(await inGroup().say('/bantin'))).toContain('/lienket')
    expect(textOf(await open(LEADER, 'By level'))).not.toContain('tuần')
  })
})
