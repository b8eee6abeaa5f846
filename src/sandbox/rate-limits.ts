import { tooManyRequests } from './errors.ts'

const CHAT_BURST = 20
const CHAT_GAP_MS = 1000
const GROUP_MESSAGES = 20
const GROUP_WINDOW_MS = 60_000
const ALL_MESSAGES = 30
const ALL_WINDOW_MS = 1000

/** Telegram's limits on what a bot sends; `npm start` switches them on, a test when it wants them. */
export class RateLimits {
  isOn = false
  /** When a chat would be free again had its messages come a second apart. */
  readonly #chatFreeAt = new Map<number, number>()
  readonly #sent = new Map<string, number[]>()

  /** Forgets what was sent. */
  reset(): void {
    this.#chatFreeAt.clear()
    this.#sent.clear()
  }

  /** Counts one message or edit. Throws: ApiError 429 with the seconds to wait. */
  count(chatId: number, now: number): void {
    if (!this.isOn) return
    const windows = [{ key: 'all', most: ALL_MESSAGES, windowMs: ALL_WINDOW_MS }]
    if (chatId < 0) windows.push({ key: `group ${chatId}`, most: GROUP_MESSAGES, windowMs: GROUP_WINDOW_MS })
    const freeAt = Math.max(now, this.#chatFreeAt.get(chatId) ?? 0)
    const waits = windows.map(({ key, most, windowMs }) => this.#waitMs(key, most, windowMs, now))
    const waitMs = Math.max(...waits, freeAt - now - (CHAT_BURST - 1) * CHAT_GAP_MS)
    if (waitMs > 0) throw tooManyRequests(Math.ceil(waitMs / 1000))
    this.#chatFreeAt.set(chatId, freeAt + CHAT_GAP_MS)
    for (const { key } of windows) this.#sent.get(key)?.push(now)
  }

  #waitMs(key: string, most: number, windowMs: number, now: number): number {
    const recent = (this.#sent.get(key) ?? []).filter((moment) => moment > now - windowMs)
    this.#sent.set(key, recent)
    const blocking = recent.at(-most)
    return blocking === undefined ? 0 : blocking + windowMs - now
  }
}
