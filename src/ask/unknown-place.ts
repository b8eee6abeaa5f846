import { canonicalTokens } from './canonical.ts'
import type { Lexicon } from './lexicon.ts'
import { type Token, tokenise } from './normalise.ts'
import { isSlot } from './word-class.ts'

const AFTER_UNIT =
  /(?:^|[\s,(])(quận|huyện|thị xã|tỉnh|thành phố|tp|tx|thị trấn|quan|huyen|thi xa|tinh|thanh pho|district of|province of|city of)\.?\s+(\p{L}+(?:\s+\p{L}+)?)/giu

/** «Trà Cú cùng tỉnh với Duyên Hải, họ làm thế nào»: it is the other that is asked about. */
const BESIDE_A_PLAN =
  /(?<!\p{L})(\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+),? (?:cùng (?:tỉnh|huyện|thành phố)|sát|sát bên|giáp|cạnh|ngay cạnh|kế bên|gần) (?:với )?\p{Lu}/u

/** The place that a question is about which names a plan's only to say where that lies; undefined else. */
export function readPlaceBeside(lexicon: Lexicon, question: string): string | undefined {
  const beside = BESIDE_A_PLAN.exec(question.normalize('NFC'))?.[1]
  return beside !== undefined && isUnknown(lexicon, { unit: '', name: beside }) ? beside : undefined
}

/** The place named after «huyện», «tỉnh», …, when neither an alias nor any plan's text knows it; undefined when none is. */
export function readUnknownPlace(lexicon: Lexicon, question: string): string | undefined {
  const found = [...question.normalize('NFC').matchAll(AFTER_UNIT)]
  return found.map(([, unit = '', name = '']) => ({ unit, name })).find((one) => isUnknown(lexicon, one))
    ?.name
}

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
