import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DRAFTING_PRINCIPAL, PRINCIPAL } from '../support/cast.ts'
import { type Chat, labelsOf, textOf } from '../support/chat.ts'
import { openStage, type Stage } from '../support/stage.ts'

let stage: Stage
let chat: Chat
beforeAll(async () => {
  stage = await openStage()
  chat = stage.chat(PRINCIPAL)
  await chat.say('/nop')
  await chat.press('1. Bắt đầu')
  await chat.press('Vẫn còn hiệu lực')
})
afterAll(() => stage.close())

describe('a form that is interrupted', () => {
  it('goes on where it was after the bot was stopped and started', async () => {
    await stage.restart()
    const next = textOf(await chat.press('Như kỳ trước'))
    expect(next).toContain('✓ Đã ghi: có')
    expect(next).toContain('câu 3/12')
  })

  it('lets a question be asked of the plan between two answers by command', async () => {
    expect(textOf(await chat.say('/hoi cqg mn QY 2030'))).toContain('19/21')
    expect(textOf(await chat.say('có'))).toContain('câu 4/12')
  })

  it('is left with /thoat, keeps its draft and is resumed at the first open question', async () => {
    expect(textOf(await chat.say('/thoat'))).toContain('Đã lưu bản nháp')
    expect(textOf(await chat.say('/thoat'))).toContain('không có biểu nào đang mở')
    expect(textOf(await chat.say('/nop'))).toContain('Trạng thái: Bản nháp')
    const card = await chat.press('1. Làm tiếp')
    expect(textOf(card)).toContain('3. Áp dụng hệ thống quản trị dựa trên dữ liệu: có')
    expect(textOf(card)).toContain('4. Thanh toán không dùng tiền mặt: chưa trả lời')
    expect(textOf(await chat.press('Trả lời các câu còn lại'))).toContain('câu 4/12')
  })

  it('asks at /huy whether the draft is kept; «Để sau» keeps it', async () => {
    expect(labelsOf(await chat.say('/hủy'))).toEqual(['Để sau', 'Xóa bản nháp'])
    await chat.press('Để sau')
    expect(textOf(await chat.say('/nop'))).toContain('Trạng thái: Bản nháp')
  })

  it('takes no answer from a button of a question it has left behind', async () => {
    await chat.press('1. Làm tiếp')
    const old = await chat.press('Trả lời các câu còn lại')
    await chat.say('có')
    await chat.tap('Chưa', old)
    await chat.say('/thoat')
    await chat.say('/nop')
    expect(textOf(await chat.press('1. Làm tiếp'))).toContain('4. Thanh toán không dùng tiền mặt: có')
  })

  it('is thrown away by /huy when that is wished, and begins anew', async () => {
    await chat.press('Trả lời các câu còn lại')
    await chat.say('/huy')
    expect(textOf(await chat.press('Xóa bản nháp'))).toContain('Đã xóa bản nháp')
    await chat.say('/nop')
    expect(textOf(await chat.press('1.'))).toContain('Còn 12 câu chưa trả lời')
    expect(textOf(await chat.press('Trả lời các câu còn lại'))).toContain('câu 1/12')
  })

  it('applies an answer once that Telegram delivers twice', async () => {
    const seen = await chat.press('Vẫn còn hiệu lực')
    expect(textOf(seen)).toContain('câu 2/12')
    await chat.tell('có')
    const before = await chat.fromBot()
    await stage.control('redeliver')
    await stage.restart()
    expect(await chat.fromBot()).toEqual(before)
    expect(textOf(await chat.last())).toContain('câu 3/12')
  })

  it('applies a double tap once', async () => {
    await chat.tapTwice('Như kỳ trước')
    expect(textOf(await chat.last())).toContain('câu 4/12')
  })

  it('submits once at a double tap', async () => {
    const drafting = stage.chat(DRAFTING_PRINCIPAL)
    await drafting.say('/nop')
    await drafting.press('1. Làm tiếp')
    await answerRest(drafting)
    await drafting.tapTwice('Nộp')
    const receipts = (await drafting.fromBot()).filter((each) => textOf(each).includes('Mã nộp:'))
    expect(receipts).toHaveLength(1)
    await drafting.say('/nop')
    expect(textOf(await drafting.last())).toContain('Trạng thái: Chờ duyệt')
  })
})

/** Goes on with what is left, always as last year. */
async function answerRest(person: Chat): Promise<void> {
  await person.press('Trả lời các câu còn lại')
  for (let left = 20; left > 0; left--) {
    const labels = labelsOf(await person.last())
    if (labels.includes('Nộp')) return
    await person.press(labels.find((label) => /như kỳ trước/i.test(label)) ?? 'Để sau')
  }
  throw new Error('the form has no end')
}
