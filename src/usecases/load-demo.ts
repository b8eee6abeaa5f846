import { systemScope } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import { localDateOf } from '../domain/local-date.ts'
import type { OrgUnit } from '../domain/org-unit.ts'
import type { PlanLibrary } from '../domain/plan.ts'
import { isDemo, markDemo } from './check-demo.ts'
import { type DemoCast, saveDemoPeople } from './demo-people.ts'
import { saveDemoReports } from './demo-reports.ts'
import type { DemoWorld } from './demo-world.ts'
import type { Clock, Database, Secrets, Stores } from './ports.ts'

export interface LoadDemoDeps {
  readonly database: Database
  readonly clock: Clock
  readonly timeZone: string
  readonly secrets: Secrets
  /** The plans, loaded into the same database before: their units are the demo's roots. */
  readonly library: PlanLibrary
}

export interface DemoLoaded {
  /** False: the demo was there already and nothing was done. */
  readonly isNew: boolean
  readonly units: number
  readonly people: number
  readonly submissions: number
}

/** How far a first look for real units goes; a demo may only start from an empty database, where there are none. */
const LOOK_AT = 1_000

/**
 * Fills an empty database with the demo world and marks it as demo, all in one transaction.
 * Throws: database-not-empty where schools, groups or figures are there already; unit-not-found when the plans are not loaded.
 */
export async function loadDemo(deps: LoadDemoDeps, world: DemoWorld): Promise<DemoLoaded> {
  const { database } = deps
  if (await isDemo(database.installation)) return { isNew: false, units: 0, people: 0, submissions: 0 }
  await requireEmpty(database)
  return database.transaction((stores) => fill(stores, deps, world))
}

async function requireEmpty(database: Database): Promise<void> {
  const units = await database.units.search(systemScope, '', LOOK_AT)
  const groups = await database.groups.list(systemScope)
  const submissions = await database.submissions.list(systemScope, {})
  const schools = units.filter(({ kind }) => kind === 'school')
  if (schools.length + groups.length + submissions.length > 0) throw new DomainError('database-not-empty')
}

async function fill(stores: Stores, deps: LoadDemoDeps, world: DemoWorld): Promise<DemoLoaded> {
  const now = deps.clock.now()
  const today = localDateOf(now, deps.timeZone)
  await markDemo(stores.installation)
  await stores.units.save(world.units)
  const units = await listUnits(stores, world)
  const unitIds = new Map([...units].map(([code, { id }]) => [code, id]))
  const cast = await saveDemoPeople(stores, { world, unitIds, secrets: deps.secrets, at: now, today })
  await linkGroups(stores, world, units, now)
  const writing = { library: deps.library, units, cast, timeZone: deps.timeZone, now, today }
  let submissions = 0
  for (const reports of world.reports) submissions += await saveDemoReports(stores, writing, reports)
  await giveToTeachers(stores, cast, units, now)
  const after = { units: world.units.length, people: world.persons.length, submissions }
  await stores.audit.append({ at: now, actor: 'system', action: 'demo.load', subject: 'installation', after })
  return { isNew: true, ...after }
}

/** Each school's first teacher has been given the forms its principal has begun. */
async function giveToTeachers(
  stores: Stores,
  cast: DemoCast,
  units: ReadonlyMap<string, OrgUnit>,
  at: Date,
): Promise<void> {
  for (const unit of units.values()) {
    const person = cast.find('teacher', unit.id)
    const by = cast.find('principal', unit.id)
    if (!person || !by) continue
    for (const { id: submission } of await stores.submissions.list(systemScope, { units: [unit.id] }))
      await stores.assignments.assign({ submission, person, sections: [], by }, at)
  }
}

async function listUnits(stores: Stores, world: DemoWorld): Promise<ReadonlyMap<string, OrgUnit>> {
  const named = [...world.units, ...world.roles.map(({ unit }) => ({ code: unit }))]
  const units = new Map<string, OrgUnit>()
  for (const { code } of named) {
    if (units.has(code)) continue
    const unit = await stores.units.findByCode(systemScope, code)
    if (!unit) throw new DomainError('unit-not-found', { unit: code })
    units.set(code, unit)
  }
  return units
}

async function linkGroups(
  stores: Stores,
  world: DemoWorld,
  units: ReadonlyMap<string, OrgUnit>,
  at: Date,
): Promise<void> {
  const officer = world.roles.find(({ role }) => role === 'officer')
  const by = officer && (await stores.people.findByTelegram(officer.telegramId))
  for (const group of world.groups) await stores.groups.see(group.chatId, group.title, at)
  for (const { chatId, unit } of world.linkedGroups) {
    const linked = units.get(unit)
    if (linked && by) await stores.groups.link(systemScope, chatId, linked.id, by.id, at)
  }
}
