import { searchKey } from '../domain/search-key.ts'
import type { RosterContact, RosterStore } from '../usecases/ports.ts'
import { Prisma } from './client/client.ts'
import type { StoreContext } from './context.ts'
import { present } from './rows.ts'

type ContactRecord = Omit<RosterContact, 'phoneHash'> & { readonly phoneHash: string | null }

export const createRosterStore = (context: StoreContext): RosterStore => ({
  ofUnit: (unit) => selectContacts(context, Prisma.sql`r."unitId" = ${unit}`),
  ofUnits: (units) => selectContacts(context, Prisma.sql`r."unitId" = ANY(${units}::text[])`),
  ofPhone: (phoneHash) => selectContacts(context, Prisma.sql`r."phoneHash" = ${phoneHash}`),
  save: (contacts) => context.atomically((db) => saveContacts({ ...context, db }, contacts)),
})

async function selectContacts(context: StoreContext, condition: Prisma.Sql): Promise<RosterContact[]> {
  const rows = await context.db.$queryRaw<ContactRecord[]>`
    SELECT u."code" AS unit, r."post", r."name", r."phoneHash" FROM "RosterPerson" r JOIN "OrgUnit" u ON u."id" = r."unitId"
    WHERE ${condition}
    ORDER BY u."code" COLLATE "C", array_position(ARRAY['principal', 'deputy', 'contributor', 'officer', 'leader'], r."post"), r."nameKey" COLLATE "C"`
  return rows.map(present)
}

/** Those of a unit and post that the list names take the place of those it named before. */
async function saveContacts({ db }: StoreContext, contacts: readonly RosterContact[]): Promise<string[]> {
  const rows = contacts.map((contact) => ({ ...contact, key: searchKey(contact.name) }))
  const given = Prisma.sql`
    SELECT u."id" AS "unitId", i.post, i.name, i.key, i."phoneHash"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS i(unit text, post text, name text, key text, "phoneHash" text)
    JOIN "OrgUnit" u ON u."code" = i.unit`
  const changed = await db.$queryRaw<{ unit: string }[]>`
    WITH given AS MATERIALIZED (${given}),
    gone AS (
      DELETE FROM "RosterPerson" r USING (SELECT DISTINCT "unitId", post FROM given) p
      WHERE r."unitId" = p."unitId" AND r."post" = p.post
        AND NOT EXISTS (SELECT 1 FROM given g WHERE g."unitId" = r."unitId" AND g.post = r."post" AND g.key = r."nameKey")
      RETURNING r."unitId"),
    kept AS (
      INSERT INTO "RosterPerson" AS r ("unitId", "post", "name", "nameKey", "phoneHash")
      SELECT DISTINCT ON ("unitId", post, key) "unitId", post, name, key, "phoneHash" FROM given
      ORDER BY "unitId", post, key, "phoneHash" NULLS LAST
      ON CONFLICT ("unitId", "post", "nameKey") DO UPDATE
        SET "name" = EXCLUDED."name", "phoneHash" = COALESCE(EXCLUDED."phoneHash", r."phoneHash")
      WHERE (r."name", r."phoneHash") IS DISTINCT FROM (EXCLUDED."name", COALESCE(EXCLUDED."phoneHash", r."phoneHash"))
      RETURNING r."unitId")
    SELECT DISTINCT u."code" AS unit FROM "OrgUnit" u
    WHERE u."id" IN (SELECT "unitId" FROM gone UNION ALL SELECT "unitId" FROM kept)`
  return changed.map(({ unit }) => unit)
}
