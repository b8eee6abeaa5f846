import type { ProgressRow } from '../../domain/digest.ts'
import { getPeriod } from '../../domain/period.ts'
import { formatPeriod } from '../../domain/period-text.ts'
import { discloseInGroup } from '../../domain/small-counts.ts'
import { weekNumber } from '../../i18n/digest-text.ts'
import { renderFigure, renderRowLabel } from '../../i18n/row-text.ts'
import { type OpenedDigest, readableRows, type SeriesPoint } from '../../usecases/open-digest.ts'
import { detailData } from '../digest-links.ts'
import { shorten } from './caption-fit.ts'
import {
  BUTTON_LETTERS,
  type DetailFrame,
  headText,
  otherDetails,
  pageButtons,
  ROWS_A_PAGE,
  rowTexts,
} from './digest-frame.ts'
import { type Button, lines, type View } from './view.ts'

/** Which indicator to look at over time. */
export function seriesChoiceView(frame: DetailFrame, page: number): View {
  const { t, subject } = frame
  const rows = rowsOverTime(frame.opened)
  const first = page * ROWS_A_PAGE
  return {
    text: lines(headText(frame), t('detail:series.which')),
    buttons: [
      ...rows.slice(first, first + ROWS_A_PAGE).map((row, index): Button[] => [
        {
          text: shorten(renderRowLabel(t, row), BUTTON_LETTERS),
          data: detailData('series', subject, page, first + index),
        },
      ]),
      pageButtons(t, page, rows.length, ROWS_A_PAGE, (next) => detailData('series', subject, next)),
      ...otherDetails(frame, 'series'),
    ],
  }
}

/** The rows whose figures may be followed: in a group no small counts, whose differences would tell. */
export const rowsOverTime = (opened: OpenedDigest): readonly ProgressRow[] =>
  readableRows(opened).filter((row) => opened.disclosure === 'full' || discloseInGroup(row) !== 'few')

/** One indicator in earlier periods, then week by week. */
export function seriesView(
  frame: DetailFrame,
  row: ProgressRow,
  points: readonly SeriesPoint[],
  page: number,
): View {
  const { t, subject } = frame
  return {
    text: lines(
      headText(frame),
      t.html('detail:series.title', { label: renderRowLabel(t, row) }),
      '',
      ...points.map(({ value, at }) =>
        t.html('detail:series.point', {
          at:
            'week' in at
              ? t('detail:series.week', { week: weekNumber(at.week) })
              : formatPeriod(getPeriod(at.period), t.locale),
          value: value === null ? t('common:missing') : renderFigure(t, row, value),
        }),
      ),
      '',
      ...rowTexts(frame, [row]),
    ),
    buttons: [
      [{ text: t('detail:series.back'), data: detailData('series', subject, page) }],
      ...otherDetails(frame, 'series'),
    ],
  }
}
