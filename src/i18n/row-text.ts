import type { JudgedTarget, ProgressRow, TargetStatus } from '../domain/digest.ts'
import { renderNumber, renderPercent } from '../domain/render-value.ts'
import { type Disclosure, SMALL_COUNT } from '../domain/small-counts.ts'
import type { T } from './texts.ts'

/** Returns the row's short name, with its levels where the name does not say them. */
export function renderRowLabel(t: T, row: ProgressRow): string {
  const label = row.shortLabel[t.locale]
  const names = row.levels.map((level) => t(`common:level.${level}`))
  const level = new Intl.ListFormat(t.locale, { type: 'conjunction' }).format(names)
  const isSaid = names.every((name) => label.toLowerCase().includes(name.toLowerCase()))
  return isSaid ? label : t('digest:row.label', { label, level })
}

/** Returns the value reached with its counts: «18/21 trường · 85,7%»; what `disclosure` hides is not in it. */
export function renderRowValue(t: T, row: ProgressRow, disclosure: Disclosure): string {
  if (row.value === null && row.interval === undefined) return t('common:missing')
  if (disclosure === 'none') return t('digest:value.hidden')
  if (disclosure === 'few') return renderFew(t, row)
  if (row.value === null) return renderInterval(t, row)
  const { numerator, denominator } = row
  const isBare = row.unit !== 'percent' || disclosure === 'rate' || numerator === null || denominator === null
  return isBare ? renderFigure(t, row, row.value) : renderShare(t, row, row.value, numerator, denominator)
}

/** Returns a figure of the row's kind without counts: «85,7%», «mức độ 3», «hạng 7/30». */
export function renderFigure(t: T, row: ProgressRow, value: string): string {
  const number = renderNumber(value, t.locale)
  switch (row.unit) {
    case 'percent':
      return renderPercent(value, t.locale)
    case 'score':
    case 'points':
      return t('digest:value.score', { number })
    case 'level':
      return t('digest:value.level', { number })
    case 'rank':
      return renderRank(t, row, number)
    case 'yes-no':
      return value === '0' ? t('common:no') : t('common:yes')
    default:
      return renderCounted(t, row, number)
  }
}

/** Returns the status in a word or two: «Chưa đạt». */
export const renderStatus = (t: T, status: TargetStatus): string => t(`digest:status.${status}`)

/** Returns where the figure stands to a target: «Chưa đạt mốc 2025: 95%»; without a year where the plan prints none. */
export function renderJudged(t: T, target: JudgedTarget): string {
  const printed = target.printed[t.locale]
  return target.isDated
    ? t(`digest:judged.${target.status}`, { due: target.due[t.locale], printed })
    : t(`digest:judged-undated.${target.status}`, { printed })
}

/** Returns what is still to be done, «Cần thêm 1 trường»; undefined where nothing is, or it cannot be counted. */
export const renderNeeded = (t: T, row: ProgressRow, target: JudgedTarget): string | undefined =>
  isNeeded(row, target) ? t(`digest:needed.${row.direction}`, neededParams(t, row, target)) : undefined

/** Returns the next target for one already judged by an earlier one: «Mốc 2030: 90,48%, cần thêm 1 trường». */
export function renderNext(t: T, row: ProgressRow, aim: JudgedTarget): string {
  const due = aim.due[t.locale]
  const printed = aim.printed[t.locale]
  if (!aim.isDated) return renderJudged(t, aim)
  return isNeeded(row, aim)
    ? t(`digest:next-needed.${row.direction}`, { due, printed, ...neededParams(t, row, aim) })
    : t('digest:next', { due, printed })
}

const isNeeded = (
  row: ProgressRow,
  target: JudgedTarget,
): target is JudgedTarget & { readonly needed: number } =>
  target.needed !== undefined && target.needed > 0 && row.countedAs.vi !== ''

const neededParams = (t: T, row: ProgressRow, target: JudgedTarget & { readonly needed: number }) => ({
  needed: renderNumber(String(target.needed), t.locale),
  counted: row.countedAs[t.locale],
})

function renderShare(t: T, row: ProgressRow, value: string, numerator: string, denominator: string): string {
  const { locale } = t
  const counts = {
    numerator: renderNumber(numerator, locale),
    denominator: renderNumber(denominator, locale),
  }
  const counted = row.countedAs[locale]
  const percent = renderPercent(value, locale)
  return counted === ''
    ? t('digest:value.share-bare', { ...counts, percent })
    : t('digest:value.share', { ...counts, counted, percent })
}

/** What is known while units are missing: those with a yes, and the least and most the figure can become. */
function renderInterval(t: T, row: ProgressRow): string {
  const low = row.interval?.low ?? '0'
  const high = row.interval?.high ?? low
  // «51,6–98,4%»: the ends of what is possible need no second place.
  const ends = {
    low: renderNumber(low, t.locale, 1),
    high: row.unit === 'percent' ? renderPercent(high, t.locale, 1) : renderFigure(t, row, high),
  }
  if (row.numerator === null || row.denominator === null) return t('digest:value.between', ends)
  return t('digest:value.interval', {
    ...ends,
    numerator: renderNumber(row.numerator, t.locale),
    denominator: renderNumber(row.denominator, t.locale),
    counted: row.countedAs[t.locale],
  })
}

function renderFew(t: T, row: ProgressRow): string {
  const counted = row.countedAs[t.locale]
  return counted === ''
    ? t('digest:value.few-bare', { most: SMALL_COUNT - 1 })
    : t('digest:value.few', { most: SMALL_COUNT - 1, counted })
}

function renderCounted(t: T, row: ProgressRow, number: string): string {
  const counted = row.countedAs[t.locale]
  return counted === '' ? number : t('digest:value.counted', { number, counted })
}

const renderRank = (t: T, row: ProgressRow, number: string): string =>
  row.denominator === null
    ? t('digest:value.rank', { number })
    : t('digest:value.rank-of', { number, of: renderNumber(row.denominator, t.locale) })
