import { type Actor, scopeFor } from '../domain/access.ts'
import type { GroupId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import { addDays, instantOf } from '../domain/local-date.ts'
import { today } from './form-window.ts'
import type { Clock, Database, DigestRow, Group, GroupSettings } from './ports.ts'

export interface GroupDeps {
  readonly database: Database
  readonly clock: Clock
  readonly timeZone: string
}

/** A group with the name of its unit and the digest it had last. */
export interface GroupStatus {
  readonly group: Group
  /** Absent: none is linked. */
  readonly unitName?: string
  readonly last?: DigestRow
}

/** Returns the groups of the actor's reach, by title. */
export async function listGroups(deps: GroupDeps, actor: Actor): Promise<readonly GroupStatus[]> {
  const groups = await deps.database.groups.list(scopeFor(actor, 'link-group'))
  return Promise.all(groups.map((group) => statusOf(deps, actor, group)))
}

/** Throws: group-not-linked when there is no such group in the actor's reach. */
export async function getGroup(deps: GroupDeps, actor: Actor, id: GroupId): Promise<GroupStatus> {
  const group = await deps.database.groups.find(scopeFor(actor, 'link-group'), id)
  if (!group) throw new DomainError('group-not-linked')
  return statusOf(deps, actor, group)
}

async function statusOf({ database }: GroupDeps, actor: Actor, group: Group): Promise<GroupStatus> {
  const unit = group.unit && (await database.units.find(scopeFor(actor, 'link-group'), group.unit))
  const last = await database.digests.last(group.id)
  return { group, ...(unit && { unitName: unit.name }), ...(last && { last }) }
}

/** Changes when and how a group gets its digest. Throws: group-not-linked. */
export async function configureGroup(
  deps: GroupDeps,
  actor: Actor,
  id: GroupId,
  settings: GroupSettings,
): Promise<GroupStatus> {
  const scope = scopeFor(actor, 'link-group')
  const before = await getGroup(deps, actor, id)
  await deps.database.transaction(async (stores) => {
    await stores.groups.configure(scope, id, settings)
    await stores.audit.append({
      ...{ at: deps.clock.now(), actor: actor.person, action: 'group.configure', subject: id },
      ...{ before: settingsOf(before.group), after: settings },
    })
  })
  return getGroup(deps, actor, id)
}

const settingsOf = ({ locale, digestWeekday, digestTime, skipQuiet, mutedUntil }: Group): GroupSettings => ({
  ...{ locale, digestWeekday, digestTime, skipQuiet },
  mutedUntil: mutedUntil ?? null,
})

const DAYS_OF_A_WEEK = 7

/** Keeps digests from a group to the end of the day that many weeks from now; 0: lets them through again. */
export const muteGroup = (deps: GroupDeps, actor: Actor, id: GroupId, weeks: number): Promise<GroupStatus> =>
  configureGroup(deps, actor, id, {
    mutedUntil:
      weeks > 0 ? instantOf(addDays(today(deps), weeks * DAYS_OF_A_WEEK), '23:59', deps.timeZone) : null,
  })

/** Takes the group from its unit; what it was sent stays. Throws: group-not-linked. */
export async function unlinkGroup(deps: GroupDeps, actor: Actor, id: GroupId): Promise<Group> {
  const { group } = await getGroup(deps, actor, id)
  await deps.database.transaction(async (stores) => {
    await stores.groups.unlink(scopeFor(actor, 'link-group'), group.chatId)
    await stores.audit.append({
      ...{ at: deps.clock.now(), actor: actor.person, action: 'group.unlink', subject: id },
      before: { unit: group.unit },
    })
  })
  return group
}
