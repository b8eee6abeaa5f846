import type { AskContext, Topic } from './answer.ts'
import { asksNumber } from './answering.ts'
import type { Entry } from './entry.ts'
import type { FactIndex } from './fact-index.ts'
import { asksOnlyDay } from './identity.ts'
import { wordsOfWho } from './named-body.ts'
import { wantsNames } from './naming.ts'
import type { Token } from './normalise.ts'
import { answerWith, type Outcome, silentOn } from './outcome.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import { settleRows, subjectOf, targetOf } from './target-rows.ts'
import { shownIn } from './topic.ts'
import { isSlot } from './word-class.ts'
import { OVERALL } from './words/general.ts'
import { yearOf } from './years.ts'

/** What a document is and who signed it are two facts that are asked of together. */
const MOST_FACTS = 2
/** «Tổng cộng hết mấy tỷ»: no fact shown before tells it. */
export const NOT_OF_PLANS = ['money', 'person', 'why', 'contact', 'opinion', 'estimate'] as const
const ANEW = ['who', 'task', 'when', 'days-left', 'identity', 'recipient'] as const

/** The same indicator or duty for another year, level or place; undefined when the words have to be searched again. */
export function continueTopic(index: FactIndex, query: Query, { topic }: AskContext): Outcome | undefined {
  if (!topic)
    return query.plans.length === 1 &&
      query.words.every(isPlace) &&
      query.intents.size === 0 &&
      !asksOnlyDay(query.words)
      ? aboutPlan(index.entriesOf(query.plans))
      : undefined
  const about = index.plans.filter(({ code }) => topic.plan === undefined || code === topic.plan)
  const shown = shownIn(index.entriesOf(about), topic)
  const [last] = shown
  if (!last) return undefined
  const changesPlan = query.plans.length > 0 && query.plans.every(({ code }) => code !== topic.plan)
  const asksAnew = ANEW.some((intent) => query.intents.has(intent))
  const asksElse = NOT_OF_PLANS.some((intent) => query.intents.has(intent))
  if (changesPlan || asksElse || (asksAnew && last.kind !== 'duty' && last.kind !== 'deadline'))
    return undefined
  // what somebody does is no figure of another year
  if (last.kind === 'duty' && query.years.length > 0 && asksNumber(query)) return undefined
  if (query.intents.has('task') && isOfAnother(query, shown)) return undefined
  // «còn các trường thì hạn nào»: another's deadline
  if (last.kind === 'deadline' && (query.words.some(isSchool) || namesAnother(query, last))) return undefined
  if (last.kind !== 'target') return answerWith(shown.slice(0, last.kind === 'fact' ? MOST_FACTS : 1))
  if (wantsNames(query) && (targetOf(last)?.names.length ?? 0) === 0) return silentOn([last.plan], [last])
  const alike = index.entriesOf([last.plan]).filter((entry) => isOfSubject(entry, last))
  const asked = { ...query, plans: [last.plan], ...rowAsked(query, topic) }
  const outcome = settleRows(alike, asked)
  return outcome.kind === 'answer' && outcome.entries.length === 2 && query.intents.has('compare')
    ? { ...outcome, isCompared: true }
    : outcome
}

/** A new level keeps the year last spoken of; a new year keeps the level. */
function rowAsked({ levels, years, words }: Query, topic: Topic): Pick<Query, 'levels' | 'years'> {
  const kept = years.length > 0 ? years : topic.years.map(yearOf)
  if (levels.length > 0) return { levels, years: kept }
  return words.some(isOverall) || WHOLE_PLACE.test(plainly(words))
    ? { levels: [], years: kept }
    : { levels: topic.levels, years }
}

const WHOLE_PLACE = /(?:^| )(?:ca|toan) (?:thi xa|quan|huyen|tinh|dia ban)(?: |$)/

const isPlace = (word: Token): boolean => isSlot(word) || word.isGeneral

const isSchool = ({ plain }: Token): boolean => plain === 'truong' || plain === 'school'

/** «Còn các xã phường thì sao», after a duty that is not theirs. */
export const isOfAnother = (query: Query, [last]: readonly Entry[]): boolean =>
  last?.kind === 'duty' && namesAnother(query, last)

/** «Vậy phường em gửi trước ngày mấy»: a body that is not the carrier of what was shown. */
export function namesAnother({ words }: Query, last: Entry): boolean {
  const who = wordsOfWho(last)
  return words.some(
    ({ plain }, at) =>
      BODIES.has(plain) && !who.has(plain) && !(plain === 'xa' && words[at - 1]?.plain === 'thi'),
  )
}

const BODIES = new Set(['truong', 'xa', 'phuong', 'school', 'ward', 'commun'])

/** «Còn chung cả quận?» asks for no level. */
const isOverall = ({ text }: Token): boolean => OVERALL.has(text)

/** An indicator may stand for several subjects («công nhận mới», «công nhận lại»): stay with the label shown. */
const isOfSubject = (entry: Entry, last: Entry): boolean =>
  entry.series === last.series && subjectOf(entry) === subjectOf(last)

/** Only a place was said: offer what its plan holds. */
function aboutPlan(entries: readonly Entry[]): Outcome | undefined {
  const targets = entries.filter(({ kind }) => kind === 'target')
  const bySeries = targets.filter(
    ({ series }, at) => targets.findIndex((other) => other.series === series) === at,
  )
  return bySeries.length === 0 ? undefined : { kind: 'ask', options: bySeries.slice(0, 6) }
}
