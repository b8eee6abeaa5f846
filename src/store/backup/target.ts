import type pg from 'pg'

/** What a first start writes: the plans that come with the program, their units, and notes of its own. */
const OF_A_FIRST_START = [
  'Setting',
  'Instance',
  'OrgUnit',
  'UnitLink',
  'PlanPack',
  'AuditEvent',
  '_prisma_migrations',
]

/** Returns whether nothing of people is there: no tables at all, or what a first start writes. */
export async function isEmpty(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
  )
  const names = rows.map(({ name }) => name)
  for (const name of names.filter((each) => !OF_A_FIRST_START.includes(each)))
    if (await hasRow(client, `SELECT 1 FROM "${name}" LIMIT 1`)) return false
  if (!names.includes('AuditEvent')) return true
  return !(await hasRow(client, `SELECT 1 FROM "AuditEvent" WHERE "action" <> 'plan.load' LIMIT 1`))
}

/** Returns whether a bot works on this database: one that ended well has signed off, one that did not is silent. */
export async function isSomebodyRunning(client: pg.ClientBase): Promise<boolean> {
  if (!(await hasRow(client, `SELECT 1 WHERE to_regclass('public."Instance"') IS NOT NULL`))) return false
  return hasRow(client, `SELECT 1 FROM "Instance" WHERE "seenAt" >= clock_timestamp() - interval '1 minute'`)
}

/** Takes away the tables and functions of the schema, but not what extensions put there. */
export const dropOurs = (client: pg.ClientBase) =>
  client.query(`DO $$
    DECLARE ours record;
    BEGIN
      FOR ours IN SELECT tablename FROM pg_tables WHERE schemaname = 'public'
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = format('public.%I', tablename)::regclass AND d.deptype = 'e')
      LOOP EXECUTE format('DROP TABLE IF EXISTS public.%I CASCADE', ours.tablename); END LOOP;
      FOR ours IN SELECT p.oid::regprocedure AS signature FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
      LOOP EXECUTE format('DROP ROUTINE IF EXISTS %s CASCADE', ours.signature); END LOOP;
    END $$`)

async function hasRow(client: pg.ClientBase, sql: string): Promise<boolean> {
  return (await client.query(sql)).rows.length > 0
}
