import type { DataElement } from '../../domain/data-element.ts'
import { exampleOf } from '../../domain/numbers.ts'
import { type QuestionContext, readLast, readQuestion } from '../../domain/read-question.ts'
import type { Reading } from './asked.ts'
import type { Input } from './input.ts'

export type ReadContext = QuestionContext

/** Returns what an input says to the question of these elements (one, or numerator and denominator). */
export function readAnswer(input: Input, elements: readonly DataElement[], context: ReadContext): Reading {
  const [first] = elements
  if (!first) throw new Error('a question asks at least one element')
  if (input.kind === 'button') return readButton(input.action, elements, context)
  if (input.kind !== 'text')
    return { kind: 'problem', problem: 'not-text', params: { example: exampleOf(first.type, context) } }
  return readQuestion(input.text, elements, context)
}

function readButton(action: string, elements: readonly DataElement[], context: ReadContext): Reading {
  const [first] = elements
  if (action === 'back' || action === 'later') return { kind: action }
  if (action === 'none') return { kind: 'unavailable' }
  if (action === 'last') return readLast(elements, context.last)
  if (first && (action === 'yes' || action === 'no')) return yesNo(first, action === 'yes')
  return { kind: 'problem', problem: 'empty', params: { example: first?.example ?? '' } }
}

function yesNo(element: DataElement, yes: boolean): Reading {
  if (element.type.kind !== 'recognition')
    return { kind: 'values', values: { [element.code]: { kind: 'yes-no', yes } } }
  const value = { kind: 'recognition' as const, yes }
  return yes ? { kind: 'recognised', value } : { kind: 'values', values: { [element.code]: value } }
}
