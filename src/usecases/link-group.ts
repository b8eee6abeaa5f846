import { type Actor, scopeFor } from '../domain/access.ts'
import { DomainError } from '../domain/errors.ts'
import type { OrgUnit } from '../domain/org-unit.ts'
import { today } from './form-window.ts'
import type { Clock, Database, Group } from './ports.ts'
import { requireAlive } from './require-alive.ts'

/** What a channel knows of the group and of who asks, read from the channel itself and not from the message. */
export interface GroupSeen {
  readonly chatId: number
  readonly title: string
  readonly isPublic: boolean
  readonly askedBy: 'group-admin' | 'member' | 'anonymous'
  /** The topic it was asked in. */
  readonly threadId?: number
}

export interface LinkDeps {
  readonly database: Database
  readonly clock: Clock
  readonly timeZone: string
}

/**
 * Gives the group to a unit; its digests follow from the next week on.
 * Throws: group-is-public, anonymous-admin, group-admin-needed, unit-ended, unit-not-found (also for units out of reach).
 */
export async function linkGroup(
  deps: LinkDeps,
  actor: Actor,
  group: GroupSeen,
  unitCode: string,
): Promise<{ readonly group: Group; readonly unit: OrgUnit }> {
  requireTrusted(group)
  const scope = scopeFor(actor, 'link-group')
  const unit = await deps.database.units.findByCode(scope, unitCode)
  if (!unit) throw new DomainError('unit-not-found')
  requireAlive(unit, today(deps))
  const at = deps.clock.now()
  const linked = await deps.database.transaction(async (stores) => {
    await stores.groups.see(group.chatId, group.title, at)
    const row = await stores.groups.link(scope, group.chatId, unit.id, actor.person, at, group.threadId)
    await stores.audit.append({
      at,
      actor: actor.person,
      action: 'group.link',
      subject: row.id,
      after: { unit: unit.code },
    })
    return row
  })
  return { group: linked, unit }
}

/** Returns the units the actor may give a group to: those the roles are held for, and below them all that are no schools. */
export async function listLinkable(deps: LinkDeps, actor: Actor): Promise<readonly OrgUnit[]> {
  const scope = scopeFor(actor, 'link-group')
  if (scope.roots === 'everything') return []
  const found: OrgUnit[] = []
  for (const root of scope.roots) {
    const unit = await deps.database.units.find(scope, root)
    const below = await deps.database.units.listBelow(scope, root, today(deps))
    found.push(
      ...(unit ? [unit] : []),
      ...below.filter(({ kind }) => kind === 'district' || kind === 'cluster'),
    )
  }
  return [...new Map(found.map((unit) => [unit.id, unit])).values()]
}

export function requireTrusted({ isPublic, askedBy }: GroupSeen): void {
  if (isPublic) throw new DomainError('group-is-public')
  if (askedBy === 'anonymous') throw new DomainError('anonymous-admin')
  if (askedBy === 'member') throw new DomainError('group-admin-needed')
}
