import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { launchChromium } from '../support/chromium.ts'

export const PHONE = { width: 390, height: 844 }
export const DESK = { width: 1360, height: 860 }
export const WIDE = { width: 1760, height: 960 }

const PICTURES = fileURLToPath(new URL('../.output/sandbox/', import.meta.url))

export const launchBrowser = launchChromium

/** A page and what it complained of: errors in its console and exceptions nobody caught. */
export interface Watched {
  readonly page: Page
  readonly complaints: string[]
}

export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions,
): Promise<Watched> {
  const page = await browser.newPage(options)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  await page.goto(url)
  return { page, complaints }
}

/** Keeps a picture of what the page shows in test/.output, for a person to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true })
  await page.screenshot({ path: `${PICTURES}${name}.png`, animations: 'disabled' })
}
