import type { ProgressRow } from '../../domain/digest.ts'
import { type Disclosure, discloseInGroup } from '../../domain/small-counts.ts'
import {
  renderFigure,
  renderJudged,
  renderNeeded,
  renderRowLabel,
  renderRowValue,
  renderStatus,
} from '../../i18n/row-text.ts'
import type { T } from '../../i18n/texts.ts'
import { shorten } from './caption-fit.ts'

const LABEL_LETTERS = 60
const TEXT_LETTERS = 70

/** Returns a row for a group: name, figure, where it stands, what is still to do. */
export function rowLine(t: T, row: ProgressRow): string {
  const disclosure = discloseInGroup(row)
  const params = {
    label: shorten(renderRowLabel(t, row), LABEL_LETTERS),
    value: shorten(renderRowValue(t, row, disclosure), TEXT_LETTERS),
    judged: shorten(judgedOf(t, row), TEXT_LETTERS),
  }
  const target = openTarget(row)
  const needed = target === undefined || disclosure !== 'full' ? undefined : renderNeeded(t, row, target)
  return needed === undefined
    ? t.html('digest:caption.row', params)
    : t.html('digest:caption.row-needed', { ...params, needed: shorten(needed, TEXT_LETTERS) })
}

/** Returns what changed in a row for a group. Where counts are hidden, the figure before is too: their difference would tell. */
export function changedLine(
  t: T,
  row: ProgressRow,
  before: string | null,
  disclosure: Disclosure = discloseInGroup(row),
): string {
  if (disclosure === 'few') return rowLine(t, row)
  const label = shorten(renderRowLabel(t, row), LABEL_LETTERS)
  const after = shorten(renderRowValue(t, row, disclosure), TEXT_LETTERS)
  if (before === null) return t.html('digest:caption.changed-new', { label, after })
  const then = shorten(renderFigure(t, row, before), TEXT_LETTERS)
  const now = row.value === null ? after : renderFigure(t, row, row.value)
  return now === then ? rowLine(t, row) : t.html('digest:caption.changed-row', { label, before: then, after })
}

/** The target there is something left to do for: a floor that is not held, else the aim. */
const openTarget = (row: ProgressRow) =>
  row.floor !== undefined && row.floor.status !== 'reached' ? row.floor : (row.aim ?? row.floor)

function judgedOf(t: T, row: ProgressRow): string {
  const target = openTarget(row)
  return target === undefined ? renderStatus(t, 'no-data') : renderJudged(t, target)
}
