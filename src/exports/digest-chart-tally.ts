import type { ProgressRow, TargetStatus } from '../domain/digest.ts'
import { rowStatus } from '../domain/digest-build.ts'
import type { T } from '../i18n/texts.ts'

const TALLIED = [
  { name: 'missed', statuses: ['missed'] },
  { name: 'not-yet', statuses: ['not-yet'] },
  { name: 'undecided', statuses: ['interval', 'no-data'] },
  { name: 'above-range', statuses: ['above-range'] },
  { name: 'words', statuses: ['words'] },
  { name: 'reached', statuses: ['reached'] },
] as const

/** Returns how many rows stand where, «5 chưa đạt», exceptions first; what no row is of is left out. */
export function tallyOf(
  t: T,
  rows: readonly ProgressRow[],
): readonly { readonly text: string; readonly status: TargetStatus }[] {
  const statuses = rows.map(rowStatus)
  return TALLIED.flatMap(({ name, statuses: counted }) => {
    const count = statuses.filter((status) => counted.some((each) => each === status)).length
    const [status] = counted
    return count === 0 ? [] : [{ text: t(`digest:chart.tally.${name}`, { count }), status }]
  })
}
