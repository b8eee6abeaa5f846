import { tooManyRequests } from './errors.ts'

const CHAT_BURST = 5
const CHAT_GAP_MS = 1000
const GROUP_MESSAGES = 20
const GROUP_WINDOW_MS = 60_000
const ALL_MESSAGES = 30
const ALL_WINDOW_MS = 1000

/** Telegram's limits on what a bot sends; off until a test or the page switches them on. */
export class RateLimits {
  isOn = false
  readonly #sent = new Map<string, number[]>()

  /** Counts one message or edit. Throws: ApiError 429 with the seconds to wait. */
  count(chatId: number, now: number): void {
    if (!this.isOn) return
    const rules = [
      { key: 'all', most: ALL_MESSAGES, windowMs: ALL_WINDOW_MS },
      { key: `chat ${chatId}`, most: CHAT_BURST, windowMs: CHAT_BURST * CHAT_GAP_MS },
    ]
    if (chatId < 0) rules.push({ key: `group ${chatId}`, most: GROUP_MESSAGES, windowMs: GROUP_WINDOW_MS })
    const waits = rules.map(({ key, most, windowMs }) => this.#waitMs(key, most, windowMs, now))
    const waitMs = Math.max(...waits)
    if (waitMs > 0) throw tooManyRequests(Math.ceil(waitMs / 1000))
    for (const { key } of rules) this.#sent.get(key)?.push(now)
  }

  #waitMs(key: string, most: number, windowMs: number, now: number): number {
    const recent = (this.#sent.get(key) ?? []).filter((moment) => moment > now - windowMs)
    this.#sent.set(key, recent)
    const blocking = recent.at(-most)
    return blocking === undefined ? 0 : blocking + windowMs - now
  }
}
