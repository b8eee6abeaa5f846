const COUNTRY = '84'
/** A mobile number whose zero a spreadsheet has taken away. */
const WITHOUT_ZERO = /^[35789]\d{8}$/

/**
 * Returns the phone's digits with the country in front («0912 345 678» and «+84912345678» → «84912345678»), so that two ways of
 * writing one number are equal; undefined when it cannot be a number.
 */
export function parsePhone(text: string): string | undefined {
  const written = text.replace(/[\s().\u00a0-]/g, '')
  if (!/^\+?\d{8,15}$/.test(written)) return undefined
  const digits = written.replace('+', '')
  if (written.startsWith('+')) return digits
  if (digits.startsWith('00')) return digits.slice(2)
  if (digits.startsWith('0')) return COUNTRY + digits.slice(1)
  return WITHOUT_ZERO.test(digits) ? COUNTRY + digits : digits
}

/** Returns the number as it may be shown: «84912345678» → «••••• 678». */
export const maskPhone = (digits: string): string => `••••• ${digits.slice(-3)}`
