import { loadPlanFolder } from '../plans/index.ts'
import { type LoadPlansDeps, loadPlans, type PlansLoaded } from '../usecases/load-plans.ts'
import type { Secrets } from '../usecases/ports.ts'
import { checksumsOf } from './pack-checksums.ts'
import { SHIPPED_PLANS } from './shipped-files.ts'

/**
 * Loads the packs that come with the program into a database that has none yet; packs an administrator loaded are left alone.
 * Throws: Error when the shipped packs are not sound, which their tests rule out.
 */
export async function loadShippedPlans(
  deps: LoadPlansDeps & { readonly secrets: Pick<Secrets, 'hash'> },
): Promise<PlansLoaded | undefined> {
  if ((await deps.database.plans.list()).length > 0) return undefined
  const reading = await loadPlanFolder(SHIPPED_PLANS)
  if ('problems' in reading) throw new Error(`shipped plans: ${JSON.stringify(reading.problems[0])}`)
  return loadPlans(deps, 'cli', { ...reading, checksums: checksumsOf(reading, deps.secrets) })
}
