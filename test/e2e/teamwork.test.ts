import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACCEPTED_PRINCIPAL, OFFICER, PRINCIPAL } from '../support/cast.ts'
import { type Chat, labelsOf, textOf } from '../support/chat.ts'
import { openStage, type Stage } from '../support/stage.ts'

/** The only teacher of the preschool whose principal has not begun. */
const TEACHER = 5200072

/** Of the education office; and of a commune that has not reported. */
const OFFICE_CONTACT = 5200090
const COMMUNE_CONTACT = 5200081

let stage: Stage
let principal: Chat
let teacher: Chat
let officer: Chat
beforeAll(async () => {
  stage = await openStage()
  principal = stage.chat(PRINCIPAL)
  teacher = stage.chat(TEACHER)
  officer = stage.chat(OFFICER)
})
afterAll(() => stage.close())

describe('a form given to a teacher', () => {
  it('is nothing to them before', async () => {
    expect(textOf(await teacher.say('/nop'))).toContain('chưa có biểu nào được giao')
  })

  it('is given block by block, and the teacher is told', async () => {
    expect(labelsOf(await principal.say('/giaoviec'))).toContain('Ủy quyền cho cấp phó')
    await principal.press('Biểu năm của trường')
    const name = labelsOf((await principal.fromBot()).at(-1) as never)[0] ?? ''
    expect(labelsOf(await principal.press(name))).toEqual(
      expect.arrayContaining(['cả biểu', 'Mầm non', 'Thu lại']),
    )
    expect(textOf(await principal.press('Mầm non'))).toContain(`${name}: `)
    const told = await teacher.until((each) => textOf(each).includes('được giao nhập'), 'the assignment')
    expect(textOf(told)).toContain('Phần được giao: Mầm non')
  })

  it('asks the teacher only what was given, and tells the principal when it is done', async () => {
    expect(textOf(await teacher.press('Trả lời các câu còn lại'))).toMatch(/câu 1\/\d/)
    const card = await answerAll(teacher, '40/40')
    expect(labelsOf(card)).toContain('Báo đã xong phần được giao')
    expect(labelsOf(card)).not.toContain('Nộp')
    await teacher.press('Báo đã xong')
    const told = await principal.until((each) => textOf(each).includes('đã trả lời xong'), 'the part done')
    expect(labelsOf(told)).toContain('Xem số liệu')
  })

  it('says who else has it open', async () => {
    await teacher.say('/nop')
    await teacher.press('Làm tiếp')
    await teacher.press('Sửa một dòng')
    await teacher.press('1')
    await principal.say('/nop')
    await principal.press('Làm tiếp')
    expect(textOf(await principal.press('Trả lời các câu còn lại'))).toContain('cũng đang nhập biểu này')
  })
})

describe('a deputy', () => {
  it('acts for the principal between two dates', async () => {
    await principal.say('/thoat')
    await principal.say('/giaoviec')
    const people = await principal.press('Ủy quyền cho cấp phó')
    expect(textOf(await principal.press(labelsOf(people)[0] ?? ''))).toContain('từ ngày nào')
    expect(textOf(await principal.say('hôm kia'))).toContain('Chưa đọc được ngày')
    await principal.say('7/12')
    expect(textOf(await principal.say('9/12'))).toContain('từ 7/12/2026 đến hết 9/12/2026')
    await teacher.until((each) => textOf(each).includes('được ủy quyền thay hiệu trưởng'), 'the delegation')
    await teacher.say('/thoat')
    expect(labelsOf(await teacher.say('/giaoviec'))).toContain('Ủy quyền cho cấp phó')
    await stage.moveTo('2026-12-10T08:00:00+07:00')
    expect(textOf(await teacher.say('/giaoviec'))).toContain('không có quyền')
  })
})

describe('an officer', () => {
  it('enters for a school that is not on Telegram; the school is told, and who did it is kept', async () => {
    expect(textOf(await officer.say('/nopthay'))).toContain('một phần tên')
    await officer.say('/nopthay mau 05')
    await officer.press('Trường THCS Mẫu 05')
    await officer.press('1.')
    const card = await answerAll(officer, '40/40')
    expect(labelsOf(card)).toContain('Nộp')
    const receipt = textOf(await officer.press('Nộp'))
    expect(receipt).toContain('Chờ duyệt')
    const [code = ''] = /QY-2026-\w{4}-\w/.exec(receipt) ?? []
    const found = textOf(await officer.say(`/tracuu ${code.toLowerCase()}`))
    expect(found).toContain('Trường THCS Mẫu 05')
    expect(found).toContain('nhập thay')
    expect(textOf(await principal.say(`/tracuu ${code}`))).toContain('Không tìm thấy lượt nộp')
    expect(textOf(await officer.say('/tracuu QY-2026-AAAA-A'))).toMatch(/gõ nhầm|Không tìm thấy/)
  })
})

describe('figures of the office and of communes', () => {
  it('are entered by an officer in the chat: scores to two places, ranks in their field, results to come left out', async () => {
    await officer.say('/nopthay phong giao duc')
    await officer.press('Phòng Giáo dục')
    expect(textOf(await officer.press('Bắt đầu'))).toContain('Tổng điểm môn Ngữ văn')
    const answers = [
      '9.812,75',
      '1.842',
      '8.900,5',
      '1.840',
      '7.650,25',
      '1.839',
      '6,85',
      '12',
      '5/13',
      '',
      '',
    ]
    for (const answer of [...answers, '10/12', '2/3', 'chưa', 'chưa', '3'])
      await (answer === '' ? officer.press('Chưa có kết quả') : giveWithReason(officer, answer))
    const card = textOf(await officer.last())
    expect(card).toContain('Tổng điểm môn Ngữ văn thi vào lớp 10: 9.812,75 điểm')
    expect(card).toMatch(/có sau, hạn 31\/3\/2027/)
    expect(textOf(await officer.press('Nộp'))).toContain('Chờ duyệt')
    const owed = textOf(await stage.chat(OFFICE_CONTACT).say('/nop'))
    expect(owed).toContain('Kết quả có sau')
    expect(owed).toContain('31/3/2027')
  })

  it('are handed in by the contact of a commune, and wait for the office alone', async () => {
    const contact = stage.chat(COMMUNE_CONTACT)
    await contact.say('/nop')
    await contact.press('1. ')
    for (let asked = 0; asked < 6 && !labelsOf(await contact.last()).includes('Sửa một dòng'); asked++)
      await giveWithReason(contact, '3')
    expect(textOf(await contact.press('Nộp'))).toContain('Trạng thái: Chờ duyệt')
  })
})

/** Says it, and a reason where it moved far. */
async function giveWithReason(chat: Chat, answer: string): Promise<void> {
  if (textOf(await chat.say(answer)).includes('lý do thay đổi')) await chat.say('theo kết quả công bố')
}

describe('a locked submission', () => {
  it('is opened for some hours by the office, corrected, and locked again', async () => {
    await stage.moveTo('2026-12-30T08:00:00+07:00')
    const school = stage.chat(ACCEPTED_PRINCIPAL)
    expect(textOf(await school.say('/lichsu'))).toContain('Xem lịch sử')
    expect(textOf(await school.press('năm 2026'))).toContain('Lần 1')
    await school.say('/mokhoa')
    await school.press('năm 2026')
    expect(textOf(await school.say('Nhập nhầm số lớp'))).toContain('Đã gửi đề nghị')
    const asked = await officer.until((each) => textOf(each).includes('đề nghị mở khóa'), 'the request')
    expect(labelsOf(asked)).toEqual(['Mở 4 giờ', 'Mở 24 giờ', 'Mở 72 giờ', 'Không mở'])
    expect(textOf(await officer.press('Mở 4 giờ'))).toContain('Đã mở khóa')
    await school.until((each) => textOf(each).includes('đã được mở khóa đến'), 'the opening')
    expect(labelsOf(await school.press('Sửa một dòng'))).toContain('Nộp')
    expect(textOf(await school.press('Nộp'))).toContain('Phiếu xác nhận')
    expect(textOf(await school.say('/lichsu'))).toContain('Xem lịch sử')
    expect(textOf(await school.press('năm 2026'))).toContain('Lần 2')
  })
})

/** Answers every question the simplest way until the card. */
async function answerAll(chat: Chat, ratio: string) {
  for (let asked = 0; asked < 60; asked++) {
    const last = (await chat.fromBot()).at(-1)
    if (!last) break
    const labels = labelsOf(last)
    if (labels.includes('Sửa một dòng')) return last
    if (labels.includes('Như kỳ trước')) await chat.press('Như kỳ trước')
    else if (labels.includes('Vẫn còn hiệu lực như kỳ trước')) await chat.press('Vẫn còn')
    else if (labels.includes('Chưa')) await chat.press('Chưa')
    else await chat.say(textOf(last).includes('Gõ hai số') ? ratio : '40')
  }
  throw new Error('no card came')
}
