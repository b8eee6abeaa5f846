import type { Duty, Fact, Plan, Target } from '../domain/plan.ts'
import type { Locale } from '../domain/text.ts'
import type { EntryWords, WordsOfEntry } from './entry-words.ts'
import type { Token } from './normalise.ts'
import type { Phrase } from './phrase.ts'
import type { Wording } from './wordings.ts'

export type EntryKind = 'target' | 'duty' | 'deadline' | 'fact'

/** What an entry is of, before its words are looked at. */
export interface EntryParts {
  readonly kind: EntryKind
  readonly plan: Plan
  readonly id: string
  /** Facts of one series differ by level and year only. */
  readonly series: string
  readonly wordings: readonly Wording[]
  /** What a target counts («04 trường»), or of what it is a share («học sinh»). */
  readonly counts: readonly Token[]
  /** Words of the document's own title and issuer, with marks and without: they name the plan, not the fact. */
  readonly about: { readonly texts: ReadonlySet<string>; readonly plains: ReadonlySet<string> }
  readonly source: { readonly target: Target } | { readonly duty: Duty } | { readonly fact: Fact }
}

/** One fact of one plan, ready to be matched. */
export class Entry implements EntryParts {
  readonly kind: EntryKind
  readonly plan: Plan
  readonly id: string
  readonly series: string
  readonly wordings: readonly Wording[]
  readonly counts: EntryParts['counts']
  readonly about: EntryParts['about']
  readonly source: EntryParts['source']
  readonly #store: EntryWords

  constructor(parts: EntryParts, store: EntryWords) {
    this.kind = parts.kind
    this.plan = parts.plan
    this.id = parts.id
    this.series = parts.series
    this.wordings = parts.wordings
    this.counts = parts.counts
    this.about = parts.about
    this.source = parts.source
    this.#store = store
  }

  /** All that matching needs, at once. */
  get read(): WordsOfEntry {
    return this.#store.of(this.wordings)
  }

  get phrases(): readonly Phrase[] {
    return this.read.phrases
  }

  get words(): WordsOfEntry['words'] {
    return this.read.words
  }

  get plains(): WordsOfEntry['plains'] {
    return this.read.plains
  }

  get pairs(): WordsOfEntry['pairs'] {
    return this.read.pairs
  }
}

/** Where in its document it stands. */
export const sectionOf = ({ source }: Entry): string =>
  'duty' in source ? source.duty.section : 'fact' in source ? source.fact.section : source.target.section

/** In the same place of the same plan. */
export const standsBeside = (one: Entry, other: Entry): boolean =>
  one.plan === other.plan && sectionOf(one) === sectionOf(other)

/** To filter by: of each plan the first that is listed. */
export const isFirstOfPlan = (one: Entry, at: number, all: readonly Entry[]): boolean =>
  all.findIndex(({ plan }) => plan === one.plan) === at

/** What an answer with it would print, in short. */
export function shownOf({ source }: Entry, locale: Locale): string {
  if ('duty' in source) return source.duty.text[locale]
  if ('fact' in source) return source.fact.text[locale]
  const { label, printed, names, notes } = source.target
  return [label[locale], printed[locale], ...names, ...notes.map((note) => note[locale])].join(' ')
}
