import type { Level } from '../domain/level.ts'
import type { Plan } from '../domain/plan.ts'
import type { Locale } from '../domain/text.ts'
import type { Conjunct } from './conjuncts.ts'
import type { Token } from './normalise.ts'
import type { Intent } from './words/intents.ts'

/** A span of calendar years; a school year 2023–2024 is one of two. */
export interface AskedYears {
  readonly from: number
  readonly to: number
  /** «Năm nay»: whoever says so of a plan for one year means that year. */
  readonly isRelative?: boolean
}

export interface Span {
  readonly from: number
  /** First place after it. */
  readonly to: number
}

/** A question as understood, before any fact is looked at. */
export interface Query {
  readonly locale: Locale
  readonly words: readonly Token[]
  /** Words of the earlier question, of a follow-up. */
  readonly carried: readonly Token[]
  /** Places of keywords of several words among `words`, longest first where they overlap. */
  readonly keywords: readonly Span[]
  /** Places of words of several syllables, which mean nothing apart. */
  readonly wholeWords: readonly Span[]
  /** Places of the names of schools and sites. */
  readonly names: readonly Span[]
  readonly plans: readonly Plan[]
  /** A place is named that no plan is of. */
  readonly unknownPlace?: string
  readonly years: readonly AskedYears[]
  readonly levels: readonly Level[]
  /** `30%`, `7/30`, `20/6`: figures the question itself holds. */
  readonly values: readonly string[]
  readonly intents: ReadonlySet<Intent>
  /** The subjects joined in it, worked out when asked for. */
  readonly conjuncts: () => readonly Conjunct[]
  /** It is itself one of the subjects of a longer question: `carried` is the rest of that. */
  readonly isConjunct?: boolean
  readonly isFollowUp: boolean
  /** Nothing but places, years, levels and general words. */
  readonly isBare: boolean
}
