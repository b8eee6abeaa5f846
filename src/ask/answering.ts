import { LOCALES } from '../domain/text.ts'
import { type Candidate, isConfident } from './candidate.ts'
import { countsPeople } from './counted.ts'
import { type Entry, sectionOf, shownOf, standsBeside } from './entry.ts'
import { hasNumber, isCountForShare } from './has-number.ts'
import { tokenise } from './normalise.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import { HALF_NAMED, HALF_SAID, MOSTLY, NEXT_BEST, SAID_WHOLE } from './thresholds.ts'

const LARGELY = 0.7
const BODIES = new Set(['phong', 'ban', 'hoi', 'tam', 'doan', 'so', 'an'])

/** Nearest to the best what answers the way of asking: a number to «bao nhiêu», somebody's duty to «ai»; undefined when nothing does. */
export function answering(
  best: Candidate,
  ranked: readonly Candidate[],
  query: Query,
): Candidate | undefined {
  if (asksNumber(query) || isShareOfWords(best, query) || isCountForShare(best.entry, query))
    return (
      ranked.find(
        (one) =>
          isNear(one, best) &&
          hasNumber(one.entry, query) &&
          (one.entry.kind === 'target' || one.coverage >= LARGELY),
      ) ??
      ranked.find((one) => standsIn(one, best) && hasNumber(one.entry, query)) ??
      (LEVEL_ASKED.test(plainly(query.words)) && !asksNumber(query)
        ? ranked.find((one) => isNear(one, best) && one.entry.kind === 'target')
        : undefined)
    )
  const asked = thingAsked(query)
  if (asked) return showing(asked, best, ranked) ?? (MAY_MISS.has(asked) ? best : undefined)
  if (asksDay(query) && !query.intents.has('identity') && best.entry.kind !== 'fact')
    return ranked.find((one) => isNear(one, best) && tellsDay(one.entry))
  if (asksYear(query) && best.entry.kind === 'duty' && !tellsYear(best.entry))
    return ranked.find((one) => isNear(one, best) && (one.entry.kind === 'target' || tellsYear(one.entry)))
  if (!query.intents.has('who')) return best
  const body = bodyAsked(query)
  const named = body && ranked.find((one) => isNear(one, best) && isOf(one.entry, body))
  if (named) return named
  return best.entry.kind === 'target'
    ? (ranked.find((one) => isNear(one, best) && 'duty' in one.entry.source) ??
        ranked.find((one) => isGivenThere(one, best)) ??
        best)
    : best
}

/** «Theo thông tư nào, bao nhiêu %»: what holds the figure and what shows the other; undefined where not both are asked. */
export function bothAsked(
  best: Candidate,
  ranked: readonly Candidate[],
  query: Query,
): readonly [counted: Candidate, shown: Candidate] | undefined {
  const line = plainly(query.words)
  const asked = thingAsked(query) ?? (PLACE_ASKED.test(line) ? PLACE : undefined)
  if (!asked || !COUNTED.test(line.replace(DOCUMENT_ASKED, ' '))) return undefined
  const counted = ranked.find(
    (one) => isNear(one, best) && one.entry.kind !== 'duty' && hasNumber(one.entry, query),
  )
  const shown = showing(asked, best, ranked)
  return counted && shown && counted !== shown ? [counted, shown] : undefined
}

/** Nearest to the best what shows the thing that is asked for. */
const showing = (asked: RegExp, best: Candidate, ranked: readonly Candidate[]): Candidate | undefined =>
  ranked.find((one) => (isNear(one, best) || isBeside(one, best)) && shows(one.entry, asked))

/** Whether it shows the kind of thing that is asked for, if any is: «môn nào». */
export function showsAsked(entry: Entry, query: Query): boolean {
  const asked = thingAsked(query)
  return asked === undefined || MAY_MISS.has(asked) || shows(entry, asked)
}

const PLACE_ASKED = /(?:^| )(?:o dau|tai dau|noi nao|(?:thanh pho|huyen|tinh) nao|where?|which city)(?: |$)/
const PLACE = /(?:^| )(?:o|tai|in|at) (?:thanh pho|huyen|thi xa|ha |\S+ city)/
const COUNTED = /(?:^| )(?:bao nhieu|how many|what (?:share?|percentage?|percent|proportion))(?: |$)/

/** The target of the passage that says what is asked, when most of its own label was said as well. */
const standsIn = ({ entry, precision, evidence, label }: Candidate, best: Candidate): boolean =>
  'target' in entry.source &&
  ('duty' in best.entry.source || !printsFigure(best.entry)) &&
  entry.plan === best.entry.plan &&
  best.coverage >= LARGELY &&
  precision >= SAID_WHOLE &&
  label >= HALF_SAID &&
  evidence >= HALF_NAMED &&
  sectionsOf(entry).some((section) => sectionsOf(best.entry).includes(section))

/** «Phòng quản lý bằng hồ sơ điện tử: có» tells no share. */
const printsFigure = ({ source }: Entry): boolean => 'target' in source && /\d/.test(source.target.printed.vi)

const sectionsOf = (entry: Entry): readonly string[] => sectionOf(entry).split(/;\s*/)

const shows = (entry: Entry, asked: RegExp): boolean =>
  LOCALES.some((locale) => asked.test(plainly(tokenise(shownOf(entry, locale)))))

/** «Ai lo bìa đỏ cho trường»: the target stands among what an office is given. */
const isGivenThere = ({ entry }: Candidate, best: Candidate): boolean =>
  entry.kind === 'duty' &&
  'duty' in entry.source &&
  entry.source.duty.kind === 'unit' &&
  standsBeside(entry, best.entry)

/** A passage of the same part of the plan, of which the question says about as much. */
const isBeside = ({ entry, coverage }: Candidate, best: Candidate): boolean =>
  standsBeside(entry, best.entry) && coverage >= LARGELY

/** «Theo luật nào», «which law», «môn nào»: what the answer has to show. */
function thingAsked({ words }: Query): RegExp | undefined {
  const line = plainly(words)
  const [, vi, en] = DOCUMENT_ASKED.exec(line) ?? []
  const document = (vi ?? en)?.split(' ').at(-1)
  if (BASIS_ASKED.test(line)) return BASIS
  if (document) return new RegExp(`(?:^| )${document}e?(?: |$)`)
  if (LANGUAGE_ASKED.test(line)) return LANGUAGE
  if (PARTNER_ASKED.test(line)) return PARTNER
  if (BAND_ASKED.test(line)) return BAND
  if (GRADE_ASKED.test(line)) return GRADE
  return SUBJECT_ASKED.test(line) ? SUBJECT : undefined
}

const DOCUMENT_ASKED =
  /(?:^| )(luat|nghi dinh|nghi quyet|thong tu|quyet dinh)(?: so)? (?:nao|gi|may|bao nhieu)(?: |$)|(?:which|what) (law|decree?|resolution|circular|decision)(?: |$)/
const BASIS_ASKED = /(?:^| )(?:legal basis|van ban phap ly|can cu phap ly|co so phap ly)(?: |$)/
const BASIS =
  /(?:^| )(?:nghi quyet|quyet dinh|nghi dinh|thong tu|luat|chi thi|resolution|decision|decree|circular|directive)(?: |$)/
const SUBJECT_ASKED = /(?:^| )mon (?:hoc )?(?:nao|gi)(?: |$)|(?:which|what) subjects?(?: |$)/
const LANGUAGE_ASKED =
  /(?:^| )(?:ngoai ngu|tieng) (?:nao|gi)(?: |$)|(?:which|what) (?:foreign )?languag(?! level)(?: |$)/
const LANGUAGE = /(?:^| )(?:tieng (?!tam|noi|viet)|english|japanese|korean|german)/
/** «IELTS mấy chấm» */
const BAND_ASKED =
  /(?:^| )(?:(?:what|which) (?:(?:ielts?|toefl|toeic) )?band|(?:what|which) (?:ielts?|toefl|toeic) score?|(?:may|bao nhieu) cham)(?: |$)/
const BAND = /\d[.,]\d/
/** «Dành cho học sinh cấp nào» */
const GRADE_ASKED =
  /(?:cho|voi) (?:hoc sinh |tre |lop )?(?:cap|bac|khoi|lop)(?: hoc)? (?:nao|may|bao nhieu)(?: |$)/
const GRADE = /(?:^| )(?:mam non|tieu hoc|thcs|trung hoc co so|thpt|lop \d|mau giao)(?: |$)/
const PARTNER_ASKED =
  /(?:phoi hop|cung|ket hop|lam viec|ban bac) (?:\S+ ){0,2}(?:ai|(?:don vi|co quan|phong|ban|hoi|trung tam|ben|to chuc) nao)(?: |$)|(?:^| )with (?:whom|which|what)(?: |$)|^(?:who|whom|which) .* with(?: |$)/
const PARTNER = /(?:^| )(?:cung|phoi hop|ket hop|with|together)(?: |$)/
/** What the best may tell in other words. */
const MAY_MISS = new Set([PARTNER, GRADE])
const SUBJECT =
  /(?:^| )(?:tieng (?!tam)|toan(?: |$)(?!dien|quoc|tinh|thi|nganh|doan)|tin hoc|ngoai ngu|giao duc the chat|khoa hoc (?!ky)|lich su|ngu van|mathematics|maths|english|science|informatics|history|physical education)/

/** «Phải đạt mức nào»: «xuất sắc» is one. */
const LEVEL_ASKED = /(?:^| )(?:muc|ket qua) (?:nao|gi)(?: |$)/

/** «Ngày nào», «hôm nào»: a year is no answer. */
export const asksDay = ({ words, intents }: Query): boolean =>
  intents.has('days-left') || DAY_ASKED.test(plainly(words))

const DAY_ASKED =
  /(?:^| )(?:(?:hom|(?<!(?:^| )buoi )ngay) (?:nao|bao nhieu)|(?:by|before?|on) (?:what|which) (?:date|day))(?: |$)/

/** «Đến năm nào», «by which year». */
const asksYear = ({ words }: Query): boolean => YEAR_ASKED.test(plainly(words))

const YEAR_ASKED =
  /(?:^| )(?:(?:den|toi|vao|trong|cham nhat|muon nhat|truoc) nam nao|(?:by|in|before?) (?:what|which) year)(?: |$)/

const tellsYear = ({ words }: Entry): boolean =>
  [...words.keys()].some((word) => /(?:^|\/)20\d\d$/.test(word))

/** It has a day, or tells one. */
export const tellsDay = ({ kind, words }: Entry): boolean =>
  kind === 'deadline' || [...words.keys()].some((word) => /^\d{1,2}\/\d{1,2}/.test(word))

/** «phòng nào», «hội nào»: the kind of body asked for. */
function bodyAsked({ words }: Query): string | undefined {
  const at = words.findIndex(({ plain }, i) => BODIES.has(words[i - 1]?.plain ?? '') && plain === 'nao')
  return at < 0 ? undefined : words[at - 1]?.plain
}

const isOf = ({ phrases, source }: Entry, body: string): boolean =>
  'duty' in source && phrases.some(({ words, isWho }) => isWho && words.some(({ plain }) => plain === body))

/** «tỷ lệ …» asks for a figure, which a passage on who does what does not give. */
const isShareOfWords = ({ entry, coverage }: Candidate, { intents, words }: Query): boolean =>
  entry.kind === 'duty' &&
  // «thế nào về số lượng, cơ cấu»
  (intents.has('how-many') || !HOW_ASKED.test(plainly(words))) &&
  (intents.has('quantity') || (intents.has('target') && coverage < MOSTLY)) &&
  !intents.has('who') &&
  !intents.has('task')

const HOW_ASKED = /(?:^| )the nao ve (?:so luong|ty le|muc)(?: |$)/

const isNear = (one: Candidate, best: Candidate): boolean =>
  isConfident(one) && one.total >= best.total - NEXT_BEST

/** «bao nhiêu», «mấy»: words alone are no answer. A date is one where the question asks when. */
export const asksNumber = ({ intents, words }: Query): boolean =>
  intents.has('how-many') &&
  (!intents.has('identity') || countsPeople(words)) &&
  !intents.has('when') &&
  !intents.has('days-left') &&
  !intents.has('define')

/** A figure, a person, a day, a reason, a comparison: one thing is asked for, and not all that there is. */
export const asksOneThing = ({ intents }: Query): boolean => ONE_THING.some((intent) => intents.has(intent))

const ONE_THING = [
  'how-many',
  'who',
  'when',
  'days-left',
  'compare',
  'verify',
  'why',
  'money',
  'person',
] as const
