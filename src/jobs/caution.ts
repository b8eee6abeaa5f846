import type { SendOutcome } from '../usecases/ports.ts'

const IN_A_ROW = 3
const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 5 * 60_000

/** Where one message after another ends in doubt it is not they: then they are risked one at a time and ever more rarely. */
export class Caution {
  readonly #most: number
  #doubts = 0

  constructor(mostInFlight: number) {
    this.#most = mostInFlight
  }

  note({ kind }: SendOutcome): void {
    this.#doubts = kind === 'in-doubt' ? this.#doubts + 1 : 0
  }

  get mostInFlight(): number {
    return this.#doubts < IN_A_ROW ? this.#most : 1
  }

  /** How long to wait before the next one is sent. */
  pauseMs(): number {
    if (this.#doubts < IN_A_ROW) return 0
    return Math.min(FIRST_PAUSE_MS * 2 ** (this.#doubts - IN_A_ROW), LONGEST_PAUSE_MS)
  }
}
