import type { DataElement, ElementCode, Value } from './data-element.ts'
import { addDecimals, compareDecimals, multiplyDecimals, negateDecimal, subtractDecimals } from './figures.ts'
import type { Form } from './form.ts'
import { rememberFor } from './remember.ts'
import { checkType, type HardRule, type RuleTouched, type SoftRule } from './type-check.ts'

export interface AnswerCheck {
  readonly hard: readonly RuleTouched<HardRule>[]
  readonly soft: readonly RuleTouched<SoftRule>[]
}

/** What an answer is held against. */
export interface CheckContext {
  readonly form: Pick<Form, 'sections' | 'changeLimitPercent'>
  /** Elements of the form by code. */
  readonly elements: ReadonlyMap<ElementCode, DataElement>
  /** All answers of the submission so far. */
  readonly answers: ReadonlyMap<ElementCode, Value>
  /** Last period's values. */
  readonly last: ReadonlyMap<ElementCode, Value>
}

/**
 * Returns the rules that answering `element` with `value` touches. An answer others depend on is checked from both sides: lowering
 * the total below the part already given is refused too. Missing touches nothing: its reason was asked.
 * Source: product.md, «Submitting figures».
 */
export function checkAnswer(element: DataElement, value: Value, context: CheckContext): AnswerCheck {
  if (value.kind === 'missing') return { hard: [], soft: [] }
  const answers = new Map(context.answers).set(element.code, value)
  const pairs = limitPairs(context).filter(
    ({ part, whole }) => part === element.code || whole === element.code,
  )
  const hard = [...checkType(element, value), ...pairs.flatMap((pair) => checkPair(pair, answers))]
  return { hard, soft: checkMove(element, value, context) }
}

/** Returns the rules touched by all answers together, each once; a submission is clean when both lists are empty. */
export function checkSubmission(context: CheckContext): AnswerCheck {
  const checks = [...context.answers].map(([code, value]) => {
    const element = context.elements.get(code)
    return element === undefined || value.kind === 'missing'
      ? { hard: [], soft: [] }
      : { hard: checkType(element, value), soft: checkMove(element, value, context) }
  })
  const pairs = limitPairs(context).flatMap((pair) => checkPair(pair, context.answers))
  return { hard: [...checks.flatMap(({ hard }) => hard), ...pairs], soft: checks.flatMap(({ soft }) => soft) }
}

interface LimitPair {
  readonly part: ElementCode
  readonly whole: ElementCode
  readonly rule: 'numerator-above-denominator' | 'above-other'
}

/** Numerator and denominator asked together, and `atMost` of the catalogue where the pair does not say it already. */
function limitPairs({ form, elements }: CheckContext): readonly LimitPair[] {
  const asked = askedPairs(form.sections)
  const declared = [...elements.values()].flatMap(({ code, atMost }): LimitPair[] =>
    atMost === undefined ? [] : [{ part: code, whole: atMost, rule: 'above-other' }],
  )
  return [
    ...asked,
    ...declared.filter(({ part, whole }) => !asked.some((p) => p.part === part && p.whole === whole)),
  ]
}

const askedPairs = rememberFor((sections: Form['sections']): readonly LimitPair[] =>
  sections
    .flatMap(({ questions }) => questions)
    .flatMap(({ elements: [part, whole] }): LimitPair[] =>
      whole === undefined ? [] : [{ part, whole, rule: 'numerator-above-denominator' }],
    ),
)

function checkPair(
  { part, whole, rule }: LimitPair,
  answers: CheckContext['answers'],
): RuleTouched<HardRule>[] {
  const lower = figureOf(answers.get(part))
  const upper = figureOf(answers.get(whole))
  if (lower === undefined || upper === undefined || compareDecimals(lower, upper) <= 0) return []
  return [{ rule, element: part, params: { value: lower, limit: upper, other: whole } }]
}

/** Moved more than the form's limit since last period; from 0 any move is more. Without a last figure there is nothing to ask. */
function checkMove(
  { code }: DataElement,
  value: Value,
  { form, last }: CheckContext,
): RuleTouched<SoftRule>[] {
  const now = figureOf(value)
  const before = figureOf(last.get(code))
  if (now === undefined || before === undefined) return []
  const moved = magnitude(subtractDecimals(now, before))
  const allowed = multiplyDecimals(magnitude(before), String(form.changeLimitPercent))
  if (compareDecimals(multiplyDecimals(moved, '100'), allowed) <= 0) return []
  return [
    { rule: 'moved', element: code, params: { last: before, now, limitPercent: form.changeLimitPercent } },
  ]
}

function figureOf(value: Value | undefined): string | undefined {
  if (value?.kind === 'count') return String(value.count)
  return value?.kind === 'decimal' ? addDecimals(value.decimal) : undefined
}

const magnitude = (decimal: string): string => (decimal.startsWith('-') ? negateDecimal(decimal) : decimal)
