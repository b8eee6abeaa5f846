import type { Token } from './normalise.ts'

/** One of several subjects asked for together, with the words said of the others. */
export interface Conjunct {
  readonly words: readonly Token[]
  readonly others: readonly Token[]
}

const JOINING = new Set([
  'và',
  'với',
  'hay',
  'hoặc',
  'cùng',
  'còn',
  'lẫn',
  'hơn',
  'and',
  'or',
  'than',
  'versus',
])
const UNMARKED = new Set(['va', 'voi', 'hoac'])
const MOST = 5

/** The clauses of a question as a comma parts them. */
export const clausesOf = (question: string): readonly string[] => question.split(/[,;](?![^“]*”)(?=\s)/)

/** «A, B và C»: what stands between the words that join, each with the words of the rest; none when nothing is joined. */
export function conjunctsOf(clauses: readonly (readonly Token[])[]): readonly Conjunct[] {
  const said = clauses.flatMap(partsOf).filter((part) => part.length > 0)
  if (said.length < 2 || said.length > MOST) return []
  return said.map((words) => ({ words, others: said.filter((other) => other !== words).flat() }))
}

function partsOf(words: readonly Token[]): readonly (readonly Token[])[] {
  const parts: Token[][] = [[]]
  // «có trách nhiệm gì với trường» joins nothing
  for (const [at, word] of words.entries())
    if (joins(word) && !(word.plain === 'voi' && words[at - 1]?.plain === 'gi')) parts.push([])
    else parts.at(-1)?.push(word)
  return parts
}

/** A word that joins, as a comma does. */
export const joins = ({ text, plain, isLoose }: Token): boolean =>
  JOINING.has(text) || (isLoose && UNMARKED.has(plain))
