import { systemScope } from '../domain/access.ts'
import type { OrgUnitId } from '../domain/brand.ts'
import type { Digest } from '../domain/digest.ts'
import type { DigestSnapshot } from '../domain/digest-build.ts'
import { takeSnapshot } from '../domain/digest-build.ts'
import { isoWeekOf, weekStart } from '../domain/iso-week.ts'
import { addDays, instantOf, localDateOf } from '../domain/local-date.ts'
import type { PlanLibrary } from '../domain/plan.ts'
import { buildDigest } from './build-digest.ts'
import { digestDeps } from './gather-reads.ts'
import type { Clock, Database, Group, OutboxMessage } from './ports.ts'

export interface PostDigestsDeps {
  readonly database: Database
  readonly library: PlanLibrary
  readonly clock: Clock
  readonly timeZone: string
}

/** At most so many are read together, each question to the database asked once for all of them: asking costs more than they do. */
const TOGETHER = 2000
/** So many such readings are under way, as large as one another. */
const LANES = 2
const AT_ONCE = LANES * TOGETHER

/**
 * Queues the digest of every linked group that lacks its latest one; safe to run at any time and as often as one likes. One that
 * could not be sent until the next is due is dropped. A group linked after its hour begins with the week that follows.
 * Returns how many were queued. Throws: what kept single groups from theirs, once all others have theirs.
 */
export async function postDigests(deps: PostDigestsDeps): Promise<number> {
  const due = await listDue(deps)
  const problems: unknown[] = []
  let queued = 0
  for (const chunk of chunksOf(due, AT_ONCE)) {
    const built = await buildDigests(deps, chunk)
    for (const [place, each] of chunk.entries()) {
      const result = built[place]
      if (result?.status === 'fulfilled') queued += (await queueDigest(deps, each, result.value)) ? 1 : 0
      else problems.push(result?.reason)
    }
  }
  if (problems.length > 0) throw new AggregateError(problems, `${problems.length} digests could not be built`)
  return queued
}

/** A group whose digest of the week is to be posted, and what the last one left behind. */
interface DueDigest {
  readonly group: Group
  readonly unit: OrgUnitId
  readonly week: string
  readonly previous?: DigestSnapshot
}

async function listDue({ database, clock, timeZone }: PostDigestsDeps): Promise<readonly DueDigest[]> {
  const groups = (await database.groups.list(systemScope)).filter(({ state }) => state === 'linked')
  const lasts = await database.digests.lastOf(groups.map(({ id }) => id))
  return groups.flatMap((group): readonly DueDigest[] => {
    const week = dueWeek(group, clock.now(), timeZone)
    const last = lasts.get(group.id)
    if (group.unit === undefined || week === undefined || (last && last.week >= week)) return []
    const previous = last && { previous: last.snapshot as DigestSnapshot }
    return [{ group, unit: group.unit, week, ...previous }]
  })
}

/** Returns the digests in the order asked, or why one could not be built. */
export async function buildDigests(
  deps: PostDigestsDeps,
  due: readonly Pick<DueDigest, 'unit' | 'week' | 'previous'>[],
): Promise<readonly PromiseSettledResult<Digest>[]> {
  const now = deps.clock.now()
  const built: (readonly PromiseSettledResult<Digest>[])[] = []
  const rounds = Math.ceil(due.length / AT_ONCE)
  const chunks = chunksOf(due, Math.ceil(due.length / (rounds * LANES))).entries()
  const lane = async (): Promise<void> => {
    for (const [place, chunk] of chunks) built[place] = await buildTogether(deps, chunk, now)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  return built.flat()
}

function buildTogether(
  deps: PostDigestsDeps,
  due: readonly Pick<DueDigest, 'unit' | 'week' | 'previous'>[],
  now: Date,
): Promise<readonly PromiseSettledResult<Digest>[]> {
  const reads = digestDeps(deps)
  return Promise.allSettled(
    due.map(({ unit, week, previous }) =>
      buildDigest(reads, { unit, week, now, ...(previous && { previous }) }),
    ),
  )
}

const chunksOf = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, place) =>
    items.slice(place * size, (place + 1) * size),
  )

function queueDigest(
  { database, clock }: PostDigestsDeps,
  { group, week }: DueDigest,
  digest: Digest,
): Promise<boolean> {
  const now = clock.now()
  const isLeftOut = digest.isQuiet && group.skipQuiet
  const message: OutboxMessage = {
    chatId: group.chatId,
    ...(group.threadId !== undefined && { threadId: group.threadId }),
    kind: 'digest',
    params: { digest, group: group.id },
    locale: group.locale,
    priority: 2,
    dedupeKey: `digest:${group.id}:${week}`,
    notBefore: now,
  }
  return database.transaction(async (stores) => {
    await stores.outbox.supersede(group.chatId, 'digest', now)
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

/**
 * Returns the ISO week of the latest moment at which the group's digest was to be posted, whose digest is due until the next such
 * moment; undefined when the group was linked only after it, or muted then.
 */
function dueWeek(group: Group, now: Date, timeZone: string): string | undefined {
  const today = localDateOf(now, timeZone)
  for (const day of [today, addDays(today, -7)]) {
    const week = isoWeekOf(day)
    const monday = weekStart(week)
    const dueAt = monday && instantOf(addDays(monday, group.digestWeekday - 1), group.digestTime, timeZone)
    if (dueAt && dueAt <= now) return isFor(group, dueAt) ? week : undefined
  }
  return undefined
}

const isFor = ({ linkedAt, mutedUntil }: Group, dueAt: Date): boolean =>
  !(linkedAt && linkedAt > dueAt) && !(mutedUntil && mutedUntil > dueAt)
