import type { ProgressRow } from '../domain/digest.ts'
import { compareDecimals, subtractDecimals } from '../domain/figures.ts'
import { getPeriod } from '../domain/period.ts'
import { formatPeriod } from '../domain/period-text.ts'
import { renderNumber } from '../domain/render-value.ts'
import { renderFigure } from './row-text.ts'
import type { T } from './texts.ts'

/** Figures that are not counted up and down: the one before is told as it was. */
const NOT_MEASURED = ['rank', 'level', 'yes-no', 'text']
const SHOWN_PLACES = 2

/** Returns what has changed since the period before: «Tăng 2,3 điểm % so với năm 2025 (90,6%)». */
export function renderChange(t: T, row: ProgressRow, then: NonNullable<ProgressRow['before']>): string {
  const period = formatPeriod(getPeriod(then.period), t.locale)
  const before = renderFigure(t, row, then.value)
  if (row.value === null || NOT_MEASURED.includes(row.unit)) return t('digest:change.was', { period, before })
  const moved = compareDecimals(row.value, then.value)
  if (moved === 0) return t('digest:change.same', { period })
  const difference = subtractDecimals(moved > 0 ? row.value : then.value, moved > 0 ? then.value : row.value)
  const by = renderNumber(difference, t.locale, SHOWN_PLACES)
  const kind = row.unit === 'percent' ? 'points' : 'plain'
  return t(`digest:change.${moved > 0 ? 'up' : 'down'}-${kind}`, { by, period, before })
}
