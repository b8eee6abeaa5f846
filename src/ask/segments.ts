import { withoutCourtesy } from './courtesy.ts'
import { normalise, plainOf } from './normalise.ts'

const PARTS = /(?<=[.?!…;:\n])\s+|(?<=,)\s+|\s+[-–—]+\s+|(?=\()|(?<=\))|\n+/u
/** A part may go on with what is asked after a story without a comma: «… buồn hiu mà kế hoạch nói gì». */
const ASKS =
  /(?:^| )(?:bao nhieu|may|ai|gi|nao|sao|dau|bao gio|mo|rang|lieu|phai khong|dung khong|khong|chua|bn|ko|hong|hok|j|ntn|liet ke|ke ten|ke ra|ke giup|neu ro|so sanh|cho biet|cho hoi|xin|de nghi|can biet|tom tat|doi chieu|xac nhan|what|which|how|who|whom|when|where|whose|list|tell|name|compare|is it|does|must|should)(?: |$)/
const MOST_PARTS = 10
const MOST_ASKING = 3

/** A message cut at its punctuation marks. */
export const partsOf = (message: string): readonly string[] =>
  message
    .split(PARTS)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part))

/** Places of the parts that ask something; where none does in words, those with a question mark. */
function askingAmong(parts: readonly string[]): readonly number[] {
  const placesOf = (asks: (part: string) => boolean): number[] =>
    parts.flatMap((part, at) => (asks(part) ? [at] : []))
  const inWords = placesOf((part) => ASKS.test(plainOf(normalise(part)).replace(/[^\p{L}\p{N}]+/gu, ' ')))
  return inWords.length > 0 ? inWords : placesOf((part) => part.includes('?'))
}

/**
 * The stretches of a message that may be the question itself, without the story around it, in groups from the likeliest: the last part
 * that asks with what stands next to it, then with what was said earlier. None where the message is of one part.
 */
export function questionsIn(message: string): readonly (readonly string[])[] {
  const parts = partsOf(withoutCourtesy(message)).slice(-MOST_PARTS)
  if (parts.length < 2) return []
  return askingAmong(parts)
    .toReversed()
    .slice(0, MOST_ASKING)
    .flatMap((at) => stretchesAround(parts, at))
}

/** What a part points back to may stand earlier: «trường đó», «vụ này». */
function stretchesAround(parts: readonly string[], at: number): (readonly string[])[] {
  const join = (places: readonly number[]): string => places.map((place) => parts[place]).join(' ')
  const told = (...stretches: readonly (readonly number[])[]): readonly string[] =>
    stretches.filter((some) => some.every((place) => place >= 0 && place < parts.length)).map(join)
  const near = told([at], [at - 1, at], [at, at + 1])
  const far = told([at - 2, at], [at - 2, at - 1, at])
  return pointsBack(parts[at] ?? '') ? [[...near, ...far]] : [near, far]
}

/** «Trường đó», «vụ này», «nó»: what is meant was said before. */
export const pointsBack = (part: string): boolean => POINTS_BACK.test(normalise(part))

const POINTS_BACK =
  /(?:^|[\s,])(?:đó|ấy|này|nớ|kia|nọ|nó|họ|thế|vậy|đấy|do|ay|nay|it|that|this|those|these|they)(?:[\s,.?!]|$)/u
