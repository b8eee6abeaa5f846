import type { Db } from './context.ts'

/** A role as it was before it ended with its unit. */
export interface RoleBefore {
  readonly id: string
  readonly personId: string
  readonly validTo: string | null
}

/** Ends every role at the units on the day, pending ones too; returns them as they were. */
export const endRolesOf = (
  db: Db,
  units: readonly string[],
  on: string,
): Promise<RoleBefore[]> => db.$queryRaw`
  WITH held AS (
    SELECT r."id", r."personId", r."validTo" FROM "RoleAssignment" r
    WHERE r."unitId" = ANY(${units}::text[]) AND (r."validTo" IS NULL OR r."validTo" > ${on}::date)),
  ended AS (
    UPDATE "RoleAssignment" r SET "validTo" = GREATEST(${on}::date, r."validFrom") FROM held h WHERE r."id" = h."id")
  SELECT "id", "personId", "validTo"::text FROM held`
