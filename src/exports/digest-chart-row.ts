import type { JudgedTarget, ProgressRow, TargetStatus } from '../domain/digest.ts'
import { ratioToTarget, rowStatus } from '../domain/digest-build.ts'
import { renderNumber } from '../domain/render-value.ts'
import { discloseInGroup } from '../domain/small-counts.ts'
import {
  renderJudged,
  renderNeeded,
  renderNext,
  renderRowLabel,
  renderRowValue,
  renderStatus,
} from '../i18n/row-text.ts'
import type { T } from '../i18n/texts.ts'

/** Places on the row's scale: 1 is the target it is read against, less is worse whatever the direction. */
export interface RowMarks {
  readonly value?: number
  readonly floor?: number
  readonly aim?: number
  /** Least and most the value can become while reports are missing. */
  readonly possible?: readonly [low: number, high: number]
}

/** A row as it is drawn: texts and places, nothing about px. */
export interface ChartRow {
  readonly label: string
  readonly value: string
  readonly status: TargetStatus
  readonly judged: string
  /** Lines of less weight: what is needed, the next target. */
  readonly notes: readonly string[]
  readonly marks: RowMarks
}

/**
 * Returns the row for a picture that everybody in a group sees: what points at one school or pupil is neither said nor placed.
 * `isPartial`: reports are missing, so a count that does not depend on them says whose it is.
 */
export function toChartRow(t: T, row: ProgressRow, isPartial: boolean): ChartRow {
  const disclosure = discloseInGroup(row)
  const judging = row.floor ?? row.aim
  const isShown = disclosure === 'full' || disclosure === 'rate'
  return {
    label: renderRowLabel(t, row),
    value: renderRowValue(t, row, disclosure),
    status: rowStatus(row),
    judged: judging === undefined ? renderStatus(t, 'no-data') : renderJudged(t, judging),
    notes: [
      ...(disclosure === 'few' ? [t('digest:chart.few')] : []),
      ...(disclosure === 'full' ? renderAims(t, row, judging) : []),
      ...renderBasis(t, row, judging, isPartial),
    ],
    marks: isShown ? placeMarks(row, judging) : placeTargets(row, judging),
  }
}

function renderAims(t: T, row: ProgressRow, judging: JudgedTarget | undefined): readonly string[] {
  const needed = judging === undefined ? undefined : renderNeeded(t, row, judging)
  const isSaid = row.aim === judging || row.aim?.printed[t.locale] === judging?.printed[t.locale]
  const next = row.aim === undefined || isSaid ? undefined : renderNext(t, row, row.aim)
  return [needed, next].filter((note) => note !== undefined)
}

/** What a figure rests on, where it would be taken for more or for less: an interval says by itself that reports are missing. */
function renderBasis(
  t: T,
  { source, unit, value, reported, expected }: ProgressRow,
  judging: JudgedTarget | undefined,
  isPartial: boolean,
): readonly string[] {
  if (value === null) return []
  const reports = {
    reported: renderNumber(String(reported), t.locale),
    expected: renderNumber(String(expected), t.locale),
  }
  return [
    ...(judging?.status === 'no-data' ? [t('digest:chart.no-baseline')] : []),
    ...(isPartial && source === 'own' && unit === 'percent' ? [t('digest:chart.own')] : []),
    ...(source === 'below' && reported < expected ? [t('digest:chart.partial', reports)] : []),
  ]
}

function placeMarks(row: ProgressRow, judging: JudgedTarget | undefined): RowMarks {
  const place = (value: string | null) => ratioToTarget(row, value, judging)
  const value = row.interval === undefined ? place(row.value) : undefined
  const ends = row.interval === undefined ? [] : [place(row.interval.low), place(row.interval.high)]
  const [low, high] = ends
  return {
    ...placeTargets(row, judging),
    ...(value === undefined ? {} : { value }),
    ...(low === undefined || high === undefined
      ? {}
      : { possible: [Math.min(low, high), Math.max(low, high)] as const }),
  }
}

function placeTargets(row: ProgressRow, judging: JudgedTarget | undefined): RowMarks {
  const place = (target: JudgedTarget | undefined) => ratioToTarget(row, target?.number ?? null, judging)
  const [floor, aim] = [place(row.floor), place(row.aim)]
  return { ...(floor === undefined ? {} : { floor }), ...(aim === undefined ? {} : { aim }) }
}
