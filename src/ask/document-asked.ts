import type { AskContext } from './answer.ts'
import { asksDay } from './answering.ts'
import type { Entry } from './entry.ts'
import type { FactIndex } from './fact-index.ts'
import { answerWith, type Outcome } from './outcome.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import { shownIn } from './topic.ts'
import type { Weights } from './weights.ts'

/** A word that says more than this must be said of the document as well. */
const SAYS_SOMETHING = 0.3
const DAY = /(?:^| )(?:ngay may|ngay ban hanh|date of issu|what day|what date|on which day)(?: |$)/
const PLACE = /(?:^| )(?:hop|hoi nghi|to chuc|dien ra|held) .*(?:dau|where?|cho nao)(?: |$)/
const SIGNED = /(?:^| )(?:ky(?! ngay)|sign|signatur)(?: |$)/
const HOLDS_DAY = /^\d{1,2}\/\d{1,2}\/\d{4}$/

/**
 * «Họp ở đâu, hôm nào», «ai ký bản đó, ban hành ngày nào»: asked on from what was told of a document, its day, place and signer;
 * undefined for other questions.
 */
export function documentAsked(index: FactIndex, query: Query, { topic }: AskContext): Outcome | undefined {
  const plan = index.plans.find(({ code }) => code === topic?.plan)
  const { isFollowUp, plans, levels, words } = query
  if (!plan || !isFollowUp || plans.length > 0 || levels.length > 0) return undefined
  const entries = index.entriesOf([plan])
  const [last] = shownIn(entries, topic)
  if (!last || !('fact' in last.source) || last.source.fact.kind === 'basis') return undefined
  const facts = entries.filter(({ kind }) => kind === 'fact')
  const isOfDocument = words.every(
    (word) =>
      word.isLight ||
      index.weights.cost(word) <= SAYS_SOMETHING ||
      facts.some(({ plains }) => plains.has(word.plain)),
  )
  const line = plainly(words)
  const asked: readonly boolean[] = [SIGNED.test(line), asksDay(query) || DAY.test(line) || PLACE.test(line)]
  const shown = [tellsSigner, tellsItsDay].flatMap((tells, at) =>
    asked[at] ? (facts.find(tells) ?? []) : [],
  )
  return isOfDocument && shown.length > 0 ? answerWith([...new Set(shown)]) : undefined
}

/** «Ban hành ngày nào và ai ký», «ký ngày nào»: the two facts that tell it; none where only one of them is asked for, or something else as well. */
export function dayAndSigner(facts: readonly Entry[], query: Query, weights: Weights): readonly Entry[] {
  const line = plainly(query.words)
  if (
    MEETING.test(line) &&
    !query.intents.has('how-many') &&
    (asksDay(query) || WHEN.test(line) || DAY.test(line))
  )
    return facts.filter((fact) => tellsItsDay(fact) && fact.pairs.has('hoi nghi')).slice(0, 1)
  if (!SIGNS.test(line) || !(asksDay(query) || DAY.test(line) || WHEN.test(line))) return []
  const isAll = query.words.every(
    (word) => weights.cost(word) <= SAYS_SOMETHING || SIGNS.test(word.plain) || OF_DOCUMENT.has(word.plain),
  )
  const shown = [facts.find(tellsItsDay), facts.find(tellsSigner)].flatMap((one) => one ?? [])
  return isAll ? [...new Set(shown)] : []
}

/** «Có phải chính Giám đốc ký thông báo này không», «do đích thân Chủ tịch ký»: the fact that tells who did; undefined else. */
export const supposedSigner = (facts: readonly Entry[], { words, intents }: Query): Entry | undefined =>
  intents.has('verify') && (SIGNS_DOCUMENT.test(plainly(words)) || SIGNED_BY.test(plainly(words)))
    ? facts.find(tellsSigner)
    : undefined

const SIGNED_BY = /(?:^| )@plan:\S+ (?:\S+ )?(?:do|la|boi) (?:\S+ ){1,8}?ky(?! ket| luat| nang)(?: |$)/

const SIGNS_DOCUMENT =
  /(?:^| )(?:ky (?:ban hanh )?(?:@plan|van ban|thong bao|ke hoach|cong van|duoi)|sign(?: the)? (?:@plan|plan|notic|document))/

const SIGNS = /(?:^| )(?:ky|sign|signatur)(?: |$)/
const OF_DOCUMENT = new Set('letter issu notic document plan bulletin cong van thong bao'.split(' '))
/** «Cuộc họp ngày nào», of what a notice reports on. */
const MEETING = /(?:^| )(?:cuoc hop|buoi hop|hoi nghi|conferenc|meeting)(?: |$)/
const WHEN = /(?:^| )(?:khi nao|bao gio|when)(?: |$)/

/** It tells who signed the document. */
export const tellsSigner = ({ source }: Entry): boolean =>
  'fact' in source && /(?<!\p{L})ký(?!\p{L})/u.test(source.fact.text.vi) && /chữ ký/.test(source.fact.section)

/** It tells the day of the document or of what it reports on. */
export const tellsItsDay = ({ source, words }: Entry): boolean =>
  'fact' in source &&
  source.fact.kind === 'identity' &&
  [...words.keys()].some((word) => HOLDS_DAY.test(word))
