import type { Locale } from '../domain/text.ts'
import type { Clock, Database, LeaveGroup } from './ports.ts'

export interface UnlinkedDeps {
  readonly database: Database
  readonly clock: Clock
}

const DAY_MS = 86_400_000

/** Tells a group that is not linked, once, how to link it and that the bot leaves otherwise; nothing where it is linked or was told. */
export async function tellUnlinked(
  { database, clock }: UnlinkedDeps,
  chatId: number,
  locale: Locale,
): Promise<void> {
  const at = clock.now()
  await database.transaction(async (stores) => {
    if (!(await stores.groups.tell(chatId, at))) return
    const message = {
      chatId,
      kind: 'group-unlinked',
      params: {},
      locale,
      priority: 1,
      notBefore: at,
    } as const
    await stores.outbox.enqueue(message, at)
  })
}

/** Leaves the groups that were told a day ago and are not linked yet; returns how many. One that cannot be left now is tried again. */
export async function leaveUnlinked(
  deps: UnlinkedDeps & { readonly leaveGroup: LeaveGroup },
): Promise<number> {
  const { database, clock } = deps
  const at = clock.now()
  let left = 0
  for (const { id, chatId } of await database.groups.listToLeave(new Date(at.getTime() - DAY_MS))) {
    if (!(await deps.leaveGroup(chatId))) continue
    await database.groups.leave(chatId)
    await database.audit.append({ at, actor: 'system', action: 'group.leave', subject: id })
    left += 1
  }
  return left
}
