import type { Progress, ProgressRow } from '../domain/digest.ts'
import { previousPeriod } from '../domain/period.ts'
import { getProgress, type ProgressDeps, type ProgressInput } from './get-progress.ts'

/** Returns where a unit stands, each row with the figure of the period before where both are known. Throws as `getProgress`. */
export async function compareProgress(deps: ProgressDeps, input: ProgressInput): Promise<Progress> {
  const now = await getProgress(deps, input)
  const period = previousPeriod(input.period)
  const then = await getProgress(deps, { ...input, period })
  const figures = new Map(then.rows.map((row) => [keyOf(row), row.value]))
  return {
    ...now,
    rows: now.rows.map((row) => {
      const value = figures.get(keyOf(row)) ?? null
      return row.value === null || value === null ? row : { ...row, before: { period, value } }
    }),
  }
}

const keyOf = ({ indicator, levels }: ProgressRow): string => [indicator, ...levels].join(' ')
