import { ChatTurns } from './chat-turns.ts'
import type { ChatKey, Limits } from './limits.ts'
import { type Place, Places } from './places.ts'

/** A call that may leave now; one of these is told when its fate is known. */
export interface Departure {
  arrived(): void
  /** Too many: the chat is not to be written to for so long. */
  refused(forMs: number): void
  /** It never got there. */
  lost(): void
}

/** A place among all calls, taken before it is known what leaves in it. */
export interface Spare {
  readonly place: Place
}

interface Waiter {
  readonly chat: ChatKey
  readonly spare: Spare | undefined
  readonly until: number
  /** The ms it would have to wait instead when that is too long. */
  end(departure: Departure | number): void
}

const SECOND_MS = 1000
const SPARE_SHARE = 29 / 30
/** So far it catches up after something kept it, and no faster than this. */
const SPARE_CATCH_UP_MS = 70
const SHORTEST_SPARE_GAP_MS = 20
const REFUSED_IN_A_ROW = 3
const CALLS_TO_KNOW = 60

/**
 * Says when each call to Telegram may leave, so that none is refused for coming too fast. All that leaves passes one of these.
 *
 * - All calls: so many in any second, as they are counted at Telegram, which is not seen from here. How much longer a call took than
 *   the quickest one is how much later it may have been counted; its place is free again a second after that.
 * - A chat has its turns (see ChatTurns). Edits count as messages do.
 * - What answers a person leaves first, in the order it came. The outbox gets a place only when nobody waits for one, and evenly, so
 *   that who taps meanwhile waits for one place to become free and not for a burst to pass.
 * - A chat that Telegram refused is left alone as long as it asked. Where several chats in a row were refused it is not them: all wait.
 *
 * A call that would have to wait longer than its caller can is refused here as Telegram would. Moments are ms of a clock that only
 * runs forward.
 */
export class Pace {
  readonly #now: () => number
  readonly #all: Places
  readonly #turns: ChatTurns
  readonly #spareGapMs: number
  readonly #shortestGapMs: number
  readonly #refused = new Set<ChatKey>()
  #heldUntil = 0
  #quickestMs = Number.POSITIVE_INFINITY
  #known = 0
  /** When the next call would leave had all of them come evenly. */
  #spareAt = 0
  #lastSpareAt = Number.NEGATIVE_INFINITY
  #waiting: readonly Waiter[] = []
  #spareWaiter: ((spare: Spare) => void) | undefined
  #timer: NodeJS.Timeout | undefined

  constructor(limits: Limits, now: () => number) {
    this.#now = now
    this.#all = new Places(limits.perSecond, SECOND_MS)
    this.#turns = new ChatTurns(limits)
    this.#spareGapMs = SECOND_MS / (limits.perSecond * SPARE_SHARE)
    this.#shortestGapMs = Math.min(SHORTEST_SPARE_GAP_MS, this.#spareGapMs)
  }

  /** Waits for the chat's turn, and for a place unless it has one. Returns the ms it would have to wait when that is more than `mostMs`. */
  enter(chat: ChatKey, mostMs: number, spare?: Spare): Promise<Departure | number> {
    return new Promise((end) => {
      this.#waiting = [...this.#waiting, { chat, spare, until: this.#now() + mostMs, end }]
      this.#pump()
    })
  }

  /** Waits for a place nobody else needs, to be used or given back; undefined when stopped. For one caller at a time. */
  spare(signal: AbortSignal): Promise<Spare | undefined> {
    return new Promise((resolve) => {
      const stop = () => {
        this.#spareWaiter = undefined
        resolve(undefined)
      }
      if (signal.aborted) return stop()
      signal.addEventListener('abort', stop, { once: true })
      this.#spareWaiter = (spare) => {
        signal.removeEventListener('abort', stop)
        resolve(spare)
      }
      this.#pump()
    })
  }

  giveBack({ place }: Spare): void {
    place.unused()
    this.#spareAt -= this.#spareGapMs
    this.#pump()
  }

  /** Returns the chats that cannot be written to at once. */
  busyChats(): readonly ChatKey[] {
    return this.#turns.busy(this.#now())
  }

  /** Lets leave who may, ends who would wait too long, and looks again when the next one may. */
  #pump(): void {
    clearTimeout(this.#timer)
    const now = this.#now()
    let next = Number.POSITIVE_INFINITY
    for (const waiter of this.#waiting) {
      const at = this.#mayLeaveAt(waiter, now)
      if (at > now && at <= waiter.until) {
        next = Math.min(next, at)
        continue
      }
      this.#waiting = this.#waiting.filter((each) => each !== waiter)
      waiter.end(at > now ? at - now : this.#depart(waiter, now))
    }
    next = Math.min(next, this.#offerSpare(now))
    if (next < Number.POSITIVE_INFINITY)
      this.#timer = setTimeout(() => this.#pump(), Math.max(1, Math.ceil(next - now)))
  }

  /** Returns when to try again; never when nobody asks, or it was given. */
  #offerSpare(now: number): number {
    const give = this.#spareWaiter
    if (!give) return Number.POSITIVE_INFINITY
    const evenlyAt = Math.max(this.#spareAt - SPARE_CATCH_UP_MS, this.#lastSpareAt + this.#shortestGapMs)
    const at = Math.max(evenlyAt, this.#heldUntil, this.#all.freeAt(now))
    if (at > now) return at
    this.#spareWaiter = undefined
    this.#lastSpareAt = now
    this.#countEvenly(now)
    give({ place: this.#all.take(now) })
    return Number.POSITIVE_INFINITY
  }

  #mayLeaveAt({ chat, spare }: Waiter, now: number): number {
    const placeAt = spare ? now : this.#all.freeAt(now)
    return Math.max(this.#turns.freeAt(chat, now), placeAt, this.#heldUntil)
  }

  #countEvenly(now: number): void {
    this.#spareAt = Math.max(this.#spareAt, now) + this.#spareGapMs
  }

  #depart({ chat, spare }: Waiter, leftAt: number): Departure {
    if (!spare) this.#countEvenly(leftAt)
    const places = [spare?.place ?? this.#all.take(leftAt), ...this.#turns.take(chat, leftAt)]
    const count = () => {
      const lateMs = this.#lateness(this.#now() - leftAt)
      for (const place of places) place.used(leftAt, lateMs)
    }
    return {
      arrived: () => {
        this.#refused.clear()
        count()
        this.#pump()
      },
      refused: (forMs) => {
        count()
        this.#hold(chat, this.#now() + forMs)
        this.#pump()
      },
      lost: () => {
        for (const place of places) place.unused()
        this.#pump()
      },
    }
  }

  #hold(chat: ChatKey, until: number): void {
    this.#turns.hold(chat, until)
    this.#refused.add(chat)
    if (this.#refused.size >= REFUSED_IN_A_ROW) this.#heldUntil = Math.max(until, this.#heldUntil)
  }

  /**
   * The quickest is forgotten slowly: the way to Telegram may become a longer one. While few are known, all of them may have been
   * late, and each counts as late as its answer.
   */
  #lateness(tookMs: number): number {
    this.#quickestMs = Math.min(tookMs, this.#quickestMs + Math.max(0, tookMs - this.#quickestMs) / 256)
    this.#known += 1
    return this.#known < CALLS_TO_KNOW ? tookMs : tookMs - this.#quickestMs
  }
}
