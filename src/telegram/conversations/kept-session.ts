import type { ElementCode, Value } from '../../domain/data-element.ts'
import type { FormSession } from '../../usecases/open-form.ts'

/** A session as it is kept between two steps: each answer in one short row, as it is read and written again with every one given. */
export interface KeptSession extends Omit<FormSession, 'answers' | 'seenAt'> {
  /** A count is kept as its number. The last: when it was given, as in `seenAt`; absent where nobody has stored it. */
  readonly given: readonly (readonly [ElementCode, Value | number, number?])[]
}

/** Returns the session as it is kept; `recallSession` gives back the same. */
export function keepSession({ answers, seenAt, ...rest }: FormSession): KeptSession {
  const given = Object.entries(answers).map(([element, value]): KeptSession['given'][number] => {
    const kept = value.kind === 'count' ? value.count : value
    // an element may bear the name of something every object has
    const at = Object.hasOwn(seenAt, element) ? seenAt[element] : undefined
    return at === undefined ? [element, kept] : [element, kept, at]
  })
  return { ...rest, given }
}

export function recallSession({ given, ...rest }: KeptSession): FormSession {
  const answers: Record<ElementCode, Value> = {}
  const seenAt: Record<ElementCode, number> = {}
  for (const [element, kept, at] of given) {
    answers[element] = typeof kept === 'number' ? { kind: 'count', count: kept } : kept
    if (at !== undefined) seenAt[element] = at
  }
  return { ...rest, answers, seenAt }
}
