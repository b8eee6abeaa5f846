import type { DataElement, ElementType, Value } from './data-element.ts'
import { recognitionExpiry } from './decision.ts'
import type { ErrorParams } from './errors.ts'
import type { AnswerMap } from './form-plan.ts'
import { type LocalDate, parseLocalDate } from './local-date.ts'
import { parseValue } from './numbers.ts'
import type { AnswerProblem, Parsed } from './parsed.ts'
import { questionExample } from './question-example.ts'
import { parseRatio } from './ratio.ts'
import type { Locale } from './text.ts'

/** What a text says to one question, before rules. */
export type QuestionReading =
  | { readonly kind: 'values'; readonly values: AnswerMap }
  /** Several readings, or one that must be confirmed. */
  | { readonly kind: 'choices'; readonly readings: readonly AnswerMap[] }
  | { readonly kind: 'unavailable' }
  /** «không» to a figure: 0, or no figure? */
  | { readonly kind: 'ask-zero' }
  /** Yes to a recognition, its decision still to be asked. */
  | { readonly kind: 'recognised'; readonly value: Recognition }
  | { readonly kind: 'problem'; readonly problem: AnswerProblem; readonly params: ErrorParams }

export interface QuestionContext {
  readonly locale: Locale
  readonly today: LocalDate
  /** Values of the period before. */
  readonly last: AnswerMap
  /** Of the element that this one may not exceed, when known. */
  readonly denominator?: number
}

/** A decision that prints no end lasts as long as its kind does. */
function withExpiry(value: Value, type: ElementType): Value {
  if (value.kind !== 'recognition' || type.kind !== 'recognition') return value
  const decidedOn = parseLocalDate(value.decidedOn ?? '')
  if (decidedOn === undefined || value.expiresOn !== undefined) return value
  return { ...value, expiresOn: recognitionExpiry(decidedOn, type.lastsYears) }
}

type Recognition = Extract<Value, { kind: 'recognition' }>

/** Returns what a text says to the question of these elements: one, or numerator and denominator. */
export function readQuestion(
  text: string,
  elements: readonly DataElement[],
  context: QuestionContext,
): QuestionReading {
  const [first, second] = elements
  if (!first) throw new Error('a question asks at least one element')
  return second ? readRatio(text, first, second, context) : readOne(text, first, context)
}

/** Returns the values of the period before, of all elements or of none. */
export function readLast(elements: readonly DataElement[], last: AnswerMap): QuestionReading {
  const values = elements.flatMap(({ code }): [string, Value][] => {
    const value = last[code]
    return value && value.kind !== 'missing' ? [[code, value]] : []
  })
  if (values.length === elements.length) return { kind: 'values', values: Object.fromEntries(values) }
  return {
    kind: 'problem',
    problem: 'no-last-value',
    params: { example: questionExample(elements) },
  }
}

function readOne(text: string, element: DataElement, context: QuestionContext): QuestionReading {
  const parsed = parseValue(element.type, text, {
    ...context,
    unit: element.unit[context.locale],
    last: context.last[element.code] ?? NOTHING_LAST,
  })
  const wrap = (value: Value): AnswerMap => ({ [element.code]: withExpiry(value, element.type) })
  if (parsed.kind === 'value')
    return isBareYes(parsed.value)
      ? { kind: 'recognised', value: parsed.value }
      : { kind: 'values', values: wrap(parsed.value) }
  if (parsed.kind === 'choices') return { kind: 'choices', readings: parsed.readings.map(wrap) }
  if (parsed.kind === 'all')
    return { kind: 'choices', readings: [wrap({ kind: 'count', count: context.denominator ?? 0 })] }
  return readRest(parsed, [element], context)
}

function readRatio(
  text: string,
  numerator: DataElement,
  denominator: DataElement,
  context: QuestionContext,
): QuestionReading {
  const parsed = parseRatio(text, {
    ...context,
    unit: numerator.unit[context.locale],
    last: context.last[numerator.code] ?? NOTHING_LAST,
  })
  if (parsed.kind === 'ratio')
    return {
      kind: 'values',
      values: { [numerator.code]: parsed.numerator, [denominator.code]: parsed.denominator },
    }
  if (parsed.kind === 'numerator' || parsed.kind === 'all')
    return {
      kind: 'problem',
      problem: 'not-a-ratio',
      params: { example: questionExample([numerator, denominator]) },
    }
  return readRest(parsed, [numerator, denominator], context)
}

const NOTHING_LAST: Value = { kind: 'missing', reason: '' }

/** What does not depend on how many figures were asked. */
const readRest = (
  parsed: Exclude<Parsed, { kind: 'value' | 'choices' | 'all' }>,
  elements: readonly DataElement[],
  { last }: QuestionContext,
): QuestionReading => (parsed.kind === 'last' ? readLast(elements, last) : parsed)

/** A yes that does not say by which decision. */
const isBareYes = (value: Value): value is Recognition =>
  value.kind === 'recognition' && value.yes && value.decisionNumber === undefined
