import { type Actor, type Role, scopeToInvite, systemScope } from '../domain/access.ts'
import type { OrgUnit } from '../domain/org-unit.ts'
import { ROSTER_POSTS, roleOfPost } from '../domain/roster-post.ts'
import { searchKey } from '../domain/search-key.ts'
import type { Bound, InviteDeps } from './issue-invitation.ts'
import type { OpenInvitation, RosterContact } from './ports.ts'

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
  const cards: (Bound & { readonly unitName: string })[] = []
  for (const unit of units) {
    const invited = open.filter((each) => each.unit === unit.id)
    for (const contact of await deps.database.roster.ofUnit(unit.id)) {
      const role = roleOfPost(contact.post)
      const isOut = contact.post !== 'principal' && reached.get(role)?.has(unit.code) === true
      if (!isOut || invited.some((each) => each.role === role && isSame(each, contact))) continue
      if (await isIn(deps, role, unit, contact)) continue
      const { name: forName, phoneHash } = contact
      cards.push({ role, unit: unit.id, unitName: unit.name, forName, ...(phoneHash && { phoneHash }) })
    }
  }
  return cards
}

interface Known {
  readonly forName?: string
  readonly phoneHash?: string
}

const isSame = (known: Known, { name, phoneHash }: RosterContact): boolean =>
  known.phoneHash !== undefined && phoneHash !== undefined
    ? known.phoneHash === phoneHash
    : known.forName !== undefined && searchKey(known.forName) === searchKey(name)

async function isIn(
  { database }: InviteDeps,
  role: Role,
  unit: OrgUnit,
  contact: RosterContact,
): Promise<boolean> {
  for (const { id, name } of await database.people.holders(systemScope, unit.id, [role])) {
    const { phoneHash } = await database.personal.get(id)
    if (isSame({ forName: name, ...(phoneHash && { phoneHash }) }, contact)) return true
  }
  return false
}
