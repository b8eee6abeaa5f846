import { type Role, systemScope } from '../domain/access.ts'
import type { OrgUnitId } from '../domain/brand.ts'
import { findAdministrators } from './find-office.ts'
import { noticePerson } from './notice.ts'
import type { Person, Stores } from './ports.ts'

const REPORTERS: readonly Role[] = ['teacher', 'principal', 'contributor']

/** Nothing reaches the person any more (blocked, deactivated, never started): those who look after their schools are told, once. */
export async function losePerson(
  stores: Stores,
  timeZone: string,
  telegramUserId: number,
  at: Date,
): Promise<void> {
  if (!(await stores.people.setBlocked(telegramUserId, at))) return
  const person = await stores.people.findByTelegram(telegramUserId)
  for (const { role, unit, state } of person?.roles ?? [])
    if (person && state === 'active' && REPORTERS.includes(role))
      await tellLost(stores, timeZone, person, role, unit, at)
}

async function tellLost(
  stores: Stores,
  timeZone: string,
  { name }: Person,
  role: Role,
  unit: OrgUnitId,
  at: Date,
): Promise<void> {
  const school = await stores.units.find(systemScope, unit)
  if (!school) return
  const left = (await stores.people.holders(systemScope, unit, REPORTERS)).length
  for (const admin of await findAdministrators(stores, unit, timeZone, at))
    await noticePerson(stores, admin, 'reporter-lost', { name, role, unit: school.name, left }, at)
}
