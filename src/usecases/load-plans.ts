import { systemScope } from '../domain/access.ts'
import type { Catalogue, Plan, PlanUnit } from '../domain/plan.ts'
import { auditedAs, type Operator } from './operator.ts'
import type { Clock, Database, OrgUnitInput, StoredPack, Stores } from './ports.ts'

export const CATALOGUE_CODE = 'catalogue'

export interface LoadPlansDeps {
  readonly database: Database
  readonly clock: Clock
}

/** Packs as read and checked, with a checksum for each by its code (`catalogue`, `QY`). */
export interface PlanPacks {
  readonly catalogue: Catalogue
  readonly plans: readonly Plan[]
  readonly checksums: Readonly<Record<string, string>>
}

export interface PlansLoaded {
  /** Codes of packs that were new or different. */
  readonly loaded: readonly string[]
  readonly unchanged: readonly string[]
  readonly unitsCreated: number
}

/**
 * Stores the packs that are new or different and creates the units they are for, all or nothing; the same packs again change nothing.
 * Units that exist already keep their names and links.
 */
export async function loadPlans(deps: LoadPlansDeps, by: Operator, packs: PlanPacks): Promise<PlansLoaded> {
  const known = new Map((await deps.database.plans.list()).map((pack) => [pack.code, pack.checksum]))
  const all = storedPacks(packs)
  const fresh = all.filter((pack) => known.get(pack.code) !== pack.checksum)
  const unchanged = all.filter((pack) => !fresh.includes(pack)).map(({ code }) => code)
  if (fresh.length === 0) return { loaded: [], unchanged, unitsCreated: 0 }
  const at = deps.clock.now()
  return deps.database.transaction(async (stores) => {
    for (const pack of fresh) {
      await stores.plans.save(pack, at)
      const before = known.has(pack.code) ? { checksum: known.get(pack.code) } : undefined
      const after = { checksum: pack.checksum }
      const subject = `plan:${pack.code}`
      await stores.audit.append({
        at,
        actor: auditedAs(by),
        action: 'plan.load',
        subject,
        ...(before && { before }),
        after,
      })
    }
    return {
      loaded: fresh.map(({ code }) => code),
      unchanged,
      unitsCreated: await createUnits(stores, packs.plans),
    }
  })
}

const storedPacks = ({ catalogue, plans, checksums }: PlanPacks): readonly StoredPack[] => [
  {
    code: CATALOGUE_CODE,
    key: CATALOGUE_CODE,
    checksum: checksums[CATALOGUE_CODE] ?? '',
    content: catalogue,
  },
  ...plans.map((plan) => ({
    code: plan.code,
    key: plan.key,
    checksum: checksums[plan.code] ?? '',
    content: plan,
  })),
]

async function createUnits(stores: Stores, plans: readonly Plan[]): Promise<number> {
  const wanted = new Map<string, OrgUnitInput>()
  for (const plan of plans)
    for (const unit of plan.units)
      if (!wanted.has(unit.code) && !(await stores.units.findByCode(systemScope, unit.code)))
        wanted.set(unit.code, unitInput(unit, plan))
  if (wanted.size === 0) return 0
  return (await stores.units.save(parentsFirst(wanted))).created.length
}

const unitInput = (unit: PlanUnit, plan: Plan): OrgUnitInput => ({
  code: unit.code,
  name: unit.name,
  kind: unit.kind,
  levels: [],
  validFrom: `${plan.term.fromYear}-01-01`,
  ...(unit.parent !== undefined && { governance: unit.parent, reporting: unit.parent }),
})

function parentsFirst(units: ReadonlyMap<string, OrgUnitInput>): readonly OrgUnitInput[] {
  const ordered = new Set<OrgUnitInput>()
  const add = (unit: OrgUnitInput, below: readonly string[]): void => {
    const parent = unit.reporting === undefined ? undefined : units.get(unit.reporting)
    if (parent && !below.includes(parent.code)) add(parent, [...below, unit.code])
    ordered.add(unit)
  }
  for (const unit of units.values()) add(unit, [])
  return [...ordered]
}
