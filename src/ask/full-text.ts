import MiniSearch from 'minisearch'
import type { Plan } from '../domain/plan.ts'
import type { Entry } from './entry.ts'
import { answerWith, type Outcome } from './outcome.ts'
import type { Query } from './query.ts'
import { isSlot, isSoft, isYear } from './word-class.ts'

interface Passage {
  readonly id: string
  readonly words: string
  readonly who: string
}

export interface Found {
  readonly entry: Entry
  readonly score: number
  /** How many of the words asked for it holds. */
  readonly held: number
}

/** Plans whose full text is kept ready at a time. */
const MOST_PLANS = 40

/** Passages of a plan by the words they hold (BM25+), read with our own folding; each plan's index is made when first needed. */
export class FullText {
  readonly #entriesOf: (plan: Plan) => readonly Entry[]
  readonly #indexes = new Map<Plan, MiniSearch<Passage>>()

  constructor(entriesOf: (plan: Plan) => readonly Entry[]) {
    this.#entriesOf = entriesOf
  }

  /** Best first; only what holds at least one of the words. */
  find(words: readonly string[], plan: Plan): readonly Found[] {
    const byId = new Map(this.#entriesOf(plan).map((entry) => [entry.id, entry]))
    return this.#indexOf(plan)
      .search(words.join(' '), { combineWith: 'OR', bm25: { k: 1.2, b: 0.6, d: 0.5 } })
      .flatMap(({ id, score, queryTerms }) => {
        const entry = byId.get(id)
        return entry ? [{ entry, score, held: queryTerms.length }] : []
      })
  }

  #indexOf(plan: Plan): MiniSearch<Passage> {
    const known = this.#indexes.get(plan)
    if (known) return known
    const [oldest] = this.#indexes.keys()
    if (oldest && this.#indexes.size >= MOST_PLANS) this.#indexes.delete(oldest)
    const made = new MiniSearch<Passage>({
      fields: ['words', 'who'],
      tokenize: (text) => text.split(' '),
      processTerm: (term) => term,
    })
    made.addAll(this.#entriesOf(plan).map(passageOf))
    this.#indexes.set(plan, made)
    return made
  }
}

function passageOf({ id, plains, phrases }: Entry): Passage {
  const who = phrases.filter(({ isWho }) => isWho).flatMap(({ words }) => words.map(({ plain }) => plain))
  return { id, words: [...plains.keys()].join(' '), who: [...new Set(who)].join(' ') }
}

const LEAST_HELD = 2
const LEAST_SHARE = 0.6
const CLEARLY_BETTER = 1.25
const FIGURES = ['quantity', 'when', 'days-left', 'money', 'person', 'compare', 'contact', 'target'] as const

/** A passage for a question that asks for no figure, if one holds clearly more of its words than any other; undefined else. */
export function passageFor(fullText: FullText, query: Query, plans: readonly Plan[]): Outcome | undefined {
  const [plan, ...others] = plans
  if (!plan || others.length > 0 || FIGURES.some((intent) => query.intents.has(intent))) return undefined
  const asked = [...new Set(query.words.filter(isTelling).map(({ plain }) => plain))]
  const [best, next] = fullText
    .find(asked, plan)
    .filter(({ entry }) => entry.kind === 'duty' || entry.kind === 'fact')
  if (!best || best.held < LEAST_HELD || best.held < LEAST_SHARE * asked.length) return undefined
  if (next && best.score < CLEARLY_BETTER * next.score) return undefined
  return hasPairOf(best.entry, query) && saysWholeWords(best.entry, query)
    ? answerWith([best.entry])
    : undefined
}

const isTelling = (word: Query['words'][number]): boolean =>
  !word.isGeneral && !isSlot(word) && !isYear(word) && !isSoft(word)

/** A word of several syllables is said by none of them apart. */
const saysWholeWords = ({ pairs }: Entry, { wholeWords, words }: Query): boolean =>
  wholeWords.every(({ from, to }) =>
    words.slice(from + 1, to).every((word, at) => pairs.has(`${words[from + at]?.plain} ${word.plain}`)),
  )

/** Two of its words stand together in the question as in the passage. */
const hasPairOf = ({ pairs }: Entry, { words }: Query): boolean =>
  words.some((word, at) => {
    const next = words[at + 1]
    return (
      next !== undefined && isTelling(word) && isTelling(next) && pairs.has(`${word.plain} ${next.plain}`)
    )
  })
