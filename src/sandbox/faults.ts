import { ControlError } from './errors.ts'

const KINDS = ['429', '500', 'drop-before', 'drop-after', 'delay'] as const
export type FaultKind = (typeof KINDS)[number]

/** A failure that the next calls meet. `drop-before` loses the call, `drop-after` only its answer. */
export interface Fault {
  kind: FaultKind
  /** Method name, or `*`. */
  method: string
  count: number
  /** Of the calls that fit, only so many percent, by chance; then until cleared, whatever the count. */
  percent?: number
  chatId?: number
  /** Seconds told by a 429. */
  retryAfter: number
  delayMs: number
}

/** The failures ordered for coming calls, and the delay every answer gets. */
export class Faults {
  latencyMs = 0
  readonly #random: () => number
  #ordered: Fault[] = []

  /** `random` gives 0 to below 1. */
  constructor(random: () => number = Math.random) {
    this.#random = random
  }

  /** Returns the fault as ordered. Throws: ControlError for an unknown kind or count. */
  order(wish: Partial<Fault>): Fault {
    const kind = KINDS.find((known) => known === wish.kind)
    if (kind === undefined) throw new ControlError(`kind must be one of ${KINDS.join(', ')}`)
    const { method = '*', count = 1, retryAfter = 1, delayMs = 1000, chatId, percent } = wish
    if (!Number.isInteger(count) || count < 1) throw new ControlError('count must be a whole number from 1')
    if (percent !== undefined && !(percent > 0 && percent <= 100))
      throw new ControlError('percent must be more than 0 and at most 100')
    const fault: Fault = {
      kind,
      method,
      count,
      retryAfter,
      delayMs,
      ...(chatId === undefined ? {} : { chatId }),
      ...(percent === undefined ? {} : { percent }),
    }
    this.#ordered.push(fault)
    return fault
  }

  list(): Fault[] {
    return this.#ordered.map((fault) => ({ ...fault }))
  }

  clear(): void {
    this.#ordered = []
  }

  /** Uses up one fault that fits the call; undefined when none does. */
  take(method: string, chatId: string): Fault | undefined {
    const fits = (fault: Fault) =>
      (fault.method === '*' || fault.method.toLowerCase() === method.toLowerCase()) &&
      (fault.chatId === undefined || String(fault.chatId) === chatId) &&
      (fault.percent === undefined || this.#random() * 100 < fault.percent)
    const fault = this.#ordered.find(fits)
    if (fault === undefined || fault.percent !== undefined) return fault
    fault.count -= 1
    this.#ordered = this.#ordered.filter(({ count }) => count > 0)
    return fault
  }
}
