import { canonicalWords } from './canonical.ts'
import { stemmed } from './english-stem.ts'
import type { Token } from './normalise.ts'
import { PhraseTable } from './phrase-table.ts'
import { plainly } from './plainly.ts'
import { isSlot } from './word-class.ts'
import { COST_NOUNS, INTENT_PHRASES, INTENTS, type Intent, ROLE_NOUNS } from './words/intents.ts'

const TABLE = new PhraseTable(
  INTENTS.flatMap((intent) =>
    INTENT_PHRASES[intent].map(
      (phrase) =>
        [
          canonicalWords(phrase)
            .map(({ text }) => text)
            .join(' '),
          intent,
        ] as const,
    ),
  ),
)

const COSTS = new PhraseTable(stemmed(COST_NOUNS).map((noun) => [noun, true] as const))

const ROLES = new PhraseTable(stemmed(ROLE_NOUNS).map((noun) => [noun, true] as const))

/** «Bên nào nhiều hơn». */
const isMore = (word: Token, at: number, words: readonly Token[]): boolean =>
  isOneOf(MORE, word) && words.slice(0, at).some((one) => isOneOf(OR, one))

const MORE = new Set(['hơn', 'more', 'fewer', 'most'])
const OR = new Set(['nào', 'hay', 'or'])
const UNMARKED = new Map([
  ['hon', 'hơn'],
  ['nao', 'nào'],
  ['nop', 'nộp'],
  ['gui', 'gửi'],
])

const isOneOf = (set: ReadonlySet<string>, { text, plain, isLoose }: Token): boolean =>
  set.has(isLoose ? (UNMARKED.get(plain) ?? text) : text)

/** «Lớp mấy», «khối nào» ask which one. */
const isOrdinal = ({ plain }: Token, at: number, words: readonly Token[]): boolean =>
  ORDERED.has(plain) &&
  words[at - 1]?.text !== 'nhiêu' &&
  !/^(?:ra|len|dung|nang|xuong|moi|tung|cung|phat)$/.test(words[at - 1]?.plain ?? '') &&
  words[at + 1]?.text === 'bao' &&
  words[at + 2]?.text === 'nhiêu'

const ORDERED = new Set(['lop', 'khoi', 'cap', 'thang', 'doan'])

/** «Giải thưởng nhà giáo tên là gì» asks for no person: its first word that says something is no role. */
const beginsWithRole = (words: readonly Token[]): boolean => {
  const at = words.findIndex(
    (word, i) => isRole(word, i, words) || !(word.isGeneral || isSlot(word) || ADDRESSES.has(word.text)),
  )
  const [word] = words.slice(Math.max(0, at))
  return at >= 0 && word !== undefined && isRole(word, at, words)
}

/** «Cô hiệu trưởng». */
const ADDRESSES = new Set(['cô', 'thầy', 'mr', 'ms', 'mrs'])

const isRole = (_: Token, at: number, words: readonly Token[]): boolean =>
  ROLES.matchesAt(words, at).length > 0

/** «Kinh phí xây trường …» and nothing else. */
const beginsWithCost = (words: readonly Token[]): boolean => {
  const at = words.findIndex((word) => !(word.isGeneral || isSlot(word)))
  return at >= 0 && COSTS.matchesAt(words, at).length > 0
}

/** «Số cuộc kiểm tra …», «số học sinh …»; a document's number is none. */
const beginsWithCount = (words: readonly Token[]): boolean => {
  const at = words.findIndex((word) => !isSlot(word) && !REQUESTS.has(word.text))
  const next = words[at + 1]
  return words[at]?.text === 'số' && next !== undefined && !next.isNumber && !NUMBERED.has(next.text)
}

/** «Xin số điểm …». */
const REQUESTS = new Set([
  'xin',
  'đề',
  'nghị',
  'cung',
  'cấp',
  'nhờ',
  'cho',
  'hỏi',
  'biết',
  'cần',
  'em',
  'mình',
  'tôi',
  'lấy',
])
const NUMBERED = new Set(['hiệu', 'văn', 'bao', 'kế', 'công', 'quyết', 'của', 'nào', 'gì', 'lượng'])

const DAY = /(?<![\d/])\d{1,2}\/\d{1,2}(?![\d/])|tháng \d{1,2}(?!\d)|thang \d{1,2}(?!\d)/iu
/** «Nộp 30/6 được không», «gửi đúng 20/12 có trễ không». */
const IS_IN_TIME = /(?:^| )(?:duoc|tre|muon|kip|on|qua han) (?:khong|chua|ha)(?: |$)/
const SENDING = new Set(['nộp', 'gửi', 'hạn', 'submit'])

const isSending = (word: Token): boolean => isOneOf(SENDING, word)

const isCost = (_: Token, at: number, words: readonly Token[]): boolean =>
  COSTS.matchesAt(words, at).length > 0

const SENT_TO = ['gui cho ai', 'nop cho ai', 'gui ai', 'nop ai', 'gui den ai', 'bao cao cho ai']

/** «Phải đưa kế hoạch này vào kế hoạch nào». */
const PUTS_INTO = /(?:^| )(?:vao|trong) (?:ke hoach|chuong trinh|nghi quyet) (?:nao|gi)(?: |$)/
const COUNTS_WHAT = /(?:^| )so luong (?:\S+ ){0,3}(?:nao|gi)(?: |$)/

/** «Mục tiêu của … có bằng mục tiêu của …». */
export const COMPARES = /(?:^| )co (?:bang|ngang|giong|khop|khac|cao hon|thap hon|lech|chenh) (?!cap)/

/** «Tiếng Nhật và tiếng Hàn, mỗi môn mấy trường». */
const OF_EACH = /(?:^| )(?:va|voi) .*(?:^| )moi (?:mon|thu|ben|tieng) (?:\S+ ){0,3}bao nhieu(?: |$)/

/** «Trễ rồi phải không», of what is handed in. */
const LATE = new Set(['trễ', 'muộn', 'kịp', 'late', 'overdue'])
const REPORTS = /(?:^| )(?:bao cao|nop|gui|han|report|submit)(?: |$)/

/** «Bọn em còn được mấy ngày để gửi báo cáo». */
const DAYS_LEFT =
  /(?:^| )con (?:\S+ ){0,2}(?:bao nhieu|may) (?:ngay|hom|bua) (?:nua|de|thi|la|den|toi)(?: |$)/

/** «What is the board in charge of», «what is its job», «what are they asked to do»: its duties, and no meaning of a word. */
const ASKS_DUTIES =
  /^what (?:is|are) (?:.* (?:in charg of|responsibl for|ask to do|expect to do|told to do)(?: |$)|(?:ask|expect|requir) of |(?:the )?(?:job|role|part|function) of )/
/** «What graduation exam pass rate does …». */
const RATE_ASKED = /^what (?:\S+ ){1,5}shar (?:does|do|did|is|are|must|should|will) /
/** «Kế hoạch 76 là về việc gì». */
const ABOUT_WHAT = /(?:^| )(?<!trach nhiem )ve (?:viec|chuyen|van de) (?:gi|nao)(?: |$)/
/** «Kiểm tra những loại trung tâm nào». */
const WHICH_KIND = /(?:^| )(?:loai|dang|kieu) (?:\S+ ){0,3}nao(?: |$)/
/** «Who works out how many … are missing»: who is asked for, not how many. */
const WHO_COUNTS =
  /^(?:who|which (?:\S+ ){0,2}(?:offic|board|body|unit|centr|department|agency)) .*how (?:many|much)(?: |$)/
/** «Mỗi phường thêm bao nhiêu học trò thì cơ quan nào đi khảo sát». */
const WHO_COUNTS_LAST =
  /(?:^| )(?:co quan|don vi|phong|ban|ben|to chuc|bo phan|ai) (?:nao )?.*(?:tinh|xem|biet|dem|thong ke|ra soat|khao sat)(?: \S+){0,4} (?:bao nhieu|may)(?: |$)|(?:^| )(?:bao nhieu|may) .*(?:^| )(?:co quan|don vi|phong|ban|ben|to chuc|bo phan) nao (?:di |phai |se |lo |co )*(?:khao sat|thong ke|tinh|dem|nam|du bao|tong hop|ra soat|theo doi)/
/** «How many schools have to …», «which schools have to …»: what they have to do was said. */
const WHAT_WAS_SAID = /(?:^| )(?:how many|how much|what shar|which school) .*have to(?: |$)/
/** «Được giao tăng hạng thế nào so với năm trước»: what is compared with a year is a figure. */
const AGAINST_LAST_YEAR =
  /(?:^| )(?:so voi|compar (?:to|with)) (?:nam (?:hoc )?(?:truoc|ngoai)|(?:the )?last year)(?: |$)/
/** «Chỉ thị mà thị xã phải làm theo». */
const WHAT_IS_FOLLOWED = /(?:^| )phai lam theo(?: |$)/
/** «Trẻ 5 tuổi ra lớp được giao thế nào»: a figure is given. */
const HOW_MUCH_GIVEN =
  /(?:^| )(?:tre|truong|hoc sinh|ty le|so|lop|phuong|giao vien) .*duoc giao (?:the nao|ra sao|muc)/
/** «What does the plan say for 2030 then»: a year is asked of, and nobody's duty. */
const SAID_FOR_YEAR =
  /(?:^| )what does (?:the|this|that|it) plan \S+ (?:for|in|by|of) (?:the year )?\d{4}(?: |$)/
const NO_TASK = [HOW_MUCH_GIVEN, WHAT_WAS_SAID, AGAINST_LAST_YEAR, WHAT_IS_FOLLOWED, SAID_FOR_YEAR]
/** «Trường có mấy phòng học xuống cấp thì xử lý sao»: some there are. */
const SOME_THERE_ARE = /(?:^| )co bao nhieu .* thi .*(?:sao|the nao|lam gi|lam sao)(?: a| day)?$/
const YEAR_ASKED = /(?:^| )(?:in|by) (?:what|which) year(?: |$)/
/** «What is the school budget of …». */
const BUDGET_ASKED = /^what (?:is|was) the (?:\S+ ){0,3}budget(?: |$)/
/** «What is the head of … called». */
const IS_CALLED = /^what (?:is|are) .* call(?: |$)/
/** «Which rooms come first when money is put in»: nothing asks for a time. */
const WHEN_AS_CONDITION =
  /^(?:which|what|who|whos|wher|how)(?: |$)(?!.* (?:and|by|or|since) when )(?!.*due ).* when /
/** «What number does the plan have», «what years does it cover», «how long does the plan run». */
const OF_DOCUMENT =
  /(?:^| )(?:(?:what|which) (?:number (?:does|is|has|did)|years? (?:does|do|is|will) .*(?:cover|span|run|apply)|(?:\S+ )?document .*basi)|how long (?:does|is|will) .*plan (?:run|last|cover|apply|valid))(?: |$)/

/** «Bên nào cao hơn» asks for no office. */
const WHICH_SIDE = /(?:^| )ben nao (?:\S+ )?(?:nhieu|it|cao|thap|lon|be|hon|kem)(?: |$)/

/** «%», not «100%». */
const BARE_PERCENT = /(?<!\d\s?)%/

/** «Phải xong trước 20/12/2023, phải vậy không». */
const DAY_NAMED =
  /(?:^| )(?:truoc|cham nhat|muon nhat|tre nhat|han|before|by)(?: la)?(?: ngay)? \d{1,2}\/\d{1,2}/

/** «Tốn 120 tỷ đúng không». */
const SUM_NAMED = /(?:^| )\d+ (?:ty|trieu|nghin ty|billion|million)(?! le)(?: |$)/

/** «Đúng vậy không», «ghi thế đúng chưa, hay sai». */
const ASKS_TRUTH =
  /(?:^| )(?:dung|sai|nham|chuan|chinh xac) (?:(?:vay|the|do|nhu vay|nhu the|hay) )?(?:khong|chua|ha|sai|dung)(?: |$)/

const said = (words: readonly Token[], phrase: string): boolean =>
  ` ${plainly(words)} `.includes(` ${phrase} `)

/** Every way of asking found in the words. */
export function readIntents(words: readonly Token[], question: string): ReadonlySet<Intent> {
  // «which Long Biên office»: the place parts what asks
  const asking = words.filter(
    ({ text }, at) => !text.startsWith('@plan') || !/^(?:which|what)$/.test(words[at - 1]?.text ?? ''),
  )
  const found = new Set(
    asking.flatMap((_, at) => {
      const matches = TABLE.matchesAt(asking, at)
      // «who is in charge» asks for no name
      return (
        matches
          .filter(({ value, length }) => value !== 'person' || length === matches[0]?.length)
          // «chỉ tiêu tuyển sinh», «chỉ tiêu biên chế»: a word of the plan's own asks for no target
          .filter(({ value }) => value !== 'target' || asking[at]?.isGeneral)
          .map(({ value }) => value)
      )
    }),
  )
  const line = plainly(words)
  // «dành cho ai» asks whom it is meant for, «gửi cho ai» who gets it: neither asks who does it
  if (said(words, 'danh cho ai')) for (const one of ['who', 'recipient'] as const) found.delete(one)
  if (SENT_TO.some((phrase) => said(words, phrase))) found.delete('who')
  // «2 buổi/ngày bao nhiêu %» asks for no day
  if (/buoi ngay (?:bao|may)/.test(line)) found.delete('when')
  if (PUTS_INTO.test(line)) {
    found.delete('identity')
    found.add('task')
  }
  // «kế hoạch 76 là về việc gì»
  if (ABOUT_WHAT.test(line)) {
    found.delete('task')
    found.add('identity')
  }
  // «nắm số lượng trẻ nào» asks what is to be counted
  if (!found.has('how-many') && COUNTS_WHAT.test(line)) {
    found.delete('quantity')
    found.add('task')
  }
  if (DAYS_LEFT.test(line)) for (const one of ['when', 'days-left'] as const) found.add(one)
  // «còn mấy ngày nữa là phải làm xong»
  if (found.has('days-left')) found.delete('task')
  if (words.some(({ text }) => LATE.has(text)) && REPORTS.test(line)) found.add('when')
  if (ASKS_DUTIES.test(line)) {
    for (const one of ['define', 'who', 'list'] as const) found.delete(one)
    found.add('task')
  }
  if (WHICH_KIND.test(line)) found.delete('who')
  if (WHO_COUNTS.test(line) || WHO_COUNTS_LAST.test(line))
    for (const one of ['how-many', 'quantity', 'share'] as const) found.delete(one)
  if (NO_TASK.some((pattern) => pattern.test(line))) found.delete('task')
  if (SOME_THERE_ARE.test(line)) for (const one of ['how-many', 'quantity'] as const) found.delete(one)
  if (YEAR_ASKED.test(line) && !found.has('how-many')) found.add('when')
  if (BUDGET_ASKED.test(line)) found.add('money')
  if (IS_CALLED.test(line)) found.add('person')
  if (WHEN_AS_CONDITION.test(line)) found.delete('when')
  if (OF_DOCUMENT.test(line)) {
    found.delete('when')
    found.add('identity')
  }
  if (ASKS_TRUTH.test(line)) found.add('verify')
  // «% trường phải làm …», «được giao tỷ lệ …»: what there is to do was said
  if (found.has('share') || BARE_PERCENT.test(question)) found.delete('task')
  if (RATE_ASKED.test(line)) found.add('quantity').add('how-many')
  if (/%/.test(question)) found.add('quantity').add('share')
  if (DAY.test(question) && words.some(isSending)) {
    found.add('when')
    if (IS_IN_TIME.test(line)) found.add('verify')
  }
  if (found.size === 0 && beginsWithCost(words)) found.add('money')
  if (beginsWithCount(words)) found.add('quantity').add('how-many')
  if (words.some(isMore) || COMPARES.test(line) || OF_EACH.test(line)) found.add('compare')
  if (found.has('compare') && WHICH_SIDE.test(line)) found.delete('who')
  if (found.has('person') && !beginsWithRole(words)) found.delete('person')
  if (found.has('how-many') && words.some(isOrdinal))
    for (const one of ['how-many', 'quantity'] as const) found.delete(one)
  // «who approves the budget in …» asks for no amount
  if (found.has('who') && !found.has('how-many')) found.delete('money')
  if (found.has('how-many') && words.some(isCost) && !found.has('share')) found.add('money')
  if (found.has('verify') && DAY_NAMED.test(line)) {
    found.delete('task')
    found.add('when')
  }
  if (found.has('verify') && SUM_NAMED.test(line)) found.add('money')
  return found
}
