import type { Plan } from '../domain/plan.ts'
import type { Entry } from './entry.ts'
import { FullText } from './full-text.ts'
import type { Token } from './normalise.ts'
import type { Query } from './query.ts'
import { Tally } from './tally.ts'
import { Weights } from './weights.ts'

/** With this many plans or fewer every fact of them is weighed; else only those that say most of the question. */
const FEW_PLANS = 8
const MOST_WEIGHED = 150
const STEPS = 64

/** All that can be found, built once per set of plans. */
export class FactIndex {
  readonly plans: readonly Plan[]
  readonly weights: Weights
  readonly fullText: FullText
  readonly tally: Tally
  readonly #entries: readonly Entry[]
  readonly #ofPlan = new Map<Plan, Entry[]>()

  constructor(plans: readonly Plan[], entries: readonly Entry[]) {
    this.plans = plans
    this.#entries = entries
    for (const plan of plans) this.#ofPlan.set(plan, [])
    for (const entry of entries) this.#ofPlan.get(entry.plan)?.push(entry)
    this.tally = new Tally(entries)
    this.weights = new Weights(this.tally)
    this.fullText = new FullText((plan) => this.entriesOf([plan]))
  }

  entriesOf(plans: readonly Plan[]): readonly Entry[] {
    const [plan, ...others] = plans
    if (plan && others.length === 0) return this.#ofPlan.get(plan) ?? []
    return plans.flatMap((one) => this.#ofPlan.get(one) ?? [])
  }

  /** The facts of the plans that may be meant; of many plans those that hold the most telling words of the question. */
  near(query: Query, plans: readonly Plan[]): readonly Entry[] {
    if (plans.length <= FEW_PLANS) return this.entriesOf(plans)
    const held = new Float32Array(this.#entries.length)
    const words = new Map([...query.words, ...query.carried].map((word) => [word.plain, word]))
    for (const word of words.values()) {
      const weight = this.#telling(word)
      if (weight > 0)
        for (const place of this.tally.placesOf(word.plain)) held[place] = (held[place] ?? 0) + weight
    }
    return highest(held).flatMap((place) => this.#entries[place] ?? [])
  }

  #telling(word: Token): number {
    return word.isNumber ? 0.5 : this.weights.cost(word)
  }
}

/** Places of the highest figures, about `MOST_WEIGHED` of them. */
function highest(figures: Float32Array): number[] {
  let top = 0
  for (const figure of figures) if (figure > top) top = figure
  if (top === 0) return []
  const steps: number[][] = Array.from({ length: STEPS + 1 }, () => [])
  for (const [place, figure] of figures.entries())
    if (figure > 0) steps[Math.ceil((figure / top) * STEPS)]?.push(place)
  const found: number[] = []
  for (const step of steps.reverse()) {
    if (found.length >= MOST_WEIGHED) break
    for (const place of step.slice(0, MOST_WEIGHED - found.length)) found.push(place)
  }
  return found
}
