import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SubmissionId } from '../../src/domain/brand.ts'
import { createFormTemplate } from '../../src/exports/form-template.ts'
import { createTexts } from '../../src/i18n/texts.ts'
import type { FilledTemplate, FormTemplate } from '../../src/usecases/ports.ts'
import { ACCEPTED_PRINCIPAL, DRAFTING_PRINCIPAL, PRINCIPAL } from '../support/cast.ts'
import { buttonsOf, type Chat, labelsOf, textOf } from '../support/chat.ts'
import { answerCells, type Filling, fillTemplate } from '../support/fill-template.ts'
import { openStage, type Stage } from '../support/stage.ts'

let stage: Stage
let chat: Chat
let template: FormTemplate
let file: Uint8Array
beforeAll(async () => {
  stage = await openStage()
  chat = stage.chat(PRINCIPAL)
  template = createFormTemplate(await createTexts())
})
afterAll(() => stage.close())

function readFilled(bytes: Uint8Array): FilledTemplate {
  const read = template.read(bytes)
  if (read.kind !== 'filled') throw new Error(read.why)
  return read
}

/** The template of the stage with these answers, by element code. */
function fill(answers: Readonly<Record<string, Filling>>, change?: (sheet: string) => string): Uint8Array {
  const at = answerCells(readFilled(file).rows)
  const cells = Object.fromEntries(
    Object.entries(answers).map(([element, filling]) => [at[element] ?? element, filling]),
  )
  return fillTemplate(file, cells, change)
}

describe('many answers in one message', () => {
  it('sent in an open form are stored together, and each line not taken is said with its reason', async () => {
    await chat.say('/nop')
    await chat.press('1. Bắt đầu')
    const card = await chat.say(
      [
        '2: có',
        'ap dung he thong quan tri dua tren du lieu: có',
        'Nguồn lực giáo dục đã quản lý trên môi trường số: 880/882',
        'Biên chế giáo viên được giao: 200',
        'đuối nước: khoảng 3',
        'Sĩ số: 12',
        '10: 23/22',
      ].join('\n'),
    )
    const text = textOf(card)
    expect(text).toContain('✓ Đã ghi 3 câu.')
    expect(text).toContain('Chưa ghi 4 dòng')
    expect(text).toMatch(
      /Dòng 4 «Biên chế giáo viên được giao: 200»: lệch nhiều so với kỳ trước \(47 → 200\)/,
    )
    expect(text).toMatch(/Dòng 5 «đuối nước: khoảng 3»: Xin gõ số chính xác/)
    expect(text).toMatch(/Dòng 6 «Sĩ số: 12»: không có nội dung này/)
    expect(text).toMatch(/Dòng 7 «10: 23\/22»: Số đầu lớn hơn tổng số/)
    expect(text).toContain('2. Có giấy chứng nhận quyền sử dụng đất: có')
    expect(text).toContain('5. Nguồn lực giáo dục đã quản lý trên môi trường số: 880/882')
    expect(text).toContain('8. Biên chế giáo viên được giao: chưa trả lời')
    expect(text).toContain('Còn 9 câu chưa trả lời.')
    expect(labelsOf(card)).toContain('Trả lời các câu còn lại')
  })

  it('may follow each other outside of any open form, with a reason where one is asked, down to a single line', async () => {
    const more =
      'Biên chế giáo viên được giao: 55 (lý do: tuyển thêm)\n6\tChương trình giáo dục đã quản lý trên môi trường số\t71\t72'
    const two = textOf(await chat.say(more))
    expect(two).toContain('✓ Đã ghi 2 câu.')
    expect(two).not.toContain('Chưa ghi')
    expect(two).toContain('8. Biên chế giáo viên được giao: 55 giáo viên')
    expect(two).toContain('6. Chương trình giáo dục đã quản lý trên môi trường số: 71/72')
    const one = textOf(await chat.say('Đuối nước: 0'))
    expect(one).toContain('✓ Đã ghi 1 câu.')
    expect(one).toContain('11. Học sinh bị đuối nước: 0 học sinh')
  })

  it('are not seen in a question about the plan', async () => {
    const asked = 'Chỉ tiêu trường đạt chuẩn quốc gia năm 2025: bao nhiêu?'
    for (const question of [
      asked,
      `${asked}\nĐuối nước: mục tiêu là gì?\nThanh toán không dùng tiền mặt: chỉ tiêu nào?`,
    ]) {
      const answer = textOf(await chat.say(question))
      expect(answer).not.toContain('Đã ghi')
      expect(answer).not.toContain('Chưa ghi')
    }
  })
})

describe('the form as a spreadsheet', () => {
  it('comes by a button on the list and on the card, with how to use it', async () => {
    await chat.say('/nop')
    await chat.tap('1. Tệp mẫu')
    await chat.press('1. Làm tiếp')
    const sent = await chat.press('Tải tệp mẫu')
    expect(textOf(sent)).toContain('điền các ô màu vàng rồi gửi lại')
    expect(sent.document?.file_name).toMatch(/^qy-annual-2026-.+\.xlsx$/)
    file = await chat.fileOf(sent)
    expect(readFilled(file)).toMatchObject({ form: 'qy-annual', period: '2026' })
    expect((await chat.fromBot()).filter(({ document }) => document)).toHaveLength(2)
  })

  it('sent back filled is stored as if typed, and each row not taken is said with its reason', async () => {
    const filled = fill({
      'national-standard': 'mức độ 1, 1234/QĐ-UBND ngày 15/3/2025',
      'education-people-digital': 765,
      'education-people': '768',
      'teacher-posts-assigned': 200,
      'teachers-present': { formula: 'F15-2', value: '45' },
      'classes-without-teacher': '0/22',
      'age5-completed': 96,
      'age5-children': 90,
    })
    const text = textOf(await chat.sendDocument('bieu-da-dien.xlsx', filled))
    expect(text).toContain('✓ Đã ghi 2 câu.')
    expect(text).toContain(
      '1. Đạt chuẩn quốc gia: có, mức độ 1, 1234/QĐ-UBND ngày 15/3/2025, đến ngày 15/3/2030',
    )
    expect(text).toContain('7. Người học và nhà giáo đã quản lý trên môi trường số: 765/768')
    expect(text).toMatch(/«Biên chế giáo viên được giao»: lệch nhiều so với kỳ trước/)
    expect(text).toMatch(/«Giáo viên biên chế có mặt»: ô này là công thức/)
    expect(text).toMatch(/«Lớp thiếu giáo viên đứng lớp \/ Số lớp»: lệch nhiều so với kỳ trước/)
    expect(text).toMatch(/«Trẻ 5 tuổi hoàn thành .*»: Số đầu lớn hơn tổng số/)
  })

  it('keeps what its empty cells do not answer', async () => {
    const text = textOf(await chat.last())
    expect(text).toContain('2. Có giấy chứng nhận quyền sử dụng đất: có')
    expect(text).toContain('8. Biên chế giáo viên được giao: 55 giáo viên')
    expect(text).toContain('11. Học sinh bị đuối nước: 0 học sinh')
  })

  it('may be sent while a question stands open: the question gives way to the card', async () => {
    expect(textOf(await chat.press('Trả lời các câu còn lại'))).toContain('câu 4/12')
    const reason = 'chia lại lớp từ tháng 9'
    const { rows } = readFilled(file)
    const at = (element: string) =>
      rows.find(({ cells }) => cells.some((cell) => cell.element === element))?.line
    const card = await chat.sendDocument(
      'bieu.xlsx',
      fill({
        'cashless-payment': 'Có',
        'teachers-present': 46,
        'classes-without-teacher': 0,
        classes: 22,
        [`H${at('classes')}`]: reason,
        [`H${at('age5-completed')}`]: 'chưa tổng kết',
      }),
    )
    expect(textOf(card)).not.toContain('Chưa ghi')
    expect(textOf(card)).toContain('Trẻ 5 tuổi hoàn thành Chương trình Giáo dục mầm non: chưa có số liệu')
    expect(buttonsOf(card).map(({ text }) => text)).toContain('Nộp')
  })

  it('is handed in as an upload, with its reasons', async () => {
    const data = buttonsOf(await chat.last()).find(({ text }) => text === 'Nộp')?.callback_data ?? ''
    expect(textOf(await chat.press('Nộp'))).toContain('Phiếu xác nhận đã nộp')
    const [revision] = await stage.app.house.database.submissions.revisions(
      data.split(':')[2] as SubmissionId,
    )
    expect(revision?.source).toBe('upload')
    const values = new Map(revision?.values.map((each) => [each.element, each]))
    expect(values.get('classes')).toMatchObject({
      value: { kind: 'count', count: 22 },
      reason: 'chia lại lớp từ tháng 9',
    })
    expect(values.get('teacher-posts-assigned')).toMatchObject({
      value: { kind: 'count', count: 55 },
      reason: 'tuyển thêm',
    })
    expect(values.get('age5-children')).toMatchObject({ value: { kind: 'missing', reason: 'chưa tổng kết' } })
  })

  it('is refused once the form is handed in, and by anyone it is not of', async () => {
    const filled = fill({ 'cashless-payment': 'Chưa' })
    expect(textOf(await chat.sendDocument('bieu.xlsx', filled))).not.toContain('Đã ghi')
    for (const id of [DRAFTING_PRINCIPAL, ACCEPTED_PRINCIPAL])
      expect(textOf(await stage.chat(id).sendDocument('bieu.xlsx', filled))).toContain('không ghi gì')
  })

  it('is refused when it is none, or too large, in words that help', async () => {
    expect(textOf(await chat.sendDocument('bieu.xlsx', 'không phải tệp Excel'))).toContain(
      'Tệp này không đọc được',
    )
    expect(textOf(await chat.sendDocument('bieu.xlsx', new Uint8Array(2 * 1024 * 1024 + 1)))).toContain(
      'Tệp quá lớn',
    )
  })
})
