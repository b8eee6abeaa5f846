import type { Progress, ProgressRow } from '../../domain/digest.ts'
import { rowGroup, worstFirst } from '../../domain/digest-build.ts'
import type { UnitView } from '../../domain/org-unit.ts'
import { getPeriod, periodEnd, previousPeriod } from '../../domain/period.ts'
import { formatPeriod } from '../../domain/period-text.ts'
import { renderChange } from '../../i18n/change-text.ts'
import { escapeHtml } from '../../i18n/escape-html.ts'
import { renderJudged, renderNext, renderRowLabel, renderRowValue } from '../../i18n/row-text.ts'
import type { T } from '../../i18n/texts.ts'
import { type Button, lines, type View } from './view.ts'

const MARKS = { missed: '▼', 'not-yet': '○', undecided: '–', reached: '●' } as const
const SHOWN = 12

/** A unit against each target, exceptions first, a page at a time. */
export function progressView(t: T, progress: Progress, from = 0): View {
  const rows = worstFirst(progress.rows).slice(from)
  const next = from + SHOWN
  return {
    text: lines(
      t.html('forms:progress.title', {
        unit: progress.unit.name,
        period: formatPeriod(getPeriod(progress.period), t.locale),
      }),
      t('digest:reports', {
        reported: progress.reported,
        expected: progress.expected,
        accepted: progress.accepted,
        missing: progress.expected - progress.reported,
      }),
      ...progressRows(t, rows),
      t.html('forms:progress.source', { plan: progress.plan }),
      progress.view === 'now' ? t('forms:progress.as-now') : undefined,
    ),
    buttons: [
      rows.length > SHOWN ? [{ text: t('common:button.more'), data: dataOf(progress, { from: next }) }] : [],
      otherViews(t, progress),
    ],
  }
}

interface Shown {
  readonly period?: string
  readonly from?: number
  readonly view?: UnitView
}

const dataOf = (progress: Progress, { period = progress.period, from = 0, view = progress.view }: Shown) =>
  `p:${period}:${from}:${progress.unit.code}:${view}`

/** The period before and, of a period that is over, the same reports by the other links. */
function otherViews(t: T, progress: Progress): readonly Button[] {
  const period = getPeriod(progress.period)
  const before = previousPeriod(period)
  const view = progress.view === 'now' ? 'then' : 'now'
  const other = { text: t(`forms:progress.button.${view}`), data: dataOf(progress, { view }) }
  return [
    { text: formatPeriod(before, t.locale), data: dataOf(progress, { period: before }) },
    ...(periodEnd(period) < progress.asOf ? [other] : []),
  ]
}

/** Rows with value, the floor they are judged by and the next aim. */
export function progressRows(t: T, rows: readonly ProgressRow[]): readonly string[] {
  const shown = rows
    .slice(0, SHOWN)
    .map((row) =>
      lines(
        '',
        `${MARKS[rowGroup(row)]} <b>${escapeHtml(renderRowLabel(t, row))}</b>: ${escapeHtml(renderRowValue(t, row, 'full'))}`,
        row.before && `   ${escapeHtml(renderChange(t, row, row.before))}`,
        row.floor && `   ${escapeHtml(renderJudged(t, row.floor))}`,
        row.aim && `   ${escapeHtml(renderNext(t, row, row.aim))}`,
      ),
    )
  return rows.length > SHOWN
    ? [...shown, '', t('forms:progress.more', { count: rows.length - SHOWN })]
    : shown
}
