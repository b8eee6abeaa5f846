import type { Level } from '../domain/level.ts'
import type { Audience, OfficeAnswer } from '../domain/office-answer.ts'
import type { Citation } from '../domain/plan.ts'
import type { Locale } from '../domain/text.ts'

export type Behaviour = 'answer' | 'ask' | 'refuse' | 'talk'

/** One printed fact of an answer, in the answer's language; the edge lays it out. */
export interface Part {
  readonly kind: 'target' | 'duty' | 'fact' | 'deadline' | 'office'
  readonly id: string
  /** Plan code. */
  readonly plan: string
  readonly planTitle: string
  /** Target: its label. Duty: who carries it. Fact: empty. */
  readonly label: string
  readonly levels: readonly Level[]
  /** Target: the milestone as printed. Deadline: the day as printed. Otherwise empty. */
  readonly when: string
  readonly comparator: string
  /** Target: the value as printed. Otherwise the passage, a summary of the document's words. */
  readonly printed: string
  /** «59/64» when printed, else empty. */
  readonly printedCount: string
  readonly names: readonly string[]
  /** Deadline only: to whom, last allowed day (ISO) and days left from `today`; absent when no day is printed or it has passed. */
  readonly deadline?: { readonly to: string; readonly lastDay?: string; readonly daysLeft?: number }
  readonly notes: readonly string[]
  readonly citation: Citation
}

/** A tap that asks the same thing without leaving anything open. */
export interface Choice {
  readonly label: string
  readonly question: string
}

/** What was talked about, kept by the caller between two questions of one chat. JSON-serialisable. */
export interface Topic {
  /** Plan code, when one was settled. */
  readonly plan?: string
  /** Ids of the facts shown last. */
  readonly entries: readonly string[]
  /** Words of the questions that led there. */
  readonly question: string
  readonly years: readonly number[]
  readonly levels: readonly Level[]
  /** Ways of asking, which a short follow-up leaves out. */
  readonly intents?: readonly string[]
}

export interface AskContext {
  readonly topic?: Topic
  /** ISO local date. */
  readonly today: string
  /** Code of the plan of the asker's own unit: the place meant when none is named. */
  readonly home?: string
  /** What the office has answered where the plans are silent, as far as the asker may read it. */
  readonly office?: readonly OfficeAnswer[]
  /** Whose plans may be read; absent: all. */
  readonly audience?: Audience
  /** Language wanted; absent: that of the question. */
  readonly locale?: Locale
}

export type RefusalReason =
  | 'not-stated'
  | 'year-not-printed'
  | 'level-not-in-plan'
  | 'place-unknown'
  | 'no-amount'
  | 'no-reason'

/** Titles only where the fact belongs to a plan the question was not about. */
export interface Nearest {
  readonly plan: string
  readonly label: string
  readonly section: string
  readonly part?: Part
}

export interface Answer {
  readonly behaviour: Behaviour
  readonly locale: Locale
  readonly text: string
  /** The same for a group: the figures and their source, without notes and what is near. */
  readonly brief: string
  readonly parts: readonly Part[]
  readonly choices: readonly Choice[]
  readonly citations: readonly Citation[]
  readonly nearest: readonly Nearest[]
  readonly reason?: RefusalReason
  readonly topic: Topic
}
