import { type Actor, type Role, type Scope, scopeFor, systemScope } from '../../src/domain/access.ts'
import type { OrgUnitId, PersonId, RevisionId, SubmissionId } from '../../src/domain/brand.ts'
import type { Value } from '../../src/domain/data-element.ts'
import type { Level } from '../../src/domain/level.ts'
import { parsePeriod } from '../../src/domain/period.ts'
import type { Database, OrgUnitInput, SubmissionRow } from '../../src/usecases/ports.ts'

export const AT = new Date('2026-11-22T03:00:00Z')
export const later = (seconds: number): Date => new Date(AT.getTime() + seconds * 1000)

export const period = (code: string) => {
  const parsed = parsePeriod(code)
  if (parsed === undefined) throw new Error(`no period: ${code}`)
  return parsed
}

const school = (code: string, name: string, levels: readonly Level[], reporting: string): OrgUnitInput => ({
  ...{ code, name, levels, reporting, kind: 'school', validFrom: '2025-07-01' },
})

/** A province, two communes and five schools; one of them teaches two levels. */
export const TREE: readonly OrgUnitInput[] = [
  { code: 'QN', name: 'Tỉnh Quảng Ninh', kind: 'province', levels: [], validFrom: '2025-07-01' },
  {
    code: 'QY',
    name: 'Phường Quảng Yên',
    kind: 'commune',
    levels: [],
    validFrom: '2025-07-01',
    reporting: 'QN',
  },
  {
    code: 'DM',
    name: 'Phường Đông Mai',
    kind: 'commune',
    levels: [],
    validFrom: '2025-07-01',
    reporting: 'QN',
  },
  school('QY-MN', 'Trường Mầm non Hoa Sen', ['preschool'], 'QY'),
  school('QY-TH', 'Trường Tiểu học Trần Hưng Đạo', ['primary'], 'QY'),
  school('QY-LC', 'Trường TH và THCS Điền Công', ['primary', 'lower-secondary'], 'QY'),
  school('DM-TH', 'Trường Tiểu học Đông Mai', ['primary'], 'DM'),
  school('DM-CS', 'Trường THCS Đông Mai', ['lower-secondary'], 'DM'),
]

export interface World {
  readonly database: Database
  unit(code: string): OrgUnitId
  person(name: string, role: Role, unit: string, telegramUserId?: number): Promise<PersonId>
  /** What an officer of the unit sees. */
  scopeOf(...codes: string[]): Scope
  /** Submits and confirms the values as a form of the unit. */
  report(code: string, values: Readonly<Record<string, Value>>, how?: ReportHow): Promise<Reported>
}

export interface ReportHow {
  readonly form?: string
  readonly period?: string
  readonly at?: Date
  readonly state?: 'submitted' | 'confirmed' | 'accepted'
}

export interface Reported {
  readonly id: SubmissionId
  readonly revision: RevisionId
}

/** Returns the database with the tree in it, and what tests ask of it again and again. */
export async function createWorld(database: Database): Promise<World> {
  await database.units.save(TREE)
  const ids = new Map<string, OrgUnitId>()
  for (const { code } of TREE) {
    const found = await database.units.findByCode(systemScope, code)
    if (found !== undefined) ids.set(code, found.id)
  }
  const unit = (code: string): OrgUnitId => {
    const id = ids.get(code)
    if (id === undefined) throw new Error(`no unit ${code} in the test tree`)
    return id
  }
  return {
    ...{ database, unit },
    person: (name, role, code, telegramUserId) =>
      addPerson(database, {
        name,
        role,
        unit: unit(code),
        telegramUserId: telegramUserId ?? ++lastTelegramId,
      }),
    scopeOf: (...codes) => scopeFor(officerOf(codes.map(unit)), 'see-progress'),
    report: (code, values, how = {}) => report(database, unit(code), values, how),
  }
}

let lastTelegramId = 1000

const officerOf = (units: readonly OrgUnitId[]): Actor => ({
  person: 'officer' as PersonId,
  locale: 'vi',
  roles: units.map((unit) => ({ role: 'officer', unit })),
})

async function addPerson(
  database: Database,
  input: { name: string; role: Role; unit: OrgUnitId; telegramUserId: number },
): Promise<PersonId> {
  const { id } = await database.people.upsert({ ...input, locale: 'vi' })
  await database.people.grant(id, input.role, input.unit, '2025-07-01', 'active')
  return id
}

async function report(
  database: Database,
  unit: OrgUnitId,
  values: Readonly<Record<string, Value>>,
  { form = 'QY-year', period: code = '2026', at = AT, state = 'confirmed' }: ReportHow,
): Promise<Reported> {
  const by = 'principal' as PersonId
  return database.transaction(async ({ submissions }) => {
    const input = { form, formVersion: 1, unit, period: period(code) }
    const { id, revision: number } = await draftOf(
      await submissions.open(systemScope, input, at),
      submissions,
      at,
    )
    const answers = Object.entries(values).map(([element, value]) => ({ element, value, by, at }))
    await submissions.saveAnswers(id, 1, answers)
    const receipt = `R-${id.slice(-6)}-${number}`
    const revision = await submissions.freeze({ id, number, formVersion: 1, by, at, source: 'chat', receipt })
    await submissions.move(
      id,
      { state: 'draft', revision: number },
      { state: 'submitted', revision: number },
      at,
    )
    if (state === 'submitted') return { id, revision }
    const to = { state, revision: number, counted: revision }
    await submissions.move(id, { state: 'submitted', revision: number }, to, at)
    await submissions.addReview(revision, state, by, at)
    return { id, revision }
  })
}

/** Opens a correction when the submission is no draft any more. */
async function draftOf(
  row: SubmissionRow,
  submissions: Database['submissions'],
  at: Date,
): Promise<SubmissionRow> {
  if (row.state === 'draft') return row
  const next = { state: 'draft' as const, revision: row.revision + 1 }
  await submissions.move(row.id, { state: row.state, revision: row.revision }, next, at)
  return { ...row, ...next }
}
