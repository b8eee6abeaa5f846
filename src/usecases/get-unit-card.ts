import { type Actor, heldUnits, scopeFor, scopeForAny } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import { addDays, type LocalDate, localDateOf, toLocalDate } from '../domain/local-date.ts'
import { hasEnded, type OrgUnit } from '../domain/org-unit.ts'
import type { UnitWish } from '../domain/unit-change.ts'
import type { ChangeUnitsDeps } from './change-units.ts'
import type { Database, UnitChange, UnitDetails } from './ports.ts'

/** A unit as those see it who may see its figures. */
export interface UnitCard extends UnitDetails {
  readonly unit: OrgUnit
  readonly hasEnded: boolean
  /** Newest first. */
  readonly changes: readonly UnitChange[]
  readonly mayChange: boolean
}

const CHANGES = 5

/** Returns the unit of a code; of one that has ended, as it was last. Throws: unit-not-found. */
export async function getUnitCard(deps: ChangeUnitsDeps, actor: Actor, code: string): Promise<UnitCard> {
  const { units, unitChanges } = deps.database
  const scope = seeing(actor)
  const today = localDateOf(deps.clock.now(), deps.timeZone)
  const unit = await units.findByCode(scope, code)
  if (!unit) throw new DomainError('unit-not-found', { unit: code })
  const details = await units.describe(scope, unit.id, dayOf(unit, today))
  if (!details) throw new DomainError('unit-not-found', { unit: code })
  const changes = await unitChanges.list(scope, unit.id, CHANGES)
  const mayChange = (await units.find(scopeFor(actor, 'manage-units'), unit.id)) !== undefined
  return {
    unit,
    ...details,
    changes,
    mayChange,
    hasEnded: hasEnded(unit, today),
  }
}

/** The last day of a unit that has ended, the first of one that is to come, else today. */
function dayOf(unit: OrgUnit, today: LocalDate): LocalDate {
  if (unit.validFrom > today) return toLocalDate(unit.validFrom)
  return hasEnded(unit, today) ? addDays(toLocalDate(unit.validTo ?? today), -1) : today
}

/** Returns units by part of their name or by their code, of those the actor may see. */
export async function searchUnits(
  { database }: { readonly database: Database },
  actor: Actor,
  text: string,
  limit: number,
): Promise<readonly OrgUnit[]> {
  const byCode = await database.units.findByCodes(seeing(actor), [text.trim(), text.trim().toUpperCase()])
  const byName = await database.units.search(seeing(actor), text, limit)
  return [...new Map([...byCode, ...byName].map((unit) => [unit.id, unit])).values()].slice(0, limit)
}

/** Returns the units the actor holds a role for that lets them see units; of the whole installation none in particular. */
export async function listOwnUnits(
  { database }: { readonly database: Database },
  actor: Actor,
): Promise<readonly OrgUnit[]> {
  const scope = seeing(actor)
  const found = await Promise.all(heldUnits(scope).map((held) => database.units.find(scope, held)))
  return found.filter((unit) => unit !== undefined)
}

const seeing = (actor: Actor) => scopeForAny(actor, 'see-progress', 'manage-units')

/** Returns the change that was made by just this wish and stands, so that a wish sent twice is carried out once. */
export async function findSameChange(
  { database }: { readonly database: Database },
  actor: Actor,
  wish: UnitWish,
  about: string,
): Promise<UnitChange | undefined> {
  const scope = scopeFor(actor, 'manage-units')
  const unit = await database.units.findByCode(scope, about)
  if (!unit) return undefined
  const standing = (await database.unitChanges.list(scope, unit.id, CHANGES)).filter(
    ({ undoneAt }) => !undoneAt,
  )
  return standing.find((change) => sameJson(change.wish, wish))
}

/** The database keeps the fields of JSON in an order of its own. */
const sameJson = (one: unknown, other: unknown): boolean => sorted(one) === sorted(other)

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([left], [right]) => left.localeCompare(right)))
      : each,
  )
