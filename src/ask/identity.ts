import type { Plan } from '../domain/plan.ts'
import { asksDay, asksNumber, tellsDay } from './answering.ts'
import type { Candidate } from './candidate.ts'
import { dayAndSigner, supposedSigner, tellsItsDay, tellsSigner } from './document-asked.ts'
import { type Entry, isFirstOfPlan } from './entry.ts'
import type { FactIndex } from './fact-index.ts'
import { answerWith, type Outcome } from './outcome.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import { supposesBasis } from './supposed-basis.ts'
import { isSlot } from './word-class.ts'

const ALL_SAID = 0.85
const NEARLY_BEST = 0.2
const MOST_SHOWN = 2
/** What stands in the fact itself, not in the title of its document. */
const OWN_WORDS = 0.5
const MOST_PLANS_OFFERED = 10
/** «Của tỉnh». */
const SAYS_LITTLE = 0.1

/** «Kế hoạch 371 ban hành ngày nào», «công văn số mấy»: nothing but the document itself is asked about; undefined else. */
export function identityOf(
  index: FactIndex,
  ranked: readonly Candidate[],
  query: Query,
  plans: readonly Plan[],
): Outcome | undefined {
  const [plan, ...others] = plans
  const both = plan && others.length === 0 ? dayAndSigner(index.entriesOf([plan]), query, index.weights) : []
  if (both.length > 0) return answerWith(both)
  const signer = plan && others.length === 0 ? supposedSigner(index.entriesOf([plan]), query) : undefined
  if (signer) return answerWith([signer])
  const facts = saysSomething(index, query)
    ? saidInFull(ranked, query)
    : mostSaid(index.entriesOf(plans).filter(asksBasis(query) ? isAnyIdentity : isIdentity), query)
  if (query.intents.has('verify') && supposesBasis(query.words))
    return answerWith(bySaid(index.entriesOf(plans).filter(isAnyIdentity), query.words).slice(0, MOST_SHOWN))
  const dated = asksDay(query) && !facts.some(tellsDay) ? index.entriesOf(plans).filter(tellsItsDay) : []
  const shown = dated.length > 0 ? dated : facts
  return facts.length > 0 ? answerWith(shown.slice(0, MOST_SHOWN)) : undefined
}

/** «Bản nào ra trước», «mỗi bên theo chỉ thị số mấy»: what each of several documents says of itself; undefined for other questions. */
export function ofEachDocument(
  index: FactIndex,
  query: Query,
  plans: readonly Plan[],
): readonly Entry[] | undefined {
  const { words, intents } = query
  const isOther = words.some((word) => !word.isLight && index.weights.cost(word) > SAYS_LITTLE)
  if (plans.length < 2 || isOther) return undefined
  const isFirstAsked = WHICH_FIRST.test(plainly(words))
  if (!isFirstAsked && !intents.has('identity')) return undefined
  const each = plans.flatMap((plan) => {
    const facts = index.entriesOf([plan]).filter(asksBasis(query) ? isAnyIdentity : isIdentity)
    return (isFirstAsked ? facts.find(tellsItsDay) : mostSaid(facts, query)[0]) ?? []
  })
  return each.length === plans.length ? each : undefined
}

/** «Bản nào đề ngày sớm hơn». */
const WHICH_FIRST =
  /(?:^| )(?:ngay|ban hanh|ky|ra|issu|sign|date) (?:.* )?(?:som|muon|truoc|sau|earlier|later|first)(?: |$)/

/** «Công văn 2924 giao cho ai»: the one duty that says it is given to somebody; undefined when several do. */
export function givenTo(entries: readonly Entry[], { intents, words, isBare }: Query): Entry | undefined {
  if (!isBare || !intents.has('who') || intents.has('identity') || !words.some(({ text }) => text === 'giao'))
    return undefined
  const [one, ...others] = entries.filter(
    ({ kind, words: held }) => kind === 'duty' && (held.get('giao') ?? 0) > OWN_WORDS,
  )
  return others.length === 0 ? one : undefined
}

/** «Kế hoạch này do ai ban hành», with no plan named: which? Undefined for other questions. */
export function whichDocument(
  index: FactIndex,
  ranked: readonly Candidate[],
  query: Query,
): Outcome | undefined {
  if (!query.intents.has('identity')) return undefined
  if (saysSomething(index, query)) {
    const inFull = saidInFull(ranked, query)
    // «ai ký»: each document tells it in words of its own
    const said =
      inFull.length > 0 && inFull.every(tellsSigner)
        ? index.plans.flatMap((plan) => signerOf(index.entriesOf([plan])) ?? [])
        : inFull
    const ofEach = said.filter(isFirstOfPlan)
    const shown = ofEach.slice(0, MOST_PLANS_OFFERED)
    if (ofEach.length < 2) return undefined
    return query.words.some(isNumberOf(shown)) ? answerWith(shown) : { kind: 'ask', options: shown }
  }
  const first = (plan: Plan): readonly Entry[] => index.entriesOf([plan]).filter(isIdentity).slice(0, 1)
  return { kind: 'ask', options: index.plans.slice(0, MOST_PLANS_OFFERED).flatMap(first) }
}

/** What tells who signed a plan: a fact of its own, else what tells of the document. */
const signerOf = (entries: readonly Entry[]): Entry | undefined =>
  entries.find(tellsSigner) ??
  entries.find((entry) => isIdentity(entry) && (entry.words.get('ký') ?? 0) > OWN_WORDS)

/** «Kế hoạch 281»: a document by its number is the same one in every plan that rests on it. */
const isNumberOf =
  (entries: readonly Entry[]) =>
  ({ text, isNumber }: Query['words'][number]): boolean =>
    isNumber && /^\d{2,4}$/.test(text) && entries.every(({ words }) => words.has(text))

/** «Kế hoạch 183 là gì»: what each of the plans tells of a document that is named by its number and nothing else; undefined else. */
export function documentNumbered(
  index: FactIndex,
  { words, intents, years, values, plans: named }: Query,
  plans: readonly Plan[],
): Outcome | undefined {
  const numbers = words.filter(({ text }) => /^\d{2,4}$/.test(text))
  const [number, ...others] = numbers
  const isAll = words.every(
    (word) =>
      word === number || word.isLight || index.weights.cost(word) <= SAYS_LITTLE || DOCUMENT.has(word.plain),
  )
  const isOfDocument = (named.length > 0 ? OF_ITSELF : OF_DOCUMENT).some((intent) => intents.has(intent))
  if (
    !number ||
    intents.has('task') ||
    asksForEnd(words) ||
    others.length + values.length > 0 ||
    years.length > 1 ||
    !isAll ||
    !isOfDocument
  )
    return undefined
  const facts = index
    .entriesOf(plans)
    .filter(
      (entry) =>
        entry.kind === 'fact' &&
        entry.words.has(number.text) &&
        years.every(({ from }) => saysYear(entry, from)) &&
        !isOwnNumber(entry, number.text),
    )
  return facts.length > 0 ? answerWith(facts.filter(isFirstOfPlan)) : undefined
}

/** «Quyết định 27 năm 2023»: of that year, as its day tells. */
const saysYear = ({ words }: Entry, year: number): boolean =>
  [...words.keys()].some((word) => word.endsWith(`${year}`))

const isOwnNumber = ({ plan }: Entry, number: string): boolean => plan.key.includes(number)

/** Of a plan that is named the document may also be one that somebody has to carry out. */
const OF_ITSELF = ['define', 'identity'] as const
const OF_DOCUMENT = ['define', 'identity', 'who', 'when'] as const
const DOCUMENT = new Set(
  'ke hoach thong bao chi thi quyet dinh nghi quyet chuong trinh cong van tu de an ban uy nhan dan tinh plan notice decision directive'.split(
    ' ',
  ),
)

const saysSomething = ({ weights }: FactIndex, { words }: Query): boolean =>
  words.some((word) => weights.cost(word) > 0)

const isOfKind = ({ source }: Entry, ...kinds: readonly string[]): boolean =>
  'fact' in source && kinds.includes(source.fact.kind)

const isIdentity = (entry: Entry): boolean => isOfKind(entry, 'identity')

const isAnyIdentity = (entry: Entry): boolean => isOfKind(entry, 'identity', 'basis')

function saidInFull(ranked: readonly Candidate[], query: Query): readonly Entry[] {
  const { intents, words } = query
  if (!intents.has('identity') || intents.has('task') || asksForEnd(words) || asksNumber(query)) return []
  const [first] = ranked
  const least = (first?.total ?? 0) - (first?.entry.kind === 'fact' ? NEARLY_BEST / 2 : NEARLY_BEST)
  return ranked
    .filter(
      ({ entry, coverage, total }) =>
        coverage >= ALL_SAID && total >= least && isOfKind(entry, 'identity', 'basis'),
    )
    .map(({ entry }) => entry)
}

/** Even general words tell «giai đoạn nào» from «gửi những nơi nào». */
function mostSaid(facts: readonly Entry[], { intents, words }: Query): readonly Entry[] {
  if (
    !(intents.has('identity') || intents.has('who') || intents.has('recipient') || asksOnlyDay(words)) ||
    asksForEnd(words)
  )
    return []
  return bySaid(facts, words)
}

function bySaid(facts: readonly Entry[], words: Query['words']): readonly Entry[] {
  const said = (entry: Entry): number =>
    words.filter(({ text }) => (entry.words.get(text) ?? 0) > OWN_WORDS).length
  return facts.toSorted((a, b) => said(b) - said(a))
}

/** «Công văn 2924 ngày mấy», «thị ủy ra kế hoạch 129 hôm nào»: nothing is due. */
export const asksOnlyDay = (words: Query['words']): boolean =>
  words.length > 1 &&
  words.every((word) => isSlot(word) || word.isGeneral) &&
  words.some(({ plain }) => DAY.has(plain)) &&
  !words.some(({ plain }) => DUE.has(plain))

const DAY = new Set(['ngay', 'hom', 'thang', 'date'])
const DUE = new Set([
  'han',
  'nop',
  'gui',
  'truoc',
  'xong',
  'cham',
  'muon',
  'tre',
  'con',
  'cuoi',
  'due',
  'submit',
  'deadline',
  'chot',
  'by',
])

/** «Triển khai văn bản nào», «theo văn bản nào»: what it rests on. */
const asksBasis = ({ words }: Query): boolean => words.some(({ plain }) => BASIS.has(plain))

const BASIS = new Set(['trien', 'thuc', 'can', 'theo', 'dua'])

/** «… xong trước ngày nào» asks for a deadline. */
export const asksForEnd = (words: Query['words']): boolean => words.some(({ text }) => text === 'xong')
