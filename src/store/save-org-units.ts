import { randomUUID } from 'node:crypto'
import { DomainError } from '../domain/errors.ts'
import type { LinkKind } from '../domain/org-unit.ts'
import { searchKey } from '../domain/search-key.ts'
import type { OrgUnitInput } from '../usecases/ports.ts'
import type { Db } from './context.ts'
import { refuseCircles } from './refuse-circles.ts'

interface Saved {
  readonly created: readonly string[]
  readonly changed: readonly string[]
}

/** After so many new rows the planner has to learn of them at once, or it takes them one by one where it should not. */
const MANY = 100

interface LinkInput {
  readonly id: string
  readonly kind: LinkKind
  readonly child: string
  readonly parent: string
  readonly from: string
}

/**
 * Returns the codes of the units that were created, and of the others that were changed or linked anew. Saving the same again changes
 * nothing. A new parent ends the link there was on the day the new one begins, and holds until the next that is known already; what a
 * unit was before stays as a version for the days before. Throws: unit-not-found for a parent nobody knows, unit-circle.
 */
export async function saveUnits(db: Db, units: readonly OrgUnitInput[]): Promise<Saved> {
  await keepVersions(db, units)
  const written = await writeUnits(db, units)
  const relinked = await writeLinks(db, units.flatMap(linksOf))
  if (written.length >= MANY) await db.$executeRaw`ANALYZE "OrgUnit", "UnitLink"`
  const created = new Set(written.filter((unit) => unit.isNew).map((unit) => unit.code))
  const touched = new Set([...written.map((unit) => unit.code), ...relinked])
  return { created: [...created], changed: [...touched].filter((code) => !created.has(code)) }
}

/** What changes from a later day than the unit, or its last change, began. */
const keepVersions = (db: Db, units: readonly OrgUnitInput[]): Promise<number> => db.$executeRaw`
  INSERT INTO "UnitVersion" ("id", "unitId", "name", "kind", "levels", "validFrom", "validTo")
  SELECT gen_random_uuid()::text, u."id", u."name", u."kind", u."levels", s.start, i."validFrom"
  FROM jsonb_to_recordset(${JSON.stringify(units)}::jsonb) AS i(code text, name text, kind text, levels jsonb, "validFrom" date)
  JOIN "OrgUnit" u ON u."code" = i.code CROSS JOIN LATERAL (
    SELECT COALESCE(max(w."validTo"), u."validFrom") AS start FROM "UnitVersion" w WHERE w."unitId" = u."id") s
  WHERE s.start < i."validFrom"
    AND (u."name", u."kind", u."levels") IS DISTINCT FROM (i.name, i.kind, ARRAY(SELECT jsonb_array_elements_text(i.levels)))`

const writeUnits = (db: Db, units: readonly OrgUnitInput[]): Promise<{ code: string; isNew: boolean }[]> => {
  const rows = units.map((unit) => ({ ...unit, id: randomUUID(), key: searchKey(unit.name) }))
  return db.$queryRaw`
    INSERT INTO "OrgUnit" AS u ("id", "code", "name", "searchKey", "kind", "levels", "validFrom")
    SELECT i.id, i.code, i.name, i.key, i.kind, ARRAY(SELECT jsonb_array_elements_text(i.levels)), i."validFrom"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS i(id text, code text, name text, key text, kind text, levels jsonb, "validFrom" date)
    ON CONFLICT ("code") DO UPDATE SET "name" = EXCLUDED."name", "searchKey" = EXCLUDED."searchKey",
      "kind" = EXCLUDED."kind", "levels" = EXCLUDED."levels"
    WHERE (u."name", u."kind", u."levels") IS DISTINCT FROM (EXCLUDED."name", EXCLUDED."kind", EXCLUDED."levels")
    RETURNING u."code", u.xmax = 0 AS "isNew"`
}

function linksOf(unit: OrgUnitInput): LinkInput[] {
  const kinds: readonly LinkKind[] = ['governance', 'reporting']
  return kinds.flatMap((kind) => {
    const parent = unit[kind]
    return parent === undefined
      ? []
      : [{ id: randomUUID(), kind, child: unit.code, parent, from: unit.validFrom }]
  })
}

/** Returns the codes of the units that have another parent now than they had. */
async function writeLinks(db: Db, links: readonly LinkInput[]): Promise<string[]> {
  await refuseUnknownParents(db, links)
  const rows = JSON.stringify(links)
  await db.$executeRaw`
    UPDATE "UnitLink" l SET "validTo" = i."from"
    FROM jsonb_to_recordset(${rows}::jsonb) AS i(kind text, child text, parent text, "from" date), "OrgUnit" c, "OrgUnit" p
    WHERE c."code" = i.child AND p."code" = i.parent AND l."kind" = i.kind AND l."childId" = c."id"
      AND l."parentId" <> p."id" AND l."validFrom" < i."from" AND (l."validTo" IS NULL OR l."validTo" > i."from")`
  const written = await db.$queryRaw<{ code: string }[]>`
    INSERT INTO "UnitLink" AS l ("id", "kind", "childId", "parentId", "validFrom", "validTo")
    SELECT i.id, i.kind, c."id", p."id", i."from", (SELECT min(n."validFrom") FROM "UnitLink" n
      WHERE n."kind" = i.kind AND n."childId" = c."id" AND n."validFrom" > i."from")
    FROM jsonb_to_recordset(${rows}::jsonb) AS i(id text, kind text, child text, parent text, "from" date)
    JOIN "OrgUnit" c ON c."code" = i.child JOIN "OrgUnit" p ON p."code" = i.parent
    WHERE NOT EXISTS (SELECT 1 FROM "UnitLink" o WHERE o."kind" = i.kind AND o."childId" = c."id" AND o."parentId" = p."id"
      AND o."validFrom" <= i."from" AND (o."validTo" IS NULL OR o."validTo" > i."from"))
    ON CONFLICT ("kind", "childId", "validFrom") DO UPDATE SET "parentId" = EXCLUDED."parentId"
    RETURNING (SELECT c."code" FROM "OrgUnit" c WHERE c."id" = l."childId") AS code`
  const codes = written.map((link) => link.code)
  await refuseCircles(db, codes)
  return codes
}

async function refuseUnknownParents(db: Db, links: readonly LinkInput[]): Promise<void> {
  const parents = [...new Set(links.map((link) => link.parent))]
  const [unknown] = await db.$queryRaw<{ code: string }[]>`
    SELECT p.code FROM unnest(${parents}::text[]) AS p(code)
    WHERE NOT EXISTS (SELECT 1 FROM "OrgUnit" u WHERE u."code" = p.code) LIMIT 1`
  if (unknown !== undefined) throw new DomainError('unit-not-found', { unit: unknown.code })
}
