import type { DataElement, Value } from '../../src/domain/data-element.ts'
import type { PlannedQuestion } from '../../src/domain/form-plan.ts'

/** What a person is being asked about one question. */
export type Asking =
  | 'question'
  | 'missing-reason'
  | 'change-reason'
  | 'zero'
  | 'degree'
  | 'decision'
  | 'evidence'

/** The question that stands open in the chat. */
export interface Open {
  readonly at: number
  readonly asking: Asking
  /** It is corrected from the card, which follows. */
  readonly onlyThis: boolean
  /** Values not yet taken: a reason, or more of a decision, is awaited. */
  readonly held?: readonly Value[]
}

/** What the bot shows last. */
export type Screen = 'question' | 'card' | 'rows' | 'owed' | 'left' | 'cancel' | 'other'

export interface FormFacts {
  readonly planned: readonly PlannedQuestion[]
  readonly element: (code: string) => DataElement
  readonly last: ReadonlyMap<string, Value>
  readonly changeLimitPercent: number
}

/** A form in a chat as anybody would explain it: what is open, what is answered, what is on the screen. */
export class ConversationModel {
  readonly facts: FormFacts
  readonly answers = new Map<string, Value>()
  readonly reasons = new Map<string, string>()
  open: Open | undefined
  screen: Screen = 'other'
  hasBegun = false

  constructor(facts: FormFacts) {
    this.facts = facts
  }

  get total(): number {
    return this.facts.planned.length
  }

  /** The first question from `from` on without an answer. */
  nextOpen(from = 0): number | undefined {
    const at = this.facts.planned.findIndex(
      ({ asks }, place) => place >= from && !asks.every((element) => this.answers.has(element)),
    )
    return at === -1 ? undefined : at
  }

  /** Questions that must be answered before handing in. */
  get unanswered(): number {
    return this.facts.planned.filter(
      ({ asks, question }) => !question.isLate && !asks.every((element) => this.answers.has(element)),
    ).length
  }

  elements(at: number): readonly DataElement[] {
    return (this.facts.planned[at]?.asks ?? []).map((code) => this.facts.element(code))
  }

  lastOf(at: number): readonly (Value | undefined)[] {
    return (this.facts.planned[at]?.asks ?? []).map((code) => this.facts.last.get(code))
  }

  ask(at: number | undefined, onlyThis = false): void {
    this.hasBegun = true
    this.open = at === undefined ? undefined : { at, asking: 'question', onlyThis }
    this.screen = at === undefined ? 'card' : 'question'
  }

  /** Goes on from the draft, as after a pause. */
  goOn(): void {
    const at = this.nextOpen()
    if (at === undefined) this.screen = 'card'
    else this.ask(at)
  }

  /** The question stands again, or something is asked about it. */
  turn(asking: Asking, held?: readonly Value[]): void {
    if (!this.open) throw new Error('no question is open')
    const { at, onlyThis } = this.open
    this.open = { at, asking, onlyThis, ...(held && { held }) }
    this.screen = 'question'
  }

  /** An answer that is understood: far from last period's it waits for a reason. */
  give(values: readonly Value[]): void {
    const last = this.lastOf(this.open?.at ?? 0)
    const isFar = values.some((value, place) => this.#hasMoved(value, last[place]))
    if (isFar) this.turn('change-reason', values)
    else this.take(values)
  }

  take(values: readonly Value[], reason?: string): void {
    const { at, onlyThis } = this.open ?? { at: 0, onlyThis: false }
    this.store(at, values, reason)
    this.ask(onlyThis ? undefined : this.nextOpen(at + 1))
  }

  store(at: number, values: readonly Value[], reason?: string): void {
    for (const [place, element] of (this.facts.planned[at]?.asks ?? []).entries()) {
      const value = values[place]
      if (value) this.answers.set(element, value)
      if (reason !== undefined && value?.kind !== 'missing') this.reasons.set(element, reason)
      else this.reasons.delete(element)
    }
  }

  later(): void {
    const { at, onlyThis } = this.open ?? { at: 0, onlyThis: false }
    this.ask(onlyThis ? undefined : this.nextOpen(at + 1))
  }

  back(): void {
    const { at, onlyThis } = this.open ?? { at: 0, onlyThis: false }
    this.ask(Math.max(0, at - 1), onlyThis)
  }

  leave(): void {
    this.open = undefined
    this.screen = 'left'
  }

  throwAway(): void {
    this.answers.clear()
    this.reasons.clear()
    this.leave()
  }

  #hasMoved(now: Value, last: Value | undefined): boolean {
    if (now.kind !== 'count' || last?.kind !== 'count') return false
    return Math.abs(now.count - last.count) * 100 > last.count * this.facts.changeLimitPercent
  }
}
