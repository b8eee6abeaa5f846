import { readNumberWords } from './number-words.ts'

/** Returns a whole number up to 9999 in plain digits or words («3», «ba»), or undefined; levels and ranks need no grouping. */
export function findSmallWhole(text: string): number | undefined {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  const readings = readNumberWords(text.split(' '))
  const [only] = readings
  return readings.length === 1 && only !== undefined && /^\d{1,4}$/.test(only) ? Number(only) : undefined
}
