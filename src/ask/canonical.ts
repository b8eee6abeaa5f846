import type { Locale } from '../domain/text.ts'
import { type Token, tokenise, tokenOf } from './normalise.ts'
import { PhraseTable, wordsOf } from './phrase-table.ts'
import { markGeneral } from './word-class.ts'
import { LEVEL_WORDS } from './words/levels.ts'
import { NUMBER_WORDS } from './words/numbers.ts'
import { SHORTHAND } from './words/shorthand.ts'
import { SYNONYMS } from './words/synonyms.ts'

const tableOf = (rows: readonly (readonly [string, string])[]): PhraseTable<readonly Token[]> =>
  new PhraseTable(rows.map(([from, to]) => [from, to === '' ? [] : wordsOf(to)] as const))

const PASSES = [tableOf(SHORTHAND), tableOf(NUMBER_WORDS), tableOf(SYNONYMS)]

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
  const named = protect ? rewrite(tokens, protect) : tokens
  const written = PASSES.reduce<readonly Token[]>(rewrite, named).map(singular)
  return markGeneral(rewrite(written, LEVELS_PASS), locale)
}

function rewrite(tokens: readonly Token[], table: PhraseTable<readonly Token[]>): Token[] {
  const out: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    const [longest] = table.matchesAt(tokens, at)
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

function englishStem(word: string): string {
  if (word.length < 5 || !/^[a-z]+$/.test(word)) return word
  if (/(?:ies)$/.test(word)) return `${word.slice(0, -3)}y`
  if (/(?:ss|us|is)$/.test(word)) return word
  if (/ing$/.test(word) && word.length > 6) return word.slice(0, -3)
  if (/(?:ches|shes|sses|xes)$/.test(word)) return word.slice(0, -2)
  if (/s$/.test(word)) return word.slice(0, -1)
  if (/ed$/.test(word) && word.length >= 6) return word.slice(0, -2)
  if (/e$/.test(word) && word.length >= 6) return word.slice(0, -1)
  return word
}
