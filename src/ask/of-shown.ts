import type { Plan } from '../domain/plan.ts'
import { decideWithin } from './decide-within.ts'
import type { Entry } from './entry.ts'
import type { FactIndex } from './fact-index.ts'
import { answerWith, type Outcome, silentOn } from './outcome.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import { targetOf } from './target-rows.ts'

/** «Là những trường nào», «kể tên ra» after a figure: the names printed with it, or that there are none; undefined for other questions. */
export function namesOfShown(
  { words }: Query,
  plans: readonly Plan[],
  shown: readonly Entry[],
): Outcome | undefined {
  const line = plainly(words)
  if (!NAMES_ASKED.test(line) || words.some(({ plain }) => !OF_NAMES.has(plain))) return undefined
  const targets = shown.flatMap((entry) => targetOf(entry) ?? [])
  if (targets.length === 0 || targets.length < shown.length) return undefined
  return targets.some(({ names }) => names.length > 0) ? answerWith(shown) : silentOn(plans, shown)
}

const NAMES_ASKED =
  /(?:^| )(?:(?:truong|phuong|xa|don vi) (?:(?:do|nay|ay) )?nao|ten|danh sach|liet ke|which|names?|list)(?: |$)/
const OF_NAMES = new Set(
  'the vay con va thi do cu la gom bao cho xin em biet minh toi nhung cac truong phuong xa don vi nao gi ke neu liet ten ra ro danh sach ay nay a nhi ha nhe giup voi kem day du which what are they school ward name names list them those ones one of please can you'.split(
    ' ',
  ),
)

/** «Ai chịu trách nhiệm» after a figure: whose duty it is to reach it; undefined for other questions. */
export function whoseIsShown(
  index: FactIndex,
  query: Query,
  plans: readonly Plan[],
  [last]: readonly Entry[],
): Outcome | undefined {
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
    : silentOn(plans, [last])
}

const OF_DOCUMENT = ['identity', 'person', 'recipient', 'when'] as const

/** «Khi nào xong» of a duty that is printed without a day; undefined for other questions. */
export function dayOfDuty(
  { intents, isBare }: Query,
  plans: readonly Plan[],
  shown: readonly Entry[],
): Outcome | undefined {
  const asksDay = isBare && (intents.has('when') || intents.has('days-left'))
  return asksDay && shown.length > 0 && shown.every(tellsNoTime) ? silentOn(plans, shown) : undefined
}

export const tellsNoTime = ({ kind, source }: Entry): boolean =>
  kind === 'duty' && 'duty' in source && !TIME.test(source.duty.text.vi)

const TIME = /hằng|mỗi (?:năm|tháng|quý|kỳ)|định kỳ|thường xuyên|\d{4}|\d\/\d/u
