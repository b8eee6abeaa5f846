import { type Role, systemScope } from '../domain/access.ts'
import type { OrgUnitId } from '../domain/brand.ts'
import { localDateOf } from '../domain/local-date.ts'
import type { Person, Stores } from './ports.ts'

const OFFICE_ROLES: readonly Role[] = ['officer', 'admin']

/** Returns the holders of the first role (officers) nearest above the unit on that day, else of the next (administrators); empty when nobody is in yet. */
export async function findOffice(
  stores: Pick<Stores, 'units' | 'people'>,
  unit: OrgUnitId,
  on: string,
  roles: readonly Role[] = OFFICE_ROLES,
): Promise<readonly Person[]> {
  const path = await stores.units.path(unit, on)
  for (const role of roles) {
    const nearest = await findNearest(path, (above) => stores.people.holders(systemScope, above, [role]))
    if (nearest.length > 0) return nearest
  }
  return []
}

/** Returns those of the first unit of the path that has any; empty when none has. */
export async function findNearest<Found>(
  path: readonly OrgUnitId[],
  those: (unit: OrgUnitId) => Promise<readonly Found[]>,
): Promise<readonly Found[]> {
  for (const unit of path) {
    const found = await those(unit)
    if (found.length > 0) return found
  }
  return []
}

/** Returns the administrators nearest above the unit today, or its officers where there are none: who is told what the bot can't do by itself. */
export const findAdministrators = (
  stores: Pick<Stores, 'units' | 'people'>,
  unit: OrgUnitId,
  timeZone: string,
  at: Date,
): Promise<readonly Person[]> => findOffice(stores, unit, localDateOf(at, timeZone), ['admin', 'officer'])
