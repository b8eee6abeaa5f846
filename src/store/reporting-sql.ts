import type { Scope } from '../domain/access.ts'
import type { UnitView } from '../domain/org-unit.ts'
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

/** The units of `unitsReporting` for one unit, each with that unit as its root. */
export const withRoot = (root: string, units: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`SELECT ${root}::text AS root, reporting."id", reporting."levels" FROM (${units}) reporting`

/** A query for the units of the kind below each of many units, as then: `root`, `id`, `levels`. */
export const unitsBelowEach = (
  roots: readonly string[],
  { kind, on }: Pick<Reporting, 'kind' | 'on'>,
): Prisma.Sql => Prisma.sql`
  SELECT b.root, u."id", u."levels" FROM (WITH RECURSIVE below(root, id) AS (
    SELECT r, r FROM unnest(${roots}::text[]) r
    UNION
    SELECT b.root, l."childId" FROM below b
    JOIN "UnitLink" l ON l."parentId" = b.id AND l."kind" = 'reporting' AND ${isValidOn('l', on)}
  ) SELECT root, id FROM below) b
  JOIN (${unitsAsOf(on)}) u ON u."id" = b.id WHERE u."kind" = ${kind} AND ${isValidOn('u', on)}`
