import type { Period } from './period.ts'
import { cleanText } from './search-key.ts'

/** `QY-2026-7K3M-9`: plan, period, four characters by chance, check character. Never shown as a link or accepted as a secret. */
export type ReceiptParsed =
  | { readonly kind: 'receipt'; readonly receipt: string }
  /** mistyped: the shape is right, the check character is not. */
  | { readonly kind: 'problem'; readonly problem: 'receipt-invalid' | 'receipt-mistyped' }

/** No 0, O, 1, I or L; 31 characters, a prime, so that one wrong character or two swapped ones always show. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
/** In plan codes and periods these occur as well; each place holds either letters or digits, so the values may repeat. */
const OTHERS: Readonly<Record<string, number>> = { '0': 29, '1': 30, I: 0, L: 1, O: 2 }
const RANDOM_LENGTH = 4
const SHAPE = new RegExp(
  `^([A-Z0-9]{1,8})-(SY\\d{4}(?:T\\d)?|\\d{4}(?:H\\d|\\d\\d)?)-([${ALPHABET}]{4})-([${ALPHABET}])$`,
)

/**
 * Returns a new receipt code. `plan`: its short code; letters beyond A–Z and 0–9 are dropped. `bytes`: at least 4 random ones.
 * Throws: RangeError for too few bytes or a plan code without any usable letter.
 */
export function buildReceipt(plan: string, period: Period, bytes: Uint8Array): string {
  const code = plan
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, 8)
  if (code === '' || bytes.length < RANDOM_LENGTH)
    throw new RangeError('receipt: plan code or random bytes missing')
  const random = [...bytes.subarray(0, RANDOM_LENGTH)]
    .map((byte) => ALPHABET[byte % ALPHABET.length])
    .join('')
  const body = `${code}-${period.replaceAll('-', '')}-${random}`
  return `${body}-${checkCharacter(body)}`
}

/** Returns the receipt a person typed, in any case and with stray spaces, long dashes or O for 0 in the period. */
export function parseReceipt(text: string): ReceiptParsed {
  const typed = cleanText(text).toUpperCase().replace(/[–—−]/g, '-').replace(/ /g, '')
  const [plan = '', period = '', ...rest] = typed.split('-')
  const receipt = [plan, period.replaceAll('O', '0').replace(/[IL]/g, '1'), ...rest].join('-')
  if (!SHAPE.test(receipt)) return { kind: 'problem', problem: 'receipt-invalid' }
  const body = receipt.slice(0, -2)
  return receipt.endsWith(`-${checkCharacter(body)}`)
    ? { kind: 'receipt', receipt }
    : { kind: 'problem', problem: 'receipt-mistyped' }
}

function checkCharacter(body: string): string {
  const characters = [...body.replaceAll('-', '')]
  const sum = characters.reduce((total, character, at) => total + (at + 1) * weightOf(character), 0)
  return ALPHABET[sum % ALPHABET.length] ?? ''
}

const weightOf = (character: string): number => OTHERS[character] ?? ALPHABET.indexOf(character)
