import type { Entry } from './entry.ts'
import type { Token } from './normalise.ts'
import { PhraseTable } from './phrase-table.ts'
import { plainly } from './plainly.ts'
import type { Query } from './query.ts'
import { isSlot } from './word-class.ts'
import { COUNTED, PUPILS_COUNTED } from './words/counted.ts'

type Kind = keyof typeof COUNTED

const KINDS = new PhraseTable(
  (Object.keys(COUNTED) as Kind[]).flatMap((kind) => COUNTED[kind].map((word) => [word, kind] as const)),
)
const PUPILS = new PhraseTable(PUPILS_COUNTED.map((word) => [word, true] as const))

/** «Bao nhiêu em thi đỗ» is not answered by a number of schools, nor «giáo viên đạt chuẩn» by a share of them. */
export function countsOther({ counts }: Entry, { words, intents }: Query): boolean {
  // «trường có phần mềm thư viện» counts no libraries
  const own = kindsIn(counts).filter((kind, at) => at === 0 || kind !== 'library')
  if (own.length === 0) return counts.length > 0 && !intents.has('share') && countsPeople(words)
  const next = intents.has('share') ? undefined : kindAfterNumber(words)
  const counted = intents.has('share') ? words.filter((_, at) => !isWhere(words, at)) : words
  const said = next ? [next] : kindsIn(counted).filter((kind) => !SAID_OTHERWISE.includes(kind))
  return said.length > 0 && !said.some((kind) => own.includes(kind))
}

/** More often something else than what is counted: «lớp 9», «phần mềm thư viện». */
const SAID_OTHERWISE: readonly Kind[] = ['class', 'library']

/** «5 điểm di tích» is no number of pupils. */
export const countsPeople = (words: readonly Token[]): boolean =>
  ['pupil', 'teacher', 'parent'].includes(kindAfterNumber(words) ?? '') || PERSONS.test(plainly(words))

const PERSONS = /(?:nhieu|many) (?:nguoi|peopl|dai bieu|delegat)/

/** «Em là giáo viên», «thị xã», «môi trường». */
const IS_NO_KIND = /^(?:là \S+|thị xã|thi xa|môi trường)$/

/** The kinds named; «em là giáo viên» names the one who asks. */
const kindsIn = (words: readonly Token[]): readonly Kind[] =>
  words.flatMap((_, at) => {
    const [longest] = IS_NO_KIND.test(`${words[at - 1]?.text} ${words[at]?.text}`)
      ? []
      : KINDS.matchesAt(words, at)
    return longest ? [longest.value] : []
  })

/** «Tỷ lệ đỗ ở các trường», not «tỷ lệ các trường đạt chuẩn»: where it is counted. */
const isWhere = (words: readonly Token[], at: number): boolean =>
  STANDS_AT.test(words[at - 1]?.plain ?? '') ||
  (words[at]?.text === 'trường' &&
    /^(?:cac|nhung|moi)$/.test(words[at - 1]?.plain ?? '') &&
    !/^(?:tram|le|so|nhieu)$/.test(words[at - 2]?.plain ?? ''))

const STANDS_AT = /^(?:o|tai)$/

/** «30 người», «12 thầy cô», "12 schools": counts of things that the question itself holds; «lớp 10» is none. */
export const countsNamed = (words: readonly Token[]): readonly string[] =>
  words.flatMap(({ text, isNumber }, at) => {
    const next = words.findIndex((word, i) => i > at && !isSlot(word))
    const isCount = isNumber && /^\d{1,4}$/.test(text) && !ORDERED.has(words[at - 1]?.plain ?? '')
    return isCount && next > 0 && countsAt(words, next) ? [text] : []
  })

const ORDERED = new Set(
  'lop khoi cap do dieu muc bac ngu top thu grad level articl nam thang year'.split(' '),
)

const countsAt = (words: readonly Token[], at: number): boolean =>
  /^(?:nguoi|peopl)$/.test(words[at]?.plain ?? '') ||
  PUPILS.matchesAt(words, at).length > 0 ||
  KINDS.matchesAt(words, at).length > 0

/** What stands right after «bao nhiêu». */
function kindAfterNumber(words: readonly Token[]): Kind | undefined {
  const at = words.findIndex(({ text }) => text === 'nhiêu' || text === 'many')
  const first = at < 0 ? -1 : words.findIndex((word, i) => i > at && !isSlot(word))
  if (first < 0) return undefined
  // «how many primary school parents» counts parents
  const next =
    words[at]?.text === 'many' && kindsIn(words.slice(first, first + 2)).length === 2 ? first + 1 : first
  return PUPILS.matchesAt(words, next).length > 0 ? 'pupil' : KINDS.matchesAt(words, next)[0]?.value
}
