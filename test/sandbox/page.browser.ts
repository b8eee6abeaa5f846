import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { OFFICER, openSandbox, PRINCIPAL, pngOf, type TestSandbox, uploadFile } from './harness.ts'

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1360, height: 860 }

describe('the page', () => {
  let browser: Browser
  let sandbox: TestSandbox
  let page: Page
  let complaints: string[]
  const open = async (viewport: typeof DESK, hash = '') => {
    page = await browser.newPage({ viewport })
    page.on('pageerror', (error) => complaints.push(String(error)))
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    await page.goto(`${sandbox.server.url}/${hash}`)
  }
  const bubble = (text: string) => page.locator('.bubble', { hasText: text })
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(async () => await browser.close())
  beforeEach(async () => {
    complaints = []
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
    await page.locator('.bubble .text', { hasText: /^\/start$/ }).waitFor()
    expect((await sandbox.call('getUpdates')).result).toMatchObject([
      { message: { from: { id: PRINCIPAL }, text: '/start moi_hieu-truong_01' } },
    ])
  })

  it('shows markup as markup and a text as a text', async () => {
    await sandbox.control('start', { personId: PRINCIPAL })
    await open(DESK, `#${PRINCIPAL}`)
    const text = '<b>Chào</b> <a href="https://example.org">xem</a> &lt;img src=x onerror=alert(1)&gt;'
    await sandbox.call('sendMessage', { chat_id: PRINCIPAL, parse_mode: 'HTML', text })
    await bubble('<img src=x onerror=alert(1)>').waitFor()
    expect(await page.locator('.bubble b').textContent()).toBe('Chào')
    expect(await page.locator('.bubble a').getAttribute('href')).toBe('https://example.org/')
    expect(await page.locator('.bubble img').count()).toBe(0)
  })

  it('lets a button spin until the bot answers, and shows the answer', async () => {
    await sandbox.control('start', { personId: PRINCIPAL })
    const reply_markup = { inline_keyboard: [[{ text: 'Nộp', callback_data: 'submit' }]] }
    await sandbox.call('sendMessage', { chat_id: PRINCIPAL, text: 'Biểu 6 tháng', reply_markup })
    await open(DESK, `#${PRINCIPAL}`)
    await page.click('.inline button')
    await page.waitForSelector('.spinning')
    const { entries } = await sandbox.look('ledger?kind=callback')
    const [{ callback }] = entries as [{ callback: { id: string } }]
    await sandbox.call('answerCallbackQuery', {
      callback_query_id: callback.id,
      text: 'Đã lưu',
      show_alert: true,
    })
    await page.locator('#alert', { hasText: 'Đã lưu' }).waitFor()
    expect(await page.locator('.spinning').count()).toBe(0)
  })

  it('is used by keyboard: Ctrl+K finds a person without marks, Enter sends, ↑ repeats', async () => {
    await sandbox.control('start', { personId: OFFICER })
    await open(DESK)
    await page.locator('.chat-row').first().waitFor()
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
    const reply_markup = { keyboard: [[{ text: 'Chia sẻ', request_contact: true }]], one_time_keyboard: true }
    await sandbox.call('sendMessage', { chat_id: PRINCIPAL, text: 'Số?', reply_markup })
    await open(DESK, `#${PRINCIPAL}`)
    await page.click('.reply-keys button')
    await bubble('+84912345678').waitFor()
    expect(await page.locator('.reply-keys').count()).toBe(0)
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
    await page.waitForFunction('document.querySelectorAll(".badge").length === 0')
  })

  it('moves the clock to Monday morning and speaks English', async () => {
    await open(DESK)
    await page.getByRole('button', { name: 'Thứ Hai tới 07:00' }).click()
    await page.locator('.now', { hasText: '15/6/2026 · 07:00' }).waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.locator('#banner', { hasText: 'nothing leaves this machine' }).waitFor()
    expect(await sandbox.look('state')).toMatchObject({ now: '2026-06-15T00:00:00.000Z' })
  })
})
