import { type Candidate, isConfident } from './candidate.ts'
import { type Entry, sectionOf } from './entry.ts'
import { wordsNamingWho } from './named-body.ts'
import { plainOf, type Token } from './normalise.ts'
import { answerWith, type Outcome } from './outcome.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import type { Weights } from './weights.ts'
import { isPeriod, isSlot, isSoft } from './word-class.ts'

const NEARLY = 0.035
const ANYONE = 0.095
const NAMED = 0.6
const HALF_NAMED = 0.5
const LEAST_OF_WORDING = 0.7
const SAME_WHO = 0.12
/** Of what the question says, a duty of the same body holds this much of what the best does. */
const NOT_MUCH_LESS = 0.5
/** «Trường» names little beside «thanh tra». */
const AS_TELLING = 0.1
const MOST_DUTIES = 8
/** Passages this close to the best tell of the same thing. */
const AS_CLOSE = 0.07
const MOST_PASSAGES = 2

/** The duty meant; all duties of a unit when only the unit is named; asked back when several deadlines fit alike. */
export function settleDuty(
  top: Candidate,
  ranked: readonly Candidate[],
  query: Query,
  weights: Weights,
): Outcome {
  if (top.entry.kind === 'deadline') return settleDeadline(top, ranked, query)
  if (query.intents.has('task') && saysOnlyWho(top.entry, query, weights))
    return answerWith(dutiesOfSameUnit(top, ranked))
  return answerWith(withLike(top, ranked, query))
}

/** The passage, with another of the same plan that fits as well and stands elsewhere. */
export function withLike(
  top: Candidate,
  ranked: readonly Candidate[],
  { intents, words }: Query,
): readonly Entry[] {
  // «đầu mối là ai»: one that does not say so is not asked for
  const said = intents.has('who')
    ? words.filter(({ plain, isLight }) => isLight && top.entry.plains.has(plain))
    : []
  const alike = ranked.filter(
    (one) =>
      one.entry !== top.entry &&
      one.entry.plan === top.entry.plan &&
      (one.entry.kind === 'duty' || one.entry.kind === 'fact') &&
      isConfident(one) &&
      one.total >= top.total - AS_CLOSE &&
      one.evidence >= AS_TELLING * top.evidence &&
      said.every(({ plain }) => one.entry.plains.has(plain)) &&
      sectionOf(one.entry) !== sectionOf(top.entry),
  )
  return [top.entry, ...alike.slice(0, MOST_PASSAGES - 1).map(({ entry }) => entry)]
}

/** No telling word beyond the name of the unit. */
function saysOnlyWho(entry: Entry, { words }: Query, weights: Weights): boolean {
  const who = wordsNamingWho(entry)
  return words.every(
    (word) =>
      isSlot(word) || isSoft(word) || weights.cost(word) === 0 || who.has(word.plain) || word.isNumber,
  )
}

/** What the part of the plan on this unit gives it; where there is none, its tasks. */
function dutiesOfSameUnit(top: Candidate, ranked: readonly Candidate[]): Entry[] {
  const isSame = ({ entry, who, whoEvidence }: Candidate): boolean =>
    (who >= top.who - SAME_WHO && whoEvidence >= AS_TELLING * top.whoEvidence) ||
    (isUnitDuty(entry) && who >= HALF_NAMED && whoEvidence >= top.whoEvidence - 0.01)
  // «Youth Union» says «Women's Union» in part
  const same = ranked.filter(
    (one) =>
      one.entry.kind === 'duty' &&
      one.entry.plan === top.entry.plan &&
      one.coverage >= NOT_MUCH_LESS * top.coverage &&
      isSame(one),
  )
  const units = same.filter(({ entry }) => isUnitDuty(entry))
  const pool = units.length > 0 ? units : same
  const best = Math.max(...pool.map(({ who }) => who))
  return pool
    .filter(({ who }) => who >= best - 0.02)
    .slice(0, MOST_DUTIES)
    .map(({ entry }) => entry)
}

const isUnitDuty = ({ source }: Entry): boolean => 'duty' in source && source.duty.kind === 'unit'

/** «Trường nộp báo cáo trước ngày nào»: of the half year and of the year. */
const isOfSame = (one: Candidate, top: Candidate): boolean =>
  one === top || (one.isOfPeriod === top.isOfPeriod && whoOf(one.entry) === whoOf(top.entry))

const whoOf = ({ source }: Entry): string => ('duty' in source ? source.duty.who.vi : '')

/** «Nộp báo cáo năm cho phòng giáo dục»: of deadlines that fit alike those of reports that go there. */
function sentTo(alike: readonly Candidate[], { words }: Query): readonly Candidate[] {
  const [, to] = SENT_TO.exec(plainly(words)) ?? []
  const there = alike.filter(
    ({ entry: { source } }) =>
      to !== undefined &&
      'duty' in source &&
      plainOf(source.duty.deadline?.to.vi.toLowerCase() ?? '').includes(to),
  )
  return there.length > 0 ? there : alike
}

const SENT_TO = /(?:nop|gui|bao cao) (?:\S+ ){0,6}?(?:cho|ve|len|toi|den) (phong|so)(?: |$)/

/** «Phòng Giáo dục gửi báo cáo năm lên ủy ban khi nào»: of deadlines that fit alike its own. */
function sentBy(alike: readonly Candidate[], { words }: Query): readonly Candidate[] {
  const line = plainly(words)
  const own = alike.filter(({ entry, isOfPeriod }) => isOfOffice(entry) && isOfPeriod)
  return own.length > 0 && OFFICE_SENDS.test(line) && !SENT_TO.test(line) ? own : alike
}

const OFFICE_SENDS = /(?:^| )phong (?:\S+ ){1,10}?(?:nop|gui|trinh|bao cao)(?: |$)/

/** «Phải làm xong bản kế hoạch riêng trước ngày mấy»: no report is meant. */
function ofPlansDue(alike: readonly Candidate[], { words }: Query): readonly Candidate[] {
  const there = alike.filter(isOfPlan)
  return there.length > 0 && asksPlanDue(words) ? there : alike
}

/** «Làm xong kế hoạch triển khai trước ngày nào»: what is due is a plan, and no report, whoever it is asked of. */
function plansDue(best: Candidate, ranked: readonly Candidate[], { words }: Query): readonly Candidate[] {
  if (!asksPlanDue(words)) return []
  return ranked.filter(
    (one) => one.entry.kind === 'deadline' && one.entry.plan === best.entry.plan && isOfPlan(one),
  )
}

const isOfPlan = ({ entry }: Candidate): boolean => entry.pairs.has('ke hoach')

function asksPlanDue(words: Query['words']): boolean {
  const line = plainly(words)
  return PLAN_DUE.test(line) && !/bao cao/.test(line)
}

const PLAN_DUE = /(?:^| )(?:xong|lap|xay dung|trinh|nop|gui|soan|lam) (?:\S+ ){0,3}ke hoach(?: |$)/

/** «Hạn báo cáo 6 tháng»: whose report it is was not said. */
const isOfSamePeriod = (one: Candidate, best: Candidate): boolean =>
  one.isOfPeriod && best.isOfPeriod && one.coverage >= best.coverage && one.precision >= LEAST_OF_WORDING

/** «Báo cáo năm về giáo dục hạn khi nào»: that it is the education office's was not said, and those who report to it are due earlier. */
const isBesideOffice = (one: Candidate, best: Candidate): boolean =>
  one.entry.kind === 'deadline' &&
  one.entry.plan === best.entry.plan &&
  !isOfOffice(one.entry) &&
  one.isOfPeriod &&
  one.coverage >= best.coverage - AS_CLOSE

/** «Trường em nộp báo cáo năm ngày 30/12 được không»: the day is that of the office's own report. */
const isOfOthers = ({ words, carried }: Query): boolean => {
  const line = plainly(words)
  return (
    (carried.length > 0 ? SENDS : REPORTS).test(line) && OTHERS_SEND.test(line) && !words.some(isNameOfOffice)
  )
}

const REPORTS = /(?:^| )(?:bao cao .*(?:nop|gui)|(?:nop|gui) .*bao cao|(?:send|submit) .*report)(?: |$)/
/** Of reports that the question before named: «vậy phường em gửi trước ngày mấy». */
const SENDS = /(?:^| )(?:nop|gui|bao cao|send|submit|han)(?: |$)/
const OTHERS_SEND = /(?:^| )(?:truong|(?<!thi )xa|phuong|don vi|school|ward|commun)(?: |$)/

const isDueBeside = ({ entry, isOfPeriod }: Candidate, best: Candidate): boolean =>
  entry.kind === 'deadline' &&
  entry.plan === best.entry.plan &&
  !isOfOffice(entry) &&
  isOfPeriod &&
  entry.pairs.has('bao cao')

const isOfOffice = (entry: Entry): boolean => /^Phòng /.test(whoOf(entry))

const saysOffice = ({ words, carried }: Query): boolean => [...words, ...carried].some(isNameOfOffice)

const isNameOfOffice = ({ plain }: Token): boolean => OFFICES.has(plain)

const OFFICES = new Set(['phong', 'offic', 'department', 'division'])

/** The deadline meant; two at once where they are compared, or where both go to somebody who is asked for. */
export function settleDeadline(best: Candidate, ranked: readonly Candidate[], query: Query): Outcome {
  const { intents } = query
  const [plan, ...more] = plansDue(best, ranked, query)
  if (plan && more.length === 0) return answerWith([plan.entry])
  const others =
    isOfOffice(best.entry) && isOfOthers(query) ? ranked.filter((one) => isDueBeside(one, best)) : []
  if (others[0]) return settleDeadline(others[0], others, query)
  const unsaid =
    saysOffice(query) || !isOfOffice(best.entry) ? undefined : ranked.find((one) => isBesideOffice(one, best))
  if (unsaid) return { kind: 'ask', options: [unsaid.entry, best.entry] }
  const margin = best.who >= NAMED ? NEARLY : ANYONE
  const isOpen = best.who === 0 && query.words.some(isPeriod)
  const near = ranked.filter(
    (one) =>
      one.entry.kind === 'deadline' &&
      one.entry.plan === best.entry.plan &&
      (one.total >= best.total - margin || (isOpen && isOfSamePeriod(one, best))),
  )
  const alike = ofPlansDue(sentBy(sentTo(near, query), query), query)
  const top = alike.includes(best) ? best : (alike[0] ?? best)
  const isBoth = intents.has('compare') || (intents.has('recipient') && !intents.has('when'))
  if (isBoth && alike.length === 2)
    return { kind: 'answer', entries: alike.map(({ entry }) => entry), isCompared: true }
  if (top.who >= NAMED) return answerWith(alike.filter((one) => isOfSame(one, top)).map(({ entry }) => entry))
  return alike.length === 1
    ? answerWith([top.entry])
    : { kind: 'ask', options: alike.map(({ entry }) => entry) }
}
