import type { Scope } from '../domain/access.ts'
import type { LinkKind } from '../domain/org-unit.ts'
import { Prisma } from './client/client.ts'

/** True on the days from `validFrom` to the one before `validTo`, for the row of that alias. */
export const isValidOn = (alias: string, day: string | Prisma.Sql): Prisma.Sql => {
  const row = Prisma.raw(alias)
  return Prisma.sql`(${row}."validFrom" <= ${day}::date AND (${row}."validTo" IS NULL OR ${row}."validTo" > ${day}::date))`
}

/** A query for the ids of the roots and of every unit linked below them on that day; of units that have ended too. */
export const idsBelow = (roots: readonly string[], day: string, link: LinkKind = 'reporting'): Prisma.Sql =>
  Prisma.sql`WITH RECURSIVE below(id) AS (
    SELECT unnest(${roots}::text[])
    UNION
    SELECT l."childId" FROM below b JOIN "UnitLink" l ON l."parentId" = b.id AND l."kind" = ${link} AND ${isValidOn('l', day)}
  ) SELECT id FROM below`

/**
 * A query for the ids of the roots and of all that belongs to them today: what is linked below, the units they are the heirs of, and
 * units that ended without an heir while they reported there; units that have not begun yet, where they will report first.
 */
export const idsNow = (
  roots: readonly string[],
  today: string,
  link: LinkKind = 'reporting',
): Prisma.Sql => Prisma.sql`WITH RECURSIVE owned(id) AS (
    SELECT unnest(${roots}::text[])
    UNION
    SELECT next.id FROM owned b CROSS JOIN LATERAL (
      SELECT l."childId" AS id FROM "UnitLink" l
      WHERE l."parentId" = b.id AND l."kind" = ${link} AND ${isValidOn('l', today)}
      UNION ALL
      SELECT h."fromId" FROM "UnitSuccession" h
      WHERE h."toId" = b.id AND h."isHeir" AND h."fromId" <> h."toId" AND h."on" <= ${today}::date
      UNION ALL
      SELECT l."childId" FROM "UnitLink" l JOIN "OrgUnit" c ON c."id" = l."childId"
      WHERE l."parentId" = b.id AND l."kind" = ${link} AND NOT ${isValidOn('l', today)} AND (
        (c."validFrom" > ${today}::date AND l."validFrom" = c."validFrom")
        OR (c."validTo" <= ${today}::date AND l."validTo" = c."validTo" AND NOT EXISTS (
          SELECT 1 FROM "UnitSuccession" h WHERE h."fromId" = c."id" AND h."isHeir" AND h."on" <= ${today}::date)))
    ) next
  ) SELECT id FROM owned`

/** A query for the ids of all units of a scope that is not everything; `day` is today. */
export const idsOf = ({ roots, own }: Scope, day: string): Prisma.Sql => {
  if (roots === 'everything') return Prisma.sql`SELECT "id" FROM "OrgUnit"`
  const ownIds = Prisma.sql`SELECT unnest(${own}::text[])`
  if (roots.length === 0) return ownIds
  return own.length === 0 ? idsNow(roots, day) : Prisma.sql`(${idsNow(roots, day)}) UNION ALL ${ownIds}`
}

/** True when the unit in the column belongs to the scope on that day, which is today. */
export const isInScope = (scope: Scope, column: string, day: string): Prisma.Sql =>
  scope.roots === 'everything'
    ? Prisma.sql`TRUE`
    : Prisma.sql`${Prisma.raw(column)} IN (${idsOf(scope, day)})`

/** True when the unit belonged on the day to what is in the scope today: a total as then is that of all who reported to it then. */
export const wasInScope = (scope: Scope, column: string, day: string, today: string): Prisma.Sql =>
  scope.roots === 'everything'
    ? Prisma.sql`TRUE`
    : Prisma.sql`${Prisma.raw(column)} IN (WITH RECURSIVE reached(id) AS (
        SELECT id FROM (${idsOf(scope, today)}) now(id)
        UNION
        SELECT l."childId" FROM reached r JOIN "UnitLink" l
          ON l."parentId" = r.id AND l."kind" = 'reporting' AND ${isValidOn('l', day)}
      ) SELECT id FROM reached)`
