import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemScope } from '../../src/domain/access.ts'
import { forgetPeople } from '../../src/usecases/forget-people.ts'
import { OFFICER, PRINCIPAL, TEACHER } from '../support/cast.ts'
import { type Chat, labelsOf, type Seen, textOf } from '../support/chat.ts'
import { openStage, type Stage } from '../support/stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

/** People of the demo nobody has let in yet. */
const [NEWCOMER, COLLEAGUE, NEW_PHONE, REFUSED] = [5200014, 5200020, 5200032, 5200053]
const tokenIn = (message: Seen): string => /\?start=([\w-]{22})/.exec(textOf(message))?.[1] ?? ''
const database = () => stage.app.house.database
const told = (chat: Chat, words: string) => chat.until((each) => textOf(each).includes(words), words)

describe('asking for access without an invitation', () => {
  it('keeps nothing before the person agrees', async () => {
    const chat = stage.chat(NEWCOMER)
    expect(labelsOf(await chat.open(''))).toEqual(['Xin quyền truy cập'])
    expect(textOf(await chat.press('Xin quyền truy cập'))).toContain('chưa lưu gì')
    expect(textOf(await chat.press('Không đồng ý'))).toContain('Bot không lưu gì')
    expect(await database().people.findByTelegram(NEWCOMER)).toBeUndefined()
  })

  it('finds the school by a part of its name without marks, and asks the principal', async () => {
    const chat = stage.chat(NEWCOMER)
    await chat.open('')
    await chat.press('Xin quyền truy cập')
    expect(textOf(await chat.press('Đồng ý'))).toContain('một phần tên trường')
    expect(textOf(await chat.say('khong co truong nay'))).toContain('gõ lại ngắn hơn')
    expect(labelsOf(await chat.say('mam non mau 01'))).toContain('Trường Mầm non Mẫu 01')
    await chat.press('Trường Mầm non Mẫu 01')
    expect(textOf(await chat.press('Giáo viên'))).toContain(
      'Đã gửi yêu cầu: Giáo viên – Trường Mầm non Mẫu 01',
    )
    expect(labelsOf(await chat.say('/nop'))).not.toContain('1. Bắt đầu')
  })

  it("is decided by the principal's tap, and the person is told", async () => {
    const principal = stage.chat(PRINCIPAL)
    const card = await told(principal, 'xin vào làm việc: Giáo viên')
    expect(labelsOf(card)).toEqual(['Duyệt', 'Từ chối'])
    expect(textOf(await principal.pressOld(card, 'Duyệt'))).toContain('Đã duyệt')
    await told(stage.chat(NEWCOMER), 'Tài khoản đã được duyệt')
  })

  it('is in the list of those who wait until it is decided, and refused with a word to the person', async () => {
    const chat = stage.chat(REFUSED)
    await chat.open('')
    await chat.press('Xin quyền truy cập')
    await chat.press('Đồng ý')
    await chat.say('mam non mau 04')
    await chat.press('Trường Mầm non Mẫu 04')
    await chat.press('Hiệu trưởng')
    const officer = stage.chat(OFFICER)
    expect(labelsOf(await officer.say('/nguoidung'))).toContain('Chờ duyệt: 1')
    const list = await officer.press('Chờ duyệt: 1')
    expect(textOf(list)).toContain('xin vào: Hiệu trưởng – Trường Mầm non Mẫu 04')
    expect(textOf(await officer.press('Từ chối 1'))).toContain('Đã thu hồi quyền')
    await told(chat, 'chưa được duyệt')
  })

  it('is held to three a day', async () => {
    const chat = stage.chat(REFUSED)
    const wish = async (school: string) => {
      await chat.open('')
      await chat.press('Xin quyền')
      await chat.say(`mam non mau ${school}`)
      await chat.press(`Trường Mầm non Mẫu ${school}`)
      await chat.tap('Giáo viên')
      return textOf(await chat.last())
    }
    for (const school of ['05', '06']) expect(await wish(school)).toContain('Đã gửi yêu cầu')
    expect(await wish('07')).toContain('gửi tiếp sau 24 giờ nữa')
    expect(await wish('08')).not.toContain('gửi tiếp sau')
  })
})

describe('inviting in chat', () => {
  it('gives a link with a QR code, for a role and unit chosen by buttons', async () => {
    const principal = stage.chat(PRINCIPAL)
    await principal.say('/loimoi')
    const roles = await principal.press('Trường Mầm non Mẫu 01')
    expect(labelsOf(roles)).toEqual(['Giáo viên', 'Đầu mối', 'In lời mời của đơn vị', '‹ Quay lại'])
    await principal.press('Đầu mối')
    const photo = await told(principal, 'Dùng được một lần')
    expect(photo.photo).toBeDefined()
    expect(textOf(await stage.chat(COLLEAGUE).open(tokenIn(photo)))).toContain(
      'Đầu mối – Trường Mầm non Mẫu 01',
    )
  })

  it("a second reporter fills the school's form, which the principal confirms", async () => {
    const chat = stage.chat(COLLEAGUE)
    await chat.press('Đồng ý')
    expect(labelsOf(await chat.say('/nop'))).toContain('1. Bắt đầu')
  })

  it('lists what is open and takes it back; the link then gives nothing', async () => {
    const principal = stage.chat(PRINCIPAL)
    await principal.say('/loimoi')
    await principal.press('Trường Mầm non Mẫu 01')
    await principal.press('Giáo viên')
    const photo = await told(principal, 'Lời mời: Giáo viên')
    await principal.say('/loimoi')
    expect(textOf(await principal.press('Lời mời chưa dùng: 1'))).toContain(
      '1. Giáo viên – Trường Mầm non Mẫu 01',
    )
    expect(textOf(await principal.press('Thu hồi 1'))).toContain('Lời mời chưa dùng: 0')
    expect(textOf(await stage.chat(NEW_PHONE).open(tokenIn(photo)))).toContain('đã bị thu hồi')
  })

  it('prints all of a unit and its schools on sheets, having said that older ones stop working', async () => {
    const officer = stage.chat(OFFICER)
    const ofDistrict = async () => {
      const open = await database().invitations.listOpen(systemScope, stage.clock.now())
      return open.filter(({ unitCode }) => unitCode.startsWith('QY'))
    }
    const open = await ofDistrict()
    await officer.say('/loimoi quang yen')
    await officer.press('Thị xã Quảng Yên')
    const plan = await officer.press('In lời mời của đơn vị')
    expect(textOf(plan)).toContain(`${open.length} lời mời chưa dùng được cấp lại: đường dẫn và bản in cũ`)
    await officer.press('In bản mới')
    const sent = (await officer.fromBot()).filter(({ document }) => document !== undefined).at(-1)
    expect(sent?.document?.file_name).toBe('loi-moi-QY.docx')
    const files = unzipSync(await officer.fileOf(sent as Seen))
    const text = new TextDecoder().decode(files['word/document.xml'])
    const printed = Number(/In (\d+) lời mời/.exec(textOf(plan))?.[1])
    expect(await ofDistrict()).toHaveLength(printed)
    expect(Object.keys(files).filter((name) => name.endsWith('.png'))).toHaveLength(printed)
    expect(text.match(/\?start=[\w-]{22}/g)).toHaveLength(printed)
    expect(text).toContain('Cài Telegram')
    const [first] = open
    expect((await database().invitations.find(systemScope, first?.id as never))?.isRevoked).toBe(true)
  })
})

describe('looking after people', () => {
  it('shows a masked phone and what can be done, and locks out with one tap', async () => {
    const officer = stage.chat(OFFICER)
    await officer.say('/nguoidung ngo ngoc nga')
    const card = await officer.press('Ngô Ngọc Nga')
    expect(textOf(card)).toContain('• Hiệu trưởng – Trường Mầm non Mẫu 01')
    expect(textOf(card)).not.toContain('84000000007')
    expect(textOf(await officer.press('Tạm khóa ngay'))).toContain('Đang tạm khóa')
    expect(labelsOf(await stage.chat(PRINCIPAL).say('/nop'))).toEqual([])
    expect(textOf(await officer.press('Mở khóa'))).not.toContain('Đang tạm khóa')
    expect(labelsOf(await stage.chat(PRINCIPAL).say('/nop'))).toContain('1. Bắt đầu')
  })

  it('moves a principal to another Telegram account, proof asked again, the old one out', async () => {
    const officer = stage.chat(OFFICER)
    await officer.say('/nguoidung ngo ngoc nga')
    await officer.press('Ngô Ngọc Nga')
    await officer.press('Đổi tài khoản Telegram')
    const photo = await told(officer, 'Lời mời: Hiệu trưởng – Trường Mầm non Mẫu 01')
    const before = await database().people.findByTelegram(PRINCIPAL)
    const mover = stage.chat(NEW_PHONE)
    expect(textOf(await mover.open(tokenIn(photo)))).toContain('Hiệu trưởng')
    expect((await database().people.findByTelegram(NEW_PHONE))?.id).toBe(before?.id)
    expect(await database().people.findByTelegram(PRINCIPAL)).toBeUndefined()
    expect(labelsOf(await mover.say('/nop'))).not.toContain('1. Bắt đầu')
    const asked = await told(officer, 'đang chờ xác minh')
    await officer.pressOld(asked, 'Duyệt')
    expect(labelsOf(await mover.say('/nop'))).toContain('1. Bắt đầu')
  })
})

describe("one's own data", () => {
  it('shows what is kept and who looked at it', async () => {
    const seen = await stage.chat(NEW_PHONE).say('/dulieucuatoi')
    expect(textOf(seen)).toContain('Họ tên: Ngô Ngọc Nga')
    expect(textOf(seen)).toContain('Vai trò: Hiệu trưởng – Trường Mầm non Mẫu 01')
    expect(textOf(seen)).toContain('Lưu Thị Liên mở thẻ thông tin')
  })

  it('is corrected by the person', async () => {
    const chat = stage.chat(TEACHER)
    await chat.say('/dulieucuatoi')
    await chat.press('Sửa tên')
    expect(textOf(await chat.say('1'))).toContain('từ 2 đến 80 chữ')
    await chat.say('/dulieucuatoi')
    await chat.press('Sửa tên')
    await chat.say('Nguyễn Thị Đúng')
    expect(textOf(await chat.say('/dulieucuatoi'))).toContain('Họ tên: Nguyễn Thị Đúng')
  })

  it('can be taken along as a file', async () => {
    const chat = stage.chat(TEACHER)
    await chat.say('/dulieucuatoi')
    await chat.press('Tải về')
    const sent = (await chat.fromBot()).filter(({ document }) => document !== undefined).at(-1)
    const text = new TextDecoder().decode(await chat.fileOf(sent as Seen))
    expect(text).toContain('Họ tên: Nguyễn Thị Đúng')
    expect(text).toContain('Vai trò: Giáo viên')
  })

  it('lets one leave a post; the office is told, the figures stay', async () => {
    const chat = stage.chat(COLLEAGUE)
    await chat.say('/dulieucuatoi')
    await chat.press('Thôi vai trò: Đầu mối')
    await chat.press('Kết thúc vai trò')
    await told(stage.chat(OFFICER), 'đã thôi vai trò Đầu mối')
    expect(labelsOf(await chat.say('/nop'))).toEqual([])
  })

  it('is deleted a week after it was asked for, unless taken back; audit and figures keep a pseudonym', async () => {
    const chat = stage.chat(TEACHER)
    const { id } = (await database().people.findByTelegram(TEACHER)) ?? { id: '' }
    await chat.say('/dulieucuatoi')
    expect(textOf(await chat.press('Xóa dữ liệu của tôi'))).toContain('Sau 7 ngày')
    expect(textOf(await chat.press('Yêu cầu xóa'))).toContain('sẽ được xóa sau ngày')
    expect(textOf(await chat.press('Hủy yêu cầu xóa'))).not.toContain('sẽ được xóa')
    await chat.press('Xóa dữ liệu của tôi')
    await chat.press('Yêu cầu xóa')
    await told(stage.chat(OFFICER), 'đã yêu cầu xóa dữ liệu cá nhân')
    const forget = () => forgetPeople({ ...stage.app.house, adminIds: [] })
    expect(await forget()).toBe(0)
    await stage.moveTo('2026-12-13T03:40:00+07:00')
    expect(await forget()).toBe(0)
    await stage.moveTo('2026-12-15T03:40:00+07:00')
    expect(await forget()).toBe(1)
    const left = await database().people.get(id as never)
    expect(left).toMatchObject({ name: `#${id.slice(-6)}`, roles: [], hasConsented: false })
    expect(await database().people.findByTelegram(TEACHER)).toBeUndefined()
    const audit = await database().audit.list(systemScope, { limit: 500 })
    expect(JSON.stringify(audit)).not.toContain('Nguyễn Thị Đúng')
    expect(audit).toContainEqual(expect.objectContaining({ action: 'personal.forget', subject: id }))
  })
})
