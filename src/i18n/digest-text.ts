import type { Digest } from '../domain/digest.ts'
import { toLocalDate } from '../domain/local-date.ts'
import { getPeriod } from '../domain/period.ts'
import { formatPeriod } from '../domain/period-text.ts'
import { renderDate, renderNumber } from '../domain/render-value.ts'
import type { T } from './texts.ts'

/** Returns the number of an ISO week: 50 of `2026-W50`. */
export const weekNumber = (week: string): number => Number(week.slice(week.indexOf('W') + 1))

/** Returns «Tuần 50 · 7/12/2026–13/12/2026». */
export const renderWeek = (t: T, { week, from, to }: Digest): string =>
  t('digest:week', {
    week: weekNumber(week),
    from: renderDate(toLocalDate(from), t.locale),
    to: renderDate(toLocalDate(to), t.locale),
  })

/** Returns as of when and for which period. `asOf` has the local time first, so that nothing must know the zone here. */
export const renderAsOf = (t: T, { asOf, period }: Digest): string =>
  t('digest:as-of', {
    time: asOf.slice(11, 16),
    date: renderDate(toLocalDate(asOf.slice(0, 10)), t.locale),
    period: formatPeriod(getPeriod(period), t.locale),
  })

/** Returns how many reports there are; and that figures are provisional, until all that is expected is accepted. */
export function renderReports(t: T, { expected, reported, accepted }: Digest): string {
  if (expected === 0) return t('digest:no-reports')
  return t(accepted < expected ? 'digest:reports-provisional' : 'digest:reports', {
    expected: renderNumber(expected, t.locale),
    reported: renderNumber(reported, t.locale),
    accepted: renderNumber(accepted, t.locale),
    missing: renderNumber(expected - reported, t.locale),
  })
}
