import type { Plan } from '../domain/plan.ts'
import type { AskContext, Topic } from './answer.ts'
import type { Entry } from './entry.ts'
import type { Query } from './query.ts'
import { targetOf } from './target-rows.ts'

const LONGEST = 400
const MOST_ENTRIES = 10

interface Asked {
  readonly query: Query
  readonly context: AskContext
  readonly question: string
}

/** What a follow-up may leave out: the plan, the facts shown, the words that led there, the year and level last said. */
export function topicOf(entries: readonly Entry[], asked: Asked, about?: Plan): Topic {
  const { query, context } = asked
  const plans = new Set([...entries.map(({ plan }) => plan.code), ...(about ? [about.code] : [])])
  const [plan] = plans
  const before = query.isFollowUp ? context.topic : undefined
  const years = query.years.map(({ from }) => from)
  const keepsYears = years.length === 0 && entries.some((entry) => targetOf(entry)?.due)
  return {
    ...(plan !== undefined && plans.size === 1 ? { plan } : {}),
    entries: entries.map(({ id }) => id).slice(0, MOST_ENTRIES),
    question: wordsSaid(asked).slice(0, LONGEST),
    years: keepsYears ? (before?.years ?? []) : years,
    levels: query.levels.length > 0 ? query.levels : (before?.levels ?? []),
  }
}

function wordsSaid({ query, context, question }: Asked): string {
  const before = context.topic?.question ?? ''
  if (!query.isFollowUp) return question
  return query.isBare ? before : `${question} ${before}`
}
