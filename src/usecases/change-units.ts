import { systemScope } from '../domain/access.ts'
import type { OrgUnitId, UnitChangeId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import { addDays, type LocalDate, localDateOf } from '../domain/local-date.ts'
import { type OrgUnit, UNIT_CODE } from '../domain/org-unit.ts'
import { getPeriod, periodEnd } from '../domain/period.ts'
import { planUnitChange } from '../domain/plan-unit-change.ts'
import { newUnitsOf, type UnitChangePlan, type UnitWish, unitsOfWish } from '../domain/unit-change.ts'
import { noticePerson } from './notice.ts'
import { auditedAs, type Operator, operatorScope } from './operator.ts'
import type { Clock, Database, Stores, UnitChangeEffects } from './ports.ts'
import { writeOrRehearse } from './rehearse.ts'

export interface ChangeUnitsDeps {
  readonly database: Database
  readonly clock: Clock
  readonly timeZone: string
}

/** What a change does, or would do. */
export interface UnitChangeOutcome extends UnitChangeEffects {
  /** Of a preview it is of no use. */
  readonly id: UnitChangeId
  readonly plan: UnitChangePlan
  /** Names of the units spoken of, by code. */
  readonly names: ReadonlyMap<string, string>
  /** Reports handed in by units that end, of periods that end later: as then, they are not expected any more. */
  readonly late: number
}

/**
 * Carries a change of units out, or shows what it would do: all in one transaction. Roles at a unit that ends are over, and those who
 * held them are told; figures stay where they are. Its groups go to the heir.
 * Throws: unit-not-found (also out of reach), not-allowed (a parent out of reach), day-too-far, code-invalid, and what planning and
 * writing refuse.
 */
export async function changeUnits(
  deps: ChangeUnitsDeps,
  by: Operator,
  wish: UnitWish,
  { apply }: { readonly apply: boolean },
): Promise<UnitChangeOutcome> {
  const at = deps.clock.now()
  requireDay(wish, localDateOf(at, deps.timeZone))
  for (const { code } of newUnitsOf(wish))
    if (!UNIT_CODE.test(code)) throw new DomainError('code-invalid', { code })
  return writeOrRehearse(deps.database, apply, async (stores) => {
    const scope = operatorScope(by, 'manage-units')
    const around = await stores.unitChanges.surroundings(scope, unitsOfWish(wish), wish.on)
    const plan = planUnitChange(wish, around)
    await requireParents(stores, by, plan)
    const effects = await stores.unitChanges.apply(wish, plan, auditedAs(by), at)
    await tellPeople(stores, effects, plan, around.units, at)
    await stores.audit.append({
      ...{ at, actor: auditedAs(by), action: `unit.${wish.kind}`, subject: `unit:${subjectOf(wish)}` },
      before: { units: [...around.units.values()].map(({ code, name }) => ({ code, name })) },
      after: { ...wish, change: effects.id },
    })
    const names = new Map(
      [...around.units.values(), ...newUnitsOf(wish)].map(({ code, name }) => [code, name]),
    )
    return { ...effects, plan, names, late: await countLate(stores, plan, around.units, wish.on) }
  })
}

/**
 * Takes a change back, as long as nothing stands on it; twice does it once. Those whose roles go on are told.
 * Throws: unit-not-found (also out of reach), not-undoable.
 */
export async function undoUnits(deps: ChangeUnitsDeps, by: Operator, id: UnitChangeId): Promise<UnitWish> {
  const at = deps.clock.now()
  return deps.database.transaction(async (stores) => {
    const change = await stores.unitChanges.find(operatorScope(by, 'manage-units'), id)
    if (!change) throw new DomainError('unit-not-found')
    const people = await stores.unitChanges.undo(id, auditedAs(by), at)
    if (people === undefined) return change.wish
    for (const person of people)
      await noticePerson(stores, await stores.people.get(person), 'unit-restored', {}, at)
    const subject = `unit:${subjectOf(change.wish)}`
    await stores.audit.append({
      at,
      actor: auditedAs(by),
      action: 'unit.undo',
      subject,
      before: { change: id },
    })
    return change.wish
  })
}

/** The unit a change is about, for the audit: the first that changes, else the one that is added. */
const subjectOf = (wish: UnitWish): string =>
  wish.kind === 'add' ? wish.unit.code : wish.kind === 'succeed' ? (wish.from[0] ?? '') : wish.unit

const DAYS_AHEAD = 366
const DAYS_BACK = 20 * 366

/** Names are of today or of the past; all else may be told up to a year ahead. */
function requireDay({ on, kind }: UnitWish, today: LocalDate): void {
  const latest = kind === 'rename' || kind === 'retype' ? today : addDays(today, DAYS_AHEAD)
  if (on > latest || on < addDays(today, -DAYS_BACK)) throw new DomainError('day-too-far')
}

/** Whoever changes a link has both its ends in reach: a unit is not taken from, or given to, another's. */
async function requireParents(stores: Stores, by: Operator, plan: UnitChangePlan): Promise<void> {
  const created = new Set(plan.create.map(({ code }) => code))
  const parents = [...plan.link, ...plan.unlink]
    .map(({ parent }) => parent)
    .filter((code) => !created.has(code))
  const wanted = [...new Set(parents)]
  const found = await stores.units.findByCodes(operatorScope(by, 'manage-units'), wanted)
  if (found.length < wanted.length) throw new DomainError('not-allowed')
}

async function tellPeople(
  stores: Stores,
  { people, id }: UnitChangeEffects & { readonly id: UnitChangeId },
  plan: UnitChangePlan,
  units: ReadonlyMap<string, OrgUnit>,
  at: Date,
): Promise<void> {
  const unit = plan.end.map((code) => units.get(code)?.name ?? code).join(', ')
  for (const person of people)
    await noticePerson(
      stores,
      await stores.people.get(person),
      'unit-ended',
      { unit },
      at,
      `unit-ended:${id}:${person}`,
    )
}

async function countLate(
  stores: Stores,
  plan: UnitChangePlan,
  units: ReadonlyMap<string, OrgUnit>,
  on: LocalDate,
): Promise<number> {
  if (plan.end.length === 0) return 0
  const ended: OrgUnitId[] = plan.end.flatMap((code) => units.get(code)?.id ?? [])
  const handedIn = await stores.submissions.list(systemScope, {
    units: ended,
    states: ['confirmed', 'accepted'],
  })
  return handedIn.filter(({ period }) => periodEnd(getPeriod(period)) >= on).length
}
