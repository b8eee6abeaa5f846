import type { DataElement, ElementCode } from './data-element.ts'
import { COMMON_WORDS, FILLERS, wordsOf } from './label-words.ts'
import { foldTone, isSameWord } from './search-key.ts'
import { LOCALES } from './text.ts'

/** One question's elements, in the order they are asked. */
export type AskedElements = readonly DataElement[]

/** Which question a label means. `at` is its place in the form as the unit meets it. */
export type LabelMatch =
  /** `element`: the label names this one figure; absent where it names the question as a whole. */
  | { readonly kind: 'question'; readonly at: number; readonly element?: ElementCode }
  | { readonly kind: 'ambiguous'; readonly ats: readonly number[] }
  | { readonly kind: 'unknown' }

interface Name {
  readonly at: number
  readonly element: ElementCode
  readonly words: readonly string[]
  /** Without the words that say nothing («số», «của trường»). */
  readonly core: readonly string[]
}

type IsSame = (typed: string, word: string) => boolean

/** Returns what tells which of the questions a label means: first with its marks, then as typed without any. */
export function createLabelMatcher(questions: readonly AskedElements[]): (label: string) => LabelMatch {
  const names = questions.flatMap((elements, at) => elements.flatMap((element) => namesOf(element, at)))
  const ways = WAYS.flatMap((way) => [withMarks, isSameWord].map((isSame) => ({ way, isSame })))
  return (label) => {
    const words = wordsOf(label)
    if (words.length === 0) return { kind: 'unknown' }
    for (const { way, isSame } of ways) {
      const found = names.filter((name) => way(words, name, isSame, names))
      if (found.length > 0) return decide(found)
    }
    return { kind: 'unknown' }
  }
}

const namesOf = (element: DataElement, at: number): readonly Name[] =>
  LOCALES.map((locale) => {
    const words = wordsOf(element.label[locale])
    return { at, element: element.code, words, core: coreOf(words) }
  })

type Way = (typed: readonly string[], name: Name, isSame: IsSame, all: readonly Name[]) => boolean

/** From the surest to the least sure; the first that finds anything decides. Words beyond a name are never passed over: they change what is meant. */
const WAYS: readonly Way[] = [
  (typed, { words }, isSame) => isEqual(typed, words, isSame),
  (typed, { core }, isSame) => core.length > 0 && isEqual(coreOf(typed), core, isSame),
  isDistinctivePart,
]

/** A run of the name's words with one that no other question has, and that is no noun of what is counted. */
function isDistinctivePart(
  typed: readonly string[],
  name: Name,
  isSame: IsSame,
  all: readonly Name[],
): boolean {
  const part = coreOf(typed)
  const start = name.core.findIndex((_, at) => part.every((word, i) => isSame(word, name.core[at + i] ?? '')))
  if (part.length === 0 || start === -1) return false
  const matched = name.core.slice(start, start + part.length)
  return matched.some(
    (word) =>
      !COMMON_WORDS.has(word) &&
      !/^\d+$/.test(word) &&
      all.every((other) => other.at === name.at || !other.core.includes(word)),
  )
}

function decide(found: readonly Name[]): LabelMatch {
  const ats = [...new Set(found.map(({ at }) => at))]
  const elements = [...new Set(found.map(({ element }) => element))]
  const [at] = ats
  const [element] = elements
  if (at === undefined || ats.length > 1) return { kind: 'ambiguous', ats }
  return { kind: 'question', at, ...(elements.length === 1 && element !== undefined && { element }) }
}

const isEqual = (typed: readonly string[], words: readonly string[], isSame: IsSame): boolean =>
  typed.length === words.length && typed.every((word, at) => isSame(word, words[at] ?? ''))

const coreOf = (words: readonly string[]): readonly string[] =>
  words.filter((word) => !/^20\d\d$/.test(word) && !FILLERS.some((filler) => isSameWord(word, filler)))

const withMarks: IsSame = (typed, word) => foldTone(typed) === foldTone(word)
