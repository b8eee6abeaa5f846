import { type Actor, type Role, scopeToInvite, systemScope } from '../domain/access.ts'
import type { OrgUnit } from '../domain/org-unit.ts'
import { ROSTER_POSTS, roleOfPost } from '../domain/roster-post.ts'
import { searchKey } from '../domain/search-key.ts'
import type { Bound, InviteDeps } from './issue-invitation.ts'
import type { OpenInvitation, RoleHolder, RosterContact } from './ports.ts'

/**
 * Returns whom else the office's list names for the units, beside heads of schools, and who has neither come in nor an open invitation:
 * known by the phone, or by the name where there is none.
 */
export async function listNamed(
  deps: InviteDeps,
  actor: Actor,
  units: readonly OrgUnit[],
  open: readonly OpenInvitation[],
): Promise<readonly (Bound & { readonly unitName: string })[]> {
  const codes = units.map(({ code }) => code)
  const reached = new Map<Role, ReadonlySet<string>>()
  for (const role of new Set(ROSTER_POSTS.map(roleOfPost))) {
    const found = await deps.database.units.findByCodes(scopeToInvite(actor, role), codes)
    reached.set(role, new Set(found.map(({ code }) => code)))
  }
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  const ids = units.map(({ id }) => id)
  const known = [...open, ...(await deps.database.people.holdersOf(systemScope, ids))]
  return (await deps.database.roster.ofUnits(ids)).flatMap((contact) => {
    const [unit, role] = [byCode.get(contact.unit), roleOfPost(contact.post)]
    const isOut = contact.post !== 'principal' && reached.get(role)?.has(contact.unit) === true
    if (!unit || !isOut) return []
    const isKnown = known.some((each) => each.unit === unit.id && each.role === role && isSame(each, contact))
    const { name: forName, phoneHash } = contact
    return isKnown
      ? []
      : [{ role, unit: unit.id, unitName: unit.name, forName, ...(phoneHash && { phoneHash }) }]
  })
}

/** Someone invited, or who holds the role. */
type Known = OpenInvitation | RoleHolder

function isSame(known: Known, { name, phoneHash }: RosterContact): boolean {
  if (known.phoneHash !== undefined && phoneHash !== undefined) return known.phoneHash === phoneHash
  const knownName = 'name' in known ? known.name : known.forName
  return knownName !== undefined && searchKey(knownName) === searchKey(name)
}
