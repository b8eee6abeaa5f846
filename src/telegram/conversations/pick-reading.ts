import type { DataElement } from '../../domain/data-element.ts'
import type { AnswerMap } from '../../domain/form-plan.ts'
import { answeredOf, renderAnswer } from '../views/answer-text.ts'
import { formButton } from '../views/question.ts'
import type { Asked, Settled } from './asked.ts'
import type { Dialogue } from './dialogue.ts'

/** Two readings, two buttons; anything but a tap asks the question again. */
export async function pickReading(
  dialogue: Dialogue,
  { t, at }: Asked,
  elements: readonly DataElement[],
  readings: readonly AnswerMap[],
): Promise<Settled | { readonly kind: 'again' }> {
  const textOf = (values: AnswerMap) => renderAnswer(answeredOf(elements, values), t.locale)
  const input = await dialogue.ask({
    text: t(readings.length > 1 ? 'forms:pick.which' : 'forms:pick.sure'),
    buttons: [
      ...readings.map((values, index) => [{ text: textOf(values), data: formButton(at, `pick-${index}`) }]),
      [{ text: t('forms:pick.neither'), data: formButton(at, 'again') }],
    ],
  })
  const picked =
    input.kind === 'button' && input.action.startsWith('pick-')
      ? readings[Number(input.action.slice('pick-'.length))]
      : undefined
  return picked ? { kind: 'values', values: picked } : { kind: 'again' }
}

/** «không» to a figure: is it 0, or is there no figure? */
export async function askZero(
  dialogue: Dialogue,
  { t, at }: Asked,
  element: DataElement,
): Promise<'zero' | 'unavailable' | 'again'> {
  const input = await dialogue.ask({
    text: t('forms:pick.zero-or-none'),
    buttons: [
      [{ text: t('forms:pick.zero', { unit: element.unit[t.locale] }), data: formButton(at, 'zero') }],
      [{ text: t('forms:button.not-available'), data: formButton(at, 'none') }],
    ],
  })
  if (input.kind !== 'button') return 'again'
  return input.action === 'zero' ? 'zero' : input.action === 'none' ? 'unavailable' : 'again'
}
