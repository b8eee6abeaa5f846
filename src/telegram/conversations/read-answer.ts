import type { DataElement, Value } from '../../domain/data-element.ts'
import type { AnswerMap } from '../../domain/form-plan.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { exampleOf, parseValue } from '../../domain/numbers.ts'
import type { Parsed } from '../../domain/parsed.ts'
import { parseRatio } from '../../domain/ratio.ts'
import type { Locale } from '../../domain/text.ts'
import type { Reading } from './asked.ts'
import type { Input } from './input.ts'

export interface ReadContext {
  readonly locale: Locale
  readonly today: LocalDate
  readonly last: AnswerMap
  /** Of the element that this one may not exceed, when known. */
  readonly denominator?: number
}

/** Returns what an input says to the question of these elements (one, or numerator and denominator). */
export function readAnswer(input: Input, elements: readonly DataElement[], context: ReadContext): Reading {
  const [first, second] = elements
  if (!first) throw new Error('a question asks at least one element')
  if (input.kind === 'button') return readButton(input.action, elements, context)
  if (input.kind !== 'text')
    return { kind: 'problem', problem: 'not-text', params: { example: exampleOf(first.type, context) } }
  return second ? readRatio(input.text, first, second, context) : readOne(input.text, first, context)
}

function readButton(action: string, elements: readonly DataElement[], context: ReadContext): Reading {
  const [first] = elements
  if (action === 'back' || action === 'later') return { kind: action }
  if (action === 'none') return { kind: 'unavailable' }
  if (action === 'last') return asLast(elements, context)
  if (first && (action === 'yes' || action === 'no')) return yesNo(first, action === 'yes')
  return { kind: 'problem', problem: 'empty', params: { example: first?.example ?? '' } }
}

function yesNo(element: DataElement, yes: boolean): Reading {
  if (element.type.kind !== 'recognition')
    return { kind: 'values', values: { [element.code]: { kind: 'yes-no', yes } } }
  const value = { kind: 'recognition' as const, yes }
  return yes ? { kind: 'recognised', value } : { kind: 'values', values: { [element.code]: value } }
}

function asLast(elements: readonly DataElement[], { last }: ReadContext): Reading {
  const values = elements.flatMap(({ code }): [string, Value][] => {
    const value = last[code]
    return value && value.kind !== 'missing' ? [[code, value]] : []
  })
  if (values.length === elements.length) return { kind: 'values', values: Object.fromEntries(values) }
  return {
    kind: 'problem',
    problem: 'no-last-value',
    params: { example: elements.map(({ example }) => example).join('/') },
  }
}

function readOne(text: string, element: DataElement, context: ReadContext): Reading {
  const last = context.last[element.code]
  const parsed = parseValue(element.type, text, {
    ...context,
    unit: element.unit[context.locale],
    ...(last ? { last } : { last: { kind: 'missing', reason: '' } }),
  })
  const wrap = (value: Value): AnswerMap => ({ [element.code]: value })
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
  context: ReadContext,
): Reading {
  const parsed = parseRatio(text, {
    ...context,
    unit: numerator.unit[context.locale],
    last: context.last[numerator.code] ?? { kind: 'missing', reason: '' },
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
      params: { example: `${numerator.example}/${denominator.example}` },
    }
  return readRest(parsed, [numerator, denominator], context)
}

/** What does not depend on how many figures were asked. */
function readRest(
  parsed: Exclude<Parsed, { kind: 'value' | 'choices' | 'all' }>,
  elements: readonly DataElement[],
  context: ReadContext,
): Reading {
  return parsed.kind === 'last' ? asLast(elements, context) : parsed
}

type Recognition = Extract<Value, { kind: 'recognition' }>

/** A yes that does not say by which decision. */
const isBareYes = (value: Value): value is Recognition =>
  value.kind === 'recognition' && value.yes && value.decisionNumber === undefined
