/** Milliseconds since the epoch; the outside clock that the simulated one is built on. */
export type RealClock = () => number

/** The sandbox's time: the real clock moved by an offset that only ever grows. */
export class SandboxClock {
  #offsetMs = 0
  readonly #real: RealClock

  constructor(real: RealClock = Date.now) {
    this.#real = real
  }

  /** Returns the simulated moment in milliseconds since the epoch. */
  now(): number {
    return this.#real() + this.#offsetMs
  }

  /** Returns the simulated moment in whole seconds, as Telegram dates things. */
  seconds(): number {
    return Math.floor(this.now() / 1000)
  }

  /** Returns the offset that would make it this moment now. */
  offsetTo(moment: number): number {
    return moment - this.#real()
  }

  setOffset(offsetMs: number): void {
    this.#offsetMs = offsetMs
  }
}
