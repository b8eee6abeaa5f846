import type { OfficeAnswer } from '../domain/office-answer.ts'
import type { Citation, Plan } from '../domain/plan.ts'
import type { Answer, AskContext, Choice, Nearest, Part, Topic } from './answer.ts'
import { differenceOf } from './difference.ts'
import type { Entry } from './entry.ts'
import { notesOf } from './notes.ts'
import type { Outcome } from './outcome.ts'
import { partOf } from './part.ts'
import { premise } from './premise.ts'
import type { Query } from './query.ts'
import { en } from './render/en.ts'
import type { Sentences } from './render/sentences.ts'
import { vi } from './render/vi.ts'
import { topicOf } from './topic.ts'

const SENTENCES = { vi, en } as const
const MOST_CHOICES = 10
const MOST_IN_BRIEF = 4

interface Said {
  readonly query: Query
  readonly context: AskContext
  readonly question: string
  readonly plans: readonly Plan[]
}

/** Puts what was decided into sentences, with the structured facts beside them. */
export function compose(outcome: Outcome, said: Said): Answer {
  const say = SENTENCES[said.query.locale]
  if (outcome.kind === 'answer') return composeAnswer(outcome, said, say)
  if (outcome.kind === 'ask') return composeChoice(outcome.options, said, say)
  if (outcome.kind === 'refuse') return composeRefusal(outcome, said, say)
  if (outcome.kind === 'office') return composeOffice(outcome.answer, said, say)
  const places = said.plans.map(({ shortTitle }) => shortTitle[said.query.locale])
  const text = say.talk(outcome.about, places)
  return { ...emptyAnswer(said), behaviour: 'talk', text, brief: text }
}

const emptyAnswer = ({ query, context }: Said): Answer => ({
  behaviour: 'talk',
  locale: query.locale,
  text: '',
  brief: '',
  parts: [],
  choices: [],
  citations: [],
  nearest: [],
  topic: context.topic ?? { entries: [], question: '', years: [], levels: [] },
})

function composeAnswer(
  { entries, isCompared = false, isOfBodies = false }: Extract<Outcome, { kind: 'answer' }>,
  said: Said,
  say: Sentences,
): Answer {
  const parts = entries.map((entry) => partOf(entry, said.query.locale, said.context.today))
  const lines = isCompared ? parts : merged(parts)
  const first = premise(entries, said.query, say)
  const difference = isCompared ? differenceOf(entries, said.query.locale, say) : []
  const text = [
    ...first,
    ...(isOfBodies ? [bodiesIn(parts, say)] : lines.map((part) => line(part, said, say))),
    ...difference,
    ...notesOf(entries, parts, said.query).map((note) => say.note(note)),
    ...sourcesOf(parts, say),
  ]
  const shown = lines.slice(0, MOST_IN_BRIEF)
  const brief = isOfBodies
    ? text
    : [
        ...first,
        ...shown.map((part) => line(part, said, say)),
        ...difference,
        ...(lines.length > shown.length ? [say.more(lines.length - shown.length)] : []),
        ...sourcesOf(shown, say),
      ]
  return {
    ...emptyAnswer(said),
    behaviour: 'answer',
    text: text.join('\n'),
    brief: brief.join('\n'),
    parts,
    citations: citationsOf(parts),
    topic: topicOf(entries, said),
  }
}

/** What somebody of the office answered, named as that and with its days, never as the plan's word. */
function composeOffice(
  { id, plan, text: printed, answeredOn, keepUntil }: OfficeAnswer,
  said: Said,
  say: Sentences,
): Answer {
  const about = said.plans.find(({ code }) => code === plan)
  const part: Part = {
    ...{ kind: 'office', id, plan: plan ?? '', planTitle: about?.shortTitle[said.query.locale] ?? '' },
    ...{
      label: '',
      levels: [],
      when: '',
      comparator: '',
      printed,
      printedCount: '',
      names: [],
      notes: [],
    },
    citation: say.officeSource(answeredOn),
  }
  const text = [say.office(part, answeredOn, keepUntil), ...sourcesOf([part], say)].join('\n')
  return {
    ...emptyAnswer(said),
    behaviour: 'answer',
    text,
    brief: text,
    parts: [part],
    citations: [part.citation],
    topic: topicOf([], said, about),
  }
}

const bodiesIn = (parts: readonly Part[], say: Sentences): string =>
  say.bodies(parts[0]?.planTitle ?? '', [...new Set(parts.map(({ label }) => label))])

function line(part: Part, { query, context }: Said, say: Sentences): string {
  if (part.kind === 'office') return part.printed
  if (part.kind === 'deadline') return say.deadline(part, true, query.intents.has('days-left'), context.today)
  return say[part.kind](part, true)
}

/** Milestones that print the same are told in one line. */
function merged(parts: readonly Part[]): Part[] {
  const keyOf = ({ kind, plan, label, printed, printedCount, id }: Part): string =>
    kind === 'target' ? [plan, label, printed, printedCount].join('|') : id
  const heads = parts.filter((part, at) => parts.findIndex((other) => keyOf(other) === keyOf(part)) === at)
  return heads.map((head) => {
    const whens = parts.filter((part) => keyOf(part) === keyOf(head)).map(({ when }) => when)
    return { ...head, when: [...new Set(whens)].join('; ') }
  })
}

const sourcesOf = (parts: readonly Part[], say: Sentences): string[] =>
  citationsOf(parts).map(({ document, section }) => say.source(document, section))

const citationsOf = (parts: readonly Part[]): Citation[] =>
  parts
    .map(({ citation }) => citation)
    .filter(
      (one, at, all) =>
        all.findIndex((other) => other.document === one.document && other.section === one.section) === at,
    )

function composeChoice(options: readonly Entry[], said: Said, say: Sentences): Answer {
  const parts = oneOfEachFirst(options)
    .slice(0, MOST_CHOICES)
    .map((entry) => partOf(entry, said.query.locale, said.context.today))
  const choices: Choice[] = parts.map((part) => ({ label: say.choice(part), question: say.question(part) }))
  const text = [
    say.whichOne(),
    ...parts.map((part) => `• ${line(part, said, say)}`),
    ...sourcesOf(parts, say),
  ].join('\n')
  return {
    ...emptyAnswer(said),
    behaviour: 'ask',
    text,
    brief: say.whichOne(),
    parts,
    choices,
    citations: citationsOf(parts),
    topic: topicOf(options, said),
  }
}

/** When there are more than can be shown, every series is offered before a second year of one. */
function oneOfEachFirst(options: readonly Entry[]): readonly Entry[] {
  if (options.length <= MOST_CHOICES) return options
  const isFirst = (entry: Entry, at: number): boolean =>
    options.findIndex(({ series }) => series === entry.series) === at
  return [...options.filter(isFirst), ...options.filter((entry, at) => !isFirst(entry, at))]
}

function composeRefusal(
  { reason, plans, nearest, place }: Extract<Outcome, { kind: 'refuse' }>,
  said: Said,
  say: Sentences,
): Answer {
  const { query } = said
  const [plan] = plans
  const asked =
    reason === 'year-not-printed'
      ? query.years.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
      : query.levels.map((level) => say.levels[level]).join(', ')
  const near = nearest.map((entry) => nearestOf(entry, plan, said))
  const refusal = say.refusal(reason, plan?.shortTitle[query.locale], place, asked)
  const text = [
    refusal,
    ...(near.length > 0 ? [say.nearest()] : []),
    ...near.map(
      (one) => `• ${one.part ? line(one.part, said, say) : say.otherPlan(one.plan, one.label, one.section)}`,
    ),
  ].join('\n')
  return {
    ...emptyAnswer(said),
    behaviour: 'refuse',
    text,
    brief: refusal,
    nearest: near,
    reason,
    // «kể tên ra» that no plan prints: what was shown before is still spoken of
    topic: topicOfShown(nearest, said) ?? topicOf(reason === 'not-stated' ? [] : nearest, said, plan),
  }
}

const topicOfShown = (nearest: readonly Entry[], { context: { topic } }: Said): Topic | undefined =>
  nearest.length > 0 && nearest.every(({ id }) => topic?.entries.includes(id)) ? topic : undefined

/** Figures only of the plan the question was about. */
function nearestOf(entry: Entry, asked: Plan | undefined, { query, context }: Said): Nearest {
  const part = partOf(entry, query.locale, context.today)
  const named = {
    plan: part.planTitle,
    label: part.label || part.citation.section,
    section: part.citation.section,
  }
  return entry.plan === asked ? { ...named, part } : named
}
