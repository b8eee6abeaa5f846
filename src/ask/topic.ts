import type { Plan } from '../domain/plan.ts'
import type { Locale } from '../domain/text.ts'
import type { AskContext, Topic } from './answer.ts'
import type { Entry } from './entry.ts'
import { bodyNamed } from './named-body.ts'
import type { Query } from './query.ts'
import { targetOf } from './target-rows.ts'

const LONGEST = 400
const MOST_ENTRIES = 10

interface Asked {
  readonly query: Query
  readonly context: AskContext
  readonly question: string
}

/** Those of the facts that were shown last. */
export const shownIn = (entries: readonly Entry[], topic: Topic | undefined): readonly Entry[] =>
  entries.filter(({ id }) => topic?.entries.includes(id))

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
    question: wordsSaid(entries, asked).slice(0, LONGEST),
    years: keepsYears ? (before?.years ?? []) : years,
    levels: query.levels.length > 0 ? query.levels : (before?.levels ?? []),
    intents: [...query.intents],
  }
}

/** Of a follow-up that was understood, the words of the fact it led to stand for those that led there. */
function wordsSaid(entries: readonly Entry[], { query, context, question }: Asked): string {
  const before = context.topic?.question ?? ''
  if (!query.isFollowUp) return question
  if (query.isBare) return before
  if (bodyNamed(query).length > 0) return question
  const [fact, ...others] = entries
  return `${question} ${fact && others.length === 0 ? wordingOf(fact, query.locale) : before}`
}

function wordingOf({ source }: Entry, locale: Locale): string {
  if ('target' in source) return source.target.label[locale]
  return 'duty' in source
    ? `${source.duty.who[locale]} ${source.duty.text[locale]}`
    : source.fact.text[locale]
}
