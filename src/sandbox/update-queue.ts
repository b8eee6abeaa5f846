import { conflict } from './errors.ts'
import type { TelegramWorld } from './telegram-world.ts'
import type { Update } from './types.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const LONGEST_POLL_SECONDS = 50
const MOST_UPDATES = 100

export interface PollRequest {
  offset: number
  limit: number
  timeoutSeconds: number
  /** Aborted when the poller's connection is gone. */
  signal: AbortSignal
}

interface Waiter {
  resolve: (updates: Update[]) => void
  reject: (reason: Error) => void
  limit: number
}

/** The updates that wait for the bot, and the one long poll that may wait for them. */
export class UpdateQueue {
  /** Updates to be delivered once more, as Telegram sometimes does. */
  readonly repeats: Update[] = []
  readonly #world: TelegramWorld
  #waiter: Waiter | undefined
  #heldUntil = 0

  constructor(world: TelegramWorld) {
    this.#world = world
    world.changes.on('entry', ({ kind }) => {
      if (kind === 'update') this.#wake()
    })
  }

  /**
   * Returns the updates from `offset` on, forgetting all before; waits for one when there is none.
   * Throws: ApiError 409 in the poll that waits when another begins, or while a webhook is set.
   */
  async poll(request: PollRequest): Promise<Update[]> {
    if (this.#world.state.webhook !== undefined) {
      throw conflict(
        "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      )
    }
    this.abort('terminated by other getUpdates request; make sure that only one bot instance is running')
    this.#forget(request.offset)
    const limit = request.limit < 1 || request.limit > MOST_UPDATES ? MOST_UPDATES : request.limit
    const ready = this.isHeld ? [] : this.#ready(limit)
    if (ready.length > 0 || request.timeoutSeconds <= 0) return ready
    return await this.#wait(limit, request)
  }

  /** Ends a waiting poll with 409 and these words. */
  abort(words: string): void {
    this.#waiter?.reject(conflict(words))
  }

  /** Forgets what was to be repeated or held. */
  reset(): void {
    this.repeats.length = 0
    this.#heldUntil = 0
    this.close()
  }

  /** Ends a waiting poll with no updates. */
  close(): void {
    this.#waiter?.resolve([])
  }

  /** Delivers nothing for some real milliseconds: what comes meanwhile comes late. */
  hold(ms: number): void {
    this.#heldUntil = Date.now() + ms
    setTimeout(() => this.#wake(), ms).unref()
  }

  /** Tells whether nothing is delivered just now. */
  get isHeld(): boolean {
    return Date.now() < this.#heldUntil
  }

  /** Delivers an update once more. */
  repeat(update: Update): void {
    this.repeats.push(update)
    this.#wake()
  }

  /** Drops what Telegram would no longer hold: updates live a day. */
  dropExpired(): void {
    const oldest = this.#world.clock.now() - DAY_MS
    const expired = this.#world.state.pending.filter(({ queuedAt }) => queuedAt < oldest).at(-1)
    if (expired !== undefined) this.#world.record({ kind: 'forget', below: expired.update.update_id + 1 })
  }

  #forget(offset: number): void {
    const { pending } = this.#world.state
    const below = offset < 0 ? (pending.at(offset)?.update.update_id ?? 0) : offset
    if (pending.some(({ update }) => update.update_id < below)) this.#world.record({ kind: 'forget', below })
  }

  #ready(limit: number): Update[] {
    this.dropExpired()
    const repeated = this.repeats.splice(0, limit)
    return [
      ...repeated,
      ...this.#world.state.pending.slice(0, limit - repeated.length).map(({ update }) => update),
    ]
  }

  #wake(): void {
    const waiter = this.#waiter
    if (waiter !== undefined && !this.isHeld) waiter.resolve(this.#ready(waiter.limit))
  }

  async #wait(limit: number, request: PollRequest): Promise<Update[]> {
    const { promise, resolve, reject } = withResolvers<Update[]>()
    const waiter: Waiter = { resolve, reject, limit }
    this.#waiter = waiter
    const leave = () => resolve([])
    const timer = setTimeout(leave, Math.min(request.timeoutSeconds, LONGEST_POLL_SECONDS) * 1000)
    request.signal.addEventListener('abort', leave)
    try {
      return await promise
    } finally {
      clearTimeout(timer)
      request.signal.removeEventListener('abort', leave)
      if (this.#waiter === waiter) this.#waiter = undefined
    }
  }
}

function withResolvers<T>(): {
  promise: Promise<T>
  resolve: (value: T) => void
  reject: (reason: Error) => void
} {
  let resolve: (value: T) => void = () => undefined
  let reject: (reason: Error) => void = () => undefined
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve
    reject = onReject
  })
  return { promise, resolve, reject }
}
