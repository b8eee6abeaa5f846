import { systemScope } from '../domain/access.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { RosterProblem, RosterRow } from '../domain/roster.ts'
import type { Stores } from './ports.ts'

/** Returns a problem for every parent that is neither a unit yet nor in the file. */
export async function findUnknownParents(
  stores: Pick<Stores, 'units'>,
  rows: readonly RosterRow[],
): Promise<readonly RosterProblem[]> {
  const known = new Set(rows.map(({ code }) => code))
  const problems: RosterProblem[] = []
  for (const row of rows) {
    for (const column of ['governance', 'reporting'] as const) {
      const parent = row[column]
      if (parent === undefined || known.has(parent)) continue
      if (await stores.units.findByCode(systemScope, parent)) known.add(parent)
      else problems.push({ row: row.row, column, kind: 'unknown-parent', found: parent })
    }
  }
  return problems
}

/** Returns the rows so that a parent of the same file comes before its children. */
export function parentsFirst(rows: readonly RosterRow[]): readonly RosterRow[] {
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const ordered = new Set<RosterRow>()
  const add = (row: RosterRow, below: readonly string[]): void => {
    for (const code of [row.reporting, row.governance]) {
      const parent = code === undefined ? undefined : byCode.get(code)
      if (parent && !below.includes(parent.code)) add(parent, [...below, row.code])
    }
    ordered.add(row)
  }
  for (const row of rows) add(row, [])
  return [...ordered]
}

export interface MissingSchool {
  readonly code: string
  readonly name: string
}

/** Returns the schools that report to an office of the file on that day and that the file does not name. */
export async function findMissingSchools(
  stores: Stores,
  rows: readonly RosterRow[],
  today: LocalDate,
): Promise<readonly MissingSchool[]> {
  const named = new Set(rows.map(({ code }) => code))
  const offices = new Set(rows.flatMap(({ reporting }) => reporting ?? []))
  const missing = new Map<string, MissingSchool>()
  for (const code of offices) {
    const office = await stores.units.findByCode(systemScope, code)
    const schools = office
      ? await stores.units.listBelow(systemScope, office.id, today, { kind: 'school' })
      : []
    for (const { code: school, name } of schools)
      if (!named.has(school)) missing.set(school, { code: school, name })
  }
  return [...missing.values()]
}
