import type { OrgUnitId, PersonId, UnitChangeId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import { searchKey } from '../domain/search-key.ts'
import { type HeldLink, type UnitChangePlan, type UnitWish, unitsOfWish } from '../domain/unit-change.ts'
import type { UnitChangeEffects } from '../usecases/ports.ts'
import type { Prisma } from './client/client.ts'
import type { Db } from './context.ts'
import { endRolesOf, type RoleBefore } from './end-roles.ts'
import { refuseCircles } from './refuse-circles.ts'
import { type GroupBefore, settleEndedUnits } from './settle-ended-units.ts'

export interface Applying {
  readonly wish: UnitWish
  readonly plan: UnitChangePlan
  readonly by: PersonId | 'cli'
  readonly at: Date
  readonly today: string
}

/** The rows a change touched, as they were; kept as JSON to put them back. */
export interface RowsBefore {
  readonly created: readonly string[]
  readonly ended: readonly string[]
  readonly described: readonly DescribedBefore[]
  readonly unlinked: readonly { readonly id: string; readonly validTo: string | null }[]
  /** Links that began on the very day and lead elsewhere now. */
  readonly relinked: readonly {
    readonly id: string
    readonly parentId: string
    readonly validTo: string | null
  }[]
  readonly linked: readonly string[]
  readonly roles: readonly RoleBefore[]
  readonly groups: readonly GroupBefore[]
}

interface DescribedBefore {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly levels: readonly string[]
  /** The version that keeps it for the days before; null: there are none. */
  readonly version: string | null
}

/** Carries the plan out and returns what it meant. Throws: code-taken, unit-circle. */
export async function applyUnitChange(
  db: Db,
  applying: Applying,
): Promise<{ readonly id: UnitChangeId } & UnitChangeEffects> {
  const { wish, plan, at, today } = applying
  const created = await createUnits(db, plan, wish.on)
  const idOf = await readIds(db, wish, plan)
  const ended = plan.end.map(idOf)
  const described = await describeUnits(db, plan, wish.on)
  await db.orgUnit.updateMany({ where: { id: { in: ended } }, data: { validTo: dateOf(wish.on) } })
  const links = await writeLinks(db, plan, wish.on, idOf)
  await refuseCircles(db, [...new Set(plan.link.map(({ child }) => child))])
  const id = await recordChange(db, applying, idOf)
  const isAhead = wish.on > today
  const roles = await endRolesOf(db, ended, isAhead ? wish.on : today)
  const settled = isAhead ? { groups: [] } : await settleEndedUnits(db, today, at)
  const groups = settled.groups.filter(({ unitId }) => ended.includes(unitId as OrgUnitId))
  const before: RowsBefore = { created, ended, described, ...links, roles, groups }
  await db.unitChange.update({ where: { id }, data: { before: before as unknown as Prisma.InputJsonObject } })
  return {
    id,
    moved: new Set(plan.unlink.map(({ child }) => child).filter((child) => !plan.end.includes(child))).size,
    people: [...new Set(roles.map(({ personId }) => personId as PersonId))],
    groups: groups.length,
    drafts: await countDrafts(db, ended),
  }
}

const dateOf = (day: string): Date => new Date(`${day}T00:00:00Z`)

async function createUnits(db: Db, { create }: UnitChangePlan, on: string): Promise<string[]> {
  const codes = create.map(({ code }) => code)
  const taken = await db.orgUnit.findFirst({ where: { code: { in: codes } }, select: { code: true } })
  const twice = codes.find((code, index) => codes.indexOf(code) !== index)
  if (taken !== null || twice !== undefined)
    throw new DomainError('code-taken', { code: taken?.code ?? twice ?? '' })
  const made = await db.orgUnit.createManyAndReturn({
    data: create.map((unit) => ({
      ...unit,
      levels: [...unit.levels],
      searchKey: searchKey(unit.name),
      validFrom: dateOf(on),
    })),
    select: { id: true },
  })
  return made.map(({ id }) => id)
}

async function readIds(db: Db, wish: UnitWish, plan: UnitChangePlan): Promise<(code: string) => OrgUnitId> {
  const linked = [...plan.link, ...plan.unlink].flatMap(({ child, parent }) => [child, parent])
  const codes = new Set([...unitsOfWish(wish), ...plan.create.map(({ code }) => code), ...linked])
  const rows = await db.orgUnit.findMany({
    where: { code: { in: [...codes] } },
    select: { id: true, code: true },
  })
  const ids = new Map(rows.map(({ id, code }) => [code, id as OrgUnitId]))
  return (code) => {
    const id = ids.get(code)
    if (id === undefined) throw new DomainError('unit-not-found', { unit: code })
    return id
  }
}

/** What differs from a later day than the unit, or its last change, began is kept as a version of the days before. */
async function describeUnits(db: Db, { describe }: UnitChangePlan, on: string): Promise<DescribedBefore[]> {
  const before: DescribedBefore[] = []
  for (const { code, isCorrection, ...now } of describe) {
    const unit = await db.orgUnit.findUniqueOrThrow({
      where: { code },
      include: { versions: { orderBy: { validTo: 'desc' }, take: 1 } },
    })
    const { id, name, kind, levels } = unit
    const validFrom = unit.versions[0]?.validTo ?? unit.validFrom
    const isKept = !isCorrection && validFrom < dateOf(on)
    const version = isKept
      ? await db.unitVersion.create({
          data: { unitId: id, name, kind, levels, validFrom, validTo: dateOf(on) },
          select: { id: true },
        })
      : null
    const data = { ...now, levels: [...now.levels], searchKey: searchKey(now.name) }
    await db.orgUnit.update({ where: { id }, data, select: { id: true } })
    before.push({ id, name, kind, levels, version: version?.id ?? null })
  }
  return before
}

async function writeLinks(
  db: Db,
  plan: UnitChangePlan,
  on: string,
  idOf: (code: string) => OrgUnitId,
): Promise<Pick<RowsBefore, 'unlinked' | 'relinked' | 'linked'>> {
  const rowsOf = (links: readonly HeldLink[]) =>
    JSON.stringify(
      links.map(({ kind, child, parent }) => ({ kind, child: idOf(child), parent: idOf(parent) })),
    )
  const wanted = rowsOf(plan.link)
  const relinked = await db.$queryRaw<RowsBefore['relinked'][number][]>`
    SELECT l."id", l."parentId", l."validTo"::text FROM jsonb_to_recordset(${wanted}::jsonb) AS i(kind text, child text)
    JOIN "UnitLink" l ON l."kind" = i.kind AND l."childId" = i.child AND l."validFrom" = ${on}::date`
  const unlinked = await db.$queryRaw<RowsBefore['unlinked'][number][]>`
    WITH held AS MATERIALIZED (
      SELECT l."id", l."validTo" FROM jsonb_to_recordset(${rowsOf(plan.unlink)}::jsonb) AS i(kind text, child text, parent text)
      JOIN "UnitLink" l ON l."kind" = i.kind AND l."childId" = i.child AND l."parentId" = i.parent
        AND l."validFrom" <= ${on}::date AND (l."validTo" IS NULL OR l."validTo" > ${on}::date)),
    ended AS (UPDATE "UnitLink" l SET "validTo" = ${on}::date FROM held h WHERE l."id" = h."id")
    SELECT "id", "validTo"::text FROM held`
  const written = await db.$queryRaw<{ id: string }[]>`
    INSERT INTO "UnitLink" ("id", "kind", "childId", "parentId", "validFrom")
    SELECT gen_random_uuid()::text, i.kind, i.child, i.parent, ${on}::date
    FROM jsonb_to_recordset(${wanted}::jsonb) AS i(kind text, child text, parent text)
    ON CONFLICT ("kind", "childId", "validFrom") DO UPDATE SET "parentId" = EXCLUDED."parentId", "validTo" = NULL
    RETURNING "id"`
  const isNew = ({ id }: { readonly id: string }) => !relinked.some((link) => link.id === id)
  return { relinked, unlinked: unlinked.filter(isNew), linked: written.filter(isNew).map(({ id }) => id) }
}

async function recordChange(
  db: Db,
  { wish, plan, by, at }: Applying,
  idOf: (code: string) => OrgUnitId,
): Promise<UnitChangeId> {
  const touched = [
    ...unitsOfWish(wish),
    ...plan.create.map(({ code }) => code),
    ...plan.unlink.map(({ child }) => child),
  ]
  const { decision } = wish
  const { id } = await db.unitChange.create({
    data: {
      kind: wish.kind,
      on: dateOf(wish.on),
      ...(decision && { decisionNumber: decision.number }),
      ...(decision?.on && { decisionOn: dateOf(decision.on) }),
      units: [...new Set(touched)].map(idOf),
      wish: wish as unknown as Prisma.InputJsonObject,
      before: {},
      madeBy: by,
      madeAt: at,
      successions: {
        create: plan.successions.map(({ from, to, isHeir }) => ({
          ...{ fromId: idOf(from), toId: idOf(to), isHeir },
          on: dateOf(wish.on),
        })),
      },
    },
    select: { id: true },
  })
  return id as UnitChangeId
}

const countDrafts = (db: Db, units: readonly string[]): Promise<number> =>
  db.submission.count({
    where: { unitId: { in: [...units] }, state: { in: ['draft', 'submitted', 'returned'] } },
  })
