import { systemScope } from '../domain/access.ts'
import { decodeText, parseDelimited } from '../domain/delimited-text.ts'
import { DomainError } from '../domain/errors.ts'
import { type LocalDate, localDateOf, toLocalDate } from '../domain/local-date.ts'
import type { OrgUnit } from '../domain/org-unit.ts'
import { parseRoster, type RosterProblem, type RosterRow } from '../domain/roster.ts'
import { auditedAs, type Operator, operatorScope } from './operator.ts'
import type { Clock, Database, OrgUnitInput, Secrets, Stores } from './ports.ts'
import { type RosterContact, readRosterContacts, writeRosterContacts } from './roster-contacts.ts'
import { findMissingSchools, findUnknownParents, type MissingSchool, parentsFirst } from './roster-rows.ts'

export interface LoadRosterDeps {
  readonly database: Database
  readonly clock: Clock
  readonly timeZone: string
  readonly secrets: Secrets
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
  readonly unchanged: number
  /** Schools of the same offices that the file does not name; they are left as they are. */
  readonly missing: readonly MissingSchool[]
  /** While there is one, nothing is written. */
  readonly problems: readonly RosterProblem[]
  readonly isApplied: boolean
}

/**
 * Returns what a roster would change, and applies it when told to: all in one transaction or, with any problem, nothing.
 * The same file again changes nothing. Throws: file-invalid when the bytes are no text; not-allowed for units out of reach.
 */
export async function loadRoster(
  deps: LoadRosterDeps,
  by: Operator,
  file: { readonly bytes: Uint8Array; readonly apply: boolean },
): Promise<RosterLoad> {
  const text = decodeText(file.bytes)
  if (text === undefined) throw new DomainError('file-invalid')
  const reading = parseRoster(parseDelimited(text))
  const problems = [...reading.problems, ...(await findUnknownParents(deps.database, reading.rows))]
  if (problems.length > 0) return { ...NOTHING, problems: problems.sort((one, other) => one.row - other.row) }
  const result = await writeOrRehearse(deps.database, file.apply, (stores) =>
    save(stores, deps, by, reading.rows),
  )
  return { ...result, isApplied: file.apply }
}

const NOTHING = { created: [], changed: [], unchanged: 0, missing: [], isApplied: false } as const

type Result = Omit<RosterLoad, 'isApplied'>

class Rehearsed extends Error {
  readonly result: Result
  constructor(result: Result) {
    super('rolled back after a preview')
    this.result = result
  }
}

/** A preview is the real thing rolled back, so that it cannot promise something else than what happens. */
async function writeOrRehearse(
  database: Database,
  apply: boolean,
  work: (stores: Stores) => Promise<Result>,
): Promise<Result> {
  if (apply) return database.transaction(work)
  try {
    return await database.transaction(async (stores) => {
      throw new Rehearsed(await work(stores))
    })
  } catch (error) {
    if (error instanceof Rehearsed) return error.result
    throw error
  }
}

async function save(
  stores: Stores,
  deps: LoadRosterDeps,
  by: Operator,
  rows: readonly RosterRow[],
): Promise<Result> {
  const at = deps.clock.now()
  const today = localDateOf(at, deps.timeZone)
  const contacts = new Map(await readRosterContacts(stores.installation))
  const created: RosterChange[] = []
  const changed: RosterChange[] = []
  for (const row of parentsFirst(rows)) {
    const before = await stores.units.findByCode(systemScope, row.code)
    await requireReach(stores, by, row, before)
    const saved = await stores.units.save([unitInput(row, before, today)])
    const differs = [
      ...differences(row, before, saved.changed > 0),
      ...updateContact(contacts, row, deps.secrets),
    ]
    const change = { row: row.row, code: row.code, name: row.name, changed: before ? differs : [] }
    if (!before) created.push(change)
    else if (differs.length > 0) changed.push(change)
  }
  const missing = await findMissingSchools(stores, rows, today)
  const unchanged = rows.length - created.length - changed.length
  if (created.length + changed.length > 0) {
    await writeRosterContacts(stores.installation, contacts)
    const after = { created: created.length, changed: changed.length }
    await stores.audit.append({ at, actor: auditedAs(by), action: 'roster.load', subject: 'roster', after })
  }
  return { created: inOrder(created), changed: inOrder(changed), unchanged, missing, problems: [] }
}

const inOrder = (changes: readonly RosterChange[]): readonly RosterChange[] =>
  [...changes].sort((one, other) => one.row - other.row)

async function requireReach(
  stores: Stores,
  by: Operator,
  row: RosterRow,
  before: OrgUnit | undefined,
): Promise<void> {
  const scope = operatorScope(by, 'manage-units')
  const anchor = before ? row.code : (row.reporting ?? row.code)
  if (!(await stores.units.findByCode(scope, anchor)))
    throw new DomainError('not-allowed', { unit: row.code })
}

/** A new unit is one of the whole year; a new parent counts from today. */
const unitInput = (row: RosterRow, before: OrgUnit | undefined, today: LocalDate): OrgUnitInput => ({
  code: row.code,
  name: row.name,
  kind: row.kind,
  levels: row.levels,
  validFrom: before ? today : toLocalDate(`${today.slice(0, 4)}-01-01`),
  ...(row.governance !== undefined && { governance: row.governance }),
  ...(row.reporting !== undefined && { reporting: row.reporting }),
})

function differences(
  row: RosterRow,
  before: OrgUnit | undefined,
  isChanged: boolean,
): RosterChange['changed'] {
  if (!before || !isChanged) return []
  const own = (['name', 'kind', 'levels'] as const).filter(
    (field) => String(row[field]) !== String(before[field]),
  )
  return own.length > 0 ? own : ['parent']
}

/** An empty cell says nothing about the contact; it does not take one away. */
function updateContact(
  contacts: Map<string, RosterContact>,
  row: RosterRow,
  secrets: Secrets,
): readonly 'contact'[] {
  const known = contacts.get(row.code)
  const name = row.contactName ?? known?.name
  const phoneHash = row.phone === undefined ? known?.phoneHash : secrets.hashPhone(row.phone)
  if (name === known?.name && phoneHash === known?.phoneHash) return []
  contacts.set(row.code, {
    ...(name !== undefined && { name }),
    ...(phoneHash !== undefined && { phoneHash }),
  })
  return ['contact']
}
