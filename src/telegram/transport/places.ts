/** What a clock here and one there may differ by over one length, as a part of it. */
const MARGIN = 0.025
/** A call that hangs keeps nobody else waiting for longer. */
const LATEST_MS = 2000

/** Permission for one call, from when it is taken. */
export interface Place {
  /** The call left then, and was counted so much later at most. */
  used(leftAt: number, lateMs: number): void
  /** The call was not made, or never arrived. */
  unused(): void
}

const UNCOUNTED: Place = { used: () => undefined, unused: () => undefined }

/** So many calls in any length of time. Only those that are there are taken. Moments and lengths in ms of one clock. */
export class Places {
  readonly #most: number
  readonly #lengthMs: number
  #taken: { freeAt: number }[] = []

  constructor(most: number, lengthMs: number) {
    this.#most = most
    this.#lengthMs = lengthMs * (1 + MARGIN)
  }

  /** Returns from when on one is free; `now`: at once. */
  freeAt(now: number): number {
    this.#taken = this.#taken.filter(({ freeAt }) => freeAt > now)
    const excess = this.#taken.length - this.#most
    if (excess < 0) return now
    return this.#taken.map(({ freeAt }) => freeAt).sort((a, b) => a - b)[excess] ?? now
  }

  isEmpty(now: number): boolean {
    return this.#taken.every(({ freeAt }) => freeAt <= now)
  }

  take(now: number): Place {
    if (this.#most === Number.POSITIVE_INFINITY) return UNCOUNTED
    const taken = { freeAt: now + LATEST_MS + this.#lengthMs }
    this.#taken.push(taken)
    return {
      used: (leftAt, lateMs) => {
        taken.freeAt = leftAt + Math.min(lateMs, LATEST_MS) + this.#lengthMs
      },
      unused: () => {
        taken.freeAt = now
      },
    }
  }
}
