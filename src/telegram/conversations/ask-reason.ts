import type { DataElement, Value } from '../../domain/data-element.ts'
import type { AnswerMap } from '../../domain/form-plan.ts'
import { cleanText } from '../../domain/search-key.ts'
import { formButton } from '../views/question.ts'
import { lines } from '../views/view.ts'
import type { Asked, Settled } from './asked.ts'
import type { Dialogue } from './dialogue.ts'

const LONGEST_REASON = 500
/** Reasons offered as buttons, so that most need no typing. */
const REASONS = ['not-counted', 'not-done', 'not-ours'] as const

/** Asks why there is no figure; every element of the question becomes missing with that reason. */
export async function askMissingReason(
  dialogue: Dialogue,
  asked: Asked,
  elements: readonly DataElement[],
): Promise<Settled | { readonly kind: 'again' }> {
  const { t, at } = asked
  const input = await dialogue.ask({
    text: t('forms:reason.missing'),
    buttons: [
      ...REASONS.map((reason) => [{ text: t(`forms:reason.${reason}`), data: formButton(at, reason) }]),
      [{ text: t('forms:button.back'), data: formButton(at, 'again') }],
    ],
  })
  const reason =
    input.kind === 'text'
      ? cleanText(input.text).slice(0, LONGEST_REASON)
      : chosenReason(asked, input.kind === 'button' ? input.action : '')
  if (reason === undefined || reason === '') return { kind: 'again' }
  const missing: Value = { kind: 'missing', reason }
  const values: AnswerMap = Object.fromEntries(elements.map(({ code }) => [code, missing]))
  return { kind: 'values', values }
}

/** Asks why a figure moved so far; undefined when the person takes the figure back. */
export async function askChangeReason(
  dialogue: Dialogue,
  { t, at }: Asked,
  why: string,
): Promise<string | undefined> {
  const input = await dialogue.ask({
    text: lines(why, t('forms:reason.change')),
    buttons: [[{ text: t('forms:reason.wrong'), data: formButton(at, 'again') }]],
  })
  const reason = input.kind === 'text' ? cleanText(input.text).slice(0, LONGEST_REASON) : ''
  return reason === '' ? undefined : reason
}

const chosenReason = ({ t }: Asked, action: string): string | undefined => {
  const reason = REASONS.find((each) => each === action)
  return reason && t(`forms:reason.${reason}`)
}
