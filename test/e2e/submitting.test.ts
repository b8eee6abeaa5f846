import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OFFICER, PRINCIPAL } from '../support/cast.ts'
import { buttonsOf, type Chat, labelsOf, textOf } from '../support/chat.ts'
import { openStage, type Stage } from '../support/stage.ts'

let stage: Stage
let chat: Chat
beforeAll(async () => {
  stage = await openStage()
  chat = stage.chat(PRINCIPAL)
})
afterAll(() => stage.close())

describe('the yearly form 2026 of a preschool', () => {
  it('begins with a question that says its scope, day, definition, last value and example', async () => {
    await chat.say('/nop')
    const text = textOf(await chat.press('1. Bắt đầu'))
    expect(text).toContain('câu 1/12')
    expect(text).toContain('đạt chuẩn quốc gia còn hiệu lực không?')
    expect(text).toContain('Phạm vi: cả trường · tính đến 30/11/2026')
    expect(text).toMatch(/Kỳ trước \(năm 2025\): có, mức độ 2/)
    expect(text).toContain('Ví dụ: có')
  })

  it('asks what a yes rests on: degree, decision and its picture, each understood as written', async () => {
    expect(labelsOf(await chat.press('Có'))).toEqual(['Mức độ 1', 'Mức độ 2'])
    expect(textOf(await chat.press('Mức độ 1'))).toContain('số và ngày của quyết định')
    expect(textOf(await chat.say('ngày mai'))).toContain('Ví dụ: 123/QĐ-UBND ngày 20/6/2024')
    expect(textOf(await chat.say('1234/QĐ-UBND ngày 15/3/2025'))).toContain('ảnh hoặc tệp PDF')
    const next = textOf(await chat.sendDocument('quyet-dinh.pdf', '%PDF-1.7 of the test'))
    expect(next).toContain('✓ Đã ghi: có, mức độ 1, 1234/QĐ-UBND ngày 15/3/2025, đến ngày 15/3/2030')
    expect(next).toContain('câu 2/12')
  })

  it('understands a yes in words and «như kỳ trước», and echoes both', async () => {
    expect(textOf(await chat.say('rồi ạ'))).toContain('✓ Đã ghi: có')
    const next = textOf(await chat.press('Như kỳ trước'))
    expect(next).toContain('✓ Đã ghi: có')
    expect(next).toContain('câu 4/12')
  })

  it('does not take a number for a yes', async () => {
    const again = textOf(await chat.say('12'))
    expect(again).toContain('Xin trả lời «có» hoặc «chưa».')
    expect(again).toContain('câu 4/12')
    expect(textOf(await chat.press('Chưa'))).toContain('✓ Đã ghi: chưa')
  })

  it.each([
    ['95,5', 'Số này phải là số nguyên.'],
    ['12abc', 'Có chữ dính vào số.'],
    ['-5', 'Chưa đọc được số này.'],
    ['hai phần ba', ''],
    ['700/640', 'Số đầu lớn hơn tổng số.'],
    ['600', 'Câu này cần hai số.'],
  ])('refuses «%s» where a ratio is asked, says why and shows how', async (typed, why) => {
    const again = textOf(await chat.say(typed))
    expect(again).toContain(why)
    expect(again).toContain('Ví dụ:')
    expect(again).toContain('câu 5/12')
    expect(again).not.toContain('✓')
  })

  it('tells the way out after three answers it could not read', async () => {
    expect(textOf(await chat.last())).toContain('xin bấm «Để sau» hoặc «Chưa có số liệu»')
  })

  it('takes a ratio as people write it', async () => {
    expect(textOf(await chat.say('882 trên 882'))).toContain('✓ Đã ghi: 882/882 mục')
    expect(textOf(await chat.say('72:72'))).toContain('✓ Đã ghi: 72/72 chương trình')
  })

  it('asks for the reason of a figure that moved far, and takes it back when it was a slip', async () => {
    const doubted = await chat.say('200/768')
    expect(textOf(doubted)).toContain('Kỳ trước là 768, kỳ này là 200: lệch quá')
    expect(labelsOf(doubted)).toEqual(['Gõ nhầm, nhập lại'])
    expect(textOf(await chat.press('Gõ nhầm'))).toContain('câu 7/12')
    expect(textOf(await chat.say('766/768'))).toContain('✓ Đã ghi: 766/768 người')
  })

  it('goes back to the question before, with its answer in place of the old one', async () => {
    expect(textOf(await chat.press('Quay lại'))).toContain('câu 7/12')
    expect(textOf(await chat.say('765/768'))).toContain('✓ Đã ghi: 765/768 người')
  })

  it('asks whether «không» is 0 or no figure, and why there is none', async () => {
    expect(labelsOf(await chat.say('không'))).toEqual(['Bằng 0 giáo viên', 'Chưa có số liệu'])
    const why = await chat.press('Chưa có số liệu')
    expect(textOf(why)).toContain('không ghi tên học sinh')
    expect(textOf(await chat.say('chờ quyết định giao biên chế'))).toContain('câu 9/12')
  })

  it('lets a question wait, and knows it open', async () => {
    expect(textOf(await chat.press('Để sau'))).toContain('câu 10/12')
    expect(textOf(await chat.say('0/29'))).toContain('✓ Đã ghi: 0/29 lớp')
    expect(textOf(await chat.say('0'))).toContain('✓ Đã ghi: 0 học sinh')
    const card = await chat.say('131/132')
    expect(textOf(card)).toContain('9. Giáo viên biên chế có mặt: chưa trả lời')
    expect(textOf(card)).toContain('Còn 1 câu chưa trả lời.')
    expect(labelsOf(card)).not.toContain('Nộp')
  })

  it('shows every figure and what is computed, and no target before submitting', async () => {
    await chat.press('Trả lời các câu còn lại')
    const card = await chat.say('46')
    expect(textOf(card)).toContain('7. Người học và nhà giáo đã quản lý trên môi trường số: 765/768 người')
    expect(textOf(card)).toContain('Trẻ 5 tuổi hoàn thành Chương trình Giáo dục mầm non: 99,24%')
    expect(textOf(card)).not.toMatch(/chỉ tiêu|mốc 20/i)
    expect(labelsOf(card)).toEqual(expect.arrayContaining(['Nộp', 'Sửa một dòng', 'Để sau']))
  })

  it('lets any row be corrected from the card', async () => {
    await chat.press('Sửa một dòng')
    expect(textOf(await chat.press('12'))).toContain('câu 12/12')
    expect(textOf(await chat.say('132/132'))).toContain('132/132 trẻ')
  })

  it('gives a receipt, and only then the indicators against the targets', async () => {
    const receipt = textOf(await chat.press('Nộp'))
    expect(receipt).toMatch(/Mã nộp: QY-2026-[0-9A-Z]{4}-[0-9A-Z]/)
    expect(receipt).toContain('Trạng thái: Chờ duyệt.')
    expect(receipt).toContain('So với chỉ tiêu (mức chung toàn địa bàn)')
    expect(receipt).toMatch(
      /Chuẩn quốc gia – Mầm non: 1\/1 trường · 100%\n.*Đạt mốc 2025: 85,71%\n.*Mốc 2030: 90,48%/,
    )
  })

  it('has it in the list of what is owed as waiting, and nothing more to fill', async () => {
    const seen = await chat.say('/nop')
    expect(textOf(seen)).toContain('Trạng thái: Chờ duyệt')
    const card = await chat.press('1. Xem lại')
    expect(textOf(card)).toContain('8. Biên chế giáo viên được giao: chưa có số liệu')
    expect(buttonsOf(card)).toEqual([])
  })

  it('lets the reviewer see the decision that was sent in', async () => {
    const [unit = ''] = /Trường Mầm non[^\n]*/.exec(textOf(await chat.last())) ?? []
    const officer = stage.chat(OFFICER)
    await officer.say('/duyet')
    const card = await officer.press(unit)
    expect(labelsOf(card)).toContain('Xem quyết định công nhận')
    const sent = await officer.press('Xem quyết định công nhận')
    expect(textOf(sent)).toContain('có, mức độ 1, 1234/QĐ-UBND ngày 15/3/2025')
    expect(new TextDecoder().decode(await officer.fileOf(sent))).toBe('%PDF-1.7 of the test')
  })
})
