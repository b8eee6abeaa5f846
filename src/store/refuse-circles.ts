import { DomainError } from '../domain/errors.ts'
import type { Db } from './context.ts'

/** Throws unit-circle when one of the units is above itself by links that hold on one day, the later of any two that begin. */
export async function refuseCircles(db: Db, codes: readonly string[]): Promise<void> {
  const [found] = await db.$queryRaw<{ code: string }[]>`
    WITH RECURSIVE up(start, kind, id, day, till) AS (
      SELECT l."childId", l."kind", l."parentId", l."validFrom", COALESCE(l."validTo", 'infinity')
      FROM "UnitLink" l JOIN "OrgUnit" u ON u."id" = l."childId" WHERE u."code" = ANY(${codes}::text[])
      UNION
      SELECT p.start, p.kind, l."parentId", GREATEST(p.day, l."validFrom"), LEAST(p.till, COALESCE(l."validTo", 'infinity'))
      FROM up p JOIN "UnitLink" l ON l."childId" = p.id AND l."kind" = p.kind AND p.id <> p.start
        AND l."validFrom" < p.till AND COALESCE(l."validTo", 'infinity') > p.day
    ) SELECT u."code" FROM up JOIN "OrgUnit" u ON u."id" = up.start WHERE up.id = up.start LIMIT 1`
  if (found !== undefined) throw new DomainError('unit-circle', { unit: found.code })
}
