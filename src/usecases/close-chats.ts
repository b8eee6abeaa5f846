import type { PersonId } from '../domain/brand.ts'
import type { Stores } from './ports.ts'

/** Closes what a person has open in any chat, in the caller's transaction: a form begun with a role does not outlive it. Drafts stay. */
export async function closeChats(
  stores: Pick<Stores, 'people' | 'conversations'>,
  id: PersonId,
  at: Date,
): Promise<void> {
  const { telegramUserId } = await stores.people.get(id)
  if (telegramUserId !== undefined) await stores.conversations.endAll(telegramUserId, at)
}
