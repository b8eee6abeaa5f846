/** One letter missing, added, changed, or two neighbours swapped. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b) return true
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const left = a.slice(start, a.length - end)
  const right = b.slice(start, b.length - end)
  if (left.length <= 1 && right.length <= 1) return true
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]
}

/** The same letters in another order. */
export const isSwap = (a: string, b: string): boolean =>
  a.length === b.length && [...a].sort().join('') === [...b].sort().join('')

/** «Hss» is «hs». */
export const isDoubled = (typed: string, word: string): boolean => typed.replace(/(.)\1/, '$1') === word

/** «Tng lên» is «tăng lên», hardly «tn lên». */
export const isClipped = (typed: string, word: string): boolean => word.length < 3 && !isDoubled(typed, word)
