import type { PlanLibrary } from '../domain/plan.ts'
import type { Answer, AskContext } from './answer.ts'
import { buildEntries } from './build-entries.ts'
import { compose } from './compose.ts'
import { buildCompounds } from './compound.ts'
import { FactIndex } from './fact-index.ts'
import type { Lexicon } from './lexicon.ts'
import { officeAnswerTo } from './office.ts'
import type { Outcome } from './outcome.ts'
import { buildPlaceNames, clippedNames, englishName, namesOf } from './place-names.ts'
import type { Query } from './query.ts'
import { type Reading, readingOf } from './reading.ts'
import { properNamesOf } from './school-names.ts'
import { readSmallTalk } from './small-talk.ts'
import { understand } from './understand.ts'
import { Vocabulary } from './vocabulary.ts'

export type { Answer, AskContext, Behaviour, Choice, Nearest, Part, RefusalReason, Topic } from './answer.ts'

export interface Asker {
  /** Answers from the plans alone. Pass the topic of the answer before it, so that «thế còn 2030?» is understood. */
  ask(question: string, context: AskContext): Answer
}

/** An index over everything the plans print; build once per set of plans, then each question takes a few milliseconds. */
export function createAsker(library: PlanLibrary): Asker {
  const all = createIndex(library)
  const open = library.plans.filter(({ audience }) => audience === 'public')
  let forAnyone = open.length === library.plans.length ? all : undefined
  return {
    ask(question, context) {
      if (context.audience !== 'public') return ask(all, question, context)
      forAnyone ??= createIndex({ ...library, plans: open })
      return ask(forAnyone, question, context)
    },
  }
}

interface Indexed {
  readonly index: FactIndex
  readonly lexicon: Lexicon
  /** Questions the office has answered, as understood. */
  readonly answered: Map<string, Query>
}

function createIndex(library: PlanLibrary): Indexed {
  const placeNames = buildPlaceNames(library)
  const index = new FactIndex(library.plans, buildEntries(library, placeNames))
  return { index, lexicon: lexiconFor(library, index, placeNames), answered: new Map() }
}

/** What goes on longer than this asks nothing more. */
const LONGEST_QUESTION = 600
/** Answered questions kept as understood; of more the reading starts anew. */
const MOST_ANSWERED = 1000

/** The words of the plans, as far as reading a question needs them. */
export const lexiconFor = (
  library: PlanLibrary,
  { tally }: FactIndex,
  placeNames: Lexicon['placeNames'],
): Lexicon => ({
  vocabulary: new Vocabulary(textsOf(library)),
  placeNames,
  properNames: properNamesOf(library),
  compounds: buildCompounds(library, placeNames),
  pairs: tally.tellingPairs,
  plans: library.plans,
})

function ask(indexed: Indexed, asked: string, context: AskContext): Answer {
  const { index, lexicon } = indexed
  const question = asked.slice(0, LONGEST_QUESTION)
  const { query, outcome: decided } =
    talkOf(lexicon, question, context) ?? readingOf(index, lexicon, question, context)
  const outcome = decided.kind === 'refuse' ? (byOffice(indexed, query, context) ?? decided) : decided
  return compose(outcome, { query, context, question, plans: index.plans })
}

/** A greeting, thanks or a question about the bot itself, unless it names a plan. */
function talkOf(lexicon: Lexicon, question: string, context: AskContext): Reading | undefined {
  const about = readSmallTalk(question, lexicon.vocabulary)
  if (about === undefined) return undefined
  const query = understand(lexicon, question, context)
  // «thế ai làm?», of what was shown
  const isOfTopic = context.topic !== undefined && query.intents.has('who')
  return query.plans.length > 0 || isOfTopic ? undefined : { query, outcome: { kind: 'talk', about } }
}

/** Where the plans are silent the office may have answered the same before. */
function byOffice(
  { index, lexicon, answered }: Indexed,
  query: Query,
  context: AskContext,
): Outcome | undefined {
  if (context.office === undefined || context.office.length === 0) return undefined
  const readAnswered = (question: string): Query => {
    const known = answered.get(question)
    if (known) return known
    const made = understand(lexicon, question, { today: context.today })
    if (answered.size >= MOST_ANSWERED) answered.clear()
    answered.set(question, made)
    return made
  }
  const answer = officeAnswerTo(query, context, readAnswered, index.weights)
  return answer && { kind: 'office', answer }
}

function* textsOf({ plans, catalogue }: PlanLibrary): Generator<string> {
  const used = new Set(plans.flatMap(({ targets }) => targets.map(({ indicator }) => indicator)))
  for (const one of catalogue.indicators)
    if (used.has(one.code))
      yield* [one.label.vi, one.label.en, one.shortLabel.vi, one.shortLabel.en, ...one.synonyms]
  for (const plan of plans) {
    yield* [...namesOf(plan), ...clippedNames(plan)]
    yield* plan.schools.map(({ name }) => name)
    yield* plan.units.flatMap(({ name }) => [name, englishName(name)])
    for (const target of plan.targets)
      yield* [
        target.label.vi,
        target.label.en,
        target.when.vi,
        target.when.en,
        target.printed.vi,
        target.printed.en,
        ...target.keywords,
        ...target.names,
      ]
    for (const duty of plan.duties)
      yield* [duty.who.vi, duty.who.en, duty.text.vi, duty.text.en, ...duty.keywords]
    for (const fact of plan.facts) yield* [fact.text.vi, fact.text.en, ...fact.keywords]
  }
}
