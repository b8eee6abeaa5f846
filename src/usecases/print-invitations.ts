import { type Actor, scopeFor, scopeToInvite, systemScope } from '../domain/access.ts'
import type { InvitationId, OrgUnitId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import { localDateOf } from '../domain/local-date.ts'
import type { OrgUnit } from '../domain/org-unit.ts'
import { today } from './form-window.ts'
import { type Bound, type InviteDeps, type Issued, issueInvitations } from './issue-invitation.ts'
import { listInvitations } from './list-invitations.ts'
import type { InvitationCard, Stores } from './ports.ts'
import { listNamed } from './roster-cards.ts'

/** What printing a unit's invitations would do. */
export interface SheetPlan {
  readonly unit: OrgUnit
  /** Open ones that are taken back and made anew, for their tokens are known to nobody. */
  readonly renewed: number
  /** For schools that have no principal and no invitation for one, and for others the office's list names. */
  readonly added: number
}

interface PlannedCard extends Bound {
  readonly unitName: string
  readonly replaces?: InvitationId
}

/** Returns what would be printed for the unit and all that reports to it. Throws: unit-not-found. */
export async function planSheet(deps: InviteDeps, actor: Actor, unitCode: string): Promise<SheetPlan> {
  const { unit, cards } = await planCards(deps, actor, unitCode)
  const renewed = cards.filter(({ replaces }) => replaces !== undefined).length
  return { unit, renewed, added: cards.length - renewed }
}

/**
 * Returns fresh invitations for everyone of the unit and of all that reports to it who has not come in yet; the ones they replace give nothing any
 * more. Throws: unit-not-found, nothing-to-print.
 */
export async function printSheet(
  deps: InviteDeps,
  actor: Actor,
  unitCode: string,
): Promise<SheetPlan & { readonly cards: readonly InvitationCard[] }> {
  const { unit, cards } = await planCards(deps, actor, unitCode)
  if (cards.length === 0) throw new DomainError('nothing-to-print')
  const at = deps.clock.now()
  const printed = await deps.database.transaction(async (stores) => {
    await revokeReplaced(stores, actor, cards, at)
    const bounds = cards.map(({ unitName: _, replaces: __, ...bound }) => bound)
    const issued = await issueInvitations(stores, deps, actor, bounds, at)
    const fresh = issued.flatMap((made, index) => cardOf(deps, made, cards[index]))
    const after = { unit: unit.code, count: fresh.length }
    const subject = `unit:${unit.code}`
    await stores.audit.append({ at, actor: actor.person, action: 'invitation.print', subject, after })
    return fresh
  })
  const renewed = cards.filter(({ replaces }) => replaces !== undefined).length
  return { unit, renewed, added: cards.length - renewed, cards: printed }
}

/** What may be taken back depends on the role. */
async function revokeReplaced(
  stores: Stores,
  actor: Actor,
  cards: readonly PlannedCard[],
  at: Date,
): Promise<void> {
  for (const role of new Set(cards.map((card) => card.role))) {
    const ids = cards.flatMap((card) => (card.role === role && card.replaces ? [card.replaces] : []))
    await stores.invitations.revokeAll(scopeToInvite(actor, role), ids, at)
  }
}

function cardOf(
  { timeZone }: InviteDeps,
  { link, expiresAt }: Issued,
  card: PlannedCard | undefined,
): readonly InvitationCard[] {
  if (!card) return []
  const { role, unitName, forName } = card
  const expiresOn = localDateOf(expiresAt, timeZone)
  return [{ role, unitName, link, expiresOn, ...(forName !== undefined && { forName }) }]
}

async function planCards(
  deps: InviteDeps,
  actor: Actor,
  unitCode: string,
): Promise<{ readonly unit: OrgUnit; readonly cards: readonly PlannedCard[] }> {
  const scope = scopeFor(actor, 'invite')
  const unit = await deps.database.units.findByCode(scope, unitCode)
  if (!unit) throw new DomainError('unit-not-found')
  const below = await deps.database.units.listBelow(scope, unit.id, today(deps))
  const units = new Map([unit, ...below].map((each) => [each.id, each]))
  const open = (await listInvitations(deps, actor)).filter(
    (each) => units.has(each.unit) && each.person === undefined,
  )
  const renewed = open.map(({ id, role, unit: of, unitName, forName, phoneHash }) => ({
    ...{ role, unit: of, unitName, replaces: id },
    ...(forName !== undefined && { forName }),
    ...(phoneHash !== undefined && { phoneHash }),
  }))
  const invited = new Set(open.filter(({ role }) => role === 'principal').map((each) => each.unit))
  const vacant = (await withoutPrincipal(deps, actor, [...units.values()])).filter(
    ({ id }) => !invited.has(id),
  )
  const named = await listNamed(deps, actor, [...units.values()], open)
  return { unit, cards: [...renewed, ...(await forPrincipals(deps, vacant)), ...named] }
}

/** Schools whose principal has neither come in nor waits for approval, where the actor may invite one. */
async function withoutPrincipal(
  { database }: InviteDeps,
  actor: Actor,
  units: readonly OrgUnit[],
): Promise<readonly OrgUnit[]> {
  const scope = scopeToInvite(actor, 'principal')
  const waiting = new Set<OrgUnitId>(
    (await database.people.listPending(scope))
      .filter(({ role }) => role === 'principal')
      .map(({ unit }) => unit),
  )
  const schools = units.filter(({ kind, id }) => kind === 'school' && !waiting.has(id))
  const codes = schools.map(({ code }) => code)
  const reached = new Set((await database.units.findByCodes(scope, codes)).map(({ id }) => id))
  const holders = await database.people.holdersOf(systemScope, [...reached])
  const headed = new Set(holders.filter(({ role }) => role === 'principal').map(({ unit }) => unit))
  return schools.filter(({ id }) => reached.has(id) && !headed.has(id))
}

async function forPrincipals(
  { database }: InviteDeps,
  schools: readonly OrgUnit[],
): Promise<readonly PlannedCard[]> {
  const contacts = await database.roster.ofUnits(schools.map(({ id }) => id))
  return schools.map(({ id, code, name }) => {
    const contact = contacts.find(({ unit, post }) => unit === code && post === 'principal')
    return {
      ...{ role: 'principal', unit: id, unitName: name },
      ...(contact?.name !== undefined && { forName: contact.name }),
      ...(contact?.phoneHash !== undefined && { phoneHash: contact.phoneHash }),
    }
  })
}
