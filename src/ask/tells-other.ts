import type { Candidate } from './candidate.ts'
import { countsNamed } from './counted.ts'
import type { Entry } from './entry.ts'
import { bodyNamed, wordsOfWho } from './named-body.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import { targetOf } from './target-rows.ts'
import { HALF_SAID, MOSTLY_SAID, SAID_WHOLE } from './thresholds.ts'

/** Whether a fact that fits the words tells something else than what is asked: no meaning, no day, no target, another document, another body. */
export const tellsOther = (top: Candidate, query: Query): boolean =>
  isOnlyNamed(top, query) ||
  isNoEvent(top, query) ||
  isOfNoTime(top, query) ||
  isOfNoPlace(top, query) ||
  isOnlyCounted(top, query) ||
  isOtherCount(top, query) ||
  isPartOfTotal(top, query) ||
  isNoProduct(top, query) ||
  isNoTarget(top, query) ||
  isOtherDocument(top, query) ||
  asksOfLaw(query) ||
  isOtherBody(top, query)

/** «STEM là gì»: a target that says the word in passing does not say what it means. */
const isOnlyNamed = ({ entry, label, precision }: Candidate, { intents, words }: Query): boolean =>
  entry.kind === 'target' &&
  intents.has('define') &&
  ((intents.size === 1 && label < HALF_SAID && precision < SAID_WHOLE) || DEFINITION.test(plainly(words)))

const DEFINITION = /dinh nghia|khai niem|viet tat|definition|stand for/

/** «Bao giờ thi học sinh giỏi» is not told by an aim for its results. */
const isNoEvent = ({ entry, label, precision }: Candidate, { words, intents }: Query): boolean => {
  const target = targetOf(entry)
  const line = plainly(words)
  return (
    target !== undefined &&
    (target.value.kind === 'words' ? label < HALF : label < MOSTLY_SAID && precision < SAID_WHOLE) &&
    !/\d\/\d|20\d\d|ngay(?!\p{L})/u.test(target.printed.vi) &&
    // «khảo sát sau kiểm tra định kỳ»
    !/(?<!\p{L})sau(?!\p{L})/u.test(target.label.vi) &&
    intents.has('when') &&
    /bao gio|khi nao|ngay nao|hom nao|when/.test(line) &&
    !AIMS.test(line)
  )
}

const HALF = 0.5

/** «By when does it want to be …»: what is aimed at has its year. */
const AIMS =
  /(?:^| )(?:muon|phan dau|muc tieu|cham nhat|(?:den|toi|truoc) (?:bao gio|khi nao)|xong|want|aim|goal|latest|by when)(?: |$)/

/** «Xong năm nào», of what the plan prints no year for. */
const isOfNoTime = ({ entry }: Candidate, { words, intents }: Query): boolean => {
  const target = targetOf(entry)
  return (
    target !== undefined &&
    target.due === undefined &&
    intents.has('when') &&
    !intents.has('how-many') &&
    !/\d\/\d|20\d\d|ngay(?!\p{L})/u.test(`${target.printed.vi} ${target.when.vi}`) &&
    TIME_ASKED.test(plainly(words))
  )
}

const TIME_ASKED =
  /(?:^| )(?:(?:nam|thang|ngay|quy) (?:nao|bao nhieu)|(?:what|which) (?:year|month|date|day))(?: |$)/

/** «3 trường xây mới nằm ở những phường nào», of what is printed without any. */
export const isOfNoPlace = ({ entry }: Pick<Candidate, 'entry'>, { words }: Query): boolean => {
  const target = targetOf(entry)
  return (
    target !== undefined &&
    target.names.length === 0 &&
    PLACES_ASKED.test(plainly(words)) &&
    !NAMES_PLACE.test(`${target.label.vi} ${target.printed.vi}`)
  )
}

const PLACES_ASKED =
  /(?:^| )(?:nam|dat|xay|o|tai) (?:o |tai )?(?:(?:nhung|cac) )?(?:phuong|xa|khu|dia chi) nao(?: |$)|(?:^| )nam o (?:dau|cho nao)(?: |$)/
const NAMES_PLACE = /(?:phường|xã|huyện|quận|thị xã) \p{Lu}/u

/** «What does each of the 13 criteria consist of»: how many there are does not tell what each of them is. */
const isOnlyCounted = ({ entry }: Candidate, { words }: Query): boolean =>
  EACH_ASKED.test(plainly(words)) && (targetOf(entry)?.names.length ?? 0) === 0

const EACH_ASKED =
  /(?:^| )each of the \d+ .*(?:consist|contain|mean|say|about|ask)|^what .*each of the \d+ |(?:^| )(?:tung|moi) \S+(?: \S+)? trong (?:so )?\d+ .*(?:gi|nao)(?: |$)|(?:^| )\d+ (?:chi tieu|tieu chi) .*(?:la|gom) nhung (?:(?:chi tieu|tieu chi) )?(?:gi|nao)(?: |$)|(?:^| )(?:ke|liet ke|neu) (?:\S+ ){0,4}\d+ (?:chi tieu|tieu chi)(?: |$)/

/** «12 thầy cô đạt giải nhất, đúng không», of what is printed as a share or in words: no count is confirmed or denied by that. */
const isOtherCount = ({ entry }: Candidate, { words, intents }: Query): boolean => {
  const target = targetOf(entry)
  const printed = target ? `${target.printed.vi} ${target.printedCount ?? ''}` : textOf(entry)
  if (/\d(?![\d,.]*\s*%)/.test(printed)) return false
  const line = plainly(words)
  if (target && HEADS.test(line)) return true
  const isOfAll = printed.includes('100%') && !LACKING.test(line)
  return (
    intents.has('verify') &&
    !isOfAll &&
    countsNamed(words).some((count) => !entry.words.has(count) && !entry.words.has(`0${count}`))
  )
}

/** «Tổng cộng bao nhiêu trường đạt chuẩn», of those that are recognised again only. */
const isPartOfTotal = ({ entry }: Candidate, { words, plans }: Query): boolean => {
  const target = targetOf(entry)
  const line = plainly(words)
  return (
    plans.length > 0 &&
    target !== undefined &&
    TOTAL.test(line) &&
    PART.test(target.label.vi) &&
    !PART_SAID.test(line)
  )
}

const TOTAL = /(?:^| )(?:tong cong|tong so|tat ca bao nhieu|ca thay|in total|altogether)(?: |$)/
const PART = /(?<!\p{L})công nhận (?:lại|mới)(?!\p{L})/iu
const PART_SAID = /(?:^| )(?:lai|moi|them|new|again|renew)(?: |$)/

const textOf = ({ source }: Entry): string =>
  'duty' in source ? source.duty.text.vi : 'fact' in source ? source.fact.text.vi : ''

/** «Tính ra đầu người thì còn bao nhiêu giáo viên …». */
const HEADS =
  /(?:^| )(?:(?:bao nhieu|how many) (?:vu|ca|su co|truong hop|accident|incident|case)|(?:tinh|quy) (?:ra|theo) (?:dau )?nguoi|dau nguoi|head ?count|in persons)(?: |$)/
const LACKING = /(?:^| )(?:chua|con thieu|khong co|without|not|no|lack|missing)(?: (?!@)\S|$)/

/** «Which software, Zoom or Teams», of what tells of no software. */
const isNoProduct = ({ entry }: Candidate, { words }: Query): boolean =>
  PRODUCT_ASKED.test(plainly(words)) && !entry.pairs.has('phan mem') && !entry.plains.has('softwar')

const PRODUCT_ASKED =
  /(?:^| )(?:(?:which|what) (?:softwar|app|vendor|supplier)|(?:phan mem|nha cung cap) (?:nao|gi))(?: |$)/

/** «Có chỉ tiêu cho trường tư thục không» is not answered by what somebody does about them. */
const isNoTarget = ({ entry }: Candidate, { words, intents }: Query): boolean =>
  'duty' in entry.source &&
  ASKS_TARGET.test(plainly(words)) &&
  !entry.pairs.has('chi tieu') &&
  !intents.has('who') &&
  !intents.has('task')

const ASKS_TARGET = /(?:^| )co (?:dat |de ra |giao |neu )?chi tieu/

/** «Nghị quyết 100/NQ-HĐND nói gì»: a document of another number says nothing of it. */
const isOtherDocument = ({ entry }: Candidate, { words }: Query): boolean =>
  words.some(
    ({ text, isNumber }, at) =>
      isNumber &&
      !entry.words.has(text) &&
      (IS_LETTERS.test(words[at + 1]?.text ?? '') ||
        DOCUMENTS.has(`${words[at - 2]?.plain} ${words[at - 1]?.plain}`)),
  )

const DOCUMENTS = new Set(['thong tu', 'nghi dinh', 'nghi quyet', 'quyet dinh'])

const IS_LETTERS = /^\p{L}+[-/][\p{L}/-]+$/u

/** «Luật Giáo dục 2019 quy định … bằng gì»: what a law holds, no plan prints. */
const asksOfLaw = ({ words }: Query): boolean => OF_LAW.test(plainly(words))

const OF_LAW =
  /^(?:theo )?(?:bo )?(?:luat|nghi dinh|hien phap|dieu le) (?:\S+ ){1,6}(?:quy dinh|noi|ghi|yeu cau) /

/** A department is no office: «Sở Y tế» asked about is not told by what «Phòng Y tế» does. */
function isOtherBody({ entry }: Candidate, query: Query): boolean {
  const [named] = query.intents.has('task') ? bodyNamed(query) : []
  // «các phòng ban» are all of them
  const head = named === 'phong ban' ? undefined : named?.split(' ')[0]
  return head !== undefined && RANKS.has(head) && 'duty' in entry.source && !wordsOfWho(entry).has(head)
}

const RANKS = new Set(['so', 'phong', 'bo'])
