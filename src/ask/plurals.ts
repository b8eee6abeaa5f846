import { type Token, tokenOf } from './normalise.ts'
import { plainly } from './plainly.ts'

/** «Mấy trường ấy», «mấy vùng nào», «mấy bé … là bao nhiêu phần trăm», «mấy trường … phải lên mấy bậc»: said of several, nothing is counted. */
const NOT_COUNTED = [
  /^(?:\S+ ){1,4}?(?:ay|do|nay|kia|no|nao|gi|chi|j)(?: |$)/,
  /^(?:\S+ ){1,6}ma .*(?:^| )(?:nao|gi|sao|ai|dau)(?: |$)|(?:^| )(?:bao nhieu|nhieu phan tram|(?<!va )may (?:phan tram|bac|hang|diem|gio|ngay|tuoi))(?: |$)|%/,
]
/** After these it counts. */
const COUNTS_AFTER = new Set(
  'co la dat duoc bang thu hang lop nam thang ngay tuoi top lan them con toi den tu phai can nhat thieu du trong tren khoang cap bac'.split(
    ' ',
  ),
)
/** Without marks «may tinh» is máy tính, «may bac» and «may chi tieu» count. */
const NOT_UNMARKED = /^(?:tinh|chieu|moc|vi|in|lanh|quat|do|bac|chi tieu|mon)(?: |$)/
/** «Ngày mấy, ở sân nào», «năm mấy»: which one. */
const ORDERED = new Set('ngay thang nam thu hang hoi'.split(' '))
/** «Ở mấy phường khá giả … trong khoảng nào»: something else is asked later. */
const PLURAL_AFTER = new Set('o cua cho voi ve giu hoi ke het nhu tren bat vu'.split(' '))
/** «Mấy bác cựu chiến binh … chuyện gì». */
const PERSONS = new Set(
  'bác anh chị em cô thầy chú đứa cháu bé ông bà chi co thay dua chau be ong'.split(' '),
)
const WHO_FIRST = /^(?:ai|(?:phong|ban|hoi|don vi|co quan|ben) nao) /
const ASKS_LATER = /(?:^| )(?:nao|gi|chi|sao|rang|ai|dau|bao gio|bao nhieu)(?: |$)/
/** «Mấy cái chỉ tiêu … vào loại kế hoạch nào». */
const SOME = /^cai \S+ (?:\S+ ){2,}(?:nao|gi|sao|ai)(?: |$)/
/** «Có mấy phòng dột nát nguy hiểm quá, … xử lý lúc nào». */
const TELLS =
  /^(?:\S+ ){2,7}?(?:qua|lam|roi) (?:\S+ )*?(?:luc nao|khi nao|bao gio|the nao|lam sao|ra sao|sao|lam gi|ai)(?: |$)/
/** «Để duy trì mấy trường đã đạt chuẩn thì ai là đầu mối». */
const THEN_ASKS = /(?:^| )thi (?:\S+ ){0,5}(?:ai|nao|gi|sao)(?: |$)/
/** «Mấy trung tâm ngoại ngữ có nằm trong diện kiểm tra không». */
const WHETHER = /^(?:\S+ ){2,12}co (?:\S+ )+(?:khong|ko)$/
/** «… vậy mấy anh chị». */
const ADDRESSED = /^(?:anh|chi|anh chi|bac|ban|me|mom|thay co|sep)(?: oi| a)?$/
const NOT_BEFORE = /^(?:phan|%|gio|ngay|thang|nam|tuoi|nao|lan|bac|diem|cap)/

/** The words with «mấy» as «các» where it means several. */
export const withPlurals = (words: readonly Token[]): Token[] =>
  words.map((word, at) => (isPlural(words, at) ? tokenOf('các') : word))

function isPlural(words: readonly Token[], at: number): boolean {
  const word = words[at]
  const isUnmarked =
    word?.isLoose === true && word.plain === 'may' && !NOT_UNMARKED.test(plainly(words.slice(at + 1)))
  if (word?.text !== 'mấy' && word?.text !== 'mí' && !isUnmarked) return false
  const rest = plainly(words.slice(at + 1))
  // «nghiệm thu mấy công trình» is no «thứ mấy»
  const collects = words[at - 1]?.text === 'thu'
  const isOrdered = ORDERED.has(words[at - 1]?.plain ?? '') && !collects
  if (isOrdered && !PERSONS.has(words[at + 1]?.text ?? '')) return false
  const [named, counted] = NOT_COUNTED
  if (ADDRESSED.test(rest) && words[at + 1]?.text !== 'bậc') return true
  const isPerson = PERSONS.has(words[at + 1]?.text ?? '')
  if (!isPerson && NOT_BEFORE.test(rest)) return false
  if (named?.test(rest)) return true
  const before = words[at - 1]?.plain ?? ''
  const isOfSeveral = PLURAL_AFTER.has(before) || (!COUNTS_AFTER.has(before) && isPerson)
  if (isOfSeveral && ASKS_LATER.test(rest)) return true
  // «ai nghiệm thu mấy công trình»
  const counts = COUNTS_AFTER.has(before) && !collects
  if (WHO_FIRST.test(plainly(words.slice(0, at))) && !counts) return true
  // «ưu tiên loại phòng nào cho mấy trường»
  if (PLURAL_AFTER.has(before) && ASKS_LATER.test(plainly(words.slice(0, at)))) return true
  if (before === 'co' && TELLS.test(rest)) return true
  const asksElse = THEN_ASKS.test(rest) || WHETHER.test(rest)
  if (SOME.test(rest) || (asksElse && !COUNTS_AFTER.has(before))) return true
  return counted?.test(rest) === true && !COUNTS_AFTER.has(before)
}

/** «Trường em có mấy phòng nứt tường. Xử lý ra sao?»: a sentence before the question counts nothing. */
export const withToldSeveral = (message: string): string =>
  message.replace(/[^.?!]*\smấy\s[^.?!]*[.!]\s+(?=\S)/giu, (told) => told.replace(/\smấy\s/giu, ' các '))
