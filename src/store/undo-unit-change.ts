import type { PersonId, UnitChangeId } from '../domain/brand.ts'
import { DomainError } from '../domain/errors.ts'
import { searchKey } from '../domain/search-key.ts'
import type { RowsBefore } from './apply-unit-change.ts'
import type { Db } from './context.ts'

/**
 * Puts every row of the change back as it was; returns whose roles go on again, undefined when it was undone before. Units it had created never were, and give their code
 * back. Throws: not-undoable when the units have changed again, or something was reported, linked or given at a unit it created.
 */
export async function undoUnitChange(
  db: Db,
  id: UnitChangeId,
  by: PersonId | 'cli',
  at: Date,
): Promise<readonly PersonId[] | undefined> {
  const { count } = await db.unitChange.updateMany({
    where: { id, undoneAt: null },
    data: { undoneAt: at, undoneBy: by },
  })
  if (count === 0) return undefined
  const change = await db.unitChange.findUniqueOrThrow({ where: { id }, select: { before: true } })
  const before = change.before as unknown as RowsBefore
  await requireUntouched(db, id, before)
  await restoreUnits(db, before)
  await restoreLinks(db, before)
  await restorePeople(db, before)
  await db.unitSuccession.deleteMany({ where: { changeId: id } })
  return [...new Set(before.roles.map(({ personId }) => personId as PersonId))]
}

async function requireUntouched(
  db: Db,
  id: UnitChangeId,
  { created, ended, linked, relinked, groups }: RowsBefore,
): Promise<void> {
  const given = groups.map((group) => group.id)
  const made = [...linked, ...relinked.map((link) => link.id)]
  const [found] = await db.$queryRaw<{ isTouched: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "UnitChange" c JOIN "UnitChange" own ON own."id" = ${id}
        WHERE c."units" && own."units" AND c."id" > own."id" AND c."undoneAt" IS NULL)
      OR EXISTS (SELECT 1 FROM "Submission" s WHERE s."unitId" = ANY(${created}::text[]))
      OR EXISTS (SELECT 1 FROM "RoleAssignment" r WHERE r."unitId" = ANY(${created}::text[]))
      OR EXISTS (SELECT 1 FROM "Invitation" i WHERE i."unitId" = ANY(${created}::text[]) AND i."revokedAt" IS NULL)
      OR EXISTS (SELECT 1 FROM "Group" g WHERE g."unitId" = ANY(${created}::text[]) AND NOT g."id" = ANY(${given}::text[]))
      OR EXISTS (SELECT 1 FROM "UnitLink" l WHERE l."parentId" = ANY(${created}::text[]) AND NOT l."id" = ANY(${made}::text[]))
      OR EXISTS (SELECT 1 FROM "UnitLink" l WHERE l."id" = ANY(${made}::text[]) AND l."validTo" IS NOT NULL)
      OR EXISTS (SELECT 1 FROM "OrgUnit" u WHERE u."id" = ANY(${ended}::text[]) AND u."validTo" IS NULL) AS "isTouched"`
  if (found?.isTouched !== false) throw new DomainError('not-undoable')
}

async function restoreUnits(db: Db, { created, ended, described }: RowsBefore): Promise<void> {
  await db.orgUnit.updateMany({ where: { id: { in: [...ended] } }, data: { validTo: null } })
  for (const { id, name, kind, levels, version } of described) {
    const data = { name, kind, levels: [...levels], searchKey: searchKey(name) }
    await db.orgUnit.update({ where: { id }, data, select: { id: true } })
    if (version !== null) await db.unitVersion.delete({ where: { id: version }, select: { id: true } })
  }
  await db.$executeRaw`
    UPDATE "OrgUnit" SET "validTo" = "validFrom", "code" = "code" || '~' || left("id", 8) WHERE "id" = ANY(${created}::text[])`
}

async function restoreLinks(db: Db, { linked, relinked, unlinked }: RowsBefore): Promise<void> {
  await db.unitLink.deleteMany({ where: { id: { in: [...linked] } } })
  const rows = [...relinked, ...unlinked]
  await db.$executeRaw`
    UPDATE "UnitLink" l SET "validTo" = i."validTo", "parentId" = COALESCE(i."parentId", l."parentId")
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS i(id text, "validTo" date, "parentId" text) WHERE l."id" = i.id`
}

/** Roles that ended with the unit go on; groups come back, unless somebody has given them elsewhere since. */
async function restorePeople(db: Db, { roles, groups }: RowsBefore): Promise<void> {
  await db.$executeRaw`
    UPDATE "RoleAssignment" r SET "validTo" = i."validTo"
    FROM jsonb_to_recordset(${JSON.stringify(roles)}::jsonb) AS i(id text, "validTo" date) WHERE r."id" = i.id`
  await db.$executeRaw`
    UPDATE "Group" g SET "unitId" = i."unitId", "state" = 'linked'
    FROM jsonb_to_recordset(${JSON.stringify(groups)}::jsonb) AS i(id text, "unitId" text, "heirId" text)
    WHERE g."id" = i.id AND g."unitId" IS NOT DISTINCT FROM i."heirId"`
}
