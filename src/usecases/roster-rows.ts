import { systemScope } from '../domain/access.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { hasEnded, type OrgUnit } from '../domain/org-unit.ts'
import type { RosterProblem, RosterReading, RosterUnit } from '../domain/roster.ts'
import type { Stores } from './ports.ts'

/** The units there are already, of those a roster speaks of; by code. */
export type KnownUnits = ReadonlyMap<string, OrgUnit>

export async function readKnownUnits(
  { units }: Pick<Stores, 'units'>,
  reading: RosterReading,
): Promise<KnownUnits> {
  const parents = reading.units.flatMap(({ governance, reporting }) =>
    [governance ?? [], reporting ?? []].flat(),
  )
  const codes = [...reading.units, ...reading.people].map(({ code }) => code)
  const found = await units.findByCodes(systemScope, [...new Set([...codes, ...parents])])
  return new Map(found.map((unit) => [unit.code, unit]))
}

/** Returns a problem for every parent or unit that is neither there yet nor in the file, and for units that have ended. */
export function findUnitProblems(
  { units, people }: RosterReading,
  known: KnownUnits,
  today: LocalDate,
): readonly RosterProblem[] {
  const fresh = new Set(units.map(({ code }) => code))
  const isOver = (code: string) => hasEnded(known.get(code) ?? {}, today)
  const problems: RosterProblem[] = []
  for (const unit of units) {
    if (isOver(unit.code)) problems.push({ row: unit.row, column: 'code', kind: 'ended', found: unit.code })
    for (const column of ['governance', 'reporting'] as const) {
      const parent = unit[column]
      if (parent === undefined) continue
      if (!fresh.has(parent) && !known.has(parent))
        problems.push({ row: unit.row, column, kind: 'unknown-parent', found: parent })
      else if (isOver(parent)) problems.push({ row: unit.row, column, kind: 'ended', found: parent })
    }
  }
  for (const { row, code } of people)
    if (!fresh.has(code) && !known.has(code))
      problems.push({ row, column: 'code', kind: 'unknown-unit', found: code })
  return problems
}

/** Returns the units so that a parent of the same file comes before its children. */
export function parentsFirst(units: readonly RosterUnit[]): readonly RosterUnit[] {
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  const ordered = new Set<RosterUnit>()
  const visited = new Set<RosterUnit>()
  const add = (unit: RosterUnit): void => {
    if (visited.has(unit)) return
    visited.add(unit)
    for (const code of [unit.reporting, unit.governance]) {
      const parent = code === undefined ? undefined : byCode.get(code)
      if (parent) add(parent)
    }
    ordered.add(unit)
  }
  for (const unit of units) add(unit)
  return [...ordered]
}

/** Returns the schools that report to an office of the file on that day and that the file does not name. */
export async function findMissingSchools(
  { units }: Pick<Stores, 'units'>,
  rows: readonly RosterUnit[],
  known: KnownUnits,
  today: LocalDate,
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  const named = new Set(rows.map(({ code }) => code))
  const offices = new Set(rows.flatMap(({ reporting }) => known.get(reporting ?? '')?.id ?? []))
  const schools = await units.listBelow(systemScope, [...offices], today, { kind: 'school' })
  return schools.filter(({ code }) => !named.has(code)).map(({ code, name }) => ({ code, name }))
}
