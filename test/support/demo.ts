import { readFile } from 'node:fs/promises'
import type { PlanLibrary } from '../../src/domain/plan.ts'
import { createLibrary, loadPlanFolder } from '../../src/plans/index.ts'
import { createSecrets } from '../../src/secrets.ts'
import { type DemoWorld, parseDemoWorld } from '../../src/usecases/demo-world.ts'
import { loadDemo } from '../../src/usecases/load-demo.ts'
import { loadPlans } from '../../src/usecases/load-plans.ts'
import type { Database } from '../../src/usecases/ports.ts'

export const TIME_ZONE = 'Asia/Ho_Chi_Minh'
/** The demo's first morning. */
export const DEMO_NOW = new Date('2026-12-07T06:40:00+07:00')
export const demoClock = { now: () => DEMO_NOW }
export const testSecrets = createSecrets('a key of the tests only')

/** Returns the shipped packs. Throws when one of them is not sound. */
export async function readShippedPacks() {
  const reading = await loadPlanFolder(new URL('../../prisma/plans', import.meta.url).pathname)
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems.slice(0, 3)))
  return reading
}

export async function readShippedLibrary(): Promise<PlanLibrary> {
  const { catalogue, plans } = await readShippedPacks()
  return createLibrary(catalogue, plans)
}

export async function readDemoWorld(): Promise<DemoWorld> {
  const file = new URL('../../prisma/demo/world.json', import.meta.url)
  return parseDemoWorld(JSON.parse(await readFile(file, 'utf8')))
}

/** Fills a database with the shipped plans and the demo world, or another one; returns the plans. */
export async function loadDemoInto(database: Database, world?: DemoWorld): Promise<PlanLibrary> {
  const packs = await readShippedPacks()
  const checksums = Object.fromEntries(
    ['catalogue', ...packs.plans.map(({ code }) => code)].map((code) => [code, code]),
  )
  await loadPlans({ database, clock: demoClock }, 'cli', { ...packs, checksums })
  const library = createLibrary(packs.catalogue, packs.plans)
  const deps = { database, clock: demoClock, timeZone: TIME_ZONE, secrets: testSecrets, library }
  await loadDemo(deps, world ?? (await readDemoWorld()))
  return library
}
