import { canonicalTokens } from './canonical.ts'
import type { Lexicon } from './lexicon.ts'
import { hasMarks, type Token, tokenise } from './normalise.ts'
import { PhraseTable } from './phrase-table.ts'
import { isSlot } from './word-class.ts'
import { CITIES, PROVINCES, SAIGON } from './words/provinces.ts'

const AFTER_UNIT =
  /(?:^|[\s,(])(quận|huyện|thị xã|tỉnh|thành phố|tp|tx|thị trấn|quan|huyen|thi xa|tinh|thanh pho|district of|province of|city of)\.?\s+(\p{L}+(?:\s+\p{L}+)?)/giu

/** What a name of two capitals may begin with that is of a person, a body or a document, not of a place. */
const NO_PLACE =
  'Cô|Thầy|Em|Chị|Anh|Bác|Chú|Ông|Bà|Bé|Cháu|Con|Mẹ|Bố|Bộ|Sở|Phòng|Ban|Ủy|Đảng|Đoàn|Hội|Trường|Trung|Thủ|Chính|Nhà|Nghị|Quyết|Chỉ|Công|Luật|Thông|Kế|Chương|Đề'
const NAME = `((?!(?:${NO_PLACE}) )\\p{Lu}\\p{Ll}+ \\p{Lu}\\p{Ll}+)`
const AFTER_PREPOSITION = new RegExp(`(?<!\\p{L})(?:ở|tại|bên|của) ${NAME}(?! \\p{Lu})`, 'gu')
/** «Uông Bí đặt chỉ tiêu bao nhiêu». */
const AT_START = new RegExp(`^${NAME} (?:có|đặt|phấn đấu|muốn|định|cần|phải|giao)(?!\\p{L})`, 'gu')

/** «Trà Cú cùng tỉnh với Duyên Hải, họ làm thế nào»: it is the other that is asked about. */
const BESIDE_A_PLAN =
  /(?<!\p{L})(\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+),? (?:cùng (?:tỉnh|huyện|thành phố)|sát|sát bên|giáp|cạnh|ngay cạnh|kế bên|gần) (?:với )?\p{Lu}/u

/** The place that a question is about which names a plan's only to say where that lies; undefined else. */
export function readPlaceBeside(lexicon: Lexicon, question: string): string | undefined {
  const beside = BESIDE_A_PLAN.exec(question.normalize('NFC'))?.[1]
  return beside !== undefined && isUnknown(lexicon, { unit: '', name: beside }) ? beside : undefined
}

/**
 * The place named after «huyện», «ở», …, or first, or that is a province or city, when neither an alias nor any plan's text knows it; undefined
 * when none is.
 */
export function readUnknownPlace(lexicon: Lexicon, question: string): string | undefined {
  const text = question.normalize('NFC')
  const named = [
    ...[...text.matchAll(AFTER_UNIT)]
      .map(([, unit = '', name = '']) => ({ unit, name }))
      .filter((one) => isUnit(one, text)),
    ...[AFTER_PREPOSITION, AT_START].flatMap((pattern) =>
      [...text.matchAll(pattern)].map(([, name = '']) => ({ unit: '', name })),
    ),
  ]
  return named.find((one) => isUnknown(lexicon, one))?.name ?? unknownTown(lexicon, text)
}

/** «Cơ quan cháu» in a text with marks is no quận; «tinh gop» without marks is tính, as provinces are known by name. */
const isUnit = ({ unit, name }: { readonly unit: string; readonly name: string }, text: string): boolean =>
  hasMarks(unit) ||
  /^(?:tp|tx|.* of)$/i.test(unit) ||
  (!hasMarks(text) && (!/^tinh$/i.test(unit) || isCapitalised(name)))

/** A province or city is none of a plan's if nothing of the plans says its name. */
function unknownTown({ pairs, placeNames }: Lexicon, text: string): string | undefined {
  const words = tokenise(text).map((word) => ({ ...word, isLoose: word.text === word.plain }))
  const found = words.flatMap((_, at) => TOWN_NAMES.matchesAt(words, at).slice(0, 1))
  return found.find(({ value }) => {
    const name = tokenise(value)
    return (
      placeNames.matchesAt(name, 0).length === 0 &&
      (name.length === 1 ||
        name.some(({ plain }, at) => at > 0 && !pairs.has(`${name[at - 1]?.plain} ${plain}`)))
    )
  })?.value
}

const TOWN_NAMES = new PhraseTable([
  ...[...PROVINCES, ...CITIES].map(
    (name) => [name, name.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())] as const,
  ),
  ...SAIGON.map((name) => [name, 'TP. Hồ Chí Minh'] as const),
])

function isUnknown(
  { pairs, vocabulary, placeNames }: Lexicon,
  { unit, name }: { unit: string; name: string },
): boolean {
  const typed = tokenise(name)
  // a capital letter says that the word is meant as it stands
  const tokens = canonicalTokens(isCapitalised(name) ? typed : vocabulary.mend(typed), 'vi', placeNames)
  const [first, second] = tokens
  if (
    !first ||
    tokens.some((token) => isSlot(token) || token.isNumber || startsClause(token, isCapitalised(name)))
  )
    return false
  const before = tokenise(unit).at(-1)
  // «quan ly», «tinh hinh»: without marks the word before may be no unit at all
  const isOneWord =
    before !== undefined &&
    before.text === before.plain &&
    !isCapitalised(name) &&
    pairs.has(`${before.plain} ${first.plain}`)
  return (
    !isOneWord &&
    !(second && pairs.has(`${first.plain} ${second.plain}`)) &&
    (second !== undefined || isCapitalised(name))
  )
}

/** Words that go on with the question after a unit that is not named: «tỉnh đặt bao nhiêu». */
const CLAUSE = new Set(
  'nao nay do kia dat co phai ta minh em toi la ve thi duoc giao trong cua va de se can muon bao may khi o tai da chua khong gi the nhu voi cho ma theo nam den tu nen con chi ke cac nhung uy doan ubnd'.split(
    ' ',
  ),
)

const startsClause = ({ text, plain, isLoose, isGeneral, isLight }: Token, isName: boolean): boolean =>
  isLoose || text === plain ? CLAUSE.has(plain) : isGeneral || (!isName && isLight)

const isCapitalised = (name: string): boolean =>
  name.split(/\s+/).every((word: string) => /^\p{Lu}\p{Ll}/u.test(word))
