import { type Actor, scopeFor, scopeForAny, systemScope } from '../domain/access.ts'
import type { GroupId, OrgUnitId } from '../domain/brand.ts'
import type { Digest, ProgressRow } from '../domain/digest.ts'
import { type DigestSnapshot, knownValue, rowKey } from '../domain/digest-build.ts'
import { DomainError } from '../domain/errors.ts'
import { isoWeekOf } from '../domain/iso-week.ts'
import { localDateOf } from '../domain/local-date.ts'
import { getPeriod, type Period, periodAt, periodTypeOf, previousPeriod } from '../domain/period.ts'
import type { PlanLibrary } from '../domain/plan.ts'
import { discloseInGroup, rowsForGroup } from '../domain/small-counts.ts'
import { buildDigest } from './build-digest.ts'
import { choosePlan } from './choose-plan.ts'
import { countedOn } from './form-window.ts'
import { digestDeps } from './gather-reads.ts'
import { getProgress } from './get-progress.ts'
import type { Clock, Database, DigestRow, OwingUnit } from './ports.ts'

/** What a digest is about: of a group, with what the group was sent before, or of a unit on demand. */
export type DigestSubject = { readonly group: GroupId } | { readonly unit: OrgUnitId }

export interface OpenDigestDeps {
  readonly database: Database
  readonly library: PlanLibrary
  readonly clock: Clock
  readonly timeZone: string
}

/** A digest as it is now, opened in private. */
export interface OpenedDigest {
  readonly digest: Digest
  readonly unit: OrgUnitId
  /** group: the reader may see what everybody in the group sees, small counts hidden. */
  readonly disclosure: 'full' | 'group'
  /** Digests of the group, newest first; empty of a unit's. */
  readonly history: readonly DigestRow[]
}

const WEEKS_BACK = 12
const PERIODS_BACK = 3

/**
 * Returns the digest for one who may see the unit's progress, or is a member of the linked group it is posted in.
 * Throws: group-not-linked, not-allowed.
 */
export async function openDigest(
  deps: OpenDigestDeps,
  actor: Actor,
  subject: DigestSubject,
  isMember: (chatId: number) => Promise<boolean>,
): Promise<OpenedDigest> {
  const { database, clock, timeZone } = deps
  const group = 'group' in subject ? await database.groups.find(systemScope, subject.group) : undefined
  const unit = 'unit' in subject ? subject.unit : group?.unit
  if (unit === undefined) throw new DomainError('group-not-linked')
  const isSeen = (await database.units.find(scopeFor(actor, 'see-progress'), unit)) !== undefined
  if (!isSeen && !(group?.state === 'linked' && (await isMember(group.chatId))))
    throw new DomainError('not-allowed')
  const now = clock.now()
  const week = isoWeekOf(localDateOf(now, timeZone))
  const history = group ? await database.digests.latest(group.id, WEEKS_BACK) : []
  const previous = history.find((each) => each.week < week)?.snapshot as DigestSnapshot | undefined
  const digest = await buildDigest(digestDeps(deps), { unit, week, now, ...(previous && { previous }) })
  return { digest, unit, disclosure: isSeen ? 'full' : 'group', history }
}

/** Returns the rows the reader may see anything of. */
export const readableRows = ({ digest, disclosure }: OpenedDigest): readonly ProgressRow[] =>
  disclosure === 'full' ? digest.rows : rowsForGroup(digest.rows)

export interface MissingReports {
  readonly units: readonly OwingUnit[]
  /** False: the list holds the reader's own units alone. */
  readonly isWhole: boolean
}

/** Returns the units that have not reported, by name: all of them for those who chase them, else only the reader's own. */
export async function listMissing(
  deps: OpenDigestDeps,
  actor: Actor,
  { digest, unit }: OpenedDigest,
): Promise<MissingReports> {
  const { database, clock, timeZone } = deps
  const isWhole = (await database.units.find(scopeFor(actor, 'chase'), unit)) !== undefined
  const scope = isWhole ? scopeFor(actor, 'chase') : scopeForAny(actor, 'fill-form', 'confirm-submission')
  const on = localDateOf(clock.now(), timeZone)
  const plan = await choosePlan({ ...database, library: deps.library }, unit, {
    period: periodAt('year', on),
    on,
  })
  const local = await database.plans.localDeadlines()
  const period = getPeriod(digest.period)
  const forms = plan.forms.filter(
    (form) => form.for.kind === 'school' && form.periodType === periodTypeOf(period),
  )
  const found = await Promise.all(
    forms.map((form) =>
      database.reminders.owing(scope, {
        ...{ form: form.code, period, root: unit, ...form.for },
        on: countedOn(form, period, local),
      }),
    ),
  )
  const missing = found.flat().filter(({ isCounted }) => !isCounted)
  return { units: [...new Map(missing.map((each) => [each.unit.id, each])).values()], isWhole }
}

/** A figure of a moment; null: none was known. */
export interface SeriesPoint {
  readonly value: string | null
  readonly at: { readonly period: string } | { readonly week: string }
}

/** Returns what a row was in earlier periods, then in each week of this one, oldest first. */
export async function listSeries(
  deps: OpenDigestDeps,
  { digest, unit, disclosure, history }: OpenedDigest,
  row: ProgressRow,
): Promise<readonly SeriesPoint[]> {
  const now = deps.clock.now()
  const key = rowKey(row)
  const ofPeriod = async (period: Period): Promise<SeriesPoint> => {
    const { rows } = await getProgress(digestDeps(deps), { scope: systemScope, unit, period, now })
    const then = rows.find((each) => rowKey(each) === key)
    const isHidden = then === undefined || (disclosure === 'group' && discloseInGroup(then) === 'none')
    return { value: isHidden ? null : knownValue(then), at: { period } }
  }
  const before: Period[] = []
  for (let period = previousPeriod(getPeriod(digest.period)); before.length < PERIODS_BACK; ) {
    before.unshift(period)
    period = previousPeriod(period)
  }
  const periods = await Promise.all(before.map(ofPeriod))
  const weeks = history
    .filter((each) => (each.snapshot as DigestSnapshot).period === digest.period && each.week !== digest.week)
    .map(({ week, snapshot }): SeriesPoint => {
      const [value = null] = (snapshot as DigestSnapshot).rows[key] ?? []
      return { value, at: { week } }
    })
    .reverse()
  return [
    ...periods.filter(({ value }) => value !== null),
    ...weeks,
    { value: knownValue(row), at: { week: digest.week } },
  ]
}
