/** A call a form wants to make; it leaves the process only after the step is committed. */
export interface Effect {
  readonly method: 'sendMessage' | 'editMessageText'
  readonly payload: Readonly<Record<string, unknown>>
}

/**
 * What a form shows in one step. A replay shows again what was shown before; only what follows the newest input is new, and only
 * that is ever made, so that a replay costs no sentence.
 */
export class Shown {
  #made: (() => Effect)[] = []

  readonly show = (make: () => Effect): void => {
    this.#made.push(make)
  }

  /** An input has come: what stood before it was shown when it was waited for. */
  readonly heard = (): void => {
    this.#made = []
  }

  get effects(): readonly Effect[] {
    return this.#made.map((make) => make())
  }
}
