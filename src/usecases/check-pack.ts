import { type Actor, isWithin, scopeFor, systemScope } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import { localDateOf } from '../domain/local-date.ts'
import type { PackProblem } from '../domain/pack-problem.ts'
import type { Plan } from '../domain/plan.ts'
import { diffPlans, type PlanDiff } from '../domain/plan-diff.ts'
import { CATALOGUE_CODE, loadPlans, type PlanPacks, type PlansLoaded } from './load-plans.ts'
import type { Clock, Database } from './ports.ts'

/** Reads a pack as people send it, over the catalogue that comes with the program; never a part of it. */
export type ReadPack = (file: {
  readonly name: string
  readonly bytes: Uint8Array
}) => Promise<{ readonly packs: PlanPacks } | { readonly problems: readonly PackProblem[] }>

export interface PackDeps {
  readonly database: Database
  readonly clock: Clock
  readonly timeZone: string
  readonly readPack: ReadPack
  /** Makes what was loaded count at once. */
  reloadPlans(): Promise<void>
}

export interface PackFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface PlanChange {
  readonly plan: Plan
  readonly isNew: boolean
  readonly diff: PlanDiff
}

/** What loading a pack would do. */
export type PackCheck =
  | { readonly kind: 'faulty'; readonly problems: readonly PackProblem[] }
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'sound'
      readonly changes: readonly PlanChange[]
      readonly changesCatalogue: boolean
      /** Names this very content, so that what is loaded is what was seen. */
      readonly checksum: string
    }

/** Reads the pack and compares it with what is loaded; changes nothing. Throws: not-allowed for a unit the actor does not answer for. */
export async function checkPack(deps: PackDeps, actor: Actor, file: PackFile): Promise<PackCheck> {
  const reading = await deps.readPack(file)
  if ('problems' in reading) return { kind: 'faulty', problems: reading.problems }
  const { packs } = reading
  await requireMayLoad(deps, actor, packs)
  const stored = new Map((await deps.database.plans.list()).map((pack) => [pack.code, pack]))
  const isChanged = (code: string) => stored.get(code)?.checksum !== packs.checksums[code]
  const changes = packs.plans
    .filter(({ code }) => isChanged(code))
    .map((plan) => {
      const before = stored.get(plan.code)?.content as Plan | undefined
      return { plan, isNew: before === undefined, diff: diffPlans(before, plan) }
    })
  const changesCatalogue = isChanged(CATALOGUE_CODE)
  if (changes.length === 0 && !changesCatalogue) return { kind: 'unchanged' }
  return { kind: 'sound', changes, changesCatalogue, checksum: checksumOf(packs) }
}

/** Loads a pack that was checked before. Throws: not-allowed, file-invalid when it is not the content that was seen. */
export async function loadPack(
  deps: PackDeps,
  actor: Actor,
  file: PackFile,
  checksum: string,
): Promise<PlansLoaded> {
  const reading = await deps.readPack(file)
  if ('problems' in reading || checksumOf(reading.packs) !== checksum) throw new DomainError('file-invalid')
  await requireMayLoad(deps, actor, reading.packs)
  const loaded = await loadPlans(deps, actor, reading.packs)
  await deps.reloadPlans()
  return loaded
}

const checksumOf = ({ checksums }: PlanPacks): string =>
  Object.entries(checksums)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, sum]) => sum.slice(0, SHORT))
    .join('')

/** Enough to tell two contents of one file apart. */
const SHORT = 16

/** The catalogue is everybody's; a plan belongs to its unit. */
async function requireMayLoad(
  { database, clock, timeZone }: PackDeps,
  actor: Actor,
  { plans }: PlanPacks,
): Promise<void> {
  const scope = scopeFor(actor, 'manage-plans')
  if (scope.roots === 'everything') return
  const on = localDateOf(clock.now(), timeZone)
  for (const plan of plans) {
    const unit = await database.units.findByCode(systemScope, plan.unit)
    const isTheirs = unit !== undefined && isWithin(scope, await database.units.path(unit.id, on))
    if (!isTheirs) throw new DomainError('not-allowed')
  }
  if (plans.length === 0) throw new DomainError('not-allowed')
}
