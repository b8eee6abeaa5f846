import type { Digest, JudgedTarget, Progress, ProgressRow, TargetStatus } from './digest.ts'
import { compareDecimals } from './figures.ts'

/** Where a row stands: its floor judges it, else its aim. */
export const rowStatus = (row: ProgressRow): TargetStatus => (row.floor ?? row.aim)?.status ?? 'no-data'

/** missed: a floor is not held. not-yet: an aim is ahead. undecided: figures are lacking, or nothing but words judges. */
export type RowGroup = 'missed' | 'not-yet' | 'reached' | 'undecided'

/** A floor that holds with an aim still ahead counts as not yet: there is something left to do. */
export function rowGroup(row: ProgressRow): RowGroup {
  const status = rowStatus(row)
  if (status === 'missed' || status === 'not-yet') return status
  if (status !== 'reached' && status !== 'above-range') return 'undecided'
  return row.aim?.status === 'not-yet' ? 'not-yet' : 'reached'
}

/** Exceptions first, then what is still open, then what is done; last what no figure tells. */
function urgency(row: ProgressRow): number {
  if (rowStatus(row) === 'no-data') return 4
  if (rowStatus(row) === 'words') return 5
  return ['missed', 'not-yet', 'undecided', 'reached'].indexOf(rowGroup(row))
}

/** Returns the rows exceptions first, among equals the farthest from its target first; ties keep the plan's order. */
export const worstFirst = (rows: readonly ProgressRow[]): readonly ProgressRow[] =>
  rows
    .map((row, place) => ({ row, place, urgency: urgency(row), gap: gapOf(row) }))
    .sort((a, b) => a.urgency - b.urgency || b.gap - a.gap || a.place - b.place)
    .map(({ row }) => row)

/** Returns how the value stands to a target: 1 is on it, below 1 is worse. Missing: undefined without a value or a number. */
export function ratioToTarget(
  row: ProgressRow,
  value: string | null,
  target: JudgedTarget | undefined,
): number | undefined {
  if (value === null || target?.number === undefined) return undefined
  const [reached, wanted] = [Number(value), Number(target.number)]
  if (reached === wanted) return 1
  const [over, under] = row.direction === 'up' ? [reached, wanted] : [wanted, reached]
  return under === 0 ? Number.POSITIVE_INFINITY : over / under
}

/** The target that a row is read against: the floor while it is missed or undecided, else the aim. */
const nearestTarget = (row: ProgressRow): JudgedTarget | undefined =>
  row.floor !== undefined && row.floor.status !== 'reached' ? row.floor : (row.aim ?? row.floor)

/** The figure, or the least it can be. */
export const knownValue = (row: ProgressRow): string | null => row.value ?? row.interval?.low ?? null

const gapOf = (row: ProgressRow): number => 1 - (ratioToTarget(row, knownValue(row), nearestTarget(row)) ?? 1)

/** What a digest leaves behind for the next one to compare with; plain JSON. */
export interface DigestSnapshot {
  readonly week: string
  readonly period: string
  readonly reported: number
  readonly accepted: number
  readonly waiting: number
  readonly returned: number
  /** By row key: the figure, or the least it can be, and its status. */
  readonly rows: Readonly<Record<string, readonly [value: string | null, status: TargetStatus]>>
}

/** Names a row among those of its plan, the same from week to week. */
export const rowKey = (row: Pick<ProgressRow, 'indicator' | 'levels'>): string =>
  [row.indicator, ...row.levels].join(' ')

/** Returns the digest's snapshot. */
export const takeSnapshot = (digest: Digest): DigestSnapshot => ({
  week: digest.week,
  period: digest.period,
  reported: digest.reported,
  accepted: digest.accepted,
  waiting: digest.toDecide.waiting,
  returned: digest.toDecide.returned,
  rows: Object.fromEntries(digest.rows.map((row) => [rowKey(row), [knownValue(row), rowStatus(row)]])),
})

/** Deadlines nearer than this keep a week from being quiet. */
const QUIET_DAYS = 28

/**
 * Returns the week's message: rows exceptions first, what changed against the last digest's snapshot, whether it is quiet.
 * Missing: without `previous`, or with one of another period, nothing is compared and the week is not quiet.
 */
export function assembleDigest(
  progress: Progress,
  frame: Pick<Digest, 'week' | 'from' | 'to' | 'deadlines' | 'toDecide' | 'below'>,
  previous: DigestSnapshot | undefined,
): Digest {
  const rows = worstFirst(progress.rows)
  const before = previous?.period === progress.period ? previous : undefined
  const changed = before === undefined ? [] : listChanged(rows, before)
  const { unit, asOf, period, expected, reported, accepted } = progress
  const groups = rows.map(rowGroup)
  const inGroup = (...wanted: readonly RowGroup[]) =>
    rows.filter((_, place) => wanted.includes(groups[place] ?? 'undecided'))
  return {
    ...frame,
    unit,
    asOf,
    period,
    expected,
    reported,
    accepted,
    rows,
    changed,
    ...(before === undefined ? {} : { change: countChange(progress, before) }),
    behind: inGroup('missed', 'not-yet'),
    reached: inGroup('reached'),
    undecided: inGroup('undecided'),
    isQuiet: before !== undefined && changed.length === 0 && isQuiet(progress, frame, before),
  }
}

const listChanged = (rows: readonly ProgressRow[], before: DigestSnapshot): Digest['changed'] =>
  rows.flatMap((row) => {
    const then = before.rows[rowKey(row)]
    if (then === undefined) return []
    const isSame = isSameValue(then[0], knownValue(row)) && then[1] === rowStatus(row)
    return isSame ? [] : [{ row, before: then[0] }]
  })

const isSameValue = (left: string | null, right: string | null): boolean =>
  left === null || right === null ? left === right : compareDecimals(left, right) === 0

const countChange = (progress: Progress, before: DigestSnapshot): NonNullable<Digest['change']> => ({
  reported: progress.reported - before.reported,
  accepted: progress.accepted - before.accepted,
  since: before.week,
})

const isQuiet = (
  progress: Progress,
  { deadlines, toDecide }: Pick<Digest, 'deadlines' | 'toDecide'>,
  before: DigestSnapshot,
): boolean =>
  progress.reported === before.reported &&
  progress.accepted === before.accepted &&
  toDecide.waiting === before.waiting &&
  toDecide.returned === before.returned &&
  !deadlines.some(({ daysLeft }) => daysLeft >= 0 && daysLeft <= QUIET_DAYS)
