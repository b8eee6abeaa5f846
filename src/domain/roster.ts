import type { Level } from './level.ts'
import { type OrgUnitKind, UNIT_CODE } from './org-unit.ts'
import { parsePhone } from './phone.ts'
import type { RosterPost } from './roster-post.ts'
import { HEADERS, KINDS, LEVEL_NAMES, POSTS, ROSTER_COLUMNS, type RosterColumn } from './roster-words.ts'
import { cleanText, searchKey } from './search-key.ts'

/** One unit as the office lists it. */
export interface RosterUnit {
  /** From 1, as spreadsheets count; the header is a row too. */
  readonly row: number
  readonly code: string
  readonly name: string
  readonly kind: OrgUnitKind
  readonly levels: readonly Level[]
  readonly governance?: string
  readonly reporting?: string
}

/** One person of a unit; a unit has as many rows as people. */
export interface RosterPerson {
  readonly row: number
  /** Of the unit. */
  readonly code: string
  readonly post: RosterPost
  readonly name: string
  /** Digits with the country in front. */
  readonly phone?: string
}

export type RosterProblemKind =
  | 'no-header'
  | 'column-missing'
  | 'empty'
  | 'formula'
  | 'unknown-kind'
  | 'unknown-level'
  | 'unknown-post'
  | 'bad-phone'
  | 'bad-code'
  | 'code-twice'
  | 'person-twice'
  | 'unknown-unit'
  | 'unknown-parent'
  | 'own-parent'
  | 'circle'
  | 'ended'

/** One thing wrong, with its place. `found` is the cell as written. */
export interface RosterProblem {
  readonly row: number
  readonly column: RosterColumn
  readonly kind: RosterProblemKind
  readonly found: string
}

export interface RosterReading {
  readonly units: readonly RosterUnit[]
  readonly people: readonly RosterPerson[]
  readonly problems: readonly RosterProblem[]
}

const REQUIRED = ['code', 'name', 'kind', 'reporting'] as const
const OF_UNIT = ['name', 'kind', 'levels', 'governance', 'reporting'] as const

/**
 * Returns the units and people of a table whose first filled row is the header, with every problem found. A unit's further rows
 * repeat what the first says of it, or leave it empty; a row of nothing but a code and a person is of a unit known already.
 * Missing: what a row with a problem says is left out; whether units and parents exist is for the caller, who knows them.
 */
export function parseRoster(table: readonly (readonly string[])[]): RosterReading {
  const header = table.findIndex((cells) => cells.some((cell) => cell !== ''))
  const places = findColumns(table[header] ?? [])
  const missing = places.size === 0 ? [] : REQUIRED.filter((column) => !places.has(column))
  if (places.size === 0) return refused([{ row: 1, column: 'code', kind: 'no-header', found: '' }])
  if (missing.length > 0)
    return refused(
      missing.map((column) => ({ row: header + 1, column, kind: 'column-missing' as const, found: '' })),
    )
  const reader = new RosterReader()
  for (const [index, cells] of table.entries()) {
    if (index <= header || cells.every((cell) => cell === '')) continue
    reader.read(index + 1, (column) => cells[places.get(column) ?? -1] ?? '')
  }
  return reader
}

const refused = (problems: readonly RosterProblem[]): RosterReading => ({ units: [], people: [], problems })

function findColumns(header: readonly string[]): ReadonlyMap<RosterColumn, number> {
  const keys = header.map((cell) => searchKey(cell).replace(/[*:]/g, '').trim())
  const found = ROSTER_COLUMNS.map(
    (column) => [column, keys.findIndex((key) => HEADERS[column].includes(key))] as const,
  )
  return new Map(found.filter(([, index]) => index >= 0))
}

type Cells = (column: RosterColumn) => string

/** Reads row after row; a row is held against those above it. */
class RosterReader implements RosterReading {
  readonly units: RosterUnit[] = []
  readonly people: RosterPerson[] = []
  readonly problems: RosterProblem[] = []
  readonly #units = new Map<string, { readonly unit: RosterUnit | undefined; readonly cells: Cells }>()
  readonly #people = new Map<string, RosterPerson>()

  read(row: number, cell: Cells): void {
    const wrong = (column: RosterColumn, kind: RosterProblemKind) =>
      this.problems.push({ row, column, kind, found: cell(column) })
    const before = this.problems.length
    for (const column of ROSTER_COLUMNS) if (isFormula(cell(column), column)) wrong(column, 'formula')
    if (cell('code') === '') wrong('code', 'empty')
    else if (!UNIT_CODE.test(cell('code'))) wrong('code', 'bad-code')
    if (this.problems.length > before) return
    if (OF_UNIT.some((column) => cell(column) !== '')) this.#readUnit(row, cell, wrong)
    this.#readPerson(row, cell, wrong)
  }

  #readUnit(row: number, cell: Cells, wrong: Wrong): void {
    const first = this.#units.get(cell('code'))
    if (first) {
      const differs = OF_UNIT.some((column) => cell(column) !== '' && cell(column) !== first.cells(column))
      if (differs) wrong('code', 'code-twice')
      return
    }
    const unit = unitOf(row, cell, wrong)
    this.#units.set(cell('code'), { unit, cells: cell })
    if (unit) this.units.push(unit)
  }

  #readPerson(row: number, cell: Cells, wrong: Wrong): void {
    const person = personOf(row, cell, wrong, this.#units.get(cell('code'))?.unit?.kind)
    if (!person) return
    const key = [person.code, person.post, searchKey(person.name)].join('\n')
    const known = this.#people.get(key)
    if (known && person.phone !== undefined && known.phone !== person.phone)
      wrong('contactName', 'person-twice')
    if (known) return
    this.#people.set(key, person)
    this.people.push(person)
  }
}

type Wrong = (column: RosterColumn, kind: RosterProblemKind) => void

/** What a spreadsheet would compute; a phone may begin with a plus. */
const isFormula = (text: string, column: RosterColumn): boolean =>
  /^[=@]/.test(text) || (column !== 'phone' && /^[+-]/.test(text))

function unitOf(row: number, cell: Cells, wrong: Wrong): RosterUnit | undefined {
  let isSound = true
  const refuse: Wrong = (column, kind) => {
    isSound = false
    wrong(column, kind)
  }
  for (const column of ['name', 'kind'] as const) if (cell(column) === '') refuse(column, 'empty')
  const kind = KINDS[searchKey(cell('kind'))]
  if (!kind && cell('kind') !== '') refuse('kind', 'unknown-kind')
  const levels = parseLevels(cell('levels'))
  if (!levels) refuse('levels', 'unknown-level')
  else if (kind === 'school' && levels.length === 0) refuse('levels', 'empty')
  for (const column of ['governance', 'reporting'] as const)
    if (cell(column) !== '' && cell(column) === cell('code')) refuse(column, 'own-parent')
  if (!kind || !levels || !isSound) return undefined
  const [governance, reporting] = [cell('governance'), cell('reporting')]
  return {
    row,
    code: cell('code'),
    name: cleanText(cell('name')),
    kind,
    levels,
    ...(governance && { governance }),
    ...(reporting && { reporting }),
  }
}

/** Undefined for a row that names nobody. Without a post it is the head of a school, the contact of any other unit. */
function personOf(
  row: number,
  cell: Cells,
  wrong: Wrong,
  kind: OrgUnitKind | undefined,
): RosterPerson | undefined {
  const [name, written, post] = [cleanText(cell('contactName')), cell('phone'), cell('post')]
  if (name === '') {
    if (written !== '') wrong('contactName', 'empty')
    return undefined
  }
  const phone = written === '' ? undefined : parsePhone(written)
  if (!phone && written !== '') wrong('phone', 'bad-phone')
  const held =
    post === ''
      ? kind === undefined || kind === 'school'
        ? 'principal'
        : 'contributor'
      : POSTS[searchKey(post)]
  if (!held) wrong('post', 'unknown-post')
  return held && { row, code: cell('code'), post: held, name, ...(phone && { phone }) }
}

/** «MN», «TH, THCS», «Tiểu học và THCS», «TH&THCS»; undefined when a part is no level. */
export function parseLevels(text: string): readonly Level[] | undefined {
  const parts = searchKey(text)
    .split(/\s*(?:[,;+&/]|\bva\b)\s*/)
    .filter((part) => part !== '')
  const levels = parts.flatMap((part) => LEVEL_NAMES[part] ?? [])
  return levels.length === parts.length ? [...new Set(levels)] : undefined
}
