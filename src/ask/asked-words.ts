import type { Token } from './normalise.ts'
import type { Query, Span } from './query.ts'
import type { Weights } from './weights.ts'

export interface WeighedWord {
  readonly token: Token
  readonly weight: number
  /** Of a bare number: with the words beside it. «Bậc 2» is not «ngoại ngữ 2». */
  readonly beside?: readonly string[]
  /** Of a word in a keyword: all its words, accent-free. «Bảo hiểm y tế» is not «y tế». */
  readonly within?: readonly string[]
  /** Of a syllable in a word of several: the pairs that make up the word, accent-free. */
  readonly wordPairs?: readonly string[]
}

export interface WeighedPair {
  readonly pair: string
  readonly weight: number
}

export interface Spellings {
  readonly texts: ReadonlySet<string>
  /** Each once. */
  readonly plains: readonly string[]
  /** Accent-free keys of the words typed without marks. */
  readonly loose: ReadonlySet<string>
}

/** The words of a question with what they weigh, worked out once for all facts. */
export interface AskedWords {
  readonly fresh: readonly WeighedWord[]
  readonly carried: readonly WeighedWord[]
  readonly freshPairs: readonly WeighedPair[]
  readonly carriedPairs: readonly WeighedPair[]
  readonly freshPairsWeight: number
  readonly carriedPairsWeight: number
  readonly all: Spellings
  /** Without those to whom something is sent: «… nộp cho UBND» does not ask what the committee does. */
  readonly actors: Spellings
}

export function weighWords(query: Query, weights: Weights): AskedWords {
  const { words, carried, keywords, wholeWords, isConjunct } = query
  const all = [...words, ...carried]
  // «thế bên phòng giáo dục thì sao»: whoever was asked about before is not
  const own = withoutRecipients(words).filter(isNoPlace)
  const [freshPairs, carriedPairs] = [pairsOf(words, weights), pairsOf(carried, weights)]
  return {
    fresh: weighed(words, weights, wordsWithin(words, keywords), wordsWithin(words, wholeWords)),
    carried: weighed(carried, weights),
    freshPairs,
    carriedPairs,
    freshPairsWeight: weightOf(freshPairs),
    carriedPairsWeight: weightOf(carriedPairs),
    all: spellingsOf(all),
    actors: spellingsOf(
      [...own, ...(isConjunct || own.some(isOffice) ? [] : withoutRecipients(carried))].filter(isNoTown),
    ),
  }
}

/** «Trong trường học»: where it is, not who does it. */
const isNoPlace = ({ plain }: Token, at: number, words: readonly Token[]): boolean =>
  plain !== 'truong' || words[at - 1]?.plain !== 'trong'

/** «Thị xã» is no commune. */
const isNoTown = ({ plain }: Token, at: number, words: readonly Token[]): boolean =>
  plain !== 'xa' || words[at - 1]?.plain !== 'thi'

const weightOf = (list: readonly { readonly weight: number }[]): number =>
  list.reduce((sum, { weight }) => sum + weight, 0)

const spellingsOf = (words: readonly Token[]): Spellings => ({
  texts: new Set(words.map(({ text }) => text)),
  plains: [...new Set(words.map(({ plain }) => plain))],
  loose: new Set(words.filter(({ isLoose }) => isLoose).map(({ plain }) => plain)),
})

const SENDING = new Set(['nop', 'gui', 'cao', 'dua', 'report', 'submit', 'send'])
/** Heads of those who report. */
const REPORTERS = new Set([
  'truong',
  'phong',
  'uy',
  'so',
  'quan',
  'vi',
  'xa',
  'phuong',
  'ban',
  'nganh',
  'school',
  'offic',
])
const isReporter = ({ plain, isGeneral }: Token): boolean => !isGeneral && REPORTERS.has(plain)

/** «Bên phòng giáo dục», «sở». */
const isOffice = ({ plain, isGeneral }: Token): boolean => !isGeneral && (plain === 'phong' || plain === 'so')

const TOWARDS = new Set(['cho', 'len', 'gui', 'to'])

/** «Hạn trình UBND thị xã». */
const RECEIVERS = new Set(['uy', 'so', 'phong'])

/** «Trình UBND», not «chương trình». */
const isSubmitted = (plain: string, at: number, words: readonly Token[]): boolean =>
  plain === 'trinh' && !/^(?:chuong|quy|cong|giao)$/.test(words[at - 1]?.plain ?? '')

/** The words without those to whom something is sent: «hạn báo cáo lên UBND» → «hạn báo cáo». */
export function withoutRecipients(words: readonly Token[]): Token[] {
  const sent = words.findIndex(({ plain }) => SENDING.has(plain))
  // «ủy ban nhận báo cáo từ phòng giáo dục»
  const received = words.findIndex(({ plain }, at) => plain === 'nhan' && words[at + 1]?.plain === 'bao')
  const source = words.findIndex(({ plain }, at) => at > received && plain === 'tu')
  if (received >= 0 && source > 0) return words.slice(source)
  // «trường báo cáo phòng giáo dục», «báo cáo năm phòng nộp ủy ban»: who does it stands before
  for (const [at, { plain }] of words.entries()) {
    const before = SENDING.has(plain) ? words.slice(0, words[at - 1]?.plain === 'bao' ? at - 1 : at) : []
    if (before.some(isReporter)) return before
  }
  const from = words.findIndex(
    ({ plain }, at) =>
      (sent >= 0 && at > sent && (TOWARDS.has(plain) || isSubmitted(plain, at, words))) ||
      (isSubmitted(plain, at, words) && RECEIVERS.has(words[at + 1]?.plain ?? '')),
  )
  // a deadline «cho trường …» is one for schools to keep
  if (from < 0 || words.slice(from + 1, from + 3).some(({ plain }) => plain === 'truong')) return [...words]
  const length = words.slice(from + 1).findIndex(({ isGeneral }) => isGeneral)
  return length < 0 ? words.slice(0, from) : [...words.slice(0, from), ...words.slice(from + 1 + length)]
}

const weighed = (
  words: readonly Token[],
  weights: Weights,
  keywords: readonly (readonly string[] | undefined)[] = [],
  wholeWords: readonly (readonly string[] | undefined)[] = [],
): WeighedWord[] =>
  words
    .map((token, at) => ({
      token,
      weight: weights.cost(token),
      ...(/^\d{1,2}$/.test(token.text) ? { beside: pairsAround(words, at) } : {}),
      ...(keywords[at] ? { within: keywords[at] } : {}),
      ...(wholeWords[at] ? { wordPairs: pairsIn(wholeWords[at]) } : {}),
    }))
    .filter(({ weight }) => weight > 0)

/** For each word the words of the keyword it belongs to. */
const wordsWithin = (words: readonly Token[], keywords: readonly Span[]): (readonly string[] | undefined)[] =>
  words.map((_, at) => {
    const one = keywords.find(({ from, to }) => from <= at && at < to)
    return one && words.slice(one.from, one.to).map(({ plain }) => plain)
  })

const pairsIn = (word: readonly string[]): string[] => word.slice(1).map((part, at) => `${word[at]} ${part}`)

const pairsAround = (words: readonly Token[], at: number): string[] =>
  [at - 1, at].flatMap((first) => {
    const [one, two] = [words[first], words[first + 1]]
    return one && two ? [`${one.plain} ${two.plain}`] : []
  })

function pairsOf(words: readonly Token[], weights: Weights): WeighedPair[] {
  const pairs = words.slice(1).map((word, at) => `${words[at]?.plain} ${word.plain}`)
  return pairs.map((pair) => ({ pair, weight: weights.ofPair(pair) })).filter(({ weight }) => weight > 0)
}
