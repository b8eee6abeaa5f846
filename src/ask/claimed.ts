import type { Token } from './normalise.ts'
import { plainly } from './plainly.ts'
import type { Span } from './query.ts'
import { isSlot, isYear } from './word-class.ts'

/**
 * Places of words that are guessed or claimed, so that they tell no row: «ngoại ngữ nào trước, có phải tiếng Khmer không», «… là TH Ái Mộ A
 * với TH Bồ Đề, đúng chưa», «xem có TH Ái Mộ B trong đó không».
 */
export const placesClaimed = (
  words: readonly Token[],
  names: readonly Span[],
  isVerifying: boolean,
): ReadonlySet<number> =>
  new Set((isVerifying ? placesGuessed(words) : undefined) ?? placesNamed(words, names, isVerifying))

/** What stands between «có phải» and «không» behind a question of its own; undefined where nothing does. */
function placesGuessed(words: readonly Token[]): readonly number[] | undefined {
  const line = plainly(words)
  const guessed = ASKED_AND_GUESSED.exec(line)
  const from = guessed ? line.slice(0, guessed.index).split(' ').length : words.length
  return guessed ? words.flatMap((_, at) => (at > from && at < words.length - 1 ? [at] : [])) : undefined
}

const ASKED_AND_GUESSED = /(?<=(?:^| )(?:nao|gi|ai|dau|nhieu) .*)co phai (?:\S+ ){1,4}(?:khong|ko)$/

/** The names from the first on that is claimed; what the others are asked of must be said before them. */
function placesNamed(
  words: readonly Token[],
  names: readonly Span[],
  isVerifying: boolean,
): readonly number[] {
  const claims = isVerifying ? IS_IT : IS_AMONG.test(plainly(words)) ? HAS : undefined
  const spans = names.toSorted((a, b) => a.from - b.from)
  const first = spans.findIndex(
    ({ from }) =>
      claims?.test(beforeName(words, from)?.plain ?? '') === true &&
      (!isVerifying || words.slice(0, from).some(tells)),
  )
  return first < 0
    ? []
    : spans.slice(first).flatMap(({ from, to }) => words.slice(from, to).map((_, i) => from + i))
}

const IS_IT = /^(?:la|gom|co)$/
const HAS = /^co$/
const IS_AMONG = /(?:^| )co .*(?:trong (?:do|so do|danh sach|nhom do)|o trong do) (?:khong|ko|chua)(?: |$)/

const tells = (word: Token): boolean => !word.isGeneral && !isSlot(word) && !isYear(word)

/** The word before a name and the level said with it. */
const beforeName = (words: readonly Token[], from: number): Token | undefined =>
  words.slice(0, from).findLast((word) => !isSlot(word) && word.plain !== 'truong')
