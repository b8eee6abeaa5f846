import type { Level } from './level.ts'
import { type OrgUnitKind, UNIT_CODE } from './org-unit.ts'
import { parsePhone } from './phone.ts'
import { HEADERS, KINDS, LEVEL_NAMES, ROSTER_COLUMNS, type RosterColumn } from './roster-words.ts'
import { searchKey } from './search-key.ts'

/** One unit as the office lists it. */
export interface RosterRow {
  /** From 1, as spreadsheets count; the header is a row too. */
  readonly row: number
  readonly code: string
  readonly name: string
  readonly kind: OrgUnitKind
  readonly levels: readonly Level[]
  readonly governance?: string
  readonly reporting?: string
  /** Head of the unit, and their phone's digits with the country. */
  readonly contactName?: string
  readonly phone?: string
}

export type RosterProblemKind =
  | 'no-header'
  | 'column-missing'
  | 'empty'
  | 'unknown-kind'
  | 'unknown-level'
  | 'bad-phone'
  | 'bad-code'
  | 'code-twice'
  | 'unknown-parent'
  | 'own-parent'

/** One thing wrong, with its place. `found` is the cell as written. */
export interface RosterProblem {
  readonly row: number
  readonly column: RosterColumn
  readonly kind: RosterProblemKind
  readonly found: string
}

export interface RosterReading {
  readonly rows: readonly RosterRow[]
  readonly problems: readonly RosterProblem[]
}

const REQUIRED = ['code', 'name', 'kind', 'reporting'] as const

/**
 * Returns the units of a table whose first filled row is the header, with every problem found.
 * Missing: a row with a problem is left out of `rows`; whether the parents exist is for the caller, who knows the units.
 */
export function parseRoster(table: readonly (readonly string[])[]): RosterReading {
  const header = table.findIndex((cells) => cells.some((cell) => cell !== ''))
  const places = findColumns(table[header] ?? [])
  const missing = REQUIRED.filter((column) => !places.has(column))
  if (places.size === 0)
    return { rows: [], problems: [{ row: 1, column: 'code', kind: 'no-header', found: '' }] }
  if (missing.length > 0) {
    const problems = missing.map((column) => ({
      row: header + 1,
      column,
      kind: 'column-missing' as const,
      found: '',
    }))
    return { rows: [], problems }
  }
  const problems: RosterProblem[] = []
  const rows = table.flatMap((cells, index) => {
    if (index <= header || cells.every((cell) => cell === '')) return []
    const read = readRow(index + 1, (column) => cells[places.get(column) ?? -1] ?? '', problems)
    return read ? [read] : []
  })
  problems.push(...findTwice(rows))
  return { rows, problems }
}

function findColumns(header: readonly string[]): ReadonlyMap<RosterColumn, number> {
  const keys = header.map((cell) => searchKey(cell).replace(/[*:]/g, '').trim())
  const found = ROSTER_COLUMNS.map(
    (column) => [column, keys.findIndex((key) => HEADERS[column].includes(key))] as const,
  )
  return new Map(found.filter(([, index]) => index >= 0))
}

type Cells = (column: RosterColumn) => string

function readRow(row: number, cell: Cells, problems: RosterProblem[]): RosterRow | undefined {
  const before = problems.length
  const wrong = (column: RosterColumn, kind: RosterProblemKind) =>
    problems.push({ row, column, kind, found: cell(column) })
  for (const column of REQUIRED) if (cell(column) === '' && column !== 'reporting') wrong(column, 'empty')
  if (cell('code') !== '' && !UNIT_CODE.test(cell('code'))) wrong('code', 'bad-code')
  const kind = KINDS[searchKey(cell('kind'))]
  if (!kind && cell('kind') !== '') wrong('kind', 'unknown-kind')
  const levels = parseLevels(cell('levels'))
  if (!levels) wrong('levels', 'unknown-level')
  else if (kind === 'school' && levels.length === 0) wrong('levels', 'empty')
  const phone = cell('phone') === '' ? undefined : parsePhone(cell('phone'))
  if (!phone && cell('phone') !== '') wrong('phone', 'bad-phone')
  for (const column of ['governance', 'reporting'] as const)
    if (cell(column) !== '' && cell(column) === cell('code')) wrong(column, 'own-parent')
  if (!kind || !levels || problems.length > before) return undefined
  return {
    row,
    code: cell('code'),
    name: cell('name'),
    kind,
    levels,
    ...optional(cell),
    ...(phone && { phone }),
  }
}

function optional(cell: Cells): Pick<RosterRow, 'governance' | 'reporting' | 'contactName'> {
  const [governance, reporting, contactName] = [cell('governance'), cell('reporting'), cell('contactName')]
  return {
    ...(governance && { governance }),
    ...(reporting && { reporting }),
    ...(contactName && { contactName }),
  }
}

/** «MN», «TH, THCS», «Tiểu học và THCS», «TH&THCS»; undefined when a part is no level. */
function parseLevels(text: string): readonly Level[] | undefined {
  const parts = searchKey(text)
    .split(/\s*(?:[,;+&/]|\bva\b)\s*/)
    .filter((part) => part !== '')
  const levels = parts.flatMap((part) => LEVEL_NAMES[part] ?? [])
  return levels.length === parts.length ? [...new Set(levels)] : undefined
}

function findTwice(rows: readonly RosterRow[]): readonly RosterProblem[] {
  const seen = new Set<string>()
  return rows.flatMap(({ row, code }) => {
    if (seen.has(code)) return [{ row, column: 'code' as const, kind: 'code-twice' as const, found: code }]
    seen.add(code)
    return []
  })
}
