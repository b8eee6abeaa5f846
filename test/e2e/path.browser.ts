import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { readPng } from '../support/png.ts'
import { type Product, startProduct } from '../support/product.ts'
import { WebChat } from '../support/web-chat.ts'

const SCREENS = [
  { screen: 'desktop', width: 1280, height: 800 },
  { screen: 'phone', width: 390, height: 844 },
]
const PACK = fileURLToPath(new URL('../../prisma/plans/quang-yen.yaml', import.meta.url))

const PRINCIPAL = 'Đinh Ngọc Mai'
const OFFICER = 'Lưu Thị Liên'
const LEADER = 'Ngô Kim Tuyết'
const ADMIN = 'Đặng Kim Mai'
const LINKED = 'Hiệu trưởng – Giáo dục Quảng Yên'
const UNLINKED = 'Lãnh đạo giáo dục Quảng Yên'

describe.each(SCREENS)('the path of a first-time user on a $screen', ({ screen, width, height }) => {
  let browser: Browser
  let product: Product
  let chat: WebChat

  beforeAll(async () => {
    product = await startProduct()
    browser = await launchChromium()
    chat = await WebChat.open(browser, product.url, { width, height }, screen)
    await chat.picture('list')
  })
  afterAll(async () => {
    await browser?.close()
    await product?.close()
    expect(chat.complaints).toEqual([])
  })

  /** Opens someone's chat and presses START if they have not yet. */
  const as = async (name: string) => {
    await chat.enter(name)
    if (await chat.page.locator('.choice .primary').isVisible()) await chat.start()
  }

  /** So many have gone out, and no more follow. */
  const photos = async (count: number) => {
    await expect.poll(() => chat.photosSent(), { timeout: 30_000 }).toBe(count)
    await chat.page.waitForTimeout(1_000)
    expect(await chat.photosSent()).toBe(count)
  }

  it('lets an invited principal in by consent and their own phone', async () => {
    await chat.enter(PRINCIPAL)
    await chat.picture('invitation')
    expect(await chat.start()).toContain('Trường THCS Mẫu 03')
    await chat.picture('consent')
    expect(await chat.press('Đồng ý')).toContain('chia sẻ số điện thoại')
    await chat.picture('contact')
    expect(await chat.shareContact()).toContain('tài khoản đã mở')
  })

  it('asks the yearly form question by question, forgives, and keeps the draft', async () => {
    expect(await chat.say('/nop')).toContain('Biểu năm của trường – Quảng Yên – năm 2026')
    await chat.picture('owed')
    expect(await chat.press('1. Bắt đầu')).toContain('câu 1/13')
    await chat.picture('question')
    expect(await chat.press('Vẫn còn hiệu lực')).toContain('câu 2/13')
    expect(await chat.press('Chưa')).toContain('câu 3/13')
    expect(await chat.press('Quay lại')).toContain('Đang ghi: chưa')
    expect(await chat.press('Có')).toContain('✓ Đã ghi: có')
    await chat.press('Có')
    expect(await chat.press('Có')).toContain('câu 5/13')
    const refused = await chat.say('530/524')
    expect(refused).toContain('Số đầu lớn hơn tổng số')
    expect(refused).toContain('câu 5/13')
    await chat.picture('refused')
    expect(await chat.say('510/524')).toContain('✓ Đã ghi: 510/524 mục')
    expect(await chat.say('/thoat')).toContain('Đã lưu bản nháp')
  })

  it('goes on where it stopped, and submits', async () => {
    expect(await chat.say('nộp')).toContain('Bản nháp')
    expect(await chat.press('1. Làm tiếp')).toContain('Còn 8 câu chưa trả lời')
    await chat.picture('draft')
    expect(await chat.press('Trả lời các câu còn lại')).toContain('câu 6/13')
    await chat.say('42:43')
    expect(await chat.press('Như kỳ trước')).toContain('câu 8/13')
    expect(await chat.say('bốn mươi hai')).toContain('lệch quá 15%')
    await chat.picture('moved')
    expect(await chat.say('Được giao thêm biên chế')).toContain('✓ Đã ghi: 42 giáo viên')
    await chat.press('Như kỳ trước')
    expect(await chat.say('không')).toContain('Ví dụ: 0/21')
    await chat.say('0/17')
    await chat.say('0')
    await chat.say('408 trên 412')
    expect(await chat.say('55/98')).toContain('Đã đủ')
    await chat.picture('card')
    const receipt = await chat.press('Nộp')
    expect(receipt).toMatch(/Mã nộp: QY-2026-\S+/)
    expect(receipt).toContain('So với chỉ tiêu (mức chung toàn địa bàn)')
    await chat.picture('receipt')
  })

  it('lets the officer accept one and return one, with the reason', async () => {
    await as(OFFICER)
    expect(await chat.say('/duyet')).toContain('Trường THCS Mẫu 03')
    await chat.picture('queue')
    const card = await chat.press('1. Trường THCS Mẫu 03')
    expect(card).toContain('Lý do: Được giao thêm biên chế')
    await chat.picture('review')
    await chat.press('Trả lại')
    await chat.picture('why')
    expect(await chat.say('Đề nghị đối chiếu số giáo viên với quyết định giao.')).toContain('Đã trả lại')
    await chat.press('Danh sách chờ')
    const [accepted = ''] = (await chat.labels()).filter((label) => label.startsWith('1. '))
    await chat.press(accepted)
    expect(await chat.press('Duyệt')).toContain(`Đã duyệt: ${accepted.slice('1. '.length)}`)
    await chat.picture('accepted')
  })

  it('tells the principal why; corrected, it is handed in again', async () => {
    await chat.enter(PRINCIPAL)
    expect(await chat.sees('được trả lại để sửa')).toContain('đối chiếu số giáo viên')
    await chat.picture('returned')
    await chat.press('Sửa và nộp lại')
    await chat.press('Sửa một dòng')
    await chat.picture('rows')
    expect(await chat.press('8')).toContain('Đang ghi: 42 giáo viên')
    expect(await chat.say('30')).toContain('Biên chế giáo viên được giao: 30 giáo viên')
    expect(await chat.press('Nộp')).toContain('Phiếu xác nhận đã nộp')
    await chat.enter(OFFICER)
    await chat.say('/duyet')
    expect(await chat.press('1. Trường THCS Mẫu 03')).toContain('42 giáo viên → 30 giáo viên')
    await chat.picture('changed')
  })

  it('answers questions from the plan, follows up, asks back, and says when the plan does not say', async () => {
    await as(LEADER)
    const answer = await chat.say('cqg mn QY 2030 bn %')
    expect(answer).toContain('19/21 (90,48%)')
    expect(answer).toContain('Nguồn:')
    expect(await chat.say('thế còn 2025?')).toContain('18/21 (85,71%)')
    await chat.picture('answers')
    expect(await chat.say('giá vàng hôm nay bao nhiêu?')).toContain('không nêu điều này')
    expect(await chat.press('Gửi câu hỏi cho cán bộ')).toContain('Đã chuyển câu hỏi')
    expect(await chat.say('chuẩn quốc gia')).toContain('Xin chọn một')
    await chat.picture('choices')
    const labels = await chat.labels()
    expect(new Set(labels).size).toBe(labels.length)
    expect(await chat.press(labels.at(-1) ?? '')).toContain('Nguồn:')
  })

  it('posts the digest to both groups on Monday at 07:00, once', async () => {
    await chat.enter(UNLINKED)
    await chat.writeAs(ADMIN)
    await chat.say('/lienket')
    await chat.picture('link')
    expect(await chat.press('Thị xã Quảng Yên')).toContain('Đã gắn nhóm này')
    await chat.jump('Thứ Hai tới 07:00')
    expect(await chat.sees('tuần 50')).toContain('Đã báo cáo')
    await chat.picture('digest')
    await chat.enter(LINKED)
    await chat.sees('tuần 50')
    await photos(2)
    await chat.jump('+1 ngày')
    await chat.page.locator('.now', { hasText: '8/12/2026' }).waitFor()
    await chat.say('/bantin')
    await photos(3)
    await chat.jump('Thứ Hai tới 07:00')
    await chat.sees('tuần 51')
    await photos(5)
    await chat.page.locator('button.photo').last().click()
    await chat.page.locator('#photo img').waitFor()
    await chat.picture('chart')
    await chat.page.keyboard.press('Escape')
  })

  it('serves the command line beside the running bot', async () => {
    const asked = await product.cli('ask', 'cqg mn QY 2030 bn %')
    expect(asked.out).toContain('90,48%')
    const progress = await product.cli('progress', '--unit', 'QY', '--period', '2026', '--json')
    expect(JSON.parse(progress.out)).toMatchObject({ unit: { code: 'QY' }, expected: 64, reported: 35 })
    const preview = await product.cli('digest', 'preview', '--unit', 'QY', '--png', 'digest.png')
    expect(preview.out).toContain('Thị xã Quảng Yên')
    expect(readPng(await readFile(join(product.folder, 'digest.png'))).width).toBeGreaterThan(600)
    const invited = await product.cli('invite', '--role', 'principal', '--unit', 'QY-MN-12')
    expect(invited.out).toMatch(/^https:\/\/t\.me\/chitieu_demo_bot\?start=[\w-]{20,}\n$/)
    for (const line of [['plan', 'check', PACK], ['doctor']])
      expect(await product.cli(...line)).toMatchObject({ code: 0 })
  })
})
