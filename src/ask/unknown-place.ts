import { canonicalTokens } from './canonical.ts'
import { type Token, tokenise } from './normalise.ts'
import type { Lexicon } from './understand.ts'
import { isSoftOrGeneral } from './word-class.ts'

const AFTER_UNIT =
  /(?:^|[\s,(])(?:quận|huyện|thị xã|tỉnh|thành phố|tp\.?|tx\.?|thị trấn|quan|huyen|thi xa|tinh|thanh pho|district of|province of|city of)\s+(\p{L}+(?:\s+\p{L}+)?)/giu

/** The place named after «huyện», «tỉnh», …, when neither an alias nor any plan's text knows it; undefined when none is. */
export function readUnknownPlace(
  { pairs, vocabulary, placeNames }: Lexicon,
  question: string,
): string | undefined {
  const isKnown = (tokens: readonly Token[]): boolean => {
    const [first, second] = tokens
    const isNamed = tokens.some((_, at) => placeNames.matchesAt(tokens, at).length > 0)
    return (
      isNamed || (first !== undefined && second !== undefined && pairs.has(`${first.plain} ${second.plain}`))
    )
  }
  const names = [...question.normalize('NFC').matchAll(AFTER_UNIT)].map(([, name = '']) => name)
  return names.find((name) => {
    const tokens = vocabulary.mend(tokenise(name))
    return isCapitalised(name) && !isKnown(tokens) && !canonicalTokens(tokens, 'vi').every(isSoftOrGeneral)
  })
}

/** «Cà Mau», but not a question written in capitals throughout. */
const isCapitalised = (name: string): boolean =>
  name.split(/\s+/).every((word) => /^\p{Lu}\p{Ll}/u.test(word))
