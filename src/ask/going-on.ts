import type { Plan } from '../domain/plan.ts'
import type { AskContext } from './answer.ts'
import { isConfident, rank } from './candidate.ts'
import { decideWithin } from './decide-within.ts'
import type { Entry } from './entry.ts'
import type { FactIndex } from './fact-index.ts'
import { continueTopic } from './follow-up.ts'
import { answerWith, type Outcome } from './outcome.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import { targetOf } from './target-rows.ts'
import { HALF_SAID, MOSTLY_SAID } from './thresholds.ts'
import { shownIn } from './topic.ts'
import { yearOf } from './years.ts'

/** What goes on from the question before: the same fact in another row, or the words of both; undefined when it stands alone. */
export function goOn(index: FactIndex, query: Query, context: AskContext): Outcome | undefined {
  const plans = scopeOf(index, query, context)
  const isOfOne = query.carried.length > 0 && plans.length === 1
  const names = isOfOne ? namesOfShown(index, query, plans, context) : undefined
  if (names) return names
  const continued = query.isBare
    ? (dayOfDuty(index, query, plans, context) ?? continueTopic(index, query, context))
    : undefined
  if (continued && continued.kind !== 'refuse') return continued
  if (!isOfOne || continued?.reason === 'not-stated') return continued
  const beside = besideShown(index, query, plans, context) ?? whoseIsShown(index, query, plans, context)
  if (beside) return beside
  const row = inSameRow(index, query, plans, context)
  const both = (query.isBare ? undefined : sayingItself(index, query, plans, context, row)) ?? row
  if (both.kind === 'answer' && (!continued || continued.reason === 'level-not-in-plan')) return both
  return both.kind === 'refuse' && !query.isBare ? continued : (continued ?? both)
}

/** «Là những trường nào», «kể tên ra» after a figure: the names printed with it, or that there are none; undefined for other questions. */
function namesOfShown(
  index: FactIndex,
  { words }: Query,
  plans: readonly Plan[],
  { topic }: AskContext,
): Outcome | undefined {
  const line = plainly(words)
  if (!NAMES_ASKED.test(line) || words.some(({ plain }) => !OF_NAMES.has(plain))) return undefined
  const shown = shownIn(index.entriesOf(plans), topic)
  const targets = shown.flatMap((entry) => targetOf(entry) ?? [])
  if (targets.length === 0 || targets.length < shown.length) return undefined
  return targets.some(({ names }) => names.length > 0)
    ? answerWith(shown)
    : { kind: 'refuse', reason: 'not-stated', plans, nearest: shown }
}

const NAMES_ASKED =
  /(?:^| )(?:(?:truong|phuong|xa|don vi) (?:(?:do|nay|ay) )?nao|ten|danh sach|liet ke|which|names?|list)(?: |$)/
const OF_NAMES = new Set(
  'the vay con va thi do cu la gom bao cho xin em biet minh toi nhung cac truong phuong xa don vi nao gi ke neu liet ten ra ro danh sach ay nay a nhi ha nhe giup voi kem day du which what are they school ward name names list them those ones one of please can you'.split(
    ' ',
  ),
)

/** «So với tiếng Nhật thì sao, bên nào nhiều hơn»: what is named beside what was shown last; undefined else. */
function besideShown(
  index: FactIndex,
  query: Query,
  plans: readonly Plan[],
  { topic }: AskContext,
): Outcome | undefined {
  if (!query.intents.has('compare') || query.isBare || query.years.length + query.levels.length > 0)
    return undefined
  if (!SIDE_BY_SIDE.test(plainly(query.words))) return undefined
  const [one, ...more] = shownIn(index.entriesOf(plans), topic)
  const intents = new Set(
    [...query.intents, 'quantity' as const].filter((intent) => !OF_COMPARING.has(intent)),
  )
  const fresh = { ...query, intents, carried: [] }
  const other = figureSaid(index, fresh, decideWithin(index, fresh, plans))
  return one?.kind === 'target' && more.length === 0 && other && other !== one
    ? { kind: 'answer', entries: [one, other], isCompared: true }
    : undefined
}

const SIDE_BY_SIDE = /(?:^| )(?:so|(?:ben|cai|mon|thu|noi|truong|loai) nao|than|compar)(?: |$)/
const OF_COMPARING: ReadonlySet<string> = new Set(['compare', 'who'])

/** «Ai chịu trách nhiệm» after a figure: whose duty it is to reach it; undefined for other questions. */
function whoseIsShown(
  index: FactIndex,
  query: Query,
  plans: readonly Plan[],
  { topic }: AskContext,
): Outcome | undefined {
  const [last] = shownIn(index.entriesOf(plans), topic)
  const asksWhose =
    query.isBare && query.intents.has('who') && !OF_DOCUMENT.some((one) => query.intents.has(one))
  if (!asksWhose || last?.kind !== 'target') return undefined
  const words = [...query.carried, ...query.words]
  const found = decideWithin(
    index,
    { ...query, words, carried: [], isBare: false, levels: [], years: [] },
    plans,
  )
  return found.kind === 'answer' && found.entries.every(({ kind }) => kind === 'duty')
    ? found
    : { kind: 'refuse', reason: 'not-stated', plans, nearest: [last] }
}

const OF_DOCUMENT = ['identity', 'person', 'recipient', 'when'] as const

/** «Khi nào xong» of a duty that is printed without a day; undefined for other questions. */
function dayOfDuty(
  index: FactIndex,
  { intents }: Query,
  plans: readonly Plan[],
  { topic }: AskContext,
): Outcome | undefined {
  const shown = shownIn(index.entriesOf(plans), topic)
  const isOfDuties = shown.length > 0 && shown.every(tellsNoTime)
  return isOfDuties && (intents.has('when') || intents.has('days-left'))
    ? { kind: 'refuse', reason: 'not-stated', plans, nearest: shown }
    : undefined
}

const tellsNoTime = ({ kind, source }: Entry): boolean =>
  kind === 'duty' && 'duty' in source && !TIME.test(source.duty.text.vi)

const TIME = /hằng|mỗi (?:năm|tháng|quý|kỳ)|định kỳ|thường xuyên|\d{4}|\d\/\d/u

/** What the words of the question lead to without those before it, where they say all of it or lead on from what was shown; undefined else. */
function sayingItself(
  index: FactIndex,
  query: Query,
  plans: readonly Plan[],
  context: AskContext,
  row: Outcome,
): Outcome | undefined {
  const fresh = { ...query, carried: [] }
  const alone = inSameRow(index, fresh, plans, context)
  if (alone.kind !== 'answer') return undefined
  if (saysAll(index, query, fresh, alone.entries, plans)) return alone
  const { topic } = context
  const goesElsewhere = query.years.some(({ from }) => !topic?.years.includes(from))
  const other = goesElsewhere ? undefined : figureSaid(index, fresh, alone)
  return other && leadsOn(other, row, shownIn(index.entriesOf(plans), topic))
    ? answerWith([other])
    : undefined
}

/** «Mấy trường còn lại phải nhích bao nhiêu hạng»: the words before it lead to what was shown already. */
const leadsOn = (other: Entry, row: Outcome, shown: readonly Entry[]): boolean =>
  row.kind === 'answer' &&
  row.entries.every((entry) => shown.includes(entry)) &&
  shown.every(({ kind }) => kind === 'target') &&
  !shown.includes(other)

/** The one figure that the words lead to, if it holds most of them. */
function figureSaid(index: FactIndex, fresh: Query, alone: Outcome): Entry | undefined {
  const [entry, ...others] = alone.kind === 'answer' ? alone.entries : []
  const [best] = entry && others.length === 0 ? rank([entry], fresh, index.weights) : []
  return best?.entry.kind === 'target' && best.coverage >= MOSTLY_SAID && best.evidence >= HALF_SAID
    ? best.entry
    : undefined
}

/**
 * «Thế tuyển viên chức thì …»: what of the plan spoken of says all of the new question, where with the words before it another would be
 * meant; not «còn số xếp loại tốt thì sao» of managers, of which another fact says as much and of the question before it as well.
 */
function saysAll(
  index: FactIndex,
  query: Query,
  fresh: Query,
  entries: readonly Entry[],
  plans: readonly Plan[],
): boolean {
  const [best] = rank(entries, fresh, index.weights)
  if (!best || best.coverage < ALL_NEW || best.evidence < HALF_SAID || best.matched < TELLING_NEW)
    return false
  const [both] = rank(index.entriesOf(plans), query, index.weights)
  const isAlike =
    both !== undefined &&
    both.entry !== best.entry &&
    both.entry.kind === best.entry.kind &&
    best.entry.kind !== 'duty' &&
    isConfident(both)
  const [asMuch] = isAlike ? rank([both.entry], fresh, index.weights) : []
  return !asMuch || asMuch.coverage < best.coverage || asMuch.evidence < best.evidence - NEARLY_AS_MUCH
}

const ALL_NEW = 0.95
const TELLING_NEW = 0.7
const NEARLY_AS_MUCH = 0.05

/** What was asked of one year or level goes on in that where it is left open. */
function inSameRow(index: FactIndex, query: Query, plans: readonly Plan[], { topic }: AskContext): Outcome {
  const both = decideWithin(index, query, plans)
  if (both.kind !== 'ask' || topic === undefined) return both
  const years = query.years.length > 0 ? query.years : topic.years.map(yearOf)
  const levels = query.levels.length > 0 ? query.levels : topic.levels
  if (years.length === query.years.length && levels.length === query.levels.length) return both
  const then = decideWithin(index, { ...query, years, levels }, plans)
  return then.kind === 'answer' ? then : both
}

function scopeOf({ plans }: FactIndex, query: Query, { topic }: AskContext): readonly Plan[] {
  if (query.plans.length > 0) return query.plans
  const before = query.isFollowUp ? plans.find(({ code }) => code === topic?.plan) : undefined
  return before ? [before] : plans
}
