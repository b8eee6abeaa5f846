import type { PlanLibrary } from '../domain/plan.ts'
import type { Answer, AskContext } from './answer.ts'
import { buildEntries } from './build-entries.ts'
import { canonicalWords } from './canonical.ts'
import { compose } from './compose.ts'
import { buildCompounds } from './compound.ts'
import { decide } from './decide.ts'
import { FactIndex } from './fact-index.ts'
import type { Lexicon } from './lexicon.ts'
import { PhraseTable } from './phrase-table.ts'
import { buildPlaceNames, namesOf } from './place-names.ts'
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
  const placeNames = buildPlaceNames(library)
  const entries = buildEntries(library, placeNames)
  const index = new FactIndex(library.plans, entries)
  const lexicon = lexiconFor(library, index, placeNames)
  return { ask: (question, context) => ask(index, lexicon, question, context) }
}

/** What goes on longer than this asks nothing more. */
const LONGEST_QUESTION = 600

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

function ask(index: FactIndex, lexicon: Lexicon, asked: string, context: AskContext): Answer {
  const question = asked.slice(0, LONGEST_QUESTION)
  const query = understand(lexicon, question, context)
  const talk = query.plans.length === 0 ? readSmallTalk(question, lexicon.vocabulary) : undefined
  const outcome = talk ? { kind: 'talk' as const, about: talk } : decide(index, query, context)
  return compose(outcome, { query, context, question, plans: index.plans })
}

function* textsOf({ plans, catalogue }: PlanLibrary): Generator<string> {
  const used = new Set(plans.flatMap(({ targets }) => targets.map(({ indicator }) => indicator)))
  for (const one of catalogue.indicators)
    if (used.has(one.code))
      yield* [one.label.vi, one.label.en, one.shortLabel.vi, one.shortLabel.en, ...one.synonyms]
  for (const plan of plans) {
    yield* namesOf(plan)
    yield* plan.schools.map(({ name }) => name)
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

/** Names of schools and sites without the word for their level; a name that is also a place is left to the place. */
function properNamesOf({ plans }: PlanLibrary): PhraseTable<string> {
  const places = new Set(plans.flatMap(namesOf))
  const names = plans.flatMap((plan) => [
    ...plan.schools.map(({ name }) => name),
    ...plan.targets.flatMap((target) => target.names),
  ])
  const bare = names.map((name) =>
    canonicalWords(name)
      .filter(({ text }) => !text.startsWith('@') && text !== 'trường')
      .map(({ text }) => text)
      .join(' '),
  )
  return new PhraseTable(
    bare.filter((name) => name !== '' && !places.has(name)).map((name) => [name, name] as const),
  )
}
