import type { Plan } from '../domain/plan.ts'
import { bodiesListed } from './bodies-listed.ts'
import { isInWords, rank } from './candidate.ts'
import { compare } from './comparison.ts'
import { dutiesOfSchools } from './duties-of-schools.ts'
import type { FactIndex } from './fact-index.ts'
import { sayingTogether } from './general-words.ts'
import { documentNumbered, givenTo, identityOf, ofEachDocument } from './identity.ts'
import { joined } from './joined.ts'
import { list } from './listing.ts'
import { answerWith, type Outcome, rowsIn } from './outcome.ts'
import type { Query } from './query.ts'
import { refusalFor } from './refusal.ts'
import { inSection } from './section-asked.ts'
import { settle } from './settle.ts'
import { whichSchool } from './shared-name.ts'

/** What the plans named, or spoken of, say to a question. */
export function decideWithin(index: FactIndex, query: Query, plans: readonly Plan[]): Outcome {
  const perPlan = plans.map((plan) => rank(index.entriesOf([plan]), query, index.weights))
  const ranked = perPlan.flat().sort((a, b) => b.total - a.total)
  const refusal = refusalFor(ranked, query, plans)
  if (refusal) return refusal
  const documents = ofEachDocument(index, query, plans)
  if (documents) return { kind: 'answer', entries: documents, isCompared: true }
  if (query.intents.has('compare') || plans.length > 1 || query.years.length > 1 || query.levels.length > 1) {
    const compared = compare(perPlan, query, index.weights)
    if (compared) return compared
  }
  const given = givenTo(index.entriesOf(plans), query)
  if (given) return answerWith([given])
  const [plan, ...others] = plans
  const ofOne =
    plan && others.length === 0
      ? (whichSchool(ranked, query, plan, index.weights) ??
        bodiesListed(index, query, plan) ??
        dutiesOfSchools(index, query, plan) ??
        joined(index, ranked, query, plan))
      : undefined
  if (ofOne) return ofOne
  const numbered = documentNumbered(index, query, plans)
  if (numbered) return numbered
  const together = query.intents.has('identity')
    ? undefined
    : sayingTogether(index, index.entriesOf(plans), query)
  // «THPT Bạch Đằng … đến năm nào»: of what a school has to do, and no document
  const isOfSchool = query.names.length > 0 && query.intents.has('when')
  const identity = isOfSchool ? undefined : identityOf(index, ranked, query, plans)
  if (identity) return together ?? identity
  const listed = list(index, ranked, query, plans)
  if (listed) return listed
  const settled = settle(ranked, query, plans, index.weights, index.fullText)
  if (plan && isOfOtherYear(settled, query, plan))
    return { kind: 'refuse', reason: 'year-not-printed', plans, nearest: rowsIn(settled).slice(0, 3) }
  const isSilent = settled.kind === 'refuse' && settled.reason === 'not-stated'
  return isSilent ? (together ?? inSection(index.entriesOf(plans), query) ?? settled) : settled
}

/** «Tuyển dụng năm 2027 là bao nhiêu»: what is told in words of no year says nothing of one the plan is not for. */
const isOfOtherYear = (outcome: Outcome, { years, intents }: Query, { term }: Plan): boolean =>
  outcome.kind === 'answer' &&
  intents.has('how-many') &&
  years.length > 0 &&
  years.every(
    ({ from, to, isRelative }) =>
      !isRelative &&
      (to < term.fromYear || from > term.toYear) &&
      outcome.entries.every((entry) => isInWords(entry) && !entry.words.has(`${from}`)),
  )
