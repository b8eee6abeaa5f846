import type { ProgressRow } from '../../domain/digest.ts'
import { groupBy } from '../../domain/group-by.ts'
import { LEVELS } from '../../domain/level.ts'
import { getPeriod } from '../../domain/period.ts'
import { formatPeriod } from '../../domain/period-text.ts'
import { discloseInGroup } from '../../domain/small-counts.ts'
import { renderAsOf, weekNumber } from '../../i18n/digest-text.ts'
import { renderFigure, renderRowLabel } from '../../i18n/row-text.ts'
import type { T } from '../../i18n/texts.ts'
import type { DigestPart } from '../../usecases/list-parts.ts'
import {
  type DigestSubject,
  type MissingReports,
  type OpenedDigest,
  readableRows,
  type SeriesPoint,
} from '../../usecases/open-digest.ts'
import { type DigestDetail, detailData } from '../digest-links.ts'
import { shorten } from './caption-fit.ts'
import { changedLine, rowLine } from './digest-caption-rows.ts'
import { progressRows } from './progress.ts'
import { type Button, inRows, lines, type View } from './view.ts'

/** So many rows, units or choices on one page. */
const ROWS_A_PAGE = 10
const UNITS_A_PAGE = 25
const PARTS_A_PAGE = 15
const NAME_LETTERS = 90
const BUTTON_LETTERS = 40

/** A detail being shown: of which digest, and whose. */
export interface DetailFrame {
  readonly t: T
  readonly subject: DigestSubject
  readonly opened: OpenedDigest
}

/** The rows of one school level at a time, with its reports; the other levels are buttons. */
export function levelsView(frame: DetailFrame, chosen: number, page: number): View {
  const { t, subject, opened } = frame
  const groups = groupByLevels(readableRows(opened))
  const rows = groups[chosen] ?? groups[0] ?? []
  const [first] = rows
  const shown = rows.slice(page * ROWS_A_PAGE, (page + 1) * ROWS_A_PAGE)
  const others = groups.flatMap((group, index): Button[] =>
    group === rows || group[0] === undefined
      ? []
      : [
          {
            text: shorten(levelText(t, group[0]), BUTTON_LETTERS),
            data: detailData('levels', subject, index, 0),
          },
        ],
  )
  return {
    text: lines(
      headText(frame),
      first && t.html('detail:level', { level: levelText(t, first) }),
      first && t('detail:reports', counts(first)),
      ...rowTexts(frame, shown),
    ),
    buttons: [
      pageButtons(t, page, rows.length, ROWS_A_PAGE, (next) => detailData('levels', subject, chosen, next)),
      ...inRows(others, 2),
      ...otherDetails(frame, 'levels'),
    ],
  }
}

/** Rows of the same levels together: each level, then levels taken together, then all. */
function groupByLevels(rows: readonly ProgressRow[]): readonly (readonly ProgressRow[])[] {
  const place = ([first]: readonly ProgressRow[]): number => {
    const [level, ...others] = first?.levels ?? []
    if (level === undefined) return 2 * LEVELS.length
    return LEVELS.indexOf(level) + (others.length > 0 ? LEVELS.length : 0)
  }
  return [...groupBy(rows, ({ levels }) => levels.join(' ')).values()].sort((a, b) => place(a) - place(b))
}

/** Who has not reported: by name for those who chase them and for the unit itself, else only how many. */
export function missingView(frame: DetailFrame, { units, isWhole }: MissingReports, page: number): View {
  const { t, subject, opened } = frame
  const { expected, reported } = opened.digest
  const first = page * UNITS_A_PAGE
  return {
    text: lines(
      headText(frame),
      t('detail:missing.count', { missing: expected - reported, expected }),
      isWhole ? undefined : t('detail:missing.own-only'),
      '',
      ...units.slice(first, first + UNITS_A_PAGE).map(({ unit, state }, index) =>
        t.html('detail:missing.row', {
          number: first + index + 1,
          unit: shorten(unit.name, NAME_LETTERS),
          state: state === undefined ? t('forms:owed.not-begun') : t(`common:state.${state}`),
        }),
      ),
    ),
    buttons: [
      pageButtons(t, page, units.length, UNITS_A_PAGE, (next) => detailData('missing', subject, next)),
      isWhole && units.length > 0 ? [{ text: t('common:command.dondoc'), data: 'm:dondoc' }] : [],
      ...otherDetails(frame, 'missing'),
    ],
  }
}

/** What has changed since the group's last digest. */
export function changedView(frame: DetailFrame, page: number): View {
  const { t, subject, opened } = frame
  const { change, changed } = opened.digest
  const readable = readableRows(opened)
  const visible = changed.filter(({ row }) => readable.includes(row))
  const shown = visible.slice(page * ROWS_A_PAGE, (page + 1) * ROWS_A_PAGE)
  return {
    text: lines(
      headText(frame),
      change === undefined
        ? t('detail:changed.first')
        : t('detail:changed.since', { since: weekNumber(change.since), count: visible.length }),
      change && t('detail:changed.reports', { reported: change.reported, accepted: change.accepted }),
      '',
      ...shown.map(({ row, before }) =>
        changedLine(t, row, before, opened.disclosure === 'full' ? 'full' : discloseInGroup(row)),
      ),
    ),
    buttons: [
      pageButtons(t, page, visible.length, ROWS_A_PAGE, (next) => detailData('changed', subject, next)),
      ...otherDetails(frame, 'changed'),
    ],
  }
}

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

/** The units a unit is made of, by name, each with its reports; no ranking. */
export function partsView(frame: DetailFrame, parts: readonly DigestPart[], page: number): View {
  const { t, subject } = frame
  const shown = parts.slice(page * PARTS_A_PAGE, (page + 1) * PARTS_A_PAGE)
  return {
    text: lines(
      headText(frame),
      parts.length === 0 ? t('detail:parts.none') : undefined,
      ...shown.map(({ unit, missed, ...part }) =>
        lines(
          '',
          t.html('detail:parts.unit', { unit: shorten(unit.name, NAME_LETTERS) }),
          t('detail:reports', counts(part)),
          missed > 0 ? t('detail:parts.missed', { count: missed }) : undefined,
        ),
      ),
    ),
    buttons: [
      pageButtons(t, page, parts.length, PARTS_A_PAGE, (next) => detailData('parts', subject, next)),
      ...otherDetails(frame, 'parts'),
    ],
  }
}

const headText = ({ t, opened: { digest } }: DetailFrame): string =>
  lines(
    t.html('detail:title', { unit: shorten(digest.unit.name, NAME_LETTERS), week: weekNumber(digest.week) }),
    renderAsOf(t, digest),
  )

const counts = ({
  reported,
  expected,
  accepted,
}: Pick<DigestPart, 'reported' | 'expected' | 'accepted'>) => ({
  ...{ reported, expected, accepted },
  missing: expected - reported,
})

const levelText = (t: T, { levels }: ProgressRow): string =>
  levels.length === 0 ? t('detail:all-levels') : levels.map((level) => t(`common:level.${level}`)).join(', ')

const rowTexts = ({ t, opened }: DetailFrame, rows: readonly ProgressRow[]): readonly string[] =>
  opened.disclosure === 'full' ? progressRows(t, rows) : rows.map((row) => `\n${rowLine(t, row)}`)

function pageButtons(
  t: T,
  page: number,
  total: number,
  size: number,
  dataOf: (page: number) => string,
): Button[] {
  return [
    ...(page > 0 ? [{ text: t('groups:list.previous'), data: dataOf(page - 1) }] : []),
    ...((page + 1) * size < total ? [{ text: t('groups:list.next'), data: dataOf(page + 1) }] : []),
  ]
}

/** The ways to the other details. */
function otherDetails(
  { t, subject, opened }: DetailFrame,
  current: DigestDetail,
): readonly (readonly Button[])[] {
  const others = detailsOf(opened.digest.below !== undefined).filter((each) => each !== current)
  return inRows(
    others.map((each) => ({ text: t(`detail:button.${each}`), data: detailData(each, subject) })),
    2,
  )
}

/** What there is to open behind a digest. */
export const detailsOf = (hasParts: boolean): readonly DigestDetail[] => [
  ...(['levels', 'missing', 'changed', 'series'] as const),
  ...(hasParts ? (['parts'] as const) : []),
]
