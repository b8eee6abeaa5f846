import { systemScope } from '../domain/access.ts'
import type { OrgUnitId } from '../domain/brand.ts'
import type { Progress } from '../domain/digest.ts'
import { rowGroup } from '../domain/digest-build.ts'
import { DomainError } from '../domain/errors.ts'
import { localDateOf } from '../domain/local-date.ts'
import type { Period } from '../domain/period.ts'
import { getProgress, type ProgressDeps } from './get-progress.ts'

/** One of the units a unit is made of, as its own digest shows it. */
export interface DigestPart extends Pick<Progress, 'unit' | 'expected' | 'reported' | 'accepted'> {
  /** Indicators that do not hold their floor. */
  readonly missed: number
}

/** Returns the units other than schools that report to the unit, by name, never by rank; empty of one that only has schools. */
export async function listParts(
  deps: ProgressDeps,
  unit: OrgUnitId,
  period: Period,
  now: Date,
): Promise<readonly DigestPart[]> {
  const parts = await deps.units.listParts(systemScope, unit, localDateOf(now, deps.timeZone))
  return Promise.all(
    parts.map(async (part) => {
      const progress = await progressOrNothing(deps, part.id, period, now)
      const { expected = 0, reported = 0, accepted = 0, rows = [] } = progress ?? {}
      const missed = rows.filter((row) => rowGroup(row) === 'missed').length
      return { unit: { code: part.code, name: part.name }, expected, reported, accepted, missed }
    }),
  )
}

/** A unit of no plan has nothing to report. */
async function progressOrNothing(
  deps: ProgressDeps,
  unit: OrgUnitId,
  period: Period,
  now: Date,
): Promise<Progress | undefined> {
  try {
    return await getProgress(deps, { scope: systemScope, unit, period, now })
  } catch (error) {
    if (error instanceof DomainError && error.code === 'plan-not-found') return undefined
    throw error
  }
}

/** Returns how many parts there are that owe reports, and how many have them all or none. Missing: undefined without any. */
export function countParts(parts: readonly DigestPart[]) {
  const owing = parts.filter(({ expected }) => expected > 0)
  if (owing.length === 0) return undefined
  return {
    units: owing.length,
    complete: owing.filter(({ expected, reported }) => reported === expected).length,
    without: owing.filter(({ reported }) => reported === 0).length,
  }
}
