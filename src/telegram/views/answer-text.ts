import type { DataElement, Value } from '../../domain/data-element.ts'
import { renderValue, showValue } from '../../domain/render-value.ts'
import type { Locale } from '../../domain/text.ts'

/** An element with its answer, as asked together by one question. */
export type AnsweredElement = readonly [DataElement, Value]

/**
 * Returns the answer to one question as people write it: «510/524 mục» when the figures count the same thing, else «a / b».
 * Missing: said once for all of them.
 */
export function renderAnswer(answered: readonly AnsweredElement[], locale: Locale): string {
  const [first] = answered
  if (first && answered.every(([, { kind }]) => kind === 'missing'))
    return renderValue(first[1], first[0], locale)
  const isOneNoun = answered.every(
    ([{ unit }, value]) => value.kind === 'count' && unit[locale] === first?.[0].unit[locale],
  )
  if (!isOneNoun || answered.length < 2)
    return answered.map(([element, value]) => renderValue(value, element, locale)).join(' / ')
  return answered
    .map(([{ unit }, value], index) =>
      showValue(value, index === answered.length - 1 ? unit[locale] : '', locale),
    )
    .join('/')
}

/** Returns each element that has a value, with it. */
export const answeredOf = (
  elements: readonly DataElement[],
  values: Readonly<Record<string, Value>>,
): readonly AnsweredElement[] =>
  elements.flatMap((element): AnsweredElement[] => {
    const value = values[element.code]
    return value ? [[element, value]] : []
  })
