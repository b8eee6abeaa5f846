import { systemScope } from '../domain/access.ts'
import type { DigestSnapshot } from '../domain/digest-build.ts'
import { takeSnapshot } from '../domain/digest-build.ts'
import { isoWeekOf, weekStart } from '../domain/iso-week.ts'
import { addDays, instantOf, localDateOf } from '../domain/local-date.ts'
import type { PlanLibrary } from '../domain/plan.ts'
import { buildDigest } from './build-digest.ts'
import type { Clock, Database, Group } from './ports.ts'

export interface PostDigestsDeps {
  readonly database: Database
  readonly library: PlanLibrary
  readonly clock: Clock
  readonly timeZone: string
}

/**
 * Queues the digest of every linked group that lacks its one of this week, once its day and hour have come; safe to run at any
 * time and as often as one likes. A group linked after its hour begins with the week that follows.
 * Returns how many were queued.
 */
export async function postDigests(deps: PostDigestsDeps): Promise<number> {
  let queued = 0
  for (const group of await deps.database.groups.list(systemScope)) {
    if (group.state === 'linked' && (await postDigest(deps, group))) queued++
  }
  return queued
}

async function postDigest(deps: PostDigestsDeps, group: Group): Promise<boolean> {
  const { database, clock } = deps
  const now = clock.now()
  const week = dueWeek(group, now, deps.timeZone)
  if (group.unit === undefined || week === undefined) return false
  if (await database.digests.find(group.id, week)) return false
  const last = await database.digests.last(group.id)
  const previous = last?.snapshot as DigestSnapshot | undefined
  const digest = await buildDigest(
    { ...database, library: deps.library, timeZone: deps.timeZone },
    { unit: group.unit, week, now, ...(previous && { previous }) },
  )
  const isLeftOut = digest.isQuiet && group.skipQuiet
  return database.transaction(async (stores) => {
    const dedupeKey = `digest:${group.id}:${week}`
    const thread = group.threadId === undefined ? {} : { threadId: group.threadId }
    const message = {
      chatId: group.chatId,
      ...thread,
      kind: 'digest',
      params: { digest, group: group.id },
      locale: group.locale,
      priority: 2 as const,
      dedupeKey,
      notBefore: now,
    }
    const outbox = isLeftOut ? undefined : await stores.outbox.enqueue(message, now)
    const isNew = await stores.digests.add(group.id, {
      week,
      asOf: now,
      snapshot: takeSnapshot(digest),
      outcome: isLeftOut ? 'quiet' : 'posted',
      ...(outbox && { outbox }),
    })
    return isNew && !isLeftOut
  })
}

/** Returns the ISO week whose digest is due: its local day and hour have come, and the group was linked before them and not muted then. */
function dueWeek(group: Group, now: Date, timeZone: string): string | undefined {
  const week = isoWeekOf(localDateOf(now, timeZone))
  const monday = weekStart(week)
  if (monday === undefined) return undefined
  const dueAt = instantOf(addDays(monday, group.digestWeekday - 1), group.digestTime, timeZone)
  const isLinkedLater = group.linkedAt !== undefined && group.linkedAt > dueAt
  const isMuted = group.mutedUntil !== undefined && group.mutedUntil > dueAt
  return now >= dueAt && !isLinkedLater && !isMuted ? week : undefined
}
