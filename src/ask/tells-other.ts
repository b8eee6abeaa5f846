import type { Candidate } from './candidate.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import { targetOf } from './target-rows.ts'
import { HALF_SAID, SAID_WHOLE } from './thresholds.ts'

/** Whether a fact that fits the words tells something else than what is asked: no meaning, no day, no target. */
export const tellsOther = (top: Candidate, query: Query): boolean =>
  isOnlyNamed(top, query) || isNoEvent(top, query) || isNoTarget(top, query)

/** «STEM là gì»: a target that says the word in passing does not say what it means. */
const isOnlyNamed = ({ entry, label, precision }: Candidate, { intents, words }: Query): boolean =>
  entry.kind === 'target' &&
  intents.has('define') &&
  ((intents.size === 1 && label < HALF_SAID && precision < SAID_WHOLE) || DEFINITION.test(plainly(words)))

const DEFINITION = /dinh nghia|khai niem|viet tat|definition|stand for/

/** «Bao giờ thi học sinh giỏi» is not told by an aim for its results. */
const isNoEvent = ({ entry, label }: Candidate, { words }: Query): boolean => {
  const target = targetOf(entry)
  return (
    target?.value.kind === 'words' &&
    !/\d|ngay(?!\p{L})/u.test(target.printed.vi) &&
    label < HALF_SAID &&
    /bao gio|khi nao|ngay nao|hom nao|when/.test(plainly(words))
  )
}

/** «Có chỉ tiêu cho trường tư thục không» is not answered by what somebody does about them. */
const isNoTarget = ({ entry }: Candidate, { words, intents }: Query): boolean =>
  'duty' in entry.source &&
  ASKS_TARGET.test(plainly(words)) &&
  !entry.pairs.has('chi tieu') &&
  !intents.has('who') &&
  !intents.has('task')

const ASKS_TARGET = /(?:^| )co (?:dat |de ra |giao |neu )?chi tieu/
