import { findAnswerWord, stripPoliteness } from './answer-words.ts'
import type { DataElement, ElementCode, Value } from './data-element.ts'
import type { ErrorParams } from './errors.ts'
import type { AnswerMap } from './form-plan.ts'
import type { AnswerProblem } from './parsed.ts'
import { questionExample } from './question-example.ts'
import { RATIO_SIGN } from './ratio-sign.ts'
import { type QuestionContext, type QuestionReading, readQuestion } from './read-question.ts'
import { cleanText } from './search-key.ts'
import type { HardRule, SoftRule } from './type-check.ts'

/** One of many answers given at once, with the question it is meant for. */
export interface GivenAnswer {
  /** Place of the question in the form as the unit meets it. */
  readonly at: number
  /** The one figure of the question that is meant; absent: the question as a whole. */
  readonly element?: ElementCode
  readonly value: string
  /** Why there is no figure, or why it moved. */
  readonly reason?: string
  /** A number as a spreadsheet holds it, with a comma before decimals whoever reads: it has one reading. */
  readonly isExact?: boolean
  readonly source: LineSource
}

/** Where it stood, for saying back. */
export interface LineSource {
  /** Line of the message or row of the sheet, from 1. */
  readonly line: number
  readonly text: string
}

/** Why a line is not taken, besides the reasons an answer itself can give. */
export type LineProblem =
  | 'label-unknown'
  | 'label-ambiguous'
  | 'asked-twice'
  | 'cells-unclear'
  | 'row-length'
  | 'needs-choice'
  | 'zero-or-none'
  | 'reason-needed'
  | 'decision-needed'
  | 'formula'
  | 'not-asked'

export type LineRefused = {
  readonly source: LineSource
  /** Absent: no question was recognised. */
  readonly at?: number
  readonly params: ErrorParams
} & (
  | { readonly from: 'answer'; readonly problem: AnswerProblem }
  | { readonly from: 'line'; readonly problem: LineProblem }
  | { readonly from: 'rule'; readonly problem: HardRule | SoftRule }
)

/** A question's values as understood. */
export interface UnderstoodAnswer {
  readonly at: number
  readonly values: AnswerMap
  readonly reason?: string
  readonly source: LineSource
}

export interface ReadAnswers {
  readonly understood: readonly UnderstoodAnswer[]
  readonly refused: readonly LineRefused[]
}

/** Elements and what is known for a question's answer. */
export interface AskedQuestion {
  readonly elements: readonly DataElement[]
  readonly context: QuestionContext
}

/**
 * Returns what answers given at once say, each read as it would be alone; their order does not matter. An empty one says nothing.
 * Numerator and denominator may come apart. Two that differ are both refused: which one is meant cannot be known.
 */
export function readGivenAnswers(
  given: readonly GivenAnswer[],
  questions: readonly AskedQuestion[],
): ReadAnswers {
  const understood: UnderstoodAnswer[] = []
  const refused: LineRefused[] = []
  questions.forEach((question, at) => {
    const own = given.filter(
      (each) => each.at === at && (each.value.trim() !== '' || each.reason !== undefined),
    )
    const read = own.map((each) => readOneOf(own.length === 1 ? asWhole(each) : each, question))
    refused.push(...read.flatMap((each) => ('problem' in each ? [each] : [])))
    const sides = joinSides(
      read.flatMap((each) => ('side' in each ? [each] : [])),
      question,
    )
    refused.push(...sides.refused)
    const whole = [
      ...read.flatMap((each) => ('values' in each && !('side' in each) ? [each] : [])),
      ...sides.understood,
    ]
    const [first] = whole
    if (first && whole.every((each) => isSame(each.values, first.values))) understood.push(first)
    else refused.push(...whole.map(({ source }) => refuseLine(source, 'asked-twice', at)))
  })
  return { understood, refused }
}

/** Refuses a line for a reason of its own. */
export const refuseLine = (
  source: LineSource,
  problem: LineProblem,
  at?: number,
  params: ErrorParams = {},
): LineRefused => ({ source, from: 'line', problem, params, ...(at !== undefined && { at }) })

/** One side of a ratio, given apart. */
interface Side extends UnderstoodAnswer {
  readonly side: ElementCode
}

/** A question is called by its first figure's name on the card: «như cũ» beside it alone is said of both. */
const asWhole = ({ element, ...given }: GivenAnswer): GivenAnswer =>
  element === undefined || findAnswerWord(stripPoliteness(cleanText(given.value))) === 'last'
    ? given
    : { ...given, element }

function readOneOf(
  given: GivenAnswer,
  { elements, context }: AskedQuestion,
): UnderstoodAnswer | Side | LineRefused {
  const { at, source, element, value } = given
  const reason = given.reason?.trim() ? { reason: given.reason.trim() } : {}
  if (value.trim() === '' && reason.reason !== undefined) return missing(given, elements, reason.reason)
  const isSide = elements.length > 1 && element !== undefined && !RATIO_SIGN.test(value)
  const asked = isSide ? elements.filter(({ code }) => code === element) : elements
  const reading = readQuestion(value, asked, given.isExact ? { ...context, locale: 'vi' } : context)
  if (reading.kind === 'values')
    return { at, source, values: reading.values, ...reason, ...(isSide && { side: element }) }
  if (reading.kind === 'unavailable' && reason.reason !== undefined)
    return missing(given, elements, reason.reason)
  if (reading.kind === 'problem')
    return { at, source, from: 'answer', problem: reading.problem, params: reading.params }
  return refuseLine(source, LEFT_OPEN[reading.kind], at)
}

/** What a dialogue would ask further. */
const LEFT_OPEN: Readonly<Record<Exclude<QuestionReading['kind'], 'values' | 'problem'>, LineProblem>> = {
  choices: 'needs-choice',
  'ask-zero': 'zero-or-none',
  unavailable: 'reason-needed',
  recognised: 'decision-needed',
}

function missing(
  { at, source }: GivenAnswer,
  elements: readonly DataElement[],
  reason: string,
): UnderstoodAnswer {
  const value: Value = { kind: 'missing', reason }
  return { at, source, values: Object.fromEntries(elements.map(({ code }) => [code, value])) }
}

/** Both sides make the ratio; one alone is no answer to a question that asks two. */
function joinSides(sides: readonly Side[], { elements }: AskedQuestion): ReadAnswers {
  const [first] = sides
  if (!first) return { understood: [], refused: [] }
  const { at } = first
  const values: AnswerMap = Object.assign({}, ...sides.map((side) => side.values))
  const isTwice = sides.some((side) => !isSame(side.values, { [side.side]: values[side.side] }))
  if (isTwice)
    return { understood: [], refused: sides.map(({ source }) => refuseLine(source, 'asked-twice', at)) }
  if (elements.every(({ code }) => code in values)) return { understood: [{ ...first, values }], refused: [] }
  const params = { example: questionExample(elements) }
  return {
    understood: [],
    refused: sides.map(({ source }) => ({ source, at, from: 'answer', problem: 'not-a-ratio', params })),
  }
}

const isSame = (left: Readonly<Record<string, unknown>>, right: Readonly<Record<string, unknown>>): boolean =>
  JSON.stringify(sorted(left)) === JSON.stringify(sorted(right))

const sorted = (values: Readonly<Record<string, unknown>>) =>
  Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))
