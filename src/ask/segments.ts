import { withoutCourtesy } from './courtesy.ts'
import { hasMarks, normalise, plainOf, tokenise } from './normalise.ts'

const PARTS =
  /(?<=(?!tp|tx)\p{Ll}{2}\.|\s[áàạa]\.|\p{L}{3}\.|\d\.|[?!…;:\n])\s+|(?<=,)(?![^“]*”)\s+|\s+[-–—]+\s+|(?<=[\p{L}\d%])\s+(?=(?:Con|Cháu|Nhà|Cả nhà|Em|Tôi|Tui|Mình|Vợ|Chồng|Bố|Mẹ|Ông|Bà|Hôm|Mong|Nhờ|Xin) \p{Ll})|(?=\()|(?<=\))|\n+/u
/** From the surest: a question mark or a question word of its own, one that a story may hold as well, a request. */
const ASKS = [
  /\?|(?:^| )(?:bao nhieu|phan tram|gi|nao|bao gio|khi nao|ra sao|the nao|ntn|j|bn|liet ke|ke ten|ke ra|so sanh|top may|what|which|how|who|whom|when|where|whose|list|compare)(?: |$)/,
  /(?:^| )(?:may|ai|sao|dau|mo|rang|lieu|phai khong|dung khong|khong|chua|ko|hong|hok|neu ro|doi chieu|xac nhan|name|is it|does|must|should)(?: |$)/,
  /(?:^| )(?:cho biet|cho hoi|xin|de nghi|can biet|tom tat|tell)(?: |$)/,
]
/** «Chẳng ai chịu ai», «mấy hôm nay», «trưa nào cũng»: nothing is asked. */
const NO_QUESTION =
  /(?:chang|khong|cha|chua) (?:ai|gi|sao|dau|biet gi)(?: \S+ ai)?|(?:ai|nao|gi|dau) (?:cung|do|day)|may (?:hom|bua|ngay|nam|thang|tuan)(?: nay| ni| truoc| qua| roi)|(?:^| )ai (?:biet|ranh|ro) |to mo|(?:gi|ai|dau) (?:het|ca)(?= )|khong (?:biet|nho|ro|ra)/g
/** «…, tôi cần để chia cụm thi đua?»: the mark is of what stands before. */
const PURPOSE = /^ (?:(?:toi|em|minh|chung toi) )?(?:can de|de) .*\?/
const MOST_PARTS = 10
const FEW_WORDS = 3

/** A message cut at its punctuation marks; a comma in a quoted name is none. */
export const partsOf = (message: string): readonly string[] =>
  message
    .split(PARTS)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part))

/** The parts that ask most surely; one that tells what somebody does not know is none of them. */
export const partsThatAsk = (parts: readonly string[]): ReadonlySet<string> =>
  new Set(asking(parts.filter((part) => !NOT_KNOWN.test(plainPart(part)))))

/** «…? Trường thì mấy %» */
export const asksHowMany = (part: string): boolean =>
  /(?:^| )(?:may|bao nhieu|bn)(?: %| phan tram| truong| \S+$|$)/.test(plainPart(part).trimEnd())

/** Those of the parts that ask by the surest of all signs that any of them has. */
function asking(parts: readonly string[]): readonly string[] {
  const plain = parts.map(plainPart)
  const found = ASKS.map((asks) => parts.filter((_, place) => asks.test(plain[place] ?? '')))
  return found.find(({ length }) => length > 0) ?? []
}

const NOT_KNOWN =
  /(?:chang|khong|cha|chua|ko|hong|hok|k) (?:co )?(?:biet|hieu|ranh|ro|thong|ngu|an|yen) (?!.*\?)/

const plainPart = (part: string): string =>
  ` ${plainOf(normalise(part)).replace(/[^\p{L}\p{N}?]+/gu, ' ')} `
    .replace(PURPOSE, ' ')
    .replaceAll('?', ' ? ')
    .replace(NO_QUESTION, ' ')

const isOnlyAsking = (parts: readonly string[], at: number): boolean =>
  parts.every((part, place) => place === at || !ASKS.slice(0, 2).some((asks) => asks.test(plainPart(part))))

/** The question in a message, and the stretches around it that may be needed to understand it. */
export interface AskedPart {
  readonly core: string
  /** The whole sentence it stands in, where the message has others. */
  readonly sentence?: string
  /** No other part of the message asks. */
  readonly isOnly: boolean
  /** In groups from the likeliest; the core stands in each. */
  readonly around: readonly (readonly string[])[]
}

/** What a message asks without the story around it; undefined where it is of one part. */
export function questionIn(message: string): AskedPart | undefined {
  const parts = partsOf(withoutCourtesy(message)).slice(-MOST_PARTS)
  const asked = asking(parts)
  const core =
    asked.findLast((part) => asksInWords(part) || tokenise(part).length > FEW_WORDS) ?? asked.at(-1)
  if (parts.length < 2 || core === undefined) return undefined
  const at = parts.lastIndexOf(core)
  const sentence = sentenceOf(parts, at)
  return {
    core,
    ...(sentence === undefined ? {} : { sentence }),
    isOnly: isOnlyAsking(parts, at),
    around: stretchesAround(parts, at),
  }
}

const ENDS = /[.!?…]$/

/** The parts between two ends of sentences; undefined where that is the whole message. */
function sentenceOf(parts: readonly string[], at: number): string | undefined {
  const from = parts.slice(0, at).findLastIndex((part) => ENDS.test(part)) + 1
  const end = parts.findIndex((part, place) => place >= at && ENDS.test(part))
  const to = end < 0 ? parts.length : end + 1
  return to - from === parts.length ? undefined : parts.slice(from, to).join(' ')
}

/** «… bao nhiêu giáo viên, nhân viên?»: the mark alone tells less than a word that asks. */
const asksInWords = (part: string): boolean => {
  const plain = plainPart(part).replaceAll('?', ' ')
  return ASKS.slice(0, 2).some((asks) => asks.test(plain))
}

/** What a part points back to may stand earlier: «trường đó», «vụ này». */
function stretchesAround(parts: readonly string[], at: number): (readonly string[])[] {
  const join = (places: readonly number[]): string => places.map((place) => parts[place]).join(' ')
  const told = (...stretches: readonly (readonly number[])[]): readonly string[] =>
    stretches.filter((some) => some.every((place) => place >= 0 && place < parts.length)).map(join)
  const near = told([at - 1, at], [at, at + 1])
  const far = told([at - 2, at], [at - 2, at - 1, at])
  return pointsBack(parts[at] ?? '') ? [[...near, ...far]] : [near, far]
}

/** «Trường đó», «vụ này», «nó»: what is meant was said before. */
export function pointsBack(part: string): boolean {
  const text = normalise(part)
  return OF_EACH.test(text) || POINTS_BACK.test(text) || (!hasMarks(text) && UNMARKED.test(text))
}

/** «…, mỗi tiếng mấy trường?» */
const OF_EACH = /^m(?:ỗi|oi) \S+ (?:mấy|may|bao|bn)(?:\s|$)/u

const POINTS_BACK =
  /(?:^|[\s,])(?:đó|ấy|(?<!(?:kế hoạch|văn bản|thông báo|công văn|năm học|năm) )này|nớ|kia|nọ|nó|họ|thế(?! nào)|vậy(?! ạ|[?.,!]|$)|đấy|it|that|this|those|these|they)(?:[\s,.?!]|$)/u
const UNMARKED = /(?:^|[\s,])(?:do|ay|(?<!(?:hom|nam|bua|ngay|den|toi|hien) )nay)(?:[\s,.?!]|$)/u

/** Whether a message tells something in a sentence of its own. */
export const isOfSentences = (message: string): boolean =>
  /(?:(?!tp|tx)\p{Ll}{2}\.|\p{L}{3}\.|\d\.|[!?…\n])\s+\S/u.test(withoutCourtesy(message))
