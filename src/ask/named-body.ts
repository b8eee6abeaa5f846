import { PhraseTable } from './phrase-table.ts'
import type { Query } from './query.ts'
import { isSlot } from './word-class.ts'
import { BODY_HEADS, NO_BODY_AFTER } from './words/bodies.ts'

const HEADS = new PhraseTable(BODY_HEADS.map((head) => [head, true] as const))
const NO_BODY = new PhraseTable(NO_BODY_AFTER.map((word) => [word, true] as const))

/** Whether the question begins with a body whose work it asks for: «Hội Khuyến học làm gì». */
export function namesBody({ words }: Query): boolean {
  const at = words.findIndex((word) => !isSlot(word) && !word.isGeneral)
  const [head] = at < 0 ? [] : HEADS.matchesAt(words, at)
  return head !== undefined && NO_BODY.matchesAt(words, at + head.length).length === 0
}
