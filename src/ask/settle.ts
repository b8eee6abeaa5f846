import type { Plan } from '../domain/plan.ts'
import { answering, asksDay, asksNumber, showsAsked } from './answering.ts'
import { areBothSaid, tellBoth, tellsApart } from './both.ts'
import { type Candidate, isConfident } from './candidate.ts'
import { dayTold, isDayToConfirm, onlyDeadline, printsDay, setsNoDay } from './day-asked.ts'
import { tellsItsDay } from './document-asked.ts'
import { settleDeadline, settleDuty, withLike } from './duty-rows.ts'
import type { Entry } from './entry.ts'
import { figuresIn } from './figures.ts'
import { type FullText, passageFor } from './full-text.ts'
import { hasNumber } from './has-number.ts'
import { asksForEnd } from './identity.ts'
import { bodyNamed, wordsOfWho } from './named-body.ts'
import { asksNames, naming } from './naming.ts'
import { answerWith, type Outcome, rowsIn } from './outcome.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import { areOfLevels, rowsOfSeries, settleRows, targetOf } from './target-rows.ts'
import { tellsOther } from './tells-other.ts'
import { FAR_BETTER, HALF_NAMED, HALF_SAID, MOSTLY, NEXT_BEST, SAID_WHOLE } from './thresholds.ts'
import { notStated, vague } from './unsettled.ts'
import type { Weights } from './weights.ts'

/** Two wordings this close fit a question alike. */
const AS_GOOD = 0.015
/** Of a list, rows this close belong together. */
const LISTED_TOGETHER = 0.04
const MOSTLY_NAMED = 0.6
const EQUAL = 0.01
const LEAST_OF_PASSAGE = 0.5
const LEAST_OF_LEADER = 0.45
const LEAD = 0.1
const NEARLY_ALIKE = 0.05
/** Where next to nothing was said («tỉ lệ trẻ ra lớp»), rows lie farther apart. */
const LITTLE_SAID = 0.3
const ALIKE_OF_LITTLE = 0.09
const JOINING = new Set(['va', 'voi', 'cung', 'con', 'and'])

/** Which of the facts of a plan, best first, are meant. */
export function settle(
  ranked: readonly Candidate[],
  query: Query,
  plans: readonly Plan[],
  weights: Weights,
  fullText: FullText,
): Outcome {
  const own = ofBodyNamed(ranked, query)
  const best = bestOf(own) ?? (query.intents.has('who') || !asksNumber(query) ? leading(own) : undefined)
  const tells =
    best &&
    isTelling(best) &&
    (!asksDay(query) || best.entry.kind === 'deadline' || datesDocument(best, query))
  const dated = tells ? undefined : onlyDeadline(ranked, query)
  if (dated)
    return isDayToConfirm(query) && !printsDay(dated) ? notStated([dated], plans) : answerWith([dated.entry])
  if (!best)
    return vague(ranked, query, weights) ?? passageFor(fullText, query, plans) ?? notStated(ranked, plans)
  if (
    query.intents.has('task') &&
    best.who < MOSTLY_NAMED &&
    !isSaidWhole(best, bodyNamed(query)) &&
    !isNamedIn(best.entry, bodyNamed(query))
  )
    return notStated(ranked, plans)
  const undated = asksDay(query)
    ? [best, ...(isDayOfReport(best, query) ? ranked : [])].find(setsNoDay)
    : undefined
  if (undated) return notStated([undated], plans)
  if (best.entry.kind === 'deadline' && query.intents.has('compare'))
    return settleDeadline(best, ranked, query)
  const both = tellBoth(best, ranked, query)
  if (both) return both
  const top = asksNames(query) ? naming(best, ranked, query) : answering(best, ranked, query)
  if (!top) return notStated([best], plans)
  if (tellsOther(top, query)) return notStated([top], plans)
  if (areBothSaid(best, top, query)) return answerWith([best.entry, top.entry])
  if (top.entry.kind === 'fact')
    return answerWith(dayTold(top, ranked, query) ?? withLike(top, ranked, query))
  if (top.entry.kind !== 'target') return settleDuty(top, ranked, query, weights)
  const rows = rowsOfSeries(top, ranked)
  const ofLevel = settleRows(rows, query)
  // «trường mầm non nào …»: the names printed tell which are of that level
  const settled =
    ofLevel.kind === 'refuse' && ofLevel.reason === 'level-not-in-plan' && asksNames(query)
      ? settleRows(rows, { ...query, levels: [] })
      : ofLevel
  const outcome = withRivals(ofOtherSeries(settled, top, ranked, query) ?? settled, top, ranked, query)
  return withPassage(withSecond(outcome, top, ranked, query, weights), ranked, query)
}

/** «Thông báo 979 là của ai, ngày bao nhiêu»: the day of a document that the fact tells. */
const datesDocument = ({ entry, coverage }: Candidate, { intents, words }: Query): boolean =>
  intents.has('identity') &&
  !asksForEnd(words) &&
  entry.kind === 'fact' &&
  coverage >= HALF_SAID &&
  tellsItsDay(entry)

/** «Thanh tra có trách nhiệm gì với trường học» asks of the body it begins with, if any fact is of that. */
function ofBodyNamed(ranked: readonly Candidate[], query: Query): readonly Candidate[] {
  const body = query.intents.has('task') ? bodyNamed(query) : []
  const own =
    body.length === 0
      ? []
      : ranked.filter(({ entry, who }) => who >= HALF_NAMED && body.every((pair) => entry.pairs.has(pair)))
  return own.some(isConfident) ? own : ranked
}

/** «Thanh tra giáo dục chú trọng những gì»: what is said of it says all of the question. */
const isSaidWhole = ({ coverage, precision }: Candidate, [first = '']: readonly string[]): boolean =>
  coverage >= SAID_WHOLE && precision >= SAID_WHOLE && !OFFICE.test(first)

const OFFICE = /^(?:phong|so|bo|hoi|ban|trung|doan|vien|uy|cong) /

/** «Hội Phụ nữ» is short for «Hội Liên hiệp Phụ nữ». */
function isNamedIn(entry: Entry, body: readonly string[]): boolean {
  const who = wordsOfWho(entry)
  return body.every((pair) => entry.pairs.has(pair) || pair.split(' ').every((word) => who.has(word)))
}

/** «Nộp báo cáo ngày nào», where what is to be reported tells no day. */
const isDayOfReport = ({ entry }: Candidate, { words }: Query): boolean =>
  entry.kind === 'duty' && /(?:^| )(?:nop|gui|bao cao|submit|report)(?: |$)/.test(plainly(words))

const isTelling = ({ entry, matched }: Candidate): boolean => entry.kind !== 'target' || matched >= HALF_SAID

/** The first to be sure of, unless a passage that one may be less sure of fits far better. */
function bestOf(ranked: readonly Candidate[]): Candidate | undefined {
  const sure = ranked.find(isConfident)
  const [first] = ranked
  const leads =
    first !== undefined &&
    sure !== undefined &&
    (first.entry.kind === 'duty' || first.entry.kind === 'fact') &&
    first.total >= sure.total + FAR_BETTER &&
    first.coverage >= HALF_SAID &&
    !first.lacksWord
  return leads ? first : sure
}

/** «Which office … plans the building and repair of schools»: the passage that says much more of it than any other. */
function leading([first, ...others]: readonly Candidate[]): Candidate | undefined {
  const isAhead =
    first?.entry.kind === 'duty' &&
    !first.lacksWord &&
    first.coverage >= LEAST_OF_LEADER &&
    first.precision >= SAID_WHOLE &&
    first.evidence >= HALF_NAMED &&
    first.total - (others[0]?.total ?? 0) >= LEAD
  return isAhead ? first : undefined
}

/** A target told in words says little, and any to «thế nào»: the passage it stands in says what is to be done. */
function withPassage(outcome: Outcome, ranked: readonly Candidate[], { intents, values }: Query): Outcome {
  const target =
    outcome.kind === 'answer' && outcome.entries.length === 1 ? targetOf(outcome.entries[0]) : undefined
  const asksFigure = intents.has('quantity') || intents.has('target') || values.length > 0
  const saysLittle = target?.value.kind === 'words' || !asksFigure
  if (outcome.kind !== 'answer' || !target || !saysLittle) return outcome
  const sections = target.section.split(/;\s*/)
  // other figures beside its own would be read as part of the answer
  const figures = new Set(figuresIn(`${target.label.vi} ${target.printed.vi} ${target.printedCount ?? ''}`))
  const passage = ranked.find(
    ({ entry, coverage }) =>
      entry.plan === outcome.entries[0]?.plan &&
      'duty' in entry.source &&
      coverage >= (target.value.kind === 'words' ? LEAST_OF_PASSAGE : 0.6) &&
      sections.includes(entry.source.duty.section) &&
      (target.value.kind === 'words' ||
        intents.has('identity') ||
        figuresIn(entry.source.duty.text.vi).every((one) => figures.has(one))),
  )
  return passage ? answerWith([...outcome.entries, passage.entry]) : outcome
}

/** «Tỷ lệ A và tỷ lệ B»: what the first leaves unsaid is a second subject, if another indicator says all of it. */
function withSecond(
  outcome: Outcome,
  top: Candidate,
  ranked: readonly Candidate[],
  query: Query,
  weights: Weights,
): Outcome {
  const joined = query.words.some(({ plain }) => JOINING.has(plain))
  const unsaid = query.words.filter((word) => weights.cost(word) > 0 && !top.entry.plains.has(word.plain))
  const second =
    joined && unsaid.length > 0 && outcome.kind !== 'refuse'
      ? ranked.find(
          (one) =>
            targetOf(one.entry) !== undefined &&
            one.precision >= SAID_WHOLE &&
            isConfident(one) &&
            unsaid.every(({ plain }) => one.entry.plains.has(plain)),
        )
      : undefined
  if (!second) return outcome
  const others = rowsIn(settleRows(rowsOfSeries(second, ranked), query))
  const rows = [...rowsIn(outcome), ...others]
  if (others.length === 0) return outcome
  return outcome.kind === 'ask' || others.length > 1 ? { kind: 'ask', options: rows } : answerWith(rows)
}

/** «2 buổi/ngày ở THCS»: another indicator may be the one for this level; undefined where the first is. */
function ofOtherSeries(
  outcome: Outcome,
  top: Candidate,
  ranked: readonly Candidate[],
  query: Query,
): Outcome | undefined {
  if (outcome.kind !== 'refuse' || outcome.reason !== 'level-not-in-plan') return undefined
  const other = ranked.find(
    (one) =>
      one.entry.series !== top.entry.series &&
      isConfident(one) &&
      one.coverage >= top.coverage - NEXT_BEST &&
      query.levels.every((level) => targetOf(one.entry)?.levels.includes(level)),
  )
  return other && settleRows(rowsOfSeries(other, ranked), query)
}

/** Another indicator whose wording fits just as well makes the question open. */
function withRivals(outcome: Outcome, top: Candidate, ranked: readonly Candidate[], query: Query): Outcome {
  const saysLabel = top.label >= 0.9
  const closest = query.intents.has('list') ? LISTED_TOGETHER : AS_GOOD
  const isRival = (one: Candidate): boolean =>
    one.entry.kind === 'target' &&
    !(saysLabel && one.label < top.label - 0.1) &&
    one.entry.plan === top.entry.plan &&
    one.entry.series !== top.entry.series &&
    isConfident(one) &&
    (!asksNumber(query) || hasNumber(one.entry, query)) &&
    showsAsked(one.entry, query) &&
    query.values.every((value) => one.entry.words.has(value) || !top.entry.words.has(value)) &&
    ((one.text >= top.text - closest && one.total >= top.total - 2 * closest) || saysTheSame(one, top, query))
  const rivals = ranked.filter(isRival)
  if (rivals.length === 0 || outcome.kind === 'refuse') return outcome
  const seriesOfRivals = rivals.filter(
    ({ entry }, at) => rivals.findIndex((other) => other.entry.series === entry.series) === at,
  )
  const others = seriesOfRivals.flatMap((rival) => rowsIn(settleRows(rowsOfSeries(rival, ranked), query)))
  if (others.length === 0) return outcome
  const rows = [...rowsIn(outcome), ...others]
  return (query.intents.has('list') && outcome.kind === 'answer') ||
    EACH.test(plainly(query.words)) ||
    areOfLevels(rows, query.levels)
    ? answerWith(rows)
    : { kind: 'ask', options: rows }
}

/** «… in how many schools each». */
const EACH = /(?:^| )(?:each|moi (?:thu|loai|mon|tieng|ben|nhom|khoi|do tuoi))(?: |$)/

/** What the two differ in was not said: «ngoại ngữ 2» is in three labels. */
const saysTheSame = (one: Candidate, top: Candidate, { words }: Query): boolean =>
  (top.label < MOSTLY || !tellsApart(top, one, words)) &&
  one.coverage >= top.coverage - EQUAL &&
  Math.abs(one.matched - top.matched) < EQUAL &&
  Math.abs(one.evidence - top.evidence) < EQUAL &&
  one.total >= top.total - (top.evidence < LITTLE_SAID ? ALIKE_OF_LITTLE : NEARLY_ALIKE)
