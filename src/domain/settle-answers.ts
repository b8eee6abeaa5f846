import type { DataElement, ElementCode, Value } from './data-element.ts'
import type { Form } from './form.ts'
import type { AnswerMap } from './form-plan.ts'
import type { LineRefused, ReadAnswers, UnderstoodAnswer } from './given-answer.ts'
import { checkAnswer, checkSubmission } from './rules-check.ts'
import type { HardRule, RuleTouched, SoftRule } from './type-check.ts'

export interface SettleContext {
  readonly form: Pick<Form, 'sections' | 'changeLimitPercent'>
  readonly element: (code: ElementCode) => DataElement
  /** Of the draft before. */
  readonly answers: AnswerMap
  readonly last: AnswerMap
}

/**
 * Returns which of the answers given at once may be stored: those against no hard rule, seen together with each other and the draft,
 * and moved no further than the form's limit unless a reason came with them. The others are refused, each with its rule.
 */
export function settleAnswers({ understood, refused }: ReadAnswers, context: SettleContext): ReadAnswers {
  const hard = withoutHard(understood, context)
  const kept: UnderstoodAnswer[] = []
  const moved: LineRefused[] = []
  for (const answer of hard.kept) {
    const soft = answer.reason === undefined ? softOf(answer, context) : undefined
    if (soft) moved.push(refusedBy(answer, soft))
    else kept.push(answer)
  }
  const settled = moved.length > 0 ? withoutHard(kept, context) : { kept, refused: [] }
  return {
    understood: settled.kept,
    refused: [...refused, ...hard.refused, ...moved, ...settled.refused].sort(
      (a, b) => a.source.line - b.source.line,
    ),
  }
}

interface Kept {
  readonly kept: readonly UnderstoodAnswer[]
  readonly refused: readonly LineRefused[]
}

/** Leaves answers out until no rule is broken; of two given that disagree the part is left out, as the form asks it after its whole. */
function withoutHard(answers: readonly UnderstoodAnswer[], context: SettleContext): Kept {
  const all = Object.assign({}, context.answers, ...answers.map(({ values }) => values)) as AnswerMap
  const { hard } = checkSubmission(checkContext(all, context))
  for (const rule of hard) {
    const culprit =
      answers.find(({ values }) => rule.element in values) ??
      answers.find(({ values }) => String(rule.params.other) in values)
    if (!culprit) continue
    const rest = withoutHard(
      answers.filter((each) => each !== culprit),
      context,
    )
    return { kept: rest.kept, refused: [refusedBy(culprit, rule), ...rest.refused] }
  }
  return { kept: answers, refused: [] }
}

function softOf({ values }: UnderstoodAnswer, context: SettleContext): RuleTouched<SoftRule> | undefined {
  const all = checkContext({ ...context.answers, ...values }, context)
  return (Object.entries(values) as [ElementCode, Value][])
    .flatMap(([code, value]) => checkAnswer(context.element(code), value, all).soft)
    .at(0)
}

/** Rules name other figures by code; whoever shows the line knows their labels. */
const refusedBy = (
  { at, source }: UnderstoodAnswer,
  { rule, params }: RuleTouched<HardRule | SoftRule>,
): LineRefused => ({ at, source, from: 'rule', problem: rule, params })

function checkContext(all: AnswerMap, { form, element, last }: SettleContext) {
  const answers = new Map(Object.entries(all))
  const elements = new Map([...answers.keys()].map((code) => [code, element(code)] as const))
  return { form, elements, answers, last: new Map(Object.entries(last)) }
}
