import type { ProgressRow } from '../../domain/digest.ts'
import { groupBy } from '../../domain/group-by.ts'
import { LEVELS } from '../../domain/level.ts'
import { discloseInGroup } from '../../domain/small-counts.ts'
import { weekNumber } from '../../i18n/digest-text.ts'
import type { T } from '../../i18n/texts.ts'
import type { DigestPart } from '../../usecases/list-parts.ts'
import { type MissingReports, readableRows } from '../../usecases/open-digest.ts'
import { detailData } from '../digest-links.ts'
import { shorten } from './caption-fit.ts'
import { changedLine } from './digest-caption-rows.ts'
import {
  BUTTON_LETTERS,
  type DetailFrame,
  headText,
  NAME_LETTERS,
  otherDetails,
  pageButtons,
  ROWS_A_PAGE,
  rowTexts,
} from './digest-frame.ts'
import { type Button, inRows, lines, type View } from './view.ts'

/** So many units on one page. */
const UNITS_A_PAGE = 25
const PARTS_A_PAGE = 15

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
