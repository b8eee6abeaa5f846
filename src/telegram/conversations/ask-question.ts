import type { DataElement } from '../../domain/data-element.ts'
import type { AnswerMap } from '../../domain/form-plan.ts'
import { localDateOf } from '../../domain/local-date.ts'
import { hasSeveralParts, isPasted } from '../../domain/pasted-answers.ts'
import { questionExample } from '../../domain/question-example.ts'
import { type AnswerCheck, checkAnswer } from '../../domain/rules-check.ts'
import type { T } from '../../i18n/texts.ts'
import { readPasted } from '../../usecases/import-answers.ts'
import { answeredOf, renderAnswer } from '../views/answer-text.ts'
import { questionView } from '../views/question.ts'
import { ruleParams } from '../views/rule-params.ts'
import { lines } from '../views/view.ts'
import { askDecision } from './ask-decision.ts'
import { askChangeReason, askMissingReason } from './ask-reason.ts'
import type { Asked, Outcome, Reading, Settled } from './asked.ts'
import type { Dialogue } from './dialogue.ts'
import { askZero, pickReading } from './pick-reading.ts'
import { type ReadContext, readAnswer } from './read-answer.ts'

/** After this many answers not understood the way out is told. */
const TRIES = 3

/** Asks until the answer is understood and its rules hold, or the person goes back or on. Nothing is taken without being echoed. */
export async function askQuestion(dialogue: Dialogue, asked: Asked): Promise<Outcome> {
  const elements = asked.planned.asks.map((code) => asked.deps.library.element(code))
  let said = asked.said
  for (let tries = 1; ; tries++) {
    const before = said
    const input = await dialogue.ask(() => questionView({ ...asked, elements, said: before }))
    const many = input.kind === 'text' ? readMany(asked, input.text) : undefined
    if (many) return many
    const reading = await refine(
      dialogue,
      asked,
      elements,
      readAnswer(input, elements, contextOf(asked, elements)),
    )
    if (reading.kind === 'back' || reading.kind === 'later') return reading
    if (reading.kind === 'values') {
      const outcome = await settle(dialogue, asked, elements, reading.values)
      if (outcome.kind === 'answered') return outcome
      said = outcome.said
    } else {
      said = reading.kind === 'problem' ? problemText(asked.t, elements, reading, tries) : undefined
    }
  }
}

/** A message of several lines or cells that answers several questions of the form at once. */
function readMany({ deps, t, session }: Asked, text: string): Extract<Outcome, { kind: 'many' }> | undefined {
  if (!hasSeveralParts(text)) return undefined
  const pasted = readPasted(deps, t, session, text)
  return isPasted(text, pasted) ? { kind: 'many', pasted } : undefined
}

/** What the first reading left open is asked: two readings, 0 or nothing, why there is no figure, the decision behind a yes. */
async function refine(
  dialogue: Dialogue,
  asked: Asked,
  elements: readonly DataElement[],
  reading: Reading,
): Promise<Settled | { readonly kind: 'again' }> {
  const [first] = elements
  if (!first) throw new Error('a question asks at least one element')
  if (reading.kind === 'choices') return pickReading(dialogue, asked, elements, reading.readings)
  if (reading.kind === 'unavailable') return askMissingReason(dialogue, asked, elements)
  if (reading.kind === 'recognised') return askDecision(dialogue, asked, first, reading.value)
  if (reading.kind !== 'ask-zero') return reading
  // 0 of how many? One word cannot answer two figures.
  if (elements.length > 1) return { kind: 'problem', problem: 'not-a-ratio', params: {} }
  const meant = await askZero(dialogue, asked, first)
  if (meant === 'again') return { kind: 'again' }
  if (meant === 'unavailable') return askMissingReason(dialogue, asked, elements)
  return { kind: 'values', values: { [first.code]: { kind: 'count', count: 0 } } }
}

type Checked =
  | Extract<Outcome, { kind: 'answered' }>
  | { readonly kind: 'refused'; readonly said: string | undefined }

/** Hard rules stop, soft rules ask for a reason. */
async function settle(
  dialogue: Dialogue,
  asked: Asked,
  elements: readonly DataElement[],
  values: AnswerMap,
): Promise<Checked> {
  const { t } = asked
  const answered = { kind: 'answered' as const, values, said: echoOf(t, elements, values) }
  const { hard, soft } = check(asked, elements, values)
  const [stop] = hard
  if (stop)
    return {
      kind: 'refused',
      said: t.html(`forms:rule.${stop.rule}`, ruleParams(t, asked.deps.library, stop.params)),
    }
  const [doubt] = soft
  if (!doubt) return answered
  const reason = await askChangeReason(
    dialogue,
    asked,
    t.html(`forms:rule.${doubt.rule}`, ruleParams(t, asked.deps.library, doubt.params)),
  )
  return reason === undefined ? { kind: 'refused', said: undefined } : { ...answered, reason }
}

/** The rules the new values touch, seen together with all answers so far. */
function check(
  { deps, form, session }: Asked,
  elements: readonly DataElement[],
  values: AnswerMap,
): AnswerCheck {
  const answers = new Map(Object.entries({ ...session.answers, ...values }))
  const known = [...answers.keys()].map((code) => [code, deps.library.element(code)] as const)
  const context = { form, elements: new Map(known), answers, last: new Map(Object.entries(session.last)) }
  const checks = elements.flatMap((element) => {
    const value = values[element.code]
    return value ? [checkAnswer(element, value, context)] : []
  })
  return { hard: checks.flatMap(({ hard }) => hard), soft: checks.flatMap(({ soft }) => soft) }
}

const echoOf = (t: T, elements: readonly DataElement[], values: AnswerMap): string =>
  t.html('forms:said.stored', { value: renderAnswer(answeredOf(elements, values), t.locale) })

/** A score has its question's example, and so do two figures asked together: the parser knows one of any score and of any ratio. */
function problemText(
  t: T,
  elements: readonly DataElement[],
  { problem, params }: Extract<Reading, { kind: 'problem' }>,
  tries: number,
): string {
  const isOwn = elements.length > 1 || elements[0]?.type.kind === 'decimal'
  const own = isOwn ? { ...params, example: questionExample(elements) } : params
  return lines(t.html(`forms:answer.${problem}`, own), tries >= TRIES ? t('forms:said.way-out') : undefined)
}

function contextOf({ deps, t, session }: Asked, elements: readonly DataElement[]): ReadContext {
  const above = elements[0]?.atMost === undefined ? undefined : session.answers[elements[0].atMost]
  return {
    locale: t.locale,
    today: localDateOf(deps.clock.now(), deps.timeZone),
    last: session.last,
    ...(above?.kind === 'count' && { denominator: above.count }),
  }
}
