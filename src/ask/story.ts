import type { Locale } from '../domain/text.ts'
import { canonicalTokens } from './canonical.ts'
import { WHOLE } from './compound.ts'
import type { FactIndex } from './fact-index.ts'
import { languageOf } from './language.ts'
import type { Lexicon } from './lexicon.ts'
import { type Token, tokenise } from './normalise.ts'
import { PhraseTable, placesOf } from './phrase-table.ts'
import { plainly } from './plainly.ts'
import { asksHowMany, partsOf, partsThatAsk, pointsBack } from './segments.ts'
import { EVERYDAY_EN, EVERYDAY_VI } from './words/everyday.ts'

/** What two words must weigh to say something that the plans may be about. */
const TELLING = 0.4
const FEWEST_WORDS = 2
/** «Uông Bí» */
const NAME = /\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+/u
/** Shorter English words are of any talk. */
const LONG = 6

const PERSONAL = new PhraseTable(
  [...EVERYDAY_VI, ...EVERYDAY_EN, ...'em e tôi mình tui cháu tớ mong người i my we our'.split(' ')].map(
    (word) => [word, true] as const,
  ),
)

/**
 * The message without the parts that only tell of whoever writes it: «… Con em khóc suốt mấy hôm nay, cả nhà lo lắm»; undefined where
 * there are none, or what is left says too little or points back to them.
 */
export function withoutStory(index: FactIndex, lexicon: Lexicon, message: string): string | undefined {
  const parts = partsOf(message)
  if (parts.length < 2) return undefined
  const asking = partsThatAsk(parts)
  const apart = partsApart(parts, asking)
  const kept = parts.filter(
    (part) => asking.has(part) || asksHowMany(part) || !isStory(index, lexicon, part, apart.has(part)),
  )
  if (kept.length === 0 || kept.length === parts.length) return undefined
  const rest = kept.join(' ')
  return tokenise(rest).length < FEWEST_WORDS || pointsBack(rest) ? undefined : rest
}

/** The parts of sentences that ask nothing, beside one that does. */
function partsApart(parts: readonly string[], asking: ReadonlySet<string>): ReadonlySet<string> {
  if (asking.size === 0) return new Set()
  const sentences: string[][] = [[]]
  for (const part of parts) {
    sentences.at(-1)?.push(part)
    if (/[.!?…]$/.test(part)) sentences.push([])
  }
  return new Set(sentences.filter((sentence) => !sentence.some((part) => asking.has(part))).flat())
}

/** «Ba má em» are not the parents that plans are about. */
const OWN_PARENTS = /^(?:ba|bo|cha) (?:ma|me) (?:em|toi|minh|tui|chau|con)(?: |$)/

/** It tells of people, or in a sentence apart of anything, and names nothing of the plans: no place, level, figure or keyword. */
function isStory(index: FactIndex, lexicon: Lexicon, part: string, isApart: boolean): boolean {
  if (/\d/.test(part) || NAME.test(part)) return false
  const all = tokenise(part)
  const typed = isApart && OWN_PARENTS.test(plainly(all)) ? all.slice(3) : all
  const locale = languageOf(part)
  const read = canonicalTokens(lexicon.vocabulary.mend(typed), locale, lexicon.placeNames)
  return (
    (isApart || placesOf(typed, PERSONAL).size > 0) &&
    !read.some(
      (word, at) => word.text.startsWith('@') || word.isNumber || isTelling(index, read, at, locale),
    ) &&
    placesOf(read, lexicon.compounds).size === 0 &&
    placesOf(read, WHOLE).size === 0 &&
    placesOf(read, lexicon.properNames).size === 0
  )
}

/** Two syllables that stand together in a plan as well; one alone is hardly ever a word, but in English. */
function isTelling(
  { weights, tally }: FactIndex,
  words: readonly Token[],
  at: number,
  locale: Locale,
): boolean {
  const [word, next] = [words[at], words[at + 1]]
  if (word && !word.isGeneral && !word.isLight && locale === 'en')
    return word.text.length >= LONG && weights.cost(word) >= TELLING && tally.plains.has(word.plain)
  if (!word || !next || [word, next].some(({ isGeneral, isLight }) => isGeneral || isLight)) return false
  return (
    weights.ofPair(`${word.plain} ${next.plain}`) > 0 && weights.cost(word) + weights.cost(next) >= TELLING
  )
}
