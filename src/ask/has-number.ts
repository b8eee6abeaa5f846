import type { Target } from '../domain/plan.ts'
import { countsOther, countsPeople } from './counted.ts'
import type { Entry } from './entry.ts'
import { plainOf, type Token, tokenise } from './normalise.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import { isSlot, isSoft } from './word-class.ts'
import { PERSONS_COUNTED, PUPILS_COUNTED } from './words/counted.ts'

const PEOPLE = new Set(['người', ...PUPILS_COUNTED])
const PERSONS = new Set(['nguoi', 'peopl'])
const RANKING = /(?:^| )(?:nhom (?:bao nhieu|may)|dan dau|top|thu|hang|bac|vi tri|dung|rank)(?: |$)/

/** «Hải Dương» is no two of anything. */
const isNumber = (plain: string, { words }: Entry): boolean =>
  /^\d/.test(plain) || words.has(NUMBERS.get(plain) ?? '')

const NUMBERS = new Map(
  ['hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'].map((word) => [plainOf(word), word]),
)

/** «Mức độ 3» is a number of nobody. */
const IS_LEVEL = /^mức độ \d+$/u

/** Whether a fact holds a figure of what is counted: a target prints one, a passage counts the very thing asked about («550 đại biểu»). */
export function hasNumber(entry: Entry, query: Query): boolean {
  const { source, pairs, words } = entry
  if (!holdsCounted(entry, query)) return false
  if ('target' in source)
    return (
      (printsNumber(source.target) || (asksRank(query) && isPlaceInWords(source.target))) &&
      (source.target.value.kind !== 'rank' || asksRank(query)) &&
      !(IS_LEVEL.test(source.target.printed.vi) && countsPeople(query.words)) &&
      !countsOther(entry, query) &&
      !isCountForShare(entry, query) &&
      !printsOther(source.target, countedIn(query)) &&
      !(asksPoints(query) && (/%/.test(source.target.printed.vi) || IS_LEVEL.test(source.target.printed.vi)))
    )
  if (query.intents.has('share')) return [...words.keys()].some((word) => word.endsWith('%'))
  const counted = countedIn(query)
  const said = new Set(query.words.flatMap(({ plain, isNumber }) => (isNumber ? [] : [plain])))
  const asksPersons = counted === undefined ? said.has('peopl') : PERSONS.has(counted.plain)
  return [...pairs.keys()].some((pair) => {
    const next = pair.slice(pair.indexOf(' ') + 1)
    const number = pair.slice(0, pair.indexOf(' '))
    // «grade 10 exams» counts no exams
    if (!isNumber(number, entry) || pairs.has(`grad ${number}`)) return false
    if (asksPersons) return PERSONS_COUNTED.includes(next)
    // «lớp 1, 2 học tự chọn» counts no «học sinh»
    return counted === undefined ? said.has(next) : next === counted.plain && next !== 'hoc'
  })
}

/** «02 trường» is no share; where no plan is named, it is still what that one says of it. */
export const isCountForShare = ({ source }: Entry, { intents, plans }: Query): boolean =>
  intents.has('share') &&
  plans.length > 0 &&
  'target' in source &&
  source.target.printedCount === undefined &&
  /^\D*\d+\s+\p{L}+$/u.test(source.target.printed.vi)

const printsNumber = ({ printed, printedCount, value }: Target): boolean =>
  /\d/.test(printed.vi + (printedCount ?? '')) || value.kind === 'rank'

/** «Mấy điểm»: no share is one. */
const asksPoints = ({ words }: Query): boolean =>
  /nhieu diem(?: |$)(?!phan tram|di tich|%)/.test(plainly(words)) && !/%/.test(plainly(words))

/** «Giữ vị trí tốp đầu» answers «đứng thứ mấy» as far as the plan does. */
const isPlaceInWords = ({ label, value }: Target): boolean =>
  value.kind === 'words' && /(?<!\p{L})(?:tốp|top|vị trí|đi đầu|dẫn đầu)(?!\p{L})/iu.test(label.vi)

/** «Top mấy», «thứ mấy»: a place is no number of anything. */
const asksRank = ({ words, values }: Query): boolean => values.length > 0 || RANKING.test(plainly(words))

/** «Mấy chỗ có» counts whatever it is about. */
const COUNTERS = new Set(['chỗ', 'nơi', 'cái', 'bên', 'điểm', 'bậc', 'loại', 'mục', 'plac'])

/** In English what is counted stands behind what is said of it, «how many new schools»; «how much land» has it next. */
const COUNTS = new Set(['nhiêu', 'much'])

const JOINS = new Set(['and', 'or'])

/** «How many robots will the festival show»: a fact that says nothing of robots does not count them. */
function holdsCounted({ plains, about }: Entry, { words }: Query): boolean {
  const from = words.findIndex(({ text }, at) => text === 'many' && words[at - 1]?.text === 'how')
  if (from < 0) return true
  const rest = words.slice(from + 1)
  const end = rest.findIndex(({ text, isGeneral }) => isGeneral && !JOINS.has(text))
  const head = (end < 0 ? rest : rest.slice(0, end)).findLast(
    (word) => !isSlot(word) && !isSoft(word) && !word.isLight && !word.isNumber,
  )
  return head === undefined || plains.has(head.plain) || about.plains.has(head.plain)
}

/** The word after «bao nhiêu», if it names something that is counted. */
function countedIn({ words }: Query): Token | undefined {
  const asked = words.findIndex(({ text }) => COUNTS.has(text))
  const at =
    asked < 0 && words.find((word) => !isSlot(word))?.text === 'số'
      ? words.findIndex(({ text }) => text === 'số')
      : asked
  const next = at < 0 ? undefined : words[at + 1]
  return next &&
    !COUNTERS.has(next.text) &&
    (!next.isGeneral || PEOPLE.has(next.text)) &&
    !next.isNumber &&
    !next.text.startsWith('@')
    ? next
    : undefined
}

/** «09 trường» is no answer to «bao nhiêu học sinh». */
function printsOther({ printed, label }: Target, counted: Token | undefined): boolean {
  if (!counted || !/^\D*\d+\s+\p{L}/u.test(printed.vi)) return false
  return ![...tokenise(printed.vi), ...tokenise(label.vi)].some(({ plain }) => plain === counted.plain)
}
