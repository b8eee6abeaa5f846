import type { DataElement, ElementCode } from './data-element.ts'
import { COMMON_WORDS, FILLERS, type LabelWord, TURNING_WORDS, wordsOf } from './label-words.ts'
import { LOCALES } from './text.ts'

/** One question's elements, in the order they are asked. */
export type AskedElements = readonly DataElement[]

/** Which question a label means. `at` is its place in the form as the unit meets it. */
export type LabelMatch =
  /** `element`: the label names this one figure; absent where it names the question as a whole. */
  | { readonly kind: 'question'; readonly at: number; readonly element?: ElementCode }
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'unknown' }

interface Name {
  readonly at: number
  readonly element: ElementCode
  readonly words: readonly LabelWord[]
  /** Without the words that say nothing («số», «của trường»). */
  readonly core: readonly LabelWord[]
  /** Words no other question's names have, and that are no noun of what is counted. */
  readonly own: ReadonlySet<string>
}

type IsSame = (typed: LabelWord, word: LabelWord) => boolean
type Way = (typed: readonly LabelWord[], name: Name, isSame: IsSame) => boolean

/** Returns what tells which of the questions a label means: first with its marks, then as typed without any. */
export function createLabelMatcher(questions: readonly AskedElements[]): (label: string) => LabelMatch {
  const names = namesOf(questions)
  const ways = WAYS.flatMap((way) => [withMarks, withoutMarks].map((isSame) => ({ way, isSame })))
  return (label) => {
    const words = wordsOf(label)
    if (!words.some(({ word }) => /\p{L}/u.test(word))) return { kind: 'unknown' }
    for (const { way, isSame } of ways) {
      const found = names.filter((name) => way(words, name, isSame))
      if (found.length > 0) return decide(found)
    }
    const near = names.filter(({ core }) => findPart(coreOf(words), core, withoutMarks) !== undefined)
    return { kind: new Set(near.map(({ at }) => at)).size > 1 ? 'ambiguous' : 'unknown' }
  }
}

function namesOf(questions: readonly AskedElements[]): readonly Name[] {
  const names = questions.flatMap((elements, at) =>
    elements.flatMap(({ code, label }) =>
      LOCALES.map((locale) => {
        const words = wordsOf(label[locale])
        return { at, element: code, words, core: coreOf(words) }
      }),
    ),
  )
  const isOwn = ({ word }: LabelWord, at: number) =>
    !COMMON_WORDS.has(word) &&
    !/^\d+$/.test(word) &&
    names.every((other) => other.at === at || other.core.every((each) => each.word !== word))
  return names.map((name) => ({
    ...name,
    own: new Set(name.core.filter((each) => isOwn(each, name.at)).map(({ word }) => word)),
  }))
}

/** From the surest to the least sure; the first that finds anything decides. Words beyond a name are never passed over: they change what is meant. */
const WAYS: readonly Way[] = [
  (typed, { words }, isSame) => isEqual(typed, words, isSame),
  (typed, { core }, isSame) => core.length > 0 && isEqual(coreOf(typed), core, isSame),
  isDistinctivePart,
]

/** Two words or more of the name in their order, one of them its own; none left out that turns what is meant. */
function isDistinctivePart(typed: readonly LabelWord[], { core, own }: Name, isSame: IsSame): boolean {
  const part = findPart(coreOf(typed), core, isSame)
  if (part === undefined || part.length < 2) return false
  const isTurned = core.some((each) => TURNING_WORDS.has(each.word) && !part.includes(each))
  return !isTurned && part.some(({ word }) => own.has(word))
}

/** Returns the words of the name that the typed ones are, in the same order; undefined when one of them is not there. */
function findPart(
  typed: readonly LabelWord[],
  core: readonly LabelWord[],
  isSame: IsSame,
): readonly LabelWord[] | undefined {
  const part: LabelWord[] = []
  let from = 0
  for (const word of typed) {
    const at = core.findIndex((each, index) => index >= from && isSame(word, each))
    const found = core[at]
    if (!found) return undefined
    part.push(found)
    from = at + 1
  }
  return part.length > 0 ? part : undefined
}

function decide(found: readonly Name[]): LabelMatch {
  const [first] = found
  if (!first || found.some(({ at }) => at !== first.at)) return { kind: 'ambiguous' }
  const isOne = found.every(({ element }) => element === first.element)
  return { kind: 'question', at: first.at, ...(isOne && { element: first.element }) }
}

const isEqual = (typed: readonly LabelWord[], words: readonly LabelWord[], isSame: IsSame): boolean =>
  typed.length === words.length &&
  typed.every((each, at) => words[at] !== undefined && isSame(each, words[at]))

const coreOf = (words: readonly LabelWord[]): readonly LabelWord[] =>
  words.filter(({ word }) => !/^20\d\d$/.test(word) && !FILLERS.has(word))

const withMarks: IsSame = (typed, word) => typed.word === word.word
/** A word typed with other marks is another word. */
const withoutMarks: IsSame = (typed, word) => typed.word === word.word || typed.word === word.key
