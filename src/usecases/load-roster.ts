import { scopeFor } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import { type LocalDate, localDateOf, toLocalDate } from '../domain/local-date.ts'
import type { OrgUnit } from '../domain/org-unit.ts'
import { parseRoster, type RosterProblem, type RosterReading, type RosterUnit } from '../domain/roster.ts'
import { auditedAs, type Operator, operatorScope } from './operator.ts'
import type { Clock, Database, OrgUnitInput, Secrets, Stores } from './ports.ts'
import { type ReadTable, readRosterTable } from './read-roster-table.ts'
import { writeOrRehearse } from './rehearse.ts'
import {
  findMissingSchools,
  findUnitProblems,
  type KnownUnits,
  parentsFirst,
  readKnownUnits,
} from './roster-rows.ts'

export interface LoadRosterDeps {
  readonly database: Database
  readonly clock: Clock
  readonly timeZone: string
  readonly secrets: Secrets
  readonly rosterFile: ReadTable
}

export interface RosterChange {
  readonly row: number
  readonly code: string
  readonly name: string
  /** What differs from before; empty for a new unit. */
  readonly changed: readonly ('name' | 'kind' | 'levels' | 'parent' | 'contact')[]
}

export interface RosterLoad {
  readonly created: readonly RosterChange[]
  readonly changed: readonly RosterChange[]
  /** Units the file names that stay as they are. */
  readonly unchanged: number
  /** People the file names. */
  readonly people: number
  /** Schools of the same offices that the file does not name; they are left as they are. */
  readonly missing: readonly { readonly code: string; readonly name: string }[]
  /** While there is one, nothing is written. */
  readonly problems: readonly RosterProblem[]
  readonly isApplied: boolean
}

export interface RosterFile {
  readonly bytes: Uint8Array
  readonly apply: boolean
  /** Told from time to time how many of the units are written. */
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * Returns what a roster (.xlsx, or text with separators) would change, and applies it when told to: all in one transaction or, with
 * any problem, nothing. The same file again changes nothing.
 * Throws: file-invalid, file-too-large; not-allowed for units out of reach.
 */
export async function loadRoster(deps: LoadRosterDeps, by: Operator, file: RosterFile): Promise<RosterLoad> {
  if (by !== 'cli' && scopeFor(by, 'manage-units').roots.length === 0) throw new DomainError('not-allowed')
  const reading = parseRoster(await readTable(deps, by, file.bytes))
  const today = localDateOf(deps.clock.now(), deps.timeZone)
  const known = await readKnownUnits(deps.database, reading)
  const problems = [...reading.problems, ...findUnitProblems(reading, known, today)]
  if (problems.some(({ kind }) => kind === 'formula')) await auditRefusal(deps, by, 'formula')
  if (problems.length > 0) return refuse(problems)
  await requireReach(deps.database, by, reading, known)
  try {
    const saving = { reading, known, today, onProgress: file.onProgress }
    const result = await writeOrRehearse(
      deps.database,
      file.apply,
      (stores) => save(stores, deps, by, saving),
      { timeoutMs: TIMEOUT_MS },
    )
    return { ...result, isApplied: file.apply }
  } catch (error) {
    if (error instanceof DomainError && error.code === 'unit-circle')
      return refuse([circleIn(reading, error)])
    throw error
  }
}

async function readTable(deps: LoadRosterDeps, by: Operator, bytes: Uint8Array) {
  try {
    return readRosterTable(deps.rosterFile, bytes)
  } catch (error) {
    if (error instanceof DomainError) await auditRefusal(deps, by, error.code)
    throw error
  }
}

/** What may have been meant to do harm stays on record. */
const auditRefusal = (deps: LoadRosterDeps, by: Operator, why: string): Promise<void> =>
  deps.database.audit.append({
    ...{
      at: deps.clock.now(),
      actor: auditedAs(by),
      action: 'roster.refuse',
      subject: 'roster',
      after: { why },
    },
  })

const refuse = (problems: readonly RosterProblem[]): RosterLoad => ({
  ...{ created: [], changed: [], unchanged: 0, people: 0, missing: [], isApplied: false },
  problems: problems.toSorted((one, other) => one.row - other.row),
})

function circleIn({ units }: RosterReading, { params }: DomainError): RosterProblem {
  const unit = units.find(({ code }) => code === params.unit)
  return {
    row: unit?.row ?? 1,
    column: 'reporting',
    kind: 'circle',
    found: unit?.reporting ?? String(params.unit),
  }
}

type Result = Omit<RosterLoad, 'isApplied'>

interface Saving {
  readonly reading: RosterReading
  readonly known: KnownUnits
  readonly today: LocalDate
  readonly onProgress: RosterFile['onProgress']
}

/** Ten thousand rows take seconds; on a machine busy with much else, too many of them for a usual transaction. */
const TIMEOUT_MS = 120_000
/** So many units are written by one statement. */
const AT_ONCE = 2_000

async function save(stores: Stores, deps: LoadRosterDeps, by: Operator, saving: Saving): Promise<Result> {
  const { reading, known, today, onProgress } = saving
  const inputs = parentsFirst(reading.units).map((unit) => unitInput(unit, known.get(unit.code), today))
  const relinked = new Set<string>()
  for (let from = 0; from < inputs.length; from += AT_ONCE) {
    const saved = await stores.units.save(inputs.slice(from, from + AT_ONCE))
    for (const code of saved.changed) relinked.add(code)
    onProgress?.(Math.min(from + AT_ONCE, inputs.length), inputs.length)
  }
  const named = new Set(await stores.roster.save(contactsOf(reading, deps.secrets)))
  const { created, changed, unchanged } = changesOf(saving, relinked, named)
  if (created.length + changed.length > 0) {
    const after = { created: created.length, changed: changed.length, people: reading.people.length }
    const at = deps.clock.now()
    await stores.audit.append({ at, actor: auditedAs(by), action: 'roster.load', subject: 'roster', after })
  }
  const missing = await findMissingSchools(stores, reading.units, known, today)
  return { created, changed, unchanged, people: reading.people.length, missing, problems: [] }
}

const contactsOf = ({ people }: RosterReading, secrets: Secrets) =>
  people.map(({ code, post, name, phone }) => ({
    unit: code,
    post,
    name,
    ...(phone !== undefined && { phoneHash: secrets.hashPhone(phone) }),
  }))

/** A change for every unit of the file that has one, in the file's order. */
function changesOf(
  { reading, known }: Saving,
  relinked: ReadonlySet<string>,
  named: ReadonlySet<string>,
): Pick<Result, 'created' | 'changed' | 'unchanged'> {
  const byCode = new Map(reading.units.map((unit) => [unit.code, unit]))
  const rows = new Map([...reading.people, ...reading.units].map(({ code, row }) => [code, row]))
  const changes = [...rows].map(([code, row]) => {
    const [unit, before] = [byCode.get(code), known.get(code)]
    const own = unit && before ? differences(unit, before, relinked.has(code)) : []
    const changed = before && named.has(code) ? [...own, 'contact' as const] : own
    return { row, code, name: unit?.name ?? before?.name ?? '', changed, isNew: before === undefined }
  })
  const sorted = changes.toSorted((one, other) => one.row - other.row)
  const strip = ({ isNew: _, ...change }: (typeof changes)[number]): RosterChange => change
  return {
    created: sorted.filter(({ isNew }) => isNew).map(strip),
    changed: sorted.filter(({ isNew, changed }) => !isNew && changed.length > 0).map(strip),
    unchanged: sorted.filter(({ isNew, changed }) => !isNew && changed.length === 0).length,
  }
}

function differences(unit: RosterUnit, before: OrgUnit, isSaved: boolean): RosterChange['changed'] {
  const own = (['name', 'kind', 'levels'] as const).filter(
    (field) => String(unit[field]) !== String(before[field]),
  )
  return own.length > 0 || !isSaved ? own : ['parent']
}

/** An existing unit has to be in reach, a new one's parent, unless the file brings it too. */
async function requireReach(
  database: Database,
  by: Operator,
  { units, people }: RosterReading,
  known: KnownUnits,
): Promise<void> {
  const scope = operatorScope(by, 'manage-units')
  if (scope.roots === 'everything') return
  const fresh = new Set(units.filter(({ code }) => !known.has(code)).map(({ code }) => code))
  const anchors = [...units, ...people].flatMap((row) => {
    if (!fresh.has(row.code)) return [row.code]
    const parent = 'reporting' in row ? row.reporting : row.code
    return parent !== undefined && fresh.has(parent) ? [] : [parent ?? row.code]
  })
  const moved = units.flatMap(({ reporting }) => (reporting && !fresh.has(reporting) ? [reporting] : []))
  const wanted = [...new Set([...anchors, ...moved])]
  const reached = new Set((await database.units.findByCodes(scope, wanted)).map(({ code }) => code))
  const beyond = wanted.find((code) => !reached.has(code) && !fresh.has(code))
  if (beyond !== undefined) throw new DomainError('not-allowed', { unit: beyond })
}

/** A new unit is one of the whole year; a new parent, or a new name, counts from today. */
const unitInput = (unit: RosterUnit, before: OrgUnit | undefined, today: LocalDate): OrgUnitInput => ({
  code: unit.code,
  name: unit.name,
  kind: unit.kind,
  levels: unit.levels,
  validFrom: before ? today : toLocalDate(`${today.slice(0, 4)}-01-01`),
  ...(unit.governance !== undefined && { governance: unit.governance }),
  ...(unit.reporting !== undefined && { reporting: unit.reporting }),
})
