import { type Role, systemScope } from '../domain/access.ts'
import type { OrgUnitId, PersonId } from '../domain/brand.ts'
import type { Person, Stores } from './ports.ts'

/** Kinds of message the bot sends on its own account; each has a view that renders it when it is sent. */
export const NOTICE_KINDS = [
  'assigned',
  'part-done',
  'delegated',
  'unlock-asked',
  'unlock-decided',
  'on-behalf',
  'confirm-asked',
  'accepted',
  'returned',
  'invitation-claimed',
  'role-activated',
  'consent-declined',
  'unit-ended',
  'unit-restored',
  'access-requested',
  'role-refused',
  'role-ended',
  'post-left',
  'deletion-asked',
  'group-unlinked',
  'group-public',
  'question-asked',
  'question-answered',
  'answer-proposed',
  'answer-decided',
  'digest',
  'reminder',
  'in-doubt',
  'broadcast',
  'doubts',
  'group-trouble',
  'reporter-lost',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Queues one notice for a person's private chat, in the caller's transaction; nothing when they are not on Telegram. */
export async function noticePerson(
  stores: Stores,
  person: Person,
  kind: NoticeKind,
  params: object,
  at: Date,
  dedupeKey?: string,
): Promise<void> {
  if (person.telegramUserId === undefined) return
  await stores.outbox.enqueue(
    {
      chatId: person.telegramUserId,
      kind,
      params,
      locale: person.locale,
      priority: 1,
      notBefore: at,
      ...(dedupeKey && { dedupeKey }),
    },
    at,
  )
}

/** Queues the notice for every holder of the roles at exactly this unit, but the one who caused it. */
export async function noticeHolders(
  stores: Stores,
  unit: OrgUnitId,
  roles: readonly Role[],
  kind: NoticeKind,
  params: object,
  at: Date,
  except: readonly PersonId[] = [],
): Promise<number> {
  const holders = (await stores.people.holders(systemScope, unit, roles)).filter(
    (person) => !except.includes(person.id),
  )
  for (const person of holders) await noticePerson(stores, person, kind, params, at)
  return holders.length
}
