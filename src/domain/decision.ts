import { type AnswerWord, findAnswerWord } from './answer-words.ts'
import type { ElementType, Value } from './data-element.ts'
import { addYears, type LocalDate } from './local-date.ts'
import { findYes } from './parse-yes-no.ts'
import {
  type AnswerContext,
  type AnswerProblem,
  found,
  type Parsed,
  type ProblemFound,
  refused,
} from './parsed.ts'
import { showValue } from './render-value.ts'
import { cleanText } from './search-key.ts'
import { DATE_IN_TEXT, parseDate } from './typed-date.ts'

/** What a recognition rests on; each part only where it was typed. */
export interface Decision {
  readonly degree?: number
  /** «123/QĐ-UBND», as printed on the decision. */
  readonly decisionNumber?: string
  readonly decidedOn?: LocalDate
  readonly expiresOn?: LocalDate
}

export type ParsedDecision = { readonly kind: 'decision'; readonly decision: Decision } | ProblemFound

type Recognition = Extract<ElementType, { kind: 'recognition' }>

const EXAMPLE = '123/QĐ-UBND ngày 20/6/2024'
const NUMBER = /(?<!\d)\d{1,6}(?:\/20\d\d)?\/[\p{L}]{2,}(?:-[\p{L}&]+)*/iu
const DEGREE = /(?:mức độ|muc do|mức|muc|level|degree) ?(\d)(?!\d)/iu
const EXPIRY = new RegExp(
  `(?:đến|den|hết hạn|het han|until|expires?)(?: hết| het| on)?(?: ngày| ngay)? ?(${DATE_IN_TEXT.source})`,
  'iu',
)
const FILLER =
  /\b(?:yes|decision|dated|of|no)\b|(?<!\p{L})(?:có|đạt|rồi|quyết định|quyet dinh|qđ|qd|số|so|ngày|ngay|ký|công nhận|cong nhan|chuẩn quốc gia|cqg|hiệu lực|giá trị|co|dat)(?!\p{L})|[,;.:()\-–]/giu

/**
 * Returns number, dates and degree of a decision of recognition: «123/QĐ-UBND ngày 20/6/2024», «mức độ 2, … đến 20/6/2029».
 * Dates need their year. Problems: a day that is not yet, an end before the start, a degree that is none of `degrees`, other words.
 */
export function parseDecision(text: string, today: LocalDate, degrees: readonly number[]): ParsedDecision {
  let rest = cleanText(text)
  const take = (shape: RegExp, group = 0): string | undefined => {
    const match = shape.exec(rest)
    if (match !== null) rest = rest.replace(match[0], ' ')
    return match?.[group]
  }
  const number = take(NUMBER)
  const expires = readDay(take(EXPIRY, 1), today)
  const decided = readDay(take(DATE_IN_TEXT), today)
  const degree = take(DEGREE, 1)
  const isClear = rest.replace(FILLER, ' ').trim() === ''
  if (!isClear || [number, expires, decided, degree].every((part) => part === undefined))
    return refuse('decision-unclear')
  if (typeof expires === 'object') return expires
  if (typeof decided === 'object') return decided
  const decision = {
    ...(degree === undefined ? {} : { degree: Number(degree) }),
    ...(number === undefined ? {} : { decisionNumber: number.toLocaleUpperCase('vi') }),
    ...(decided === undefined ? {} : { decidedOn: decided }),
    ...(expires === undefined ? {} : { expiresOn: expires }),
  }
  return checkDecision(decision, today, degrees)
}

/** Returns the answer to a recognition question: yes or no alone, or the decision itself, which says yes. */
export function parseRecognition(
  type: Recognition,
  text: string,
  word: AnswerWord | undefined,
  context: AnswerContext,
): Parsed {
  const yes = findYes(word ?? findAnswerWord(text))
  if (yes !== undefined) return foundRecognition({ yes }, context)
  if (context.today === undefined) return refuse('not-yes-or-no')
  const parsed = parseDecision(text, context.today, type.degrees)
  return parsed.kind === 'problem' ? parsed : foundRecognition({ yes: true, ...parsed.decision }, context)
}

/** Returns the day a recognition expires whose decision prints none: the same day `lastsYears` later. */
export const recognitionExpiry = (decidedOn: LocalDate, lastsYears: number): LocalDate =>
  addYears(decidedOn, lastsYears)

function checkDecision(decision: Decision, today: LocalDate, degrees: readonly number[]): ParsedDecision {
  const { degree, decidedOn, expiresOn } = decision
  if (degree !== undefined && !degrees.includes(degree)) {
    return refused('degree-unknown', EXAMPLE, { degrees: degrees.join(', ') })
  }
  if (decidedOn !== undefined && decidedOn > today) return refuse('date-in-future')
  if (decidedOn !== undefined && expiresOn !== undefined && expiresOn <= decidedOn)
    return refuse('dates-reversed')
  return { kind: 'decision', decision }
}

function readDay(text: string | undefined, today: LocalDate): LocalDate | ProblemFound | undefined {
  if (text === undefined) return undefined
  if (!/\d{4}/.test(text) && !/[/.-] ?\d{1,2} ?[/.-] ?\d{2}$/.test(text)) return refuse('date-year-missing')
  const parsed = parseDate(text, today)
  if (parsed.kind === 'date') return parsed.date
  return parsed.kind === 'problem' ? refuse(parsed.problem) : refuse('date-unclear')
}

function foundRecognition(
  recognition: Omit<Extract<Value, { kind: 'recognition' }>, 'kind'>,
  context: AnswerContext,
): Parsed {
  const value = { kind: 'recognition', ...recognition } as const
  return found(value, showValue(value, '', context.locale))
}

const refuse = (problem: AnswerProblem): ProblemFound => refused(problem, EXAMPLE)
