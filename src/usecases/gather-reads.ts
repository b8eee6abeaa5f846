import { type Scope, systemScope } from '../domain/access.ts'
import type { OrgUnitId } from '../domain/brand.ts'
import type { PlanLibrary } from '../domain/plan.ts'
import { rememberFor } from '../domain/remember.ts'
import { gather } from './gather.ts'
import type { ManyStore, OrgUnitStore, PlanStore, TotalStore } from './ports.ts'

/** What a digest is read from. */
export interface DigestReads {
  readonly units: OrgUnitStore
  readonly totals: TotalStore
  readonly plans: PlanStore
}

/** Returns what digests are built from; those built at the same time are read together. */
export const digestDeps = (deps: {
  readonly database: DigestReads & { readonly many: ManyStore }
  readonly library: PlanLibrary
  readonly timeZone: string
}) => ({ ...gatherReads(deps.database), library: deps.library, timeZone: deps.timeZone })

/**
 * Returns reads that answer the digests built at the same time together, each kind of question by one statement for all units. What is
 * asked in another scope than the installation's, or in the view of now, is read one by one.
 */
export function gatherReads(stores: DigestReads & { readonly many: ManyStore }): DigestReads {
  const { units, totals, plans, many } = stores
  const isGathered = (scope: Scope): boolean => scope === systemScope
  const find = gather(noKey, (ids: readonly OrgUnitId[]) => many.find(ids))
  const findByCode = gather(noKey, (codes: readonly string[]) => many.findByCode(codes))
  const pathCodes = gather(dayOf, (asked: readonly UnitOnDay[]) => many.pathCodes(idsOf(asked), dayIn(asked)))
  const findAsOf = gather(dayOf, (asked: readonly UnitOnDay[]) => many.findAsOf(idsOf(asked), dayIn(asked)))
  const listParts = gather(dayOf, (asked: readonly UnitOnDay[]) => many.parts(idsOf(asked), dayIn(asked)))
  const sums = gather(askedOf, (inputs: readonly SumsInput[]) => many.sums(ofMany(inputs)))
  const counts = countOnce(gather(askedOf, (inputs: readonly CountsInput[]) => many.counts(ofMany(inputs))))
  const undecided = gather(
    ({ forms, on }: UndecidedInput) => `${forms.join(' ')} ${on}`,
    (inputs) => many.undecided(ofMany(inputs)),
  )
  const local = gather(noKey, async (all: readonly undefined[]) => {
    const deadlines = await plans.localDeadlines()
    return all.map(() => deadlines)
  })
  return {
    units: {
      ...units,
      find: (scope, id) => (isGathered(scope) ? find(id) : units.find(scope, id)),
      findByCode: (scope, code) => (isGathered(scope) ? findByCode(code) : units.findByCode(scope, code)),
      findAsOf: (scope, id, on) => (isGathered(scope) ? findAsOf({ id, on }) : units.findAsOf(scope, id, on)),
      pathCodes: (id, on) => pathCodes({ id, on }),
      listParts: (scope, id, on) =>
        isGathered(scope) ? listParts({ id, on }) : units.listParts(scope, id, on),
    },
    totals: {
      ...totals,
      sums: (scope, input) =>
        isGathered(scope) && input.view !== 'now' ? sums(input) : totals.sums(scope, input),
      counts: (scope, input) =>
        isGathered(scope) && input.view !== 'now' ? counts(input) : totals.counts(scope, input),
      undecided: (scope, input) => (isGathered(scope) ? undecided(input) : totals.undecided(scope, input)),
    },
    plans: { ...plans, localDeadlines: () => local(undefined) },
  }
}

interface UnitOnDay {
  readonly id: OrgUnitId
  readonly on: string
}

type SumsInput = Parameters<TotalStore['sums']>[1]
type CountsInput = Parameters<TotalStore['counts']>[1]
type UndecidedInput = Parameters<TotalStore['undecided']>[1]

type Counts = Awaited<ReturnType<TotalStore['counts']>>

/** What was counted for a unit's rows is known when its deadlines ask for it. */
function countOnce(count: (input: CountsInput) => Promise<Counts>): (input: CountsInput) => Promise<Counts> {
  const known = new Map<OrgUnitId, Map<string, Counts[number]>>()
  return async (input) => {
    const keys = keysOf(input.asked)
    const ofUnit = known.get(input.unit) ?? new Map<string, Counts[number]>()
    const found = keys.flatMap((key) => {
      const counts = ofUnit.get(key)
      return counts === undefined ? [] : [counts]
    })
    if (found.length === keys.length) return found
    const counted = await count(input)
    for (const [place, key] of keys.entries()) ofUnit.set(key, counted[place] ?? [])
    known.set(input.unit, ofUnit)
    return counted
  }
}

const keysOf = rememberFor((asked: CountsInput['asked']) => asked.map((each) => JSON.stringify(each)))

const noKey = (): string => ''
const dayOf = ({ on }: UnitOnDay): string => on
const idsOf = (asked: readonly UnitOnDay[]): readonly OrgUnitId[] => asked.map(({ id }) => id)
const dayIn = ([first]: readonly UnitOnDay[]): string => first?.on ?? ''

/** Units that go by the same plan are asked the very same. */
const askedOf = ({ asked }: { readonly asked: unknown }): unknown => asked

/** One input for all: they are alike but for the unit. */
function ofMany<Input extends { readonly unit: OrgUnitId }>(inputs: readonly Input[]) {
  const [first] = inputs
  if (first === undefined) throw new Error('nobody asks')
  return { ...first, units: inputs.map(({ unit }) => unit) }
}
