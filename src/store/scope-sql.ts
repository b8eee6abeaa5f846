import type { Scope } from '../domain/access.ts'
import type { LinkKind } from '../domain/org-unit.ts'
import { Prisma } from './client/client.ts'

/** True on the days from `validFrom` to the one before `validTo`, for the row of that alias. */
export const isValidOn = (alias: string, day: string): Prisma.Sql => {
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

/** True when the unit in the column is a root of the scope or reported to one on that day. */
export const isInScope = (scope: Scope, column: string, day: string): Prisma.Sql =>
  scope.roots === 'everything'
    ? Prisma.sql`TRUE`
    : Prisma.sql`${Prisma.raw(column)} IN (${idsBelow(scope.roots, day)})`
