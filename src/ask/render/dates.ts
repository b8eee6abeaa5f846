/** `2026-06-19` → 19/6/2026. */
export const vietnameseDate = (iso: string): string => iso.split('-').map(Number).reverse().join('/')

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `2026-06-19` → 19 June 2026. */
export function englishDate(iso: string): string {
  const [year, month = 1, day] = iso.split('-').map(Number)
  return `${day} ${MONTHS[month - 1]} ${year}`
}
