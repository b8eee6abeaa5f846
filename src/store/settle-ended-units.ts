import type { Db } from './context.ts'

/** A group as it was before its unit ended. */
export interface GroupBefore {
  readonly id: string
  readonly unitId: string
  /** null: the unit has no heir, and the group none any more. */
  readonly heirId: string | null
}

/** Gives the groups of units that have ended to their heirs, or to nobody, and revokes invitations to such units. */
export async function settleEndedUnits(
  db: Db,
  today: string,
  at: Date,
): Promise<{ readonly groups: readonly GroupBefore[]; readonly invitations: number }> {
  const groups = await db.$queryRaw<GroupBefore[]>`
    WITH RECURSIVE line(start, id) AS (
      SELECT u."id", u."id" FROM "OrgUnit" u WHERE u."validTo" <= ${today}::date
        AND EXISTS (SELECT 1 FROM "Group" g WHERE g."unitId" = u."id")
      UNION
      SELECT l.start, s."toId" FROM line l
      JOIN "UnitSuccession" s ON s."fromId" = l.id AND s."isHeir" AND s."on" <= ${today}::date),
    heirs AS (
      SELECT l.start, max(u."id") AS heir FROM line l
      LEFT JOIN "OrgUnit" u ON u."id" = l.id AND (u."validTo" IS NULL OR u."validTo" > ${today}::date)
      GROUP BY l.start)
    UPDATE "Group" g SET "unitId" = h.heir, "state" = CASE WHEN h.heir IS NULL AND g."state" = 'linked' THEN 'seen' ELSE g."state" END
    FROM heirs h WHERE g."unitId" = h.start RETURNING g."id", h.start AS "unitId", h.heir AS "heirId"`
  const invitations = await db.$executeRaw`
    UPDATE "Invitation" i SET "revokedAt" = ${at.toISOString()}::timestamptz FROM "OrgUnit" u
    WHERE u."id" = i."unitId" AND u."validTo" <= ${today}::date AND i."claimedAt" IS NULL AND i."revokedAt" IS NULL`
  return { groups, invitations }
}
