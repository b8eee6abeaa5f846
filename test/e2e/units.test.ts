import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { ADMIN, OFFICER, PRINCIPAL } from '../support/cast.ts'
import { buttonsOf, type Chat, labelsOf, textOf } from '../support/chat.ts'
import { openStage, type Stage } from '../support/stage.ts'

let stage: Stage
let admin: Chat
beforeAll(async () => {
  stage = await openStage()
  admin = stage.chat(ADMIN)
})
afterAll(() => stage.close())

/** Answers the questions of a talk one after the other; returns the last word. */
async function answer(chat: Chat, ...answers: readonly string[]) {
  let last = (await chat.fromBot()).at(-1)
  for (const each of answers)
    last = await (each.startsWith('[') ? chat.press(each.slice(1, -1)) : chat.say(each))
  if (!last) throw new Error('the bot has said nothing')
  return last
}

describe('/donvi', () => {
  it('finds a unit by part of its name without marks, and shows where it stands', async () => {
    expect(labelsOf(await admin.say('/donvi'))).toEqual(expect.arrayContaining(['Tìm đơn vị', 'Tải tệp mẫu']))
    expect(labelsOf(await admin.say('/donvi phuong mau 0')).length).toBeGreaterThan(5)
    const seen = await admin.press('Phường Mẫu 02')
    expect(textOf(seen)).toContain('Phường Mẫu 02 (mã QY-PX-02)')
    expect(textOf(seen)).toContain('Báo cáo về: Thị xã Quảng Yên › Tỉnh Quảng Ninh')
    expect(textOf(seen)).toContain('Thuộc quản lý của: Tỉnh Quảng Ninh')
    expect(textOf(seen)).toMatch(/Đơn vị trực thuộc: [1-9]/)
    expect(labelsOf(seen)).toEqual(
      expect.arrayContaining(['Sáp nhập', 'Tách', 'Kết thúc', 'Đổi tên', 'Chuyển']),
    )
  })

  it('shows it to an officer without anything to change, and nothing to those it is not for', async () => {
    const seen = await stage.chat(OFFICER).say('/donvi QY-PX-02')
    expect(textOf(seen)).toContain('Phường Mẫu 02')
    expect(labelsOf(seen).filter((label) => /Sáp nhập|Tách|Kết thúc|Đổi/.test(label))).toEqual([])
    expect(textOf(await stage.chat(PRINCIPAL).say('/donvi Phường Mẫu 02'))).toContain('Không thấy đơn vị')
  })

  it('renames from a day on, says so in the history, and takes it back', async () => {
    await admin.say('/donvi QY-MN-02')
    const asked = await answer(
      admin,
      '[Đổi tên]',
      'Trường Mầm non Ban Mai',
      '[Đổi tên từ một ngày]',
      '1/9/2026',
    )
    expect(textOf(asked)).toContain('quyết định')
    const preview = await answer(admin, '12/QĐ-UBND ngày 20/8/2026')
    expect(textOf(preview)).toMatch(/Xem trước, chưa ghi.*1\/9\/2026.*12\/QĐ-UBND ngày 20\/8\/2026.*Ban Mai/s)
    expect(labelsOf(await answer(admin, '[Đồng ý]'))).toEqual(['Hoàn tác', 'Xem đơn vị'])
    const seen = textOf(await admin.press('Xem đơn vị'))
    expect(seen).toContain('Trường Mầm non Ban Mai')
    expect(seen).toMatch(/Tên cũ: Trường Mầm non Mẫu 02 \(đến trước ngày 1\/9\/2026\)/)
    expect(textOf(await admin.press('Hoàn tác thay đổi gần nhất'))).toContain('Đã hoàn tác')
    expect(textOf(await admin.say('/donvi QY-MN-02'))).toContain('Trường Mầm non Mẫu 02')
  })

  it('merges two communes into a new one, whose past is the sum of both', async () => {
    await admin.say('/donvi QY-PX-12')
    const preview = await answer(
      admin,
      ...[
        '[Sáp nhập]',
        'xã mẫu 13',
        '[Đủ rồi]',
        '[Đơn vị mới]',
        'Xã Hợp Nhất',
        'QY-HN',
        '1/7/2026',
        '[Không có]',
      ],
    )
    expect(textOf(preview)).toMatch(/đơn vị mới Xã Hợp Nhất \(mã QY-HN\)/)
    expect(textOf(preview)).toMatch(/Xã Mẫu 12 kết thúc.*Xã Mẫu 13 kết thúc/s)
    await admin.press('Đồng ý')
    const seen = textOf(await admin.say('/donvi hop nhat'))
    expect(seen).toMatch(/Xã Mẫu 12 → Xã Hợp Nhất; Xã Mẫu 13 → Xã Hợp Nhất/)
    expect(textOf(await admin.say('/donvi QY-PX-12'))).toContain('Đã kết thúc')
    const before = textOf(await admin.say('/tiendo QY-PX-12 2025'))
    expect(before).toContain('Xã Mẫu 12')
    expect(textOf(await admin.press('Theo đơn vị hiện nay'))).toContain(
      'Xã Mẫu 12 đã kết thúc từ ngày 1/7/2026',
    )
    const now = await admin.say('/tiendo QY-HN 2025')
    expect(labelsOf(now)).toContain('Theo đơn vị hiện nay')
    expect(textOf(await admin.press('Theo đơn vị hiện nay'))).toContain('Theo các đơn vị hiện nay')
    expect(labelsOf((await admin.fromBot()).at(-1) ?? now)).toContain('Theo đơn vị khi đó')
  })

  it('can be left at any question, and then nothing has changed', async () => {
    await admin.say('/donvi QY-PX-14')
    expect(textOf(await answer(admin, '[Kết thúc]', '1/12/2026', '[Hủy]'))).toContain('không có gì thay đổi')
    expect(textOf(await admin.say('/donvi QY-PX-14'))).not.toContain('kết thúc')
  })

  it('says in words what cannot be done', async () => {
    await admin.say('/donvi QY')
    const refused = await answer(admin, '[Kết thúc]', '1/12/2026', '[Không có]')
    expect(textOf(refused)).toMatch(/Đơn vị còn \d+ đơn vị trực thuộc/)
    await admin.say('/donvi QY-PX-15')
    expect(textOf(await answer(admin, '[Kết thúc]', 'mai mốt'))).toContain('Chưa rõ ngày')
    await answer(admin, '[Hủy]')
  })

  it('ends a school: its principal is told, and has no form any more', async () => {
    const school = stage.chat(PRINCIPAL)
    const code = codeOfFirst(await school.say('/donvi'))
    await admin.say(`/donvi ${code}`)
    const preview = await answer(admin, '[Kết thúc]', '[Hôm nay]', '[Không có]')
    expect(textOf(preview)).toMatch(/Người kết thúc vai trò \(được báo tin\): [1-9]/)
    const done = await answer(admin, '[Đồng ý]')
    await school.until((each) => textOf(each).includes('vai trò ở đơn vị này cũng kết thúc'), 'the end')
    expect(textOf(await school.say('/nop'))).toMatch(/chưa được gắn|không có quyền/)
    await admin.pressOld(done, 'Hoàn tác')
    await school.until((each) => textOf(each).includes('vừa được hoàn tác'), 'the undoing')
    expect(textOf(await school.say('/nop'))).toContain('Biểu năm')
  })
})

/** The unit whose button comes first. */
const codeOfFirst = (seen: Parameters<typeof buttonsOf>[0]): string =>
  buttonsOf(seen)
    .flatMap(({ callback_data }) => /^dv:see:(.+)$/.exec(callback_data ?? '')?.[1] ?? [])
    .at(0) ?? ''

const HEADER = [
  'Mã đơn vị',
  'Tên đơn vị',
  'Loại',
  'Cấp học',
  'Đơn vị báo cáo',
  'Chức vụ',
  'Họ tên',
  'Điện thoại',
]
const ROWS = [
  ['NEW-01', 'Trường Tiểu học Mới 01', 'Trường', 'TH', 'QY', 'Hiệu trưởng', 'Nguyễn Thị Mới', '0912 345 678'],
  ['NEW-01', '', '', '', '', 'Giáo viên', 'Trần Văn Mới', '0912 345 679'],
]

describe('a list of units and people', () => {
  it('is handed out empty, and taken back filled: preview first, then written, and again nothing', async () => {
    await admin.say('/donvi')
    const sent = await admin.press('Tải tệp mẫu')
    expect(sent.document?.file_name).toBe('danh-sach-don-vi.xlsx')
    const bytes = await asWorkbook([HEADER, ...ROWS])
    const preview = await admin.sendDocument('danh-sach.xlsx', bytes)
    expect(textOf(preview)).toMatch(/Xem trước, chưa ghi\. Thêm 1, sửa 0.*2 người/)
    expect(textOf(preview)).toContain('+ dòng 2: NEW-01 Trường Tiểu học Mới 01')
    expect(textOf(await admin.say('/donvi NEW-01'))).toContain('Không thấy')
    expect(textOf(await admin.pressOld(preview, 'Ghi danh sách'))).toMatch(/Đã ghi\. Thêm 1/)
    expect(textOf(await admin.say('/donvi NEW-01'))).toContain('Trường Tiểu học Mới 01')
    expect(textOf(await admin.sendDocument('danh-sach.xlsx', bytes))).toContain('không có gì thay đổi')
  })

  it.each([
    ['UTF-8 with its mark and semicolons', (text: string) => Buffer.from(`\ufeff${text}`, 'utf8')],
    ['UTF-16 with tabs', (text: string) => Buffer.from(`\ufeff${text.replaceAll(';', '\t')}`, 'utf16le')],
  ])('is understood as Excel saves it: %s', async (_, encode) => {
    const text = [HEADER, ...ROWS].map((row) => row.join(';')).join('\r\n')
    const seen = await admin.sendDocument('danh-sach.csv', new Uint8Array(encode(text)))
    expect(textOf(seen)).toContain('không có gì thay đổi')
  })

  it('names row and column of what is wrong, and writes nothing', async () => {
    const wrong = ['NEW-02', 'Trường Mới 02', 'Trường', 'Đại học', 'QY', '', '', '']
    const seen = await admin.sendDocument('danh-sach.xlsx', await asWorkbook([HEADER, wrong]))
    expect(textOf(seen)).toMatch(/1 chỗ cần sửa.*dòng 2, cột «cấp học»: «Đại học»/s)
    expect(labelsOf(seen)).toEqual(['Tải tệp mẫu'])
  })

  it('is refused with a formula, as a bomb, and from an officer; the first two are on record', async () => {
    const row = ['NEW-03', '=HYPERLINK("http://x")', 'Trường', 'TH', 'QY', '', '', '']
    const formula = [HEADER, row]
      .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';'))
      .join('\n')
    expect(textOf(await admin.sendDocument('a.csv', formula))).toContain('công thức nên không nhận')
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(64 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(200_000)
    expect(textOf(await admin.sendDocument('b.xlsx', bomb))).toContain('quá lớn')
    const officer = textOf(await stage.chat(OFFICER).sendDocument('c.csv', formula))
    expect(officer).not.toContain('công thức')
    expect(textOf(await admin.say('/donvi NEW-03'))).toContain('Không thấy')
  })
})

const asWorkbook = async (rows: readonly (readonly string[])[]): Promise<Uint8Array> =>
  new Uint8Array(
    await writeWorkbook(rows.map((row) => row.map((value) => ({ value, type: String })))).toBuffer(),
  )
