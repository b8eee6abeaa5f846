import type { OrgUnitId } from '../domain/brand.ts'
import type { Undecided } from '../usecases/ports.ts'

import { Prisma } from './client/client.ts'
import type { Db } from './context.ts'
import { isValidOn } from './scope-sql.ts'

/** Returns, by unit, how many reports of it and of those below it wait for an acceptance, or were returned and have not come back. */
export async function selectUndecided(
  db: Db,
  units: readonly OrgUnitId[],
  { forms, on }: { readonly forms: readonly string[]; readonly on: string },
  isVisible: Prisma.Sql = Prisma.sql`TRUE`,
): Promise<ReadonlyMap<OrgUnitId, readonly Undecided[]>> {
  const rows = await db.$queryRaw<(Undecided & { root: OrgUnitId })[]>`
    WITH RECURSIVE below(root, id) AS (
      SELECT r, r FROM unnest(${units}::text[]) r
      UNION
      SELECT b.root, l."childId" FROM below b
      JOIN "UnitLink" l ON l."parentId" = b.id AND l."kind" = 'reporting' AND ${isValidOn('l', on)})
    SELECT b.root, s."form", u."levels", (count(*) FILTER (WHERE s."state" = 'confirmed'))::int AS waiting,
      (count(*) FILTER (WHERE s."state" <> 'confirmed'))::int AS returned
    FROM below b JOIN "OrgUnit" u ON u."id" = b.id JOIN "Submission" s ON s."unitId" = b.id
    WHERE s."form" = ANY(${forms}::text[]) AND ${isVisible}
      AND (s."state" IN ('confirmed', 'returned') OR (s."state" = 'draft' AND s."revision" > 1))
    GROUP BY b.root, s."form", u."levels"`
  const byRoot = new Map<OrgUnitId, Undecided[]>()
  for (const { root, ...counts } of rows) byRoot.set(root, [...(byRoot.get(root) ?? []), counts])
  return byRoot
}
