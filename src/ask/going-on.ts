import type { Plan } from '../domain/plan.ts'
import type { AskContext } from './answer.ts'
import { isConfident, rank } from './candidate.ts'
import { decideWithin } from './decide-within.ts'
import type { Entry } from './entry.ts'
import type { FactIndex } from './fact-index.ts'
import { continueTopic, isOfAnother, namesAnother } from './follow-up.ts'
import { dayOfDuty, namesOfShown, tellsNoTime, whoseIsShown } from './of-shown.ts'
import { answerWith, type Outcome, silentOn } from './outcome.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import { HALF_SAID, MOSTLY_SAID } from './thresholds.ts'
import { shownIn } from './topic.ts'
import { isPeriod } from './word-class.ts'
import { yearOf } from './years.ts'

/** What goes on from the question before; that a duty is printed without a time is no answer to when it is done. */
export function goOn(index: FactIndex, asked: Query, context: AskContext): Outcome | undefined {
  const outcome = wentOn(index, asked, context)
  const isTimeless =
    outcome?.kind === 'answer' && asked.intents.has('when') && outcome.entries.every(tellsNoTime)
  return isTimeless ? silentOn(scopeOf(index, asked, context), outcome.entries) : outcome
}

/** The same fact in another row, or the words of both; undefined when the question stands alone. */
function wentOn(index: FactIndex, asked: Query, context: AskContext): Outcome | undefined {
  const plans = scopeOf(index, asked, context)
  const shown = context.topic === undefined ? [] : shownIn(index.entriesOf(plans), context.topic)
  const asksDuty = asked.isBare && asked.intents.size === 0 && isOfAnother(asked, shown)
  const query: Query = asksDuty ? { ...asked, intents: new Set(['task']) } : asked
  const isOfOne = query.carried.length > 0 && plans.length === 1
  const told = (isOfOne ? namesOfShown(query, plans, shown) : undefined) ?? dayOfDuty(query, plans, shown)
  if (told) return told
  const period = asked.intents.has('task') ? undefined : ofOtherPeriod(index, query, plans, shown)
  if (period) return answerWith([period])
  const continued = query.isBare ? continueTopic(index, query, context) : undefined
  if (continued && continued.kind !== 'refuse') return continued
  if (!isOfOne || continued?.reason === 'not-stated') return continued
  const beside = besideShown(index, query, plans, shown) ?? whoseIsShown(index, query, plans, shown)
  if (beside) return beside
  const row = inSameRow(index, query, plans, context)
  const both = (query.isBare ? undefined : sayingItself(index, query, plans, context, row, shown)) ?? row
  if (both.kind === 'answer' && (!continued || continued.reason === 'level-not-in-plan')) return both
  return both.kind === 'refuse' && !query.isBare ? continued : (continued ?? both)
}

/** «Bản cả năm nữa?», after the half-year report: the deadline of the same body for the period named; undefined else. */
function ofOtherPeriod(
  index: FactIndex,
  query: Query,
  plans: readonly Plan[],
  [last]: readonly Entry[],
): Entry | undefined {
  const [period, ...more] = query.words.filter(isPeriod)
  if (last?.kind !== 'deadline' || !period || more.length > 0 || namesAnother(query, last)) return undefined
  const saysElse = query.words.some(
    (word) =>
      OFFICES.has(word.plain) || (word !== period && !word.isLight && index.weights.cost(word) > SAYS_LITTLE),
  )
  return saysElse
    ? undefined
    : index
        .entriesOf(plans)
        .find((one) => one.kind === 'deadline' && whoOf(one) === whoOf(last) && one.words.has(period.text))
}

const SAYS_LITTLE = 0.2
const OFFICES = new Set(['phong', 'offic'])

const whoOf = ({ source }: Entry): string => ('duty' in source ? source.duty.who.vi : '')

/** «So với tiếng Nhật thì sao, bên nào nhiều hơn»: what is named beside what was shown last; undefined else. */
function besideShown(
  index: FactIndex,
  query: Query,
  plans: readonly Plan[],
  [one, ...more]: readonly Entry[],
): Outcome | undefined {
  if (!query.intents.has('compare') || query.isBare || query.years.length + query.levels.length > 0)
    return undefined
  if (!SIDE_BY_SIDE.test(plainly(query.words))) return undefined
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

/** What the words of the question lead to without those before it, where they say all of it or lead on from what was shown; undefined else. */
function sayingItself(
  index: FactIndex,
  query: Query,
  plans: readonly Plan[],
  context: AskContext,
  row: Outcome,
  shown: readonly Entry[],
): Outcome | undefined {
  const fresh = { ...query, carried: [] }
  const alone = inSameRow(index, fresh, plans, context)
  if (alone.kind !== 'answer') return undefined
  if (saysAll(index, query, fresh, alone.entries, plans)) return alone
  const goesElsewhere = query.years.some(({ from }) => !context.topic?.years.includes(from))
  const other = goesElsewhere ? undefined : figureSaid(index, fresh, alone)
  return other && leadsOn(other, row, shown) ? answerWith([other]) : undefined
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
