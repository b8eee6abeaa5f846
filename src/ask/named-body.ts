import type { Entry } from './entry.ts'
import { type Token, tokenise } from './normalise.ts'
import { PhraseTable } from './phrase-table.ts'
import type { Query } from './query.ts'
import { isSlot } from './word-class.ts'
import { BODY_HEADS, NO_BODY_AFTER, NO_BODY_BEFORE } from './words/bodies.ts'

const HEADS = new PhraseTable(BODY_HEADS.map((head) => [head, true] as const))
const NO_BODY = new PhraseTable(NO_BODY_AFTER.map((word) => [word, true] as const))

/** A name ends where something is said of it: «ban đại diện cha mẹ học sinh tham gia». */
const endsName = (word: Token, next: Token | undefined): boolean =>
  isSlot(word) || word.isGeneral || VERBS.has(`${word.plain} ${next?.plain}`)

const VERBS = new Set(['tham gia', 'phoi hop', 'thuc hien', 'dam nhan', 'dam nhiem', 'phu trach'])

/** «Kế hoạch của Phòng Giáo dục có …»: whose plan it is. */
const isIssuer = (words: readonly Token[], at: number): boolean =>
  words[at - 1]?.plain === 'cua' && words[at - 2]?.plain === 'hoach'

const STANDS_AT = new Set(['tai', 'o'])

/** The accent-free words of the name of a duty's carrier; none of what nobody carries. */
export const wordsOfWho = ({ source }: Entry): ReadonlySet<string> =>
  new Set('duty' in source ? tokenise(source.duty.who.vi).map(({ plain }) => plain) : [])

/** The same in both languages, and by every short name. */
export const wordsNamingWho = ({ phrases }: Entry): ReadonlySet<string> =>
  new Set(phrases.flatMap(({ words, isWho }) => (isWho ? words.map(({ plain }) => plain) : [])))

/** The accent-free pairs of words in the name of a body with which a question begins: «Hội Khuyến học làm gì»; none else. */
export function bodyNamed({ words }: Query): readonly string[] {
  const first = words.findIndex((word) => !isSlot(word) && !word.isGeneral)
  // «tại Hạ Long phòng nội vụ làm gì»
  const later = STANDS_AT.has(words[0]?.plain ?? '')
    ? words.findIndex((_, i) => i > first && HEADS.matchesAt(words, i).length > 0)
    : -1
  const at = first < 0 || HEADS.matchesAt(words, first).length > 0 ? first : Math.max(first, later)
  const isNone = at < 0 || isIssuer(words, at) || NO_BODY_BEFORE.has(words[at - 1]?.text ?? '')
  const [head] = isNone ? [] : HEADS.matchesAt(words, at)
  if (!head || NO_BODY.matchesAt(words, at + head.length).length > 0) return []
  const rest = words.slice(at)
  const length = rest.findIndex((word, i) => i >= head.length && endsName(word, rest[i + 1]))
  const name = length < 0 ? rest : rest.slice(0, length)
  return name.slice(1).map((word, i) => `${name[i]?.plain} ${word.plain}`)
}
