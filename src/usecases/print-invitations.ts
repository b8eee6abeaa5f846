import { type Actor, scopeFor, scopeToInvite, systemScope } from '../domain/access.ts'
import type { InvitationId, OrgUnitId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import { localDateOf } from '../domain/local-date.ts'
import type { OrgUnit } from '../domain/org-unit.ts'
import { today } from './form-window.ts'
import { type Bound, type InviteDeps, issueInvitation } from './issue-invitation.ts'
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
    const fresh: InvitationCard[] = []
    for (const card of cards) fresh.push(await renew(stores, deps, actor, card, at))
    const after = { unit: unit.code, count: fresh.length }
    const subject = `unit:${unit.code}`
    await stores.audit.append({ at, actor: actor.person, action: 'invitation.print', subject, after })
    return fresh
  })
  const renewed = cards.filter(({ replaces }) => replaces !== undefined).length
  return { unit, renewed, added: cards.length - renewed, cards: printed }
}

async function renew(
  stores: Stores,
  deps: InviteDeps,
  actor: Actor,
  { replaces, unitName, ...bound }: PlannedCard,
  at: Date,
): Promise<InvitationCard> {
  if (replaces) await stores.invitations.revoke(scopeToInvite(actor, bound.role), replaces, at)
  const { link, expiresAt } = await issueInvitation(stores, deps, actor, bound, at)
  return {
    ...{ role: bound.role, unitName, link, expiresOn: localDateOf(expiresAt, deps.timeZone) },
    ...(bound.forName !== undefined && { forName: bound.forName }),
  }
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
  const vacant: OrgUnit[] = []
  for (const unit of units.filter(({ kind, id }) => kind === 'school' && !waiting.has(id))) {
    const isReached = (await database.units.find(scope, unit.id)) !== undefined
    const holders = isReached ? await database.people.holders(systemScope, unit.id, ['principal']) : [unit]
    if (holders.length === 0) vacant.push(unit)
  }
  return vacant
}

async function forPrincipals(
  { database }: InviteDeps,
  schools: readonly OrgUnit[],
): Promise<readonly PlannedCard[]> {
  const cards: PlannedCard[] = []
  for (const { id, name } of schools) {
    const contact = (await database.roster.ofUnit(id)).find(({ post }) => post === 'principal')
    cards.push({
      ...{ role: 'principal', unit: id, unitName: name },
      ...(contact?.name !== undefined && { forName: contact.name }),
      ...(contact?.phoneHash !== undefined && { phoneHash: contact.phoneHash }),
    })
  }
  return cards
}
