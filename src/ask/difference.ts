import type { Locale } from '../domain/text.ts'
import type { Entry } from './entry.ts'
import type { Sentences } from './render/sentences.ts'
import { targetOf } from './target-rows.ts'

/** The sentence telling how far two compared figures lie apart; nothing when they are no numbers of one kind. */
export function differenceOf(entries: readonly Entry[], locale: Locale, say: Sentences): string[] {
  const [first, second, ...more] = entries.map(targetOf)
  if (!first || !second || more.length > 0) return []
  const years = first.due !== second.due && first.label.vi !== second.label.vi ? [say.differentYears()] : []
  const [a, b] = [first.value, second.value]
  if (
    !('number' in a) ||
    !('number' in b) ||
    !first.printed.vi.includes('%') ||
    !second.printed.vi.includes('%')
  )
    return years
  const gap = exactDifference(a.number, b.number)
  if (gap === '0') return [say.sameValue(), ...years]
  const name = ({ label, when }: typeof first): string =>
    first.label.vi === second.label.vi ? when[locale] : label[locale]
  const by = locale === 'vi' ? `${gap.replace('.', ',')} điểm phần trăm` : `${gap} percentage points`
  return [say.difference(name(first), name(second), by), ...years]
}

/** Without binary fractions: 99.7 − 99.5 is 0.2. */
export function exactDifference(a: string, b: string): string {
  const places = Math.max(...[a, b].map((number) => number.split('.')[1]?.length ?? 0))
  const scaled = (number: string): bigint => {
    const [whole = '0', fraction = ''] = number.split('.')
    return BigInt(whole + fraction.padEnd(places, '0'))
  }
  const gap = scaled(a) - scaled(b)
  const digits = (gap < 0n ? -gap : gap).toString().padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '')
  return fraction === '' ? whole : `${whole}.${fraction}`
}
