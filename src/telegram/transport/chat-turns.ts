import type { ChatKey, Limits } from './limits.ts'
import { type Place, Places } from './places.ts'

const GAP_MS = 1000
const MINUTE_MS = 60_000
const MOST_REMEMBERED = 200

/** When each chat may be written to: a burst, then one a second; a group so many a minute too; none while Telegram refuses it. */
export class ChatTurns {
  readonly #limits: Limits
  /** When the chat would be free again had its calls come a second apart. */
  readonly #evenly = new Map<ChatKey, number>()
  readonly #groups = new Map<ChatKey, Places>()
  readonly #heldUntil = new Map<ChatKey, number>()

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** Returns from when on it may be written to; `now`: at once. */
  freeAt(chat: ChatKey, now: number): number {
    const burstMs = (this.#limits.chatBurst - 1) * GAP_MS
    const paced = (this.#evenly.get(chat) ?? 0) - burstMs
    return Math.max(now, paced, this.#heldUntil.get(chat) ?? 0, this.#groups.get(chat)?.freeAt(now) ?? 0)
  }

  /** Notes a call to the chat; a group's place among those of its minute comes back. */
  take(chat: ChatKey, now: number): readonly Place[] {
    if (this.#limits.chatBurst === Number.POSITIVE_INFINITY) return []
    if (this.#evenly.size > MOST_REMEMBERED) this.#forget(now)
    this.#evenly.set(chat, Math.max(this.#evenly.get(chat) ?? 0, now) + GAP_MS)
    if (!isGroup(chat)) return []
    const places = this.#groups.get(chat) ?? new Places(this.#limits.groupPerMinute, MINUTE_MS)
    this.#groups.set(chat, places)
    return [places.take(now)]
  }

  hold(chat: ChatKey, until: number): void {
    this.#heldUntil.set(chat, Math.max(until, this.#heldUntil.get(chat) ?? 0))
  }

  /** Returns the chats that cannot be written to at once. */
  busy(now: number): readonly ChatKey[] {
    const known = new Set([...this.#heldUntil.keys(), ...this.#evenly.keys()])
    return [...known].filter((chat) => this.freeAt(chat, now) > now)
  }

  #forget(now: number): void {
    for (const [chat, until] of this.#heldUntil) if (until <= now) this.#heldUntil.delete(chat)
    for (const [chat, freeAt] of this.#evenly) if (freeAt <= now) this.#evenly.delete(chat)
    for (const [chat, places] of this.#groups) if (places.isEmpty(now)) this.#groups.delete(chat)
  }
}

const isGroup = (chat: ChatKey): boolean => typeof chat === 'string' || chat < 0
