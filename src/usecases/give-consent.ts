import { systemScope } from '../domain/access.ts'
import type { PersonId } from '../domain/brand.ts'
import { localDateOf } from '../domain/local-date.ts'
import { findOffice } from './find-office.ts'
import { noticePerson } from './notice.ts'
import type { Clock, Database, Person, Stores } from './ports.ts'

export interface ConsentDeps {
  readonly database: Database
  readonly clock: Clock
  readonly timeZone: string
}

/**
 * Keeps the person's answer to what is stored and why, and returns them. Saying no tells the office, which then enters the
 * figures on the unit's behalf; it can be said yes to later.
 */
export async function giveConsent(deps: ConsentDeps, person: PersonId, consents: boolean): Promise<Person> {
  const at = deps.clock.now()
  return deps.database.transaction(async (stores) => {
    await stores.people.setConsent(person, at, consents)
    const action = consents ? 'consent.give' : 'consent.decline'
    await stores.audit.append({ at, actor: person, action, subject: person })
    const answered = await stores.people.get(person)
    if (!consents) await tellOffice(stores, answered, localDateOf(at, deps.timeZone), at)
    return answered
  })
}

async function tellOffice(stores: Stores, person: Person, today: string, at: Date): Promise<void> {
  for (const { role, unit } of person.roles) {
    const named = await stores.units.find(systemScope, unit)
    const office = (await findOffice(stores, unit, today)).filter((each) => each.id !== person.id)
    const params = { person: person.id, name: person.name, role, unit: named?.name ?? '' }
    for (const each of office) {
      const dedupeKey = `consent-declined:${person.id}:${unit}:${each.id}:${at.getTime()}`
      await noticePerson(stores, each, 'consent-declined', params, at, dedupeKey)
    }
  }
}
