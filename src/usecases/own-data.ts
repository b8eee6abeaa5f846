import type { Actor } from '../domain/access.ts'
import type { AuditAction } from '../domain/audit-action.ts'
import type { PersonId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import { DELETION_GRACE_DAYS } from '../domain/retention.ts'
import { cleanText } from '../domain/search-key.ts'
import { findOffice } from './find-office.ts'
import { today } from './form-window.ts'
import { noticePerson } from './notice.ts'
import type {
  Clock,
  Database,
  HeldRole,
  Person,
  PersonalDataStore,
  PersonalRecord,
  Secrets,
} from './ports.ts'

export interface OwnDataDeps {
  readonly database: Database
  readonly clock: Clock
  readonly timeZone: string
  readonly secrets: Pick<Secrets, 'decryptPhone'>
}

/** All that is kept of a person, for that person. */
export interface OwnData {
  readonly record: PersonalRecord
  /** Digits with the country in front. */
  readonly phone?: string
  readonly roles: readonly HeldRole[]
  readonly looks: Awaited<ReturnType<PersonalDataStore['looks']>>
}

const DAY_MS = 86_400_000
const LOOKS_SHOWN = 50
const NAME_LENGTH = { min: 2, max: 80 }

/** Returns what is kept of the actor, and who looked at it. Throws: not-registered. */
export async function getOwnData({ database, secrets }: OwnDataDeps, actor: Actor): Promise<OwnData> {
  const record = await database.personal.get(actor.person)
  const roles = await database.people.rolesOf(actor.person)
  const looks = await database.personal.looks(actor.person, LOOKS_SHOWN)
  return { record, roles, looks, ...(record.phone && { phone: secrets.decryptPhone(record.phone) }) }
}

/** Corrects the actor's name. Throws: name-invalid. */
export async function correctName(deps: OwnDataDeps, actor: Actor, text: string): Promise<string> {
  const name = cleanText(text)
  const length = [...name].length
  if (length < NAME_LENGTH.min || length > NAME_LENGTH.max || !/\p{L}/u.test(name))
    throw new DomainError('name-invalid')
  await change(deps, actor.person, 'personal.rename', (store) => store.rename(actor.person, name))
  return name
}

export const forgetOwnPhone = (deps: OwnDataDeps, actor: Actor): Promise<void> =>
  change(deps, actor.person, 'personal.forget-phone', (store) => store.forgetPhone(actor.person))

/** Returns when only a pseudonym will be left; until then it can be taken back. The office is told that someone leaves. */
export async function askDeletion(deps: OwnDataDeps, actor: Actor): Promise<Date> {
  const at = deps.clock.now()
  const known = await deps.database.personal.get(actor.person)
  if (known.deleteAfter) return known.deleteAfter
  const due = new Date(at.getTime() + DELETION_GRACE_DAYS * DAY_MS)
  await change(deps, actor.person, 'personal.ask-deletion', (store) =>
    store.setDeleteAfter(actor.person, due),
  )
  await tellOffice(deps, await deps.database.people.get(actor.person), at)
  return due
}

export const keepData = (deps: OwnDataDeps, actor: Actor): Promise<void> =>
  change(deps, actor.person, 'personal.keep', (store) => store.setDeleteAfter(actor.person, null))

/** What was changed is audited by name of the field alone: the audit outlives the data. */
async function change(
  { database, clock }: OwnDataDeps,
  person: PersonId,
  action: AuditAction,
  work: (store: PersonalDataStore) => Promise<void>,
): Promise<void> {
  const at = clock.now()
  await database.transaction(async (stores) => {
    await work(stores.personal)
    await stores.audit.append({ at, actor: person, action, subject: person })
  })
}

async function tellOffice(deps: OwnDataDeps, person: Person, at: Date): Promise<void> {
  await deps.database.transaction(async (stores) => {
    for (const held of await stores.people.rolesOf(person.id))
      for (const officer of await findOffice(stores, held.unit, today(deps))) {
        if (officer.id === person.id) continue
        const params = { person: person.id, name: person.name, role: held.role, unit: held.unitName }
        await noticePerson(stores, officer, 'deletion-asked', params, at)
      }
  })
}
