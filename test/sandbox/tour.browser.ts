import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESK, launchBrowser, openPage, PHONE, picture } from './browser.ts'
import { type Demo, startDemo } from './demo.ts'

const STEPS = 8
const MOST_CLICKS = 60
const ANNOUNCED_WITHIN_MS = 10_000

describe('npm start without a token', () => {
  let browser: Browser
  let demo: Demo
  beforeAll(async () => {
    browser = await launchBrowser()
    demo = await startDemo()
  })
  afterAll(async () => {
    await browser.close()
    await demo.stop()
  })

  it('names the URL within ten seconds, the first time', () => {
    expect(demo.announcedAfterMs).toBeLessThan(ANNOUNCED_WITHIN_MS)
  })

  it('shows that the bot is starting, and answers when it has', async () => {
    const { page, complaints } = await openPage(browser, demo.url, { viewport: DESK })
    await page.locator('.chat-row').first().waitFor()
    await demo.ready()
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
    await page.getByRole('button', { name: 'Xong' }).click()
    expect(await page.locator('#tour').isVisible()).toBe(false)
    expect(complaints).toEqual([])
    await page.close()
  })

  it('speaks English too', async () => {
    const { page } = await openPage(browser, demo.url, { viewport: DESK })
    await page.getByRole('button', { name: 'English' }).click()
    await startTour(page, demo)
    await page.locator('#tour h2', { hasText: 'A principal opens the school’s form' }).waitFor()
    await picture(page, 'tour-english')
    await page.close()
  })
})

/** Begins the tour; a sandbox that is used already begins anew first. */
async function startTour(page: Page, demo: Demo): Promise<void> {
  await page.locator('.chat-row').first().waitFor()
  const isUsed = Number((await demo.state()).acts) > 0
  await page.locator('#banner button.tour').click()
  if (isUsed) {
    await page.locator('#ask .primary').click()
    await expect.poll(async () => (await demo.state()).acts, { timeout: 30_000 }).toBe(0)
    await page.locator('.chat-row').first().waitFor()
  }
  await demo.ready()
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

async function obey(page: Page): Promise<void> {
  const isLine = await page.locator('.cue').evaluate((element) => element.matches('.composer'))
  if (!isLine)
    return await page
      .locator('.cue')
      .click({ timeout: 3000 })
      .catch(() => undefined)
  // What was sent is not answered yet: nothing to do but wait.
  if ((await page.locator('.mine').last().isVisible()) && (await waitsForAnswer(page))) return
  await page.locator('#tour .fill').click()
  await page.keyboard.press('Enter')
}

async function waitsForAnswer(page: Page): Promise<boolean> {
  return await page
    .locator('.messages .message')
    .last()
    .evaluate((row) => row.classList.contains('mine'))
}

async function bothPictures(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await picture(page, `${name}-${colorScheme}`)
  }
  await page.emulateMedia({ colorScheme: 'light' })
}
