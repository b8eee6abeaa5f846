import { DomainError } from '../domain/errors.ts'

/** One in six seconds for ten minutes: nobody reads answers so fast. */
const MOST_QUESTIONS = 100
const WINDOW_MS = 10 * 60_000
const FEW = 1000

interface Asked {
  readonly since: number
  readonly count: number
}

/** Keeps one person from taking the bot from all others. In memory: it saves this process work, and a restart may forget it. */
export class AskGate {
  readonly #asked = new Map<string, Asked>()

  /**
   * Counts a question; false: too many, and told so before.
   * Throws: asked-too-often, the first time, with in how many minutes there is an answer again.
   */
  letsIn(asker: string, at: Date): boolean {
    const now = at.getTime()
    const known = this.#asked.get(asker)
    const { since, count } = known && now - known.since < WINDOW_MS ? known : { since: now, count: 0 }
    if (this.#asked.size > FEW) this.#forget(now)
    this.#asked.set(asker, { since, count: count + 1 })
    if (count === MOST_QUESTIONS)
      throw new DomainError('asked-too-often', { count: Math.ceil((since + WINDOW_MS - now) / 60_000) })
    return count < MOST_QUESTIONS
  }

  #forget(now: number): void {
    for (const [asker, { since }] of this.#asked) if (now - since >= WINDOW_MS) this.#asked.delete(asker)
  }
}
