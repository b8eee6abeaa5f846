import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESK, launchBrowser, openPage, PHONE, picture, WIDE } from './browser.ts'
import { GROUP, OFFICER, openSandbox, PRINCIPAL, pngOf, type TestSandbox, uploadFile } from './harness.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const MANY = 5000
const MOST_ROWS = 200
const LONGEST_TASK_MS = 50

interface Finding {
  id: string
  impact: string
  nodes: { html: string; failureSummary: string }[]
}

/** What axe-core finds serious or critical, one line each. */
async function findings(page: Page): Promise<string[]> {
  const found = (await page.evaluate(
    `${AXE}; axe.run(document).then(({ violations }) => violations)`,
  )) as Finding[]
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`))
}

async function fillChat(sandbox: TestSandbox): Promise<void> {
  await sandbox.control('start', { personId: PRINCIPAL })
  await sandbox.control('start', { personId: OFFICER })
  const buttons = [
    [
      { text: 'Nộp', callback_data: 'a' },
      { text: 'Xem', url: 'https://example.org' },
    ],
  ]
  const text =
    '<b>Biểu năm</b> <i>2026</i> <code>18/21</code> <a href="https://example.org">nguồn</a>\n<blockquote>Trích</blockquote> /nop'
  const to = { chat_id: PRINCIPAL, parse_mode: 'HTML' }
  await sandbox.call('sendMessage', { ...to, text, reply_markup: { inline_keyboard: buttons } })
  await uploadFile(sandbox, 'sendDocument', { chat_id: String(PRINCIPAL), caption: 'Biểu mẫu' }, pngOf(1, 1))
  await sandbox.call('sendMessage', {
    ...to,
    text: 'Số điện thoại?',
    reply_markup: { keyboard: [[{ text: 'Chia sẻ', request_contact: true }]] },
    reply_parameters: { message_id: 1 },
  })
  await sandbox.call('setMyCommands', { commands: [{ command: 'nop', description: 'Nộp số liệu' }] })
  await sandbox.control('messages', { personId: OFFICER, chatId: GROUP, text: 'chào cả nhà' })
  await sandbox.call('sendMessage', { chat_id: GROUP, text: 'Bản tin' })
  await sandbox.call('sendMessage', { chat_id: 5, text: 'x' })
}

describe('the page', () => {
  let browser: Browser
  let sandbox: TestSandbox
  beforeAll(async () => {
    browser = await launchBrowser()
    sandbox = await openSandbox()
    await fillChat(sandbox)
  })
  afterAll(async () => {
    await browser.close()
    await sandbox.close()
  })

  const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) => [
    { name: `desk-${colorScheme}`, viewport: DESK, colorScheme, hash: `#${PRINCIPAL}` },
    { name: `phone-${colorScheme}`, viewport: PHONE, colorScheme, hash: `#${PRINCIPAL}` },
    { name: `phone-list-${colorScheme}`, viewport: PHONE, colorScheme, hash: '' },
    { name: `wide-${colorScheme}`, viewport: WIDE, colorScheme, hash: `#${PRINCIPAL},${GROUP}` },
  ])

  it.each(LOOKS)(
    'has no serious finding of axe-core: $name',
    async ({ name, viewport, colorScheme, hash }) => {
      const { page, complaints } = await openPage(browser, `${sandbox.server.url}/${hash}`, {
        viewport,
        colorScheme,
        bypassCSP: true,
      })
      await page
        .locator(hash === '' ? '.chat-row' : '.bubble')
        .first()
        .waitFor()
      await picture(page, `page-${name}`)
      expect(await findings(page)).toEqual([])
      expect(complaints).toEqual([])
      await page.close()
    },
  )

  it.each(['light', 'dark'] as const)('has none with its menus and tools open: %s', async (colorScheme) => {
    const { page, complaints } = await openPage(browser, `${sandbox.server.url}/#${PRINCIPAL}`, {
      viewport: DESK,
      colorScheme,
      bypassCSP: true,
    })
    await page.locator('.bubble').first().waitFor()
    await page.locator('#chat .head .more summary').click()
    await page.locator('textarea').fill('/')
    await page.locator('.composer .menu button').first().waitFor()
    expect(await findings(page)).toEqual([])
    await sandbox.control('faults', { kind: '500', method: 'getFile' })
    await page.getByRole('button', { name: 'Công cụ' }).click()
    await page.locator('#tools li').first().waitFor()
    await picture(page, `tools-${colorScheme}`)
    expect(await findings(page)).toEqual([])
    await sandbox.control('clear-faults')
    expect(complaints).toEqual([])
    await page.close()
  })

  it('can be gone through by keyboard alone: list, chat, button, menu, tools', async () => {
    const { page, complaints } = await openPage(browser, sandbox.server.url, { viewport: DESK })
    await page.locator('.chat-row').first().waitFor()
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('hoa')
    await page.keyboard.press('ArrowDown')
    expect(await focused()).toContain('Nguyễn Thị Hoa')
    await page.keyboard.press('Enter')
    await page.locator('h1', { hasText: 'Nguyễn Thị Hoa' }).waitFor()
    await tabTo(page, 'Nộp')
    await page.keyboard.press('Enter')
    await page.locator('.spinning').waitFor()
    await page.locator('#chat .head .more summary').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
    await expect.poll(focused).toBe('Chặn bot')
    await page.keyboard.press('Escape')
    expect(await page.locator('details[open]').count()).toBe(0)
    await page.locator('button.tools').focus()
    await page.keyboard.press('Enter')
    await page.locator('#tools').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('#tools').waitFor({ state: 'hidden' })
    expect(complaints).toEqual([])
    await page.close()
  })
})

/** Presses Tab until what has the focus begins with these words. */
async function tabTo(page: Page, words: string): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    await page.keyboard.press('Tab')
    const text = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (text.startsWith(words)) return
  }
  throw new Error(`«${words}» is not reached by Tab`)
}

describe(`a chat of ${MANY} messages`, () => {
  let browser: Browser
  let sandbox: TestSandbox
  beforeAll(async () => {
    browser = await launchBrowser()
    sandbox = await openSandbox()
    await sandbox.control('start', { personId: PRINCIPAL })
    for (let n = 2; n <= MANY; n += 1) {
      if (n % 7 === 0) await sandbox.control('messages', { personId: PRINCIPAL, text: `Câu hỏi ${n}` })
      else
        await sandbox.call('sendMessage', { chat_id: PRINCIPAL, text: `Tin ${n}\n${'chữ '.repeat(n % 60)}` })
      if (n % 400 === 0) sandbox.pass(24 * 3_600_000)
    }
  })
  afterAll(async () => {
    await browser.close()
    await sandbox.close()
  })

  it('scrolls from the last to the first with no long task and few rows in the document', async () => {
    const { page, complaints } = await openPage(browser, `${sandbox.server.url}/#${PRINCIPAL}`, {
      viewport: DESK,
    })
    await page.locator('.bubble', { hasText: `Tin ${MANY}` }).waitFor()
    await page.waitForTimeout(1000)
    await browser.startTracing(page, { categories: ['toplevel', '__metadata'] })
    const { rows, first } = await page.evaluate(scrollUp)
    const tasks = longestTasks(await browser.stopTracing())
    expect(first).toBe('/start')
    expect(tasks.length).toBeGreaterThan(1000)
    expect(Math.max(...tasks)).toBeGreaterThan(1)
    expect(Math.max(...tasks)).toBeLessThanOrEqual(LONGEST_TASK_MS)
    expect(rows).toBeLessThanOrEqual(MOST_ROWS)
    expect(complaints).toEqual([])
    await page.close()
  })
})

interface TraceEvent {
  name: string
  pid: number
  tid: number
  /** Microseconds on the wall. */
  dur?: number
  /** Microseconds of processor time. */
  tdur?: number
  args: { name?: string }
}

/**
 * Milliseconds of processor time of each task of the page's main thread. By the clock on the wall a task is also long when the
 * machine has given the processor to something else. Where the processor's clock goes in steps of some milliseconds it can tell
 * more than has passed on the wall, which is then the nearer.
 */
function longestTasks(trace: Buffer): number[] {
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] }
  const idOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const threads = traceEvents.filter(
    ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
  )
  const main = new Set(threads.map(idOf))
  return traceEvents
    .filter((event) => event.name === 'ThreadControllerImpl::RunTask' && main.has(idOf(event)))
    .map(({ dur = 0, tdur = 0 }) => Math.min(dur, tdur) / 1000)
}

/** Runs in the page: scrolls up until nothing comes any more; most rows seen, first text. */
async function scrollUp(): Promise<{ rows: number; first: string }> {
  let rows = 0
  const list = document.querySelector('#chat .messages')
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  for (let still = 0; list !== null && still < 30; ) {
    const isAtTop = list.scrollTop === 0
    list.scrollTop -= 1200
    await pause(16)
    rows = Math.max(rows, document.querySelectorAll('.message, .service, .chat-row, .entry').length)
    still = isAtTop ? still + 1 : 0
  }
  return { rows, first: document.querySelector('#chat .text')?.textContent ?? '' }
}
