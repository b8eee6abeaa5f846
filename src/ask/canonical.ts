import type { Locale } from '../domain/text.ts'
import { englishStem } from './english-stem.ts'
import { plainOf, type Token, tokenise, tokenOf } from './normalise.ts'
import { PhraseTable, wordsOf } from './phrase-table.ts'
import { markClasses } from './word-class.ts'
import { DIALECT } from './words/dialect.ts'
import { LEVEL_WORDS } from './words/levels.ts'
import { NUMBER_WORDS } from './words/numbers.ts'
import { CITIES, PROVINCES } from './words/provinces.ts'
import { SHORTHAND } from './words/shorthand.ts'
import { SYNONYMS } from './words/synonyms.ts'
import { TOGETHER } from './words/unmarked.ts'

const tableOf = (rows: readonly (readonly [string, string])[]): PhraseTable<readonly Token[]> =>
  new PhraseTable(rows.map(([from, to]) => [from, to === '' ? [] : wordsOf(to)] as const))

/** «Xếp loại tốt» says nothing of «tốt nghiệp»: the two syllables are read as one word. */
const ONE_WORD = ['tốt nghiệp', 'trước hết', 'đăng ký'].map(
  (word) => [word, word.replaceAll(' ', '')] as const,
)

const REGIONAL = tableOf(DIALECT)
const WITH_MARKS = tableOf(
  [...TOGETHER, ...PROVINCES, ...CITIES].map((word) => [plainOf(word), word] as const),
)
const PASSES = [tableOf(SHORTHAND), tableOf(NUMBER_WORDS), tableOf(SYNONYMS), tableOf(ONE_WORD)]

const LEVELS_PASS = new PhraseTable(
  LEVEL_WORDS.filter(([, levels]) => levels.length > 0).map(
    ([word, levels]) => [word, levels.map((level) => tokenOf(`@${level}`))] as const,
  ),
)

/**
 * The words of a text with shorthand written out, number words as digits, synonyms brought to one, and levels of schooling as
 * `@primary` and the like. Words that `protect` knows (names of places) stay as they are.
 */
export function canonicalWords(
  text: string,
  locale: Locale = 'vi',
  protect?: PhraseTable<readonly Token[]>,
): Token[] {
  return canonicalTokens(tokenise(text), locale, protect)
}

export function canonicalTokens(
  tokens: readonly Token[],
  locale: Locale,
  protect?: PhraseTable<readonly Token[]>,
): Token[] {
  const marked = locale === 'en' ? tokens : rewriteExact(tokens, WITH_MARKS)
  const named = rewriteExact(protect ? rewriteNames(marked, protect) : marked, REGIONAL)
  const write = locale === 'en' ? rewriteExact : rewrite
  const written = PASSES.reduce<readonly Token[]>((read, table) => write(read, table), named).map(singular)
  return markClasses(rewrite(written, LEVELS_PASS), locale)
}

/** Names of places of several syllables are known with other marks as well: «Lòng Biên». */
function rewriteNames(tokens: readonly Token[], names: PhraseTable<readonly Token[]>): Token[] {
  const exactly = rewrite(tokens, names)
  const loose = exactly.map((token) => ({ ...token, isLoose: true }))
  return rewrite(exactly, names, loose, 2)
}

/** An English word is no Vietnamese one without its marks: «may» is not «mấy». */
export const exact = (tokens: readonly Token[]): Token[] =>
  tokens.map((token) => ({ ...token, isLoose: false }))

const rewriteExact = (tokens: readonly Token[], table: PhraseTable<readonly Token[]>): Token[] =>
  rewrite(tokens, table, exact(tokens))

function rewrite(
  tokens: readonly Token[],
  table: PhraseTable<readonly Token[]>,
  read: readonly Token[] = tokens,
  least = 1,
): Token[] {
  const out: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    const longest = table.matchesAt(read, at).find(({ length }) => length >= least)
    const token = tokens[at]
    if (longest) out.push(...longest.value)
    else if (token) out.push(token)
    at += longest?.length ?? 1
  }
  return out
}

/** English plurals and verb endings fold; Vietnamese syllables never end so. */
function singular(token: Token): Token {
  const stem = englishStem(token.text)
  return stem === token.text ? token : { ...token, text: stem, plain: stem }
}
