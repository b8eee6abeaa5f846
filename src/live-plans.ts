import { type Asker, createAsker } from './ask/index.ts'
import { checksumsOf } from './cli/pack-checksums.ts'
import { SHIPPED_PLANS } from './cli/shipped-files.ts'
import type { Catalogue, Plan, PlanLibrary } from './domain/plan.ts'
import { createLibrary, loadPlanFolder } from './plans/index.ts'
import { CATALOGUE_CODE, loadPlans } from './usecases/load-plans.ts'
import type { Clock, Database, PlanStore, Secrets } from './usecases/ports.ts'

/** The packs in the database as everything else sees them; `reload` makes a newly loaded pack count at once. */
export interface LivePlans {
  readonly library: PlanLibrary
  readonly asker: Asker
  reload(): Promise<void>
}

/** Returns the plans of the database; none yet is an empty library. */
export async function openLivePlans(store: PlanStore): Promise<LivePlans> {
  let current = await readLibrary(store)
  let asker: Asker | undefined
  return {
    library: {
      get catalogue() {
        return current.catalogue
      },
      get plans() {
        return current.plans
      },
      element: (code) => current.element(code),
      indicator: (code) => current.indicator(code),
      form: (code) => current.form(code),
    },
    asker: {
      ask(question, context) {
        asker ??= createAsker(current)
        return asker.ask(question, context)
      },
    },
    async reload() {
      current = await readLibrary(store)
      asker = undefined
    },
  }
}

/** Packs were checked before they were stored. */
async function readLibrary(store: PlanStore): Promise<PlanLibrary> {
  const packs = await store.list()
  const catalogue = packs.find(({ code }) => code === CATALOGUE_CODE)?.content ?? {
    elements: [],
    indicators: [],
  }
  const plans = packs.filter(({ code }) => code !== CATALOGUE_CODE).map(({ content }) => content)
  return createLibrary(catalogue as Catalogue, plans as readonly Plan[])
}

/** Loads the plans the program comes with into a database that has none. */
export async function loadShippedPlans(database: Database, clock: Clock, secrets: Secrets): Promise<void> {
  if ((await database.plans.list()).length > 0) return
  const reading = await loadPlanFolder(SHIPPED_PLANS)
  if ('problems' in reading) throw new Error(`shipped plans: ${JSON.stringify(reading.problems[0])}`)
  await loadPlans({ database, clock }, 'cli', { ...reading, checksums: checksumsOf(reading, secrets) })
}
