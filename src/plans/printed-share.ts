interface Share {
  readonly number: string
  readonly numerator: number
  readonly denominator: number
}

/**
 * Whether the printed percentage is numerator ÷ denominator, rounded half up or cut off at the decimals it is printed with.
 * Both occur in real plans: 59/64 is printed 92,19 and 62/64 is printed 96,87.
 */
export function isPrintedShare({ number, numerator, denominator }: Share): boolean {
  if (denominator === 0) return false
  const [whole = '', decimals = ''] = number.split('.')
  const printed = BigInt(whole + decimals)
  const scaled = BigInt(numerator) * 100n * 10n ** BigInt(decimals.length)
  const by = BigInt(denominator)
  return printed === scaled / by || printed === (scaled * 2n + by) / (by * 2n)
}
