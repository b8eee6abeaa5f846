const TONE_PLACEMENT: readonly (readonly [string, string])[] = [
  ['oà', 'òa'],
  ['oá', 'óa'],
  ['oả', 'ỏa'],
  ['oã', 'õa'],
  ['oạ', 'ọa'],
  ['oè', 'òe'],
  ['oé', 'óe'],
  ['oẻ', 'ỏe'],
  ['oẽ', 'õe'],
  ['oẹ', 'ọe'],
  ['uỳ', 'ùy'],
  ['uý', 'úy'],
  ['uỷ', 'ủy'],
  ['uỹ', 'ũy'],
  ['uỵ', 'ụy'],
]
const PLACED = new Map(TONE_PLACEMENT)
const OTHER_PLACEMENT = new RegExp([...PLACED.keys()].join('|'), 'g')
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g
const COMBINING = /[\u0300-\u036f]/g

/** Lower-cased NFC text with one tone placement, plain dashes and spaces, and nothing invisible. */
export function normalise(text: string): string {
  let out = text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(/[‐-―−]/g, '-')
  out = out
    .replace(/(?<=\p{L})['’]s(?!\p{L})/gu, '')
    .replace(/[‘’“”«»"]/g, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  return out.replace(OTHER_PLACEMENT, (from) => PLACED.get(from) ?? from)
}

/** The accent-free key of a normalised word; serves search only. */
export const plainOf = (word: string): string => (ASCII.test(word) ? word : withoutMarks(word))

const ASCII = /^[\0-\x7f]*$/

const withoutMarks = (word: string): string =>
  word.normalize('NFD').replace(COMBINING, '').replaceAll('đ', 'd').normalize('NFC')

export interface Token {
  /** Normalised word, or a number in one spelling: `99.5%`, `20/6`, `2`. */
  readonly text: string
  readonly plain: string
  readonly isNumber: boolean
  /** Typed without marks where marks were probably meant: matches every marked spelling. */
  readonly isLoose: boolean
  /** Says nothing about which fact is meant, in these surroundings. */
  readonly isGeneral: boolean
  /** Says little: a fact may well tell the same in other words. */
  readonly isLight: boolean
}

export const tokenOf = (text: string, isLoose = false): Token => ({
  text,
  plain: plainOf(text),
  isNumber: /^\d/.test(text),
  isLoose,
  isGeneral: false,
  isLight: false,
})

/** Words and numbers in order; document numbers split into number and letters («40-ct/tu» → 40, ct/tu). */
export function tokenise(text: string): Token[] {
  const dated = normalise(text)
    .replace(
      /(?<!\d)(\d{1,2})\s+(?:tháng|thang)\s+(\d{1,2})(?:\s+(?:năm|nam)\s+(\d{4}))?(?!\d)/g,
      (_, d, m, y) => (y ? `${d}/${m}/${y}` : `${d}/${m}`),
    )
    .replace(/(\d)\s*(?:phần trăm|phan tram|percent|per cent|pct|%)/g, '$1%')
    .replace(/(\d)\s+(?:trên|trong|of)\s+(?=\d)/g, '$1/')
    .replace(/(?<=(?:^| )(?:bc|báo cáo|bao cao) )6 ?th?(?= |$)/, '6 tháng')
    .replace(/(?<=(?:^| )[2-6])t(?= |$)/g, ' tuổi')
    .replace(/(?<=\d)(?:st|nd|rd|th)\b/g, ' ')
  const found = dated.match(/\d+(?:[.,/:]\d+)*%?|(?<=\d[-/])[\p{L}&]+(?:[-/][\p{L}&]+)+|\p{L}+/gu) ?? []
  return found.map((raw) => tokenOf(/^\d/.test(raw) ? numberText(raw) : raw))
}

/** One spelling for a number: `02` → 2, `80,0%` → 80%, `99.5 %` → 99.5%, `20/06` → 20/6, `1.234` stays a thousand. */
function numberText(raw: string): string {
  const percent = raw.endsWith('%') ? '%' : ''
  const body = percent ? raw.slice(0, -1) : raw
  if (/[/:]/.test(body)) return body.replaceAll(':', '/').split('/').map(decimalText).join('/') + percent
  return decimalText(body) + percent
}

function decimalText(raw: string): string {
  const dotted = raw.replace(',', '.')
  const [whole = '', fraction] = dotted.split('.')
  if (fraction === undefined || (raw.includes('.') && /^\d{3}$/.test(fraction)))
    return stripZeros(whole + (fraction ?? ''))
  const trimmed = fraction.replace(/0+$/, '')
  return trimmed === '' ? stripZeros(whole) : `${stripZeros(whole)}.${trimmed}`
}

const stripZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '')

/** True when the text carries marks that only Vietnamese spelling has. */
export function hasMarks(text: string): boolean {
  const one = normalise(text)
  return one !== plainOf(one)
}
