import { normalise, type Token, tokenise } from './normalise.ts'
import { isSameWord } from './phrase-table.ts'
import type { Lexicon } from './understand.ts'
import { isSoftOrGeneral } from './word-class.ts'

const UNITS = /(?:^|[\s,(])(?:quận|huyện|thị xã|tỉnh|thành phố|tp\.?|tx\.?|thị trấn|quan|huyen|thi xa|tinh|thanh pho|district of|province of|city of)\s+((?:\p{L}+)(?:\s+\p{L}+)?)/giu
const ADMINISTRATIVE = new Set(['ủy', 'uy', 'đoàn', 'doan', 'ubnd', 'hội', 'phường', 'xã', 'trong', 'nào', 'nao'])

/** The place named after «huyện», «tỉnh», …, when neither an alias nor any plan's text knows it; undefined when none is. */
export function readUnknownPlace({ pairs, vocabulary, placeNames }: Lexicon, question: string, words: readonly Token[]): string | undefined {
  const text = question.normalize('NFC')
  for (const [, name = ''] of text.matchAll(UNITS)) {
    const tokens = tokenise(name)
    const [first, second] = tokens
    if (!first || ADMINISTRATIVE.has(first.text) || isSoftOrGeneral(first)) continue
    if (isKnown(vocabulary.mend(tokens)) || (second && pairs.has(`${first.plain} ${second.plain}`))) continue
    if (second && !isSoftOrGeneral(second) && !isCapitalised(name)) continue
    if (isCapitalised(name) && words.some((word) => isSameWord(word, first))) return name
  }
  return undefined

  function isKnown(tokens: readonly Token[]): boolean {
    return tokens.some((_, at) => placeNames.matchesAt(tokens, at).length > 0)
  }
}

const isCapitalised = (name: string): boolean => name.split(/\s+/).every((word) => /^\p{Lu}/u.test(word)) && normalise(name) !== name
