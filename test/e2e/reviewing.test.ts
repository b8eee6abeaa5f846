import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemScope } from '../../src/domain/access.ts'
import {
  CONFIRMING_PRINCIPAL,
  OFFICER,
  PROVINCE_OFFICER,
  RETURNED_PRINCIPAL,
  SECOND_OFFICER,
  TEACHER,
  WAITING_PRINCIPAL,
} from '../support/cast.ts'
import { type Chat, labelsOf, type Seen, textOf } from '../support/chat.ts'
import { openStage, type Stage } from '../support/stage.ts'

let stage: Stage
let officer: Chat
beforeAll(async () => {
  stage = await openStage()
  officer = stage.chat(OFFICER)
})
afterAll(() => stage.close())

describe('the officer', () => {
  let oldCard: Seen

  it('sees how many wait and how many of them touch no rule', async () => {
    const seen = await officer.say('/duyet')
    expect(textOf(seen)).toContain('6 biểu đang chờ')
    expect(labelsOf(seen)).toContain('Duyệt tất cả 6 biểu không vướng')
  })

  it('accepts one; the school is told', async () => {
    oldCard = await officer.press('Trường Mầm non Mẫu 06')
    expect(textOf(oldCard)).toContain('Đạt chuẩn quốc gia:')
    expect(textOf(await officer.press('Duyệt'))).toContain('✅ Đã duyệt: Trường Mầm non Mẫu 06')
    const principal = stage.chat(5200012)
    const told = await principal.until((each) => textOf(each).includes('đã được duyệt'), 'the acceptance')
    expect(textOf(told)).toContain('Biểu năm của trường – Quảng Yên, năm 2026')
  })

  it('can undo an acceptance and give it again', async () => {
    expect(textOf(await officer.press('Bỏ duyệt'))).toContain('trở lại danh sách chờ')
    await officer.say('/duyet')
    await officer.press('Trường Mầm non Mẫu 06')
    await officer.tapTwice('Duyệt')
    expect(textOf(await officer.say('/duyet'))).toContain('5 biểu đang chờ')
  })

  it('is told what was done when a tap comes once more, as after a crash, and it is done once', async () => {
    const before = (await officer.fromBot()).at(-2)
    expect(textOf(before as Seen)).toContain('✅ Đã duyệt: Trường Mầm non Mẫu 06')
    const audited = await stage.app.house.database.audit.list(systemScope, { limit: 500 })
    expect(
      audited.map(({ action }) => action).filter((action) => action === 'submission.accepted'),
    ).toHaveLength(2)
  })

  it('returns one with a reason; the school is told why', async () => {
    await officer.press('Trường Mầm non Mẫu 05')
    const card = await officer.last()
    expect(textOf(await officer.press('Trả lại'))).toContain('Xin gõ lý do')
    // The card stays in sight while the reason is typed.
    expect((await officer.fromBot()).find(({ message_id: id }) => id === card.message_id)).toEqual(card)
    expect(textOf(await officer.say('Câu 7 lệch với báo cáo giấy'))).toContain(
      '↩️ Đã trả lại biểu của Trường Mầm non Mẫu 05',
    )
    const told = await stage
      .chat(WAITING_PRINCIPAL)
      .until((each) => textOf(each).includes('được trả lại'), 'the return')
    expect(textOf(told)).toContain('Lý do: Câu 7 lệch với báo cáo giấy')
  })

  it('may think better of returning', async () => {
    await officer.say('/duyet')
    await officer.press('Trường THCS Mẫu 12')
    await officer.press('Trả lại')
    expect(textOf(await officer.press('Hủy'))).toContain('chưa trả lại')
    expect(textOf(await officer.say('/duyet'))).toContain('Trường THCS Mẫu 12')
  })

  it('does not see what the province accepts, nor the province what the town accepts', async () => {
    expect(textOf(await officer.last())).not.toContain('THPT')
    const province = textOf(await stage.chat(PROVINCE_OFFICER).say('/duyet'))
    expect(province).toContain('Trường THPT')
  })
})

describe('a principal whose form was returned', () => {
  it('corrects it from the notice and hands it in again as the next revision', async () => {
    const principal = stage.chat(WAITING_PRINCIPAL)
    const card = await principal.press('Sửa và nộp lại')
    expect(labelsOf(card)).toContain('Nộp')
    await principal.press('Sửa một dòng')
    const question = await principal.press('7')
    expect(textOf(question)).toContain('câu 7/12')
    const [, total = ''] = /\/([\d.]+) người/.exec(textOf(card)) ?? []
    await principal.say(`${Number(total) - 1}/${total}`)
    expect(textOf(await principal.press('Nộp'))).toMatch(/Mã nộp: QY-2026-/)
  })

  it('comes back to the officer with what changed', async () => {
    await officer.say('/duyet')
    const card = textOf(await officer.press('Trường Mầm non Mẫu 05'))
    expect(card).toContain('lần nộp 2')
    expect(card).toMatch(/Thay đổi so với lần trước\n.*Người học và nhà giáo/)
    expect(textOf(await officer.press('Duyệt'))).toContain('✅ Đã duyệt')
  })

  it('sees the reason in the list of what is owed too', async () => {
    const returned = stage.chat(RETURNED_PRINCIPAL)
    const seen = await returned.say('/nop')
    expect(textOf(seen)).toMatch(/Trạng thái: Trả lại\n.*Lý do trả lại: \S/)
    expect(labelsOf(seen)).toContain('1. Sửa và nộp lại')
  })
})

describe('what a teacher handed in', () => {
  it('waits for the principal, who confirms it', async () => {
    expect(textOf(await stage.chat(TEACHER).say('/nop'))).toContain('Chờ hiệu trưởng xác nhận')
    const principal = stage.chat(CONFIRMING_PRINCIPAL)
    await principal.say('/duyet')
    await principal.press('1.')
    expect(textOf(await principal.press('Xác nhận'))).toContain('✅ Đã xác nhận')
    expect(textOf(await officer.say('/duyet'))).toContain('Trường THCS Mẫu 02')
  })
})

describe('two officers', () => {
  it('do not decide the same report twice', async () => {
    const second = stage.chat(SECOND_OFFICER)
    await officer.say('/duyet')
    await second.say('/duyet')
    const mine = await officer.press('Trường Tiểu học Mẫu 08')
    const theirs = await second.press('Trường Tiểu học Mẫu 08')
    await officer.pressOld(mine, 'Duyệt')
    const late = textOf(await second.pressOld(theirs, 'Trả lại'))
    expect(late).not.toContain('Xin gõ lý do')
    expect(textOf(await second.say('/duyet'))).not.toContain('Trường Tiểu học Mẫu 08')
  })

  it('accept all clean ones with one tap, as many as they have seen', async () => {
    const seen = await officer.say('/duyet')
    const [, count] = /(\d+) biểu không vướng/.exec(textOf(seen)) ?? []
    expect(textOf(await officer.press('Duyệt tất cả'))).toContain(`✅ Đã duyệt ${count} biểu không vướng`)
    expect(textOf(await stage.chat(SECOND_OFFICER).say('/duyet'))).toContain('Không có biểu nào chờ duyệt')
  })
})

describe('progress in the chat', () => {
  it('says what has changed since the period before', async () => {
    const seen = textOf(await officer.say('/tiendo'))
    expect(seen).toMatch(/(Tăng|Giảm) [\d,]+ điểm % so với năm 2025 \([\d,]+%\)|Không đổi so với năm 2025/)
  })
})
