import type { Expectation } from './expectations.ts'
import type { Path } from './source.ts'

/** Something a check refuses: in which element, indicator or plan, at which path within it, and what should stand there. */
export interface Finding {
  readonly on: object
  readonly path: Path
  readonly expectation: Expectation
}

/** The places of every value that stands there a second time. */
export function repeated<T>(
  values: readonly T[],
  keyOf: (value: T) => string,
  seen: Set<string> = new Set(),
): readonly number[] {
  return values.flatMap((value, index) => {
    const key = keyOf(value)
    if (seen.has(key)) return [index]
    seen.add(key)
    return []
  })
}
