import { fileURLToPath } from 'node:url'
import type { Browser, Locator, Page } from 'playwright-core'

const OUTPUT = fileURLToPath(new URL('../.output/', import.meta.url))
const PATIENCE_MS = 30_000
const CALM_MS = 400

/** One person at the sandbox's page: does only what hands can do there, and reads only what is shown. */
export class WebChat {
  readonly page: Page
  /** What the browser complained about. */
  readonly complaints: string[] = []
  readonly #name: string
  #shots = 0

  private constructor(page: Page, name: string) {
    this.page = page
    this.#name = name
    page.on('pageerror', (error) => this.complaints.push(String(error)))
    page.on('console', (message) => message.type() === 'error' && this.complaints.push(message.text()))
  }

  /** `name` begins the names of its pictures. */
  static async open(
    browser: Browser,
    url: string,
    viewport: { readonly width: number; readonly height: number },
    name: string,
  ): Promise<WebChat> {
    const chat = new WebChat(await browser.newPage({ viewport }), name)
    await chat.page.goto(url)
    await chat.page.locator('.chat-row').first().waitFor()
    return chat
  }

  /** Finds a person or group by the search box, as one would among ninety. */
  async enter(name: string): Promise<void> {
    if (await this.page.locator('.back').isVisible()) await this.page.click('.back')
    await this.page.fill('#list input', name)
    await this.page.locator('.chat-row', { hasText: name }).first().click()
    await this.page.locator('#chat h1', { hasText: name }).waitFor()
  }

  /** Presses START where it is offered, and waits for what the bot says. */
  async start(): Promise<string> {
    const start = this.page.locator('.choice .primary')
    await start.waitFor()
    return this.#after(() => start.click())
  }

  async say(text: string): Promise<string> {
    return this.#after(async () => {
      await this.page.fill('textarea', text)
      await this.page.press('textarea', 'Enter')
    })
  }

  /** Presses the newest button under a message with this text; where none has just this, the newest that begins with it. */
  async press(text: string): Promise<string> {
    const buttons = this.page.locator('.inline button')
    const labels = await buttons.allInnerTexts()
    const exact = labels.lastIndexOf(text)
    const at = exact >= 0 ? exact : labels.findLastIndex((label) => label.startsWith(text))
    if (at < 0) throw new Error(`no button «${text}»: ${labels.join(' | ')}`)
    return this.#after(() => buttons.nth(at).click())
  }

  async shareContact(): Promise<string> {
    return this.#after(() => this.page.locator('.reply-keys button').click())
  }

  async writeAs(name: string): Promise<void> {
    await this.page.selectOption('#chat .writers select', { label: name })
  }

  /** Moves the simulated clock with one of the banner's buttons. */
  async jump(label: string): Promise<void> {
    await this.page.locator('#banner .jumps button', { hasText: label }).click()
  }

  /** Waits until the newest message of the bot contains this. */
  async sees(text: string): Promise<string> {
    await this.#newest().filter({ hasText: text }).waitFor({ timeout: PATIENCE_MS })
    return (await this.#newest().textContent()) ?? ''
  }

  /** Labels of the buttons under the newest message. */
  async labels(): Promise<readonly string[]> {
    return this.page.locator('.message').last().locator('.inline button').allInnerTexts()
  }

  /** How many photos the bot has sent to anyone, as the page's look inside lists it. */
  async photosSent(): Promise<number> {
    return this.page.locator('#inspector .entry.call summary', { hasText: 'sendPhoto' }).count()
  }

  /** Keeps a picture of the window in test/.output, and makes sure that nothing runs out of it to the side. */
  async picture(what: string): Promise<void> {
    this.#shots += 1
    const number = String(this.#shots).padStart(2, '0')
    await this.page.screenshot({ path: `${OUTPUT}${this.#name}-${number}-${what}.png` })
    const overflow = await this.page.evaluate('document.documentElement.scrollWidth - innerWidth')
    if (Number(overflow) > 0) throw new Error(`${what}: the page is ${overflow} px too wide`)
  }

  #newest(): Locator {
    return this.page.locator('.message.bot').last()
  }

  /** The bot has answered when its messages are others than before and stay so for a moment. */
  async #after(act: () => Promise<unknown>): Promise<string> {
    const before = await this.#shown()
    await act()
    const end = Date.now() + PATIENCE_MS
    let [shown, since] = [before, Date.now()]
    while (Date.now() < end) {
      await this.page.waitForTimeout(50)
      const now = await this.#shown()
      if (now !== shown) [shown, since] = [now, Date.now()]
      const isCalm = Date.now() - since > CALM_MS && (await this.page.locator('.spinning').count()) === 0
      if (shown !== before && isCalm) return (await this.#newest().textContent()) ?? ''
    }
    throw new Error(`no answer; shown: ${before.slice(-500)}`)
  }

  #shown(): Promise<string> {
    return this.page
      .locator('.message.bot')
      .allInnerTexts()
      .then((texts) => texts.join('\n'))
  }
}
