import type { Scope } from '../domain/access.ts'
import type { UnitView } from '../domain/org-unit.ts'
import type { Asked } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import { idsBelow, idsNow, isValidOn, wasInScope } from './scope-sql.ts'

/** Whose reports are asked for. */
export interface Reporting {
  readonly unit: string
  readonly kind: string
  /** Day on which a unit must exist to be expected. */
  readonly on: string
  readonly view?: UnitView
}

/**
 * A query for the units of the kind that existed on the day and are below the unit, itself included: by the links of that day, or
 * in the view of now by those of today. Columns: id, code, name, kind, levels as they were on the day, validFrom, validTo.
 */
export const unitsReporting = (
  scope: Scope,
  { unit, kind, on, view = 'then' }: Reporting,
  today: string,
): Prisma.Sql => Prisma.sql`
  SELECT * FROM (${unitsAsOf(on)}) u
  WHERE u."id" IN (${view === 'then' ? idsBelow([unit], on) : idsNow([unit], today)}) AND u."kind" = ${kind}
    AND ${isValidOn('u', on)} AND ${wasInScope(scope, 'u."id"', on, today)}`

/** A query for all units with the name, kind and levels they had on the day. */
export const unitsAsOf = (on: string): Prisma.Sql => Prisma.sql`
  SELECT o."id", o."code", COALESCE(w."name", o."name") AS "name", COALESCE(w."kind", o."kind") AS "kind",
    COALESCE(w."levels", o."levels") AS "levels", o."validFrom", o."validTo"
  FROM "OrgUnit" o LEFT JOIN "UnitVersion" w ON w."unitId" = o."id" AND ${isValidOn('w', on)}`

/**
 * A query for the units that existed on each of the days and were below each of the roots, those included: root (its place among
 * them, from 1), "on", id, kind and levels as they were then.
 */
export const unitsBelowEach = (roots: readonly string[], days: readonly string[]): Prisma.Sql =>
  unitsThen(Prisma.sql`WITH RECURSIVE below(root, "on", id) AS (
    SELECT place::int, d, r FROM unnest(${roots}::text[]) WITH ORDINALITY AS each(r, place), unnest(${days}::date[]) d
    UNION
    SELECT b.root, b."on", l."childId" FROM below b
    JOIN "UnitLink" l ON l."parentId" = b.id AND l."kind" = 'reporting' AND ${isValidOn('l', Prisma.sql`b."on"`)}
  ) SELECT root, "on", id FROM below`)

/** The same for one unit in a scope, in either view. */
export function unitsBelow(
  scope: Scope,
  { unit, days, view = 'then' }: { unit: string; days: readonly string[]; view?: UnitView | undefined },
  today: string,
): Prisma.Sql {
  const units =
    view === 'then'
      ? unitsBelowEach([unit], days)
      : unitsThen(Prisma.sql`SELECT 1 AS root, d AS "on", now.id
          FROM (${idsNow([unit], today)}) now(id), unnest(${days}::date[]) d`)
  if (scope.roots === 'everything') return units
  const seen = days.map(
    (day) => Prisma.sql`u."on" = ${day}::date AND ${wasInScope(scope, 'u."id"', day, today)}`,
  )
  return Prisma.sql`SELECT * FROM (${units}) u WHERE ${Prisma.join(seen, ' OR ')}`
}

/** The days on which the units of what is asked are counted. */
export const daysOf = (asked: readonly Pick<Asked, 'on'>[]): readonly string[] => [
  ...new Set(asked.map(({ on }) => on)),
]

const unitsThen = (ids: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT b.root, b."on", o."id", COALESCE(w."kind", o."kind") AS "kind", COALESCE(w."levels", o."levels") AS "levels"
  FROM (${ids}) b JOIN "OrgUnit" o ON o."id" = b.id AND ${isValidOn('o', Prisma.sql`b."on"`)}
  LEFT JOIN "UnitVersion" w ON w."unitId" = o."id" AND ${isValidOn('w', Prisma.sql`b."on"`)}`
