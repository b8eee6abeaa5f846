import type { Token } from './normalise.ts'

/** A question is looked at by many patterns: its line is put together once. */
const LINES = new WeakMap<readonly Token[], string>()

/** The words without marks, in one line, for patterns. */
export function plainly(words: readonly Token[]): string {
  const known = LINES.get(words)
  if (known !== undefined) return known
  const line = words.map(({ plain }) => plain).join(' ')
  LINES.set(words, line)
  return line
}
