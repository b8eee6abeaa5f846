import type { ProgressRow } from '../domain/digest.ts'
import { renderRowLabel, renderRowValue } from '../i18n/row-text.ts'
import type { T } from '../i18n/texts.ts'

/** The figure of a row with its counts and reports, in one line. */
export function rowLine(t: T, row: ProgressRow): string {
  const { numerator, denominator, reported, expected } = row
  const counts = { numerator: numerator ?? '–', denominator: denominator ?? '–', reported, expected }
  return t('cli:progress.row', {
    ...{ label: renderRowLabel(t, row), value: renderRowValue(t, row, 'full') },
    ...counts,
  })
}
