import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Product, startProduct } from '../support/product.ts'
import { DESK, launchBrowser, openPage, PHONE, picture } from './browser.ts'

const STEPS = 8
const PRINCIPAL = 5200028
const MOST_CLICKS = 60
const ANNOUNCED_WITHIN_MS = 10_000

describe('npm start without a token', () => {
  let browser: Browser
  let demo: Product
  let announcedAfterMs: number
  beforeAll(async () => {
    browser = await launchBrowser()
    const startedAt = performance.now()
    demo = await startProduct()
    announcedAfterMs = performance.now() - startedAt
  })
  afterAll(async () => {
    await browser.close()
    await demo.close()
  })

  it('names the URL within ten seconds, the first time', () => {
    expect(announcedAfterMs).toBeLessThan(ANNOUNCED_WITHIN_MS)
  })

  it('shows that the bot is starting, and answers when it has', async () => {
    const { page, complaints } = await openPage(browser, demo.url, { viewport: DESK })
    await page.locator('.chat-row').first().waitFor()
    await untilReady(demo)
    await expect.poll(() => page.locator('.notice').textContent()).toBe('')
    expect(complaints).toEqual([])
    await page.close()
  })

  it.each([
    { name: 'desk', viewport: DESK, locale: 'vi' },
    { name: 'phone', viewport: PHONE, locale: 'vi' },
  ])('the tour leads from the first to the last step: $name', async ({ name, viewport }) => {
    const { page, complaints } = await openPage(browser, demo.url, { viewport })
    await startTour(page, demo)
    for (let step = 1; step <= STEPS; step += 1) {
      await page.locator('#tour .count', { hasText: `Bước ${step}/${STEPS}` }).waitFor()
      await bothPictures(page, `tour-${name}-${step}`)
      await follow(page, step)
    }
    await page.locator('#tour .count', { hasText: '✓' }).waitFor()
    await bothPictures(page, `tour-${name}-end`)
    await page.locator('#tour').getByRole('button', { name: 'Xong' }).click()
    expect(await page.locator('#tour').isVisible()).toBe(false)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('speaks English too, and begins at the first step though the chat of its first steps is open', async () => {
    const { page } = await openPage(browser, `${demo.url}#${PRINCIPAL}`, { viewport: DESK })
    await page.locator('#chat textarea').fill('/nop')
    await page.keyboard.press('Enter')
    await page.locator('.messages', { hasText: 'Các biểu đến kỳ nộp' }).waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await startTour(page, demo)
    await page.locator('#tour h2', { hasText: 'A principal opens the school’s form' }).waitFor()
    await picture(page, 'tour-english')
    await page.close()
  })
})

const look = async ({ url }: Product) =>
  (await (await fetch(`${url}/sandbox/state`)).json()) as Record<string, unknown>

const untilReady = (demo: Product) =>
  expect.poll(async () => (await look(demo)).botStatus, { timeout: 120_000 }).toBe('ready')

/** Begins the tour; a sandbox that is used already begins anew first. */
async function startTour(page: Page, demo: Product): Promise<void> {
  await page.locator('.chat-row').first().waitFor()
  const isUsed = Number((await look(demo)).acts) > 0
  await page.locator('#banner button.tour').click()
  if (isUsed) {
    await page.locator('#ask .primary').click()
    await expect.poll(async () => (await look(demo)).acts, { timeout: 30_000 }).toBe(0)
    await page.locator('.chat-row').first().waitFor()
  }
  await untilReady(demo)
}

/** Does what is marked until the step is over: clicks, or fills in and sends. */
async function follow(page: Page, step: number): Promise<void> {
  for (let clicks = 0; clicks < MOST_CLICKS; clicks += 1) {
    if (!(await isAt(page, step))) return
    const cue = page.locator('.cue')
    if ((await cue.count()) > 0) await obey(page)
    await page.waitForTimeout(400)
  }
  throw new Error(`step ${step} does not end: ${await page.locator('.bubble').last().textContent()}`)
}

async function isAt(page: Page, step: number): Promise<boolean> {
  const count = (await page.locator('#tour .count').textContent()) ?? ''
  return count.includes(`${step}/`) && !count.includes('✓')
}

/** What is marked may be another thing a moment later: what cannot be done any more is left to the next look. */
async function obey(page: Page): Promise<void> {
  const cue = page.locator('.cue').first()
  const brief = { timeout: 3000 }
  const isLine = await cue
    .evaluate((element) => element.matches('.composer'), undefined, brief)
    .catch(() => undefined)
  if (isLine === undefined) return
  if (!isLine) return await cue.click(brief).catch(() => undefined)
  // What was sent is not answered yet: nothing to do but wait.
  if (await waitsForAnswer(page)) return
  const isFilled = await page
    .locator('#tour .fill')
    .click(brief)
    .then(
      () => true,
      () => false,
    )
  if (isFilled) await page.keyboard.press('Enter')
}

async function waitsForAnswer(page: Page): Promise<boolean> {
  const rows = page.locator('.messages .message')
  if ((await rows.count()) === 0) return false
  return await rows.last().evaluate((row) => row.classList.contains('mine'))
}

async function bothPictures(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await picture(page, `${name}-${colorScheme}`)
  }
  await page.emulateMedia({ colorScheme: 'light' })
}
