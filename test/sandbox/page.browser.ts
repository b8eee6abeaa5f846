import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { DESK, launchBrowser, openPage, PHONE, WIDE } from './browser.ts'
import {
  GROUP,
  OFFICER,
  openSandbox,
  PRINCIPAL,
  pngOf,
  SUPERGROUP,
  type TestSandbox,
  uploadFile,
} from './harness.ts'

describe('the page', () => {
  let browser: Browser
  let sandbox: TestSandbox
  let page: Page
  let complaints: string[]
  const open = async (viewport: typeof DESK, hash = '') => {
    ;({ page, complaints } = await openPage(browser, `${sandbox.server.url}/${hash}`, {
      viewport,
      permissions: ['clipboard-read', 'clipboard-write'],
    }))
    await page.locator('.chat-row').first().waitFor({ state: 'attached' })
  }
  const bubble = (text: string) => page.locator('.bubble', { hasText: text })
  const say = (text: string, more = {}) => sandbox.call('sendMessage', { chat_id: PRINCIPAL, text, ...more })
  const choose = async (message: string, item: string) => {
    await page.locator('.message', { hasText: message }).hover()
    await page.locator('.message', { hasText: message }).locator('.more summary').click()
    await page.getByRole('menuitem', { name: item }).click()
  }
  const updates = async () => (await sandbox.call('getUpdates')).result as Record<string, unknown>[]
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(async () => await browser.close())
  beforeEach(async () => {
    sandbox = await openSandbox()
  })
  afterEach(async () => {
    await page.close()
    await sandbox.close()
    expect(complaints).toEqual([])
  })

  it('opens the bot with the token of the invitation', async () => {
    await open(DESK)
    await page.click('.invitation .primary')
    await bubble('/start').waitFor()
    expect(await updates()).toMatchObject([
      { message: { from: { id: PRINCIPAL }, text: '/start moi_hieu-truong_01' } },
    ])
  })

  it('shows markup as markup and a text as a text', async () => {
    await sandbox.control('start', { personId: PRINCIPAL })
    await open(DESK, `#${PRINCIPAL}`)
    await say('<b>Chào</b> <a href="https://example.org">xem</a> &lt;img src=x onerror=alert(1)&gt;', {
      parse_mode: 'HTML',
    })
    await bubble('<img src=x onerror=alert(1)>').waitFor()
    expect(await page.locator('.bubble b').textContent()).toBe('Chào')
    expect(await page.locator('.bubble a').getAttribute('href')).toBe('https://example.org/')
    expect(await page.locator('.bubble img').count()).toBe(0)
  })

  it('lets a button spin until the bot answers, and shows the answer', async () => {
    await sandbox.control('start', { personId: PRINCIPAL })
    const reply_markup = { inline_keyboard: [[{ text: 'Nộp', callback_data: 'submit' }]] }
    await say('Biểu 6 tháng', { reply_markup })
    await open(DESK, `#${PRINCIPAL}`)
    await page.click('.inline button')
    await page.waitForSelector('.spinning')
    const { entries } = await sandbox.look('ledger?kind=callback')
    const [{ callback }] = entries as [{ callback: { id: string } }]
    const answer = { callback_query_id: callback.id, text: 'Đã lưu', show_alert: true }
    await sandbox.call('answerCallbackQuery', answer)
    await page.locator('#alert', { hasText: 'Đã lưu' }).waitFor()
    await page.locator('.spinning').waitFor({ state: 'detached' })
  })

  it('is used by keyboard: Ctrl+K finds a person without marks, Enter sends, ↑ repeats', async () => {
    await sandbox.control('start', { personId: OFFICER })
    await open(DESK)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('do van')
    await page.keyboard.press('Enter')
    await page.locator('h1', { hasText: 'Đỗ Văn Minh' }).waitFor()
    await page.locator('textarea').press('Shift+Enter')
    await page.keyboard.type('/nop ngay')
    await page.keyboard.press('Enter')
    await bubble('/nop ngay').waitFor()
    await page.keyboard.press('ArrowUp')
    expect(await page.inputValue('textarea')).toBe('/nop ngay')
  })

  it('shares a contact from the reply keyboard, which then goes', async () => {
    await sandbox.control('start', { personId: PRINCIPAL })
    await say('Số?', {
      reply_markup: { keyboard: [[{ text: 'Chia sẻ', request_contact: true }]], one_time_keyboard: true },
    })
    await open(DESK, `#${PRINCIPAL}`)
    await page.click('.reply-keys button')
    await bubble('+84912345678').waitFor()
    await expect.poll(() => page.locator('.reply-keys').count()).toBe(0)
  })

  it('goes from list to chat and back on a phone, without a scroll to the side', async () => {
    await sandbox.control('start', { personId: PRINCIPAL })
    await uploadFile(sandbox, 'sendDocument', { chat_id: String(PRINCIPAL) }, pngOf(1, 1))
    await open(PHONE)
    expect(await page.locator('.badge').textContent()).toBe('1')
    await page.locator('.chat-row').first().click()
    await page.locator('a.file').waitFor()
    expect(await page.locator('#list').isVisible()).toBe(false)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width)
    await page.click('.back')
    expect(await page.locator('#list').isVisible()).toBe(true)
    await expect.poll(() => page.locator('.badge').count()).toBe(0)
  })

  it('moves the clock a day, to Monday morning, to the day something is due, and speaks English', async () => {
    await open(DESK)
    await page.getByRole('button', { name: '+1 ngày' }).click()
    await page.locator('.now', { hasText: '9/6/2026 · 08:00' }).waitFor()
    await page.getByRole('button', { name: 'Thứ Hai tới 07:00' }).click()
    await page.locator('.now', { hasText: '15/6/2026 · 07:00' }).waitFor()
    await page.getByRole('button', { name: 'Tới hạn' }).click()
    await page.locator('.now', { hasText: '19/6/2026 · 08:00' }).waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.locator('#banner', { hasText: 'nothing leaves this machine' }).waitFor()
    expect(await sandbox.look('state')).toMatchObject({ now: '2026-06-19T01:00:00.000Z' })
  })

  it('replies to a message, corrects an own one and copies one as JSON', async () => {
    await sandbox.control('start', { personId: PRINCIPAL })
    await say('Bao nhiêu lớp?')
    await open(DESK, `#${PRINCIPAL}`)
    await choose('Bao nhiêu lớp?', 'Trả lời')
    await page.keyboard.type('18')
    await page.keyboard.press('Enter')
    await page.locator('.reply', { hasText: 'Bao nhiêu lớp?' }).waitFor()
    await page.locator('.mine', { hasText: '18' }).hover()
    await page.locator('.mine', { hasText: '18' }).locator('.more summary').click()
    await page.getByRole('menuitem', { name: 'Sửa tin' }).click()
    await page.locator('textarea').fill('19')
    await page.keyboard.press('Enter')
    await page.locator('.mine .meta', { hasText: 'đã sửa' }).waitFor()
    expect((await updates()).slice(-2)).toMatchObject([
      { message: { text: '18', reply_to_message: { text: 'Bao nhiêu lớp?' } } },
      { edited_message: { text: '19' } },
    ])
    await page.locator('.mine', { hasText: '19' }).last().hover()
    await page.locator('.mine', { hasText: '19' }).last().locator('.more summary').click()
    await page.getByRole('menuitem', { name: 'Chép JSON' }).click()
    const copied = (await page.evaluate('navigator.clipboard.readText()')) as string
    expect(JSON.parse(copied)).toMatchObject({ text: '19', from: { id: PRINCIPAL } })
  })

  it('forwards a message to a group and leaves the group', async () => {
    await sandbox.control('start', { personId: PRINCIPAL })
    await say('/tiendo tuần này')
    await open(DESK, `#${PRINCIPAL}`)
    await choose('/tiendo tuần này', 'Chuyển tiếp')
    await page.locator('#forward button', { hasText: 'Giáo dục Quảng Yên' }).first().click()
    await page
      .locator('#forward button', { hasText: 'Giáo dục Quảng Yên' })
      .last()
      .waitFor({ state: 'hidden' })
    expect((await updates()).at(-1)).toMatchObject({
      message: { chat: { id: PRINCIPAL }, forward_origin: { type: 'user' } },
    })
    await page.goto(`${sandbox.server.url}/#${GROUP}`)
    await page.locator('#chat h1', { hasText: 'Quảng Yên' }).waitFor()
    await page.locator('.head .more summary').click()
    await page.getByRole('menuitem', { name: 'Rời nhóm (Nguyễn Thị Hoa)' }).click()
    await page.locator('.service', { hasText: 'rời nhóm' }).waitFor()
    expect((await updates()).at(-1)).toMatchObject({ message: { left_chat_member: { id: PRINCIPAL } } })
  })

  it('does not call back whoever has gone elsewhere while a message is being forwarded', async () => {
    await sandbox.control('start', { personId: PRINCIPAL })
    await say('/tiendo tuần này')
    await open(DESK, `#${PRINCIPAL}`)
    let isForwarded = false
    await page.route('**/sandbox/forward', async (route) => {
      const response = await route.fetch()
      isForwarded = true
      await page.locator('#chat h1', { hasText: 'Giáo dục Quảng Yên' }).waitFor()
      await route.fulfill({ response })
    })
    const answered = page.waitForResponse('**/sandbox/forward')
    await choose('/tiendo tuần này', 'Chuyển tiếp')
    await page.locator('#forward button', { hasText: 'Nguyễn Thị Hoa' }).click()
    await expect.poll(() => isForwarded).toBe(true)
    await page.goto(`${sandbox.server.url}/#${GROUP}`)
    await answered
    await sandbox.call('sendMessage', { chat_id: GROUP, text: 'sau cùng' })
    await bubble('sau cùng').waitFor()
    expect(await page.locator('#chat h1').textContent()).toContain('Giáo dục Quảng Yên')
  })

  it('shows two chats side by side on a wide screen, each written in by its own person', async () => {
    await sandbox.control('start', { personId: PRINCIPAL })
    await sandbox.control('start', { personId: OFFICER })
    await open(WIDE, `#${PRINCIPAL}`)
    await page.locator('.tool.split').click()
    await page.locator('.chat-row', { hasText: 'Đỗ Văn Minh' }).click()
    await page.locator('#chat2 h1', { hasText: 'Đỗ Văn Minh' }).waitFor()
    await page.locator('#chat textarea').fill('của hiệu trưởng')
    await page.locator('#chat textarea').press('Enter')
    await page.locator('#chat2 textarea').fill('của chuyên viên')
    await page.locator('#chat2 textarea').press('Enter')
    await page.locator('#chat .mine', { hasText: 'của hiệu trưởng' }).waitFor()
    await page.locator('#chat2 .mine', { hasText: 'của chuyên viên' }).waitFor()
    expect((await updates()).slice(-2)).toMatchObject([
      { message: { from: { id: PRINCIPAL } } },
      { message: { from: { id: OFFICER } } },
    ])
    await page.locator('#chat2 .tool.split').click()
    await page.locator('#chat2').waitFor({ state: 'hidden' })
    expect(await page.locator('#chat h1').textContent()).toBe('Đỗ Văn Minh')
  })

  it('misbehaves: failures for the next calls, a share of them, deliveries twice, late and expired', async () => {
    await sandbox.control('start', { personId: PRINCIPAL })
    const reply_markup = { inline_keyboard: [[{ text: 'Nộp', callback_data: 'submit' }]] }
    await say('Biểu', { reply_markup })
    await open(DESK, `#${PRINCIPAL}`)
    await page.click('.inline button')
    await page.getByRole('button', { name: 'Công cụ' }).click()
    await page.getByRole('button', { name: 'Nút đang chờ hết hạn' }).click()
    const { entries } = await sandbox.look('ledger?kind=callback')
    const [{ callback }] = entries as [{ callback: { id: string } }]
    expect((await sandbox.call('answerCallbackQuery', { callback_query_id: callback.id })).ok).toBe(false)
    await page.getByRole('button', { name: 'Giao tin cuối lần nữa' }).click()
    await expect.poll(async () => (await updates()).length).toBe(3)
    await page.getByRole('button', { name: 'Giữ tin 10 giây' }).click()
    await expect.poll(async () => (await updates()).length).toBe(0)
    await page.locator('#tools select[name=kind]').selectOption('500')
    await page.locator('#tools input[name=count]').fill('2')
    await page.getByRole('button', { name: 'Đặt lỗi' }).click()
    await page.locator('#tools li', { hasText: '500' }).waitFor()
    expect((await say('x')).status).toBe(500)
    await page.getByRole('button', { name: 'Bỏ hết lỗi' }).click()
    await page.locator('#tools', { hasText: 'Không có lỗi nào' }).waitFor()
    expect((await say('x')).ok).toBe(true)
    await page.locator('#tools select[name=kind]').selectOption('429')
    await page.locator('#tools input[name=percent]').fill('100')
    await page.getByRole('button', { name: 'Đặt lỗi' }).click()
    await page.locator('#tools li', { hasText: '100%' }).waitFor()
    expect(await say('x')).toMatchObject({ status: 429, parameters: { retry_after: 3 } })
  })

  it('misbehaves in chats: block, delete the account, silence, migrate, open and close a topic', async () => {
    await sandbox.control('start', { personId: PRINCIPAL })
    await open(DESK, `#${PRINCIPAL}`)
    /** The menu shows what the page knows when it opens. */
    const inMenu = async (name: string) => {
      const item = page.getByRole('menuitem', { name })
      const isThere = async () => {
        await page.locator('#chat .head .more summary').click()
        return await item.isVisible()
      }
      while (!(await isThere())) await page.waitForTimeout(100)
      await item.click()
    }
    const refusal = async (chat_id: number, more = {}) =>
      (await sandbox.call('sendMessage', { chat_id, text: 'x', ...more })).description
    await inMenu('Chặn bot')
    await expect.poll(() => refusal(PRINCIPAL)).toBe('Forbidden: bot was blocked by the user')
    await inMenu('Bỏ chặn')
    await expect.poll(() => refusal(PRINCIPAL)).toBeUndefined()
    await inMenu('Xóa tài khoản')
    await expect.poll(() => refusal(PRINCIPAL)).toBe('Forbidden: user is deactivated')
    await page.goto(`${sandbox.server.url}/#${GROUP}`)
    await page.locator('h1', { hasText: 'Giáo dục Quảng Yên' }).waitFor()
    await inMenu('Không cho bot viết')
    const silenced = 'Bad Request: not enough rights to send text messages to the chat'
    await expect.poll(() => refusal(GROUP)).toBe(silenced)
    await inMenu('Cho bot viết lại')
    await inMenu('Nâng thành siêu nhóm')
    const upgraded = 'Bad Request: group chat was upgraded to a supergroup chat'
    await expect.poll(() => refusal(GROUP)).toBe(upgraded)
    await page.locator('.service', { hasText: 'siêu nhóm' }).waitFor()
    await inMenu('Mở một chủ đề')
    await inMenu('Đóng chủ đề: Chủ đề 1')
    const newId = -1_000_000_000_000 + GROUP
    await expect.poll(() => refusal(newId, { message_thread_id: 2 })).toBe('Bad Request: TOPIC_CLOSED')
    await inMenu('Xóa bot khỏi nhóm')
    await expect.poll(() => refusal(newId)).toBe('Forbidden: bot was kicked from the supergroup chat')
    expect(await refusal(SUPERGROUP)).toBe('Bad Request: chat not found')
  })
})
